package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.ExposureAnswer;
import org.tieline.inquiry.ExposureInquiry;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.Snapshots;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TielineException.NotFound;
import org.tieline.web.Answers.Asked;

/** Which carriers are tied to which vendors, asked from either side. */
final class ExposureRoutes {
    private final Answers answers;

    ExposureRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    void ofVendors(Context context) {
        answers.list(context, asked -> answer(asked, read(asked)));
    }

    void ofCarrier(Context context) {
        answers.list(context, asked -> {
            ExposureQuestion question = read(asked);
            Organization carrier = asked.snapshot().organization(Requests.id(context));
            if (carrier.kind() != OrganizationKind.CARRIER) {
                throw new NotFound("%s is no carrier but of the kind %s; %s tells of it"
                        .formatted(carrier.id(), carrier.kind().text(), Links.organization(carrier.id())));
            }
            return answer(asked, question.about(carrier.id()));
        });
    }

    private static ExposureQuestion read(Asked asked) {
        return ExposureQuestion.read(asked.parameters(), asked.today());
    }

    private static ListAnswer<ExposureView> answer(Asked asked, ExposureQuestion question) {
        ExposureAnswer answer = ExposureInquiry.ask(asked.snapshot(), question);
        ExposureList list = ExposureList.of(answer, question);
        return ListAnswer.of(list, list.results(), ExposureView.COLUMNS, (long) answer.total(), answer.page());
    }
}

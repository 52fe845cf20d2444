package org.tieline.web;

import io.javalin.http.Context;
import java.util.Set;
import org.tieline.inquiry.ExposureAnswer;
import org.tieline.inquiry.ExposureInquiry;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.Snapshots;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TielineException.NotFound;
import org.tieline.restriction.Jurisdiction;
import org.tieline.web.Answers.Asked;

/** Which carriers are tied to which vendors, asked from either side. */
final class ExposureRoutes {
    private final Answers answers;

    ExposureRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    void ofVendors(Context context) {
        answers.list(context, asked -> {
            Set<Jurisdiction> jurisdictions = jurisdictions(asked);
            return answer(asked, read(asked), jurisdictions);
        });
    }

    void ofCarrier(Context context) {
        answers.list(context, asked -> {
            Set<Jurisdiction> jurisdictions = jurisdictions(asked);
            ExposureQuestion question = read(asked);
            Organization carrier = asked.snapshot().organization(Requests.id(context));
            if (carrier.kind() != OrganizationKind.CARRIER) {
                throw new NotFound("%s is no carrier but of the kind %s; %s tells of it"
                        .formatted(carrier.id(), carrier.kind().text(), Links.organization(carrier.id())));
            }
            return answer(asked, question.about(carrier.id()), jurisdictions);
        });
    }

    private static ExposureQuestion read(Asked asked) {
        return ExposureQuestion.read(asked.parameters(), asked.today());
    }

    /** Of the bans that are listed with each exposure; read before the question, which refuses what it does not know. */
    private static Set<Jurisdiction> jurisdictions(Asked asked) {
        return asked.parameters().terms("jurisdiction", Jurisdiction.class);
    }

    private static ListAnswer<ExposureView> answer(
            Asked asked, ExposureQuestion question, Set<Jurisdiction> jurisdictions) {
        ExposureAnswer answer = ExposureInquiry.ask(asked.snapshot(), question);
        ExposureList list = ExposureList.of(answer, question, jurisdictions);
        return ListAnswer.of(list, list.results(), ExposureView.COLUMNS, (long) answer.total(), answer.page());
    }
}

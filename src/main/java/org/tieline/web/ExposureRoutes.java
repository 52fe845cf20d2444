package org.tieline.web;



import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Set;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.GivenParameters;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureInquiry;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.restriction.Jurisdiction;


/** Which carriers are tied to which vendors, asked from either side. */
final class ExposureRoutes {
    private final Answers answers;

    ExposureRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    void ofVendors(Context context) {
        answers.list(
                context, asked -> ofVendors(asked.parameters(), asked.today()).in(asked.snapshot()));
    }

    static Question.Understood ofVendors(GivenParameters parameters, LocalDate today) {
        Set<Jurisdiction> jurisdictions = jurisdictions(parameters);
        ExposureQuestion question = ExposureQuestion.read(parameters, today);
        return snapshot -> answer(snapshot, question, jurisdictions);
    }

    void ofCarrier(Context context) {
        answers.list(context, asked -> ofCarrier(Requests.id(context), asked.parameters(), asked.today())
                .in(asked.snapshot()));
    }

    static Question.Understood ofCarrier(String id, GivenParameters parameters, LocalDate today) {
        Set<Jurisdiction> jurisdictions = jurisdictions(parameters);
        ExposureQuestion question = ExposureQuestion.read(parameters, today);
        return snapshot -> {
            Organization carrier = snapshot.organization(id);
            if (carrier.kind() != OrganizationKind.CARRIER) {
                throw new NotFound("%s is no carrier but of the kind %s; %s tells of it"
                        .formatted(carrier.id(), carrier.kind().text(), Links.organization(carrier.id())));
            }
            return answer(snapshot, question.about(carrier.id()), jurisdictions);
        };
    }

    /** Of the bans that are listed with each exposure; read before the question, which refuses what it does not know. */
    private static Set<Jurisdiction> jurisdictions(GivenParameters parameters) {
        return parameters.terms("jurisdiction", Jurisdiction.class);
    }

    private static ListAnswer<ExposureView> answer(
            Snapshot snapshot, ExposureQuestion question, Set<Jurisdiction> jurisdictions) {
        ExposureAnswer answer = ExposureInquiry.ask(snapshot, question);
        ExposureList list = ExposureList.of(answer, question, jurisdictions);
        return ListAnswer.of(list, list.results(), ExposureView.COLUMNS, (long) answer.total(), answer.page())
                .told(() -> ExposureText.of(answer));
    }
}

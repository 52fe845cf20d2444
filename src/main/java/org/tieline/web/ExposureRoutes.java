package org.tieline.web;

import io.javalin.http.Context;
import java.util.Set;
import org.tieline.inquiry.ExposureInquiry;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.Snapshot;
import org.tieline.inquiry.Snapshots;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TielineException.NotFound;
import org.tieline.restriction.Jurisdiction;

/** Which carriers are tied to which vendors, asked from either side. */
final class ExposureRoutes {
    private final Snapshots snapshots;

    ExposureRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    void ofVendors(Context context) {
        Parameters parameters = Requests.parameters(context);
        Set<Jurisdiction> jurisdictions = jurisdictions(parameters);
        answer(context, read(parameters), snapshots.current(), jurisdictions);
    }

    void ofCarrier(Context context) {
        Parameters parameters = Requests.parameters(context);
        Set<Jurisdiction> jurisdictions = jurisdictions(parameters);
        ExposureQuestion question = read(parameters);
        Snapshot snapshot = snapshots.current();
        Organization carrier = snapshot.organization(Requests.id(context));
        if (carrier.kind() != OrganizationKind.CARRIER) {
            throw new NotFound("%s is no carrier but of the kind %s; %s tells of it"
                    .formatted(carrier.id(), carrier.kind().text(), Links.organization(carrier.id())));
        }
        answer(context, question.about(carrier.id()), snapshot, jurisdictions);
    }

    private static ExposureQuestion read(Parameters parameters) {
        return ExposureQuestion.read(parameters, Requests.today());
    }

    /** Of the bans that are listed with each exposure; read before the question, which refuses what it does not know. */
    private static Set<Jurisdiction> jurisdictions(Parameters parameters) {
        return parameters.terms("jurisdiction", Jurisdiction.class);
    }

    private static void answer(
            Context context, ExposureQuestion question, Snapshot snapshot, Set<Jurisdiction> jurisdictions) {
        Json.answer(context, ExposureList.of(ExposureInquiry.ask(snapshot, question), question, jurisdictions));
    }
}

package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.ExposureInquiry;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.Snapshot;
import org.tieline.inquiry.Snapshots;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TielineException.NotFound;

/** Which carriers are tied to which vendors, asked from either side. */
final class ExposureRoutes {
    private final Snapshots snapshots;

    ExposureRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    void ofVendors(Context context) {
        answer(context, read(context), snapshots.current());
    }

    void ofCarrier(Context context) {
        ExposureQuestion question = read(context);
        Snapshot snapshot = snapshots.current();
        Organization carrier = snapshot.organization(Requests.id(context));
        if (carrier.kind() != OrganizationKind.CARRIER) {
            throw new NotFound("%s is no carrier but of the kind %s; %s tells of it"
                    .formatted(carrier.id(), carrier.kind().text(), Links.organization(carrier.id())));
        }
        answer(context, question.about(carrier.id()), snapshot);
    }

    private static ExposureQuestion read(Context context) {
        return ExposureQuestion.read(Requests.parameters(context), Requests.today());
    }

    private static void answer(Context context, ExposureQuestion question, Snapshot snapshot) {
        Json.answer(context, ExposureList.of(ExposureInquiry.ask(snapshot, question), question));
    }
}

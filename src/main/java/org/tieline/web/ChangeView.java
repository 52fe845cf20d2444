package org.tieline.web;

import java.util.List;
import org.tieline.inquiry.Aspect;
import org.tieline.inquiry.Change;
import org.tieline.inquiry.ChangeKind;
import org.tieline.inquiry.ExposureAnswer.Found;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.Origin;

/**
 * One pair that differs between two answers, and why.
 *
 * @param aspects what differs where both answers have the exposure; else empty
 * @param before the exposure as the first answer has it; null if it has none
 * @param between the exposure on the first day with the knowledge of the end; null if it is none of its own
 * @param after the exposure as the second answer has it; null if it has none
 * @param beforeHolds whether the path of {@code before} is open in the second answer too
 * @param afterHeld whether the path of {@code after} was open in the first answer too
 */
record ChangeView(
        ChangeKind kind,
        OrganizationRef vendor,
        OrganizationRef carrier,
        List<Aspect> aspects,
        List<Origin> origins,
        List<ReasonView> reasons,
        ExposureView before,
        boolean beforeHolds,
        ExposureView between,
        ExposureView after,
        boolean afterHeld) {
    /** @param against makes the views of the bans of the whole answer */
    static ChangeView of(
            Change change,
            ExposureQuestion before,
            ExposureQuestion between,
            ExposureQuestion after,
            AgainstView.Maker against) {
        return new ChangeView(
                change.kind(),
                OrganizationRef.of(change.vendor()),
                OrganizationRef.of(change.carrier()),
                change.aspects().stream().sorted().toList(),
                List.copyOf(change.origins()),
                change.reasons().stream().map(ReasonView::of).toList(),
                view(change.before(), before, against),
                change.beforeHolds(),
                view(change.between(), between, against),
                view(change.after(), after, against),
                change.afterHeld());
    }

    private static ExposureView view(Found found, ExposureQuestion question, AgainstView.Maker against) {
        return found == null ? null : ExposureView.of(found, question, against);
    }
}

package org.tieline.question.changes;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Hop;
import org.tieline.question.Columns;
import org.tieline.question.OrganizationRef;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.exposures.ExposureView;
import org.tieline.question.included.Inclusion;

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
public record ChangeView(
        ChangeKind kind,
        OrganizationRef vendor,
        OrganizationRef carrier,
        List<Aspect> aspects,
        List<ChangeOrigin> origins,
        List<Reason> reasons,
        @Nullable ExposureView before,
        boolean beforeHolds,
        @Nullable ExposureView between,
        @Nullable ExposureView after,
        boolean afterHeld) {
    public static final Columns<ChangeView> COLUMNS = columns();

    private static Columns<ChangeView> columns() {
        Columns<ChangeView> columns = Columns.<ChangeView>none()
                .and("kind", ChangeView::kind)
                .andOrganization("vendor", ChangeView::vendor)
                .andOrganization("carrier", ChangeView::carrier)
                .and("aspects", ChangeView::aspects)
                .and("origins", ChangeView::origins)
                .and(
                        "reasons",
                        view -> view.reasons().stream().map(Reason::text).toList());
        columns = andSide(columns, "before", ChangeView::before);
        return andSide(columns, "after", ChangeView::after);
    }

    /** What is empty where the answer of that side has no such exposure. */
    private static Columns<ChangeView> andSide(
            Columns<ChangeView> columns, String side, Function<ChangeView, ExposureView> exposure) {
        Function<Function<ExposureView, ?>, Function<ChangeView, ?>> of = field -> view -> {
            ExposureView there = exposure.apply(view);
            return there == null ? null : field.apply(there);
        };
        return columns.and(side + ".hops", of.apply(there -> there.exposure().hops()))
                .and(side + ".relation", of.apply(there -> there.exposure().relation()))
                .and(side + ".evidence", of.apply(there -> there.exposure().evidence()))
                .and(side + ".certainty", of.apply(there -> there.exposure().certainty()))
                .and(
                        side + ".path",
                        of.apply(there -> Columns.organizations(there.exposure().path())))
                .and(side + ".ties", of.apply(there -> there.exposure().path().stream()
                        .map(Hop::tie)
                        .toList()))
                .and(side + ".self", of.apply(there -> there.links().self()));
    }

    /** @param inclusion which bans are listed */
    public static ChangeView of(
            Change change,
            ExposureQuestion before,
            ExposureQuestion between,
            ExposureQuestion after,
            Inclusion inclusion) {
        return new ChangeView(
                change.kind(),
                OrganizationRef.of(change.vendor()),
                OrganizationRef.of(change.carrier()),
                change.aspects().stream().sorted().toList(),
                List.copyOf(change.origins()),
                change.reasons(),
                view(change.before(), before, inclusion),
                change.beforeHolds(),
                view(change.between(), between, inclusion),
                view(change.after(), after, inclusion),
                change.afterHeld());
    }

    private static @Nullable ExposureView view(@Nullable Found found, ExposureQuestion question, Inclusion inclusion) {
        return found == null ? null : ExposureView.of(found, question, inclusion);
    }
}

package org.tieline.question.events;

import java.util.List;
import java.util.stream.Collectors;
import org.tieline.model.Term;
import org.tieline.question.Json;
import org.tieline.question.OrganizationRef;
import org.tieline.question.TextTable;
import org.tieline.question.changes.Aspect;
import org.tieline.question.changes.ChangeKind;
import org.tieline.question.changes.Reason;

/** What happened, in a sentence and its first reasons. */
final class EventText {
    private static final int MOST_REASONS = 2;

    private static final List<String> COLUMNS =
            List.of("at", "subject", "change", "cause", "vendor", "carrier", "country", "reasons");

    private EventText() {}

    /** Events for people at a terminal, and where to go on. */
    static String table(EventList list) {
        List<List<String>> rows = list.results().stream().map(EventText::row).toList();
        return new TextTable(COLUMNS, rows)
                + TextTable.lines(List.of(
                        "%d of %d events from %s on; what comes next is told after %s"
                                .formatted(rows.size(), list.total(), list.after(), list.timepoint()),
                        Json.NOTICE));
    }

    private static List<String> row(Event event) {
        String country = event.carrier().country();
        return List.of(
                event.at().toString(),
                event.subject().text(),
                event.kind().text(),
                event.cause().text(),
                event.vendor().id(),
                event.carrier().id(),
                country == null ? "" : country,
                event.reasons().stream().limit(MOST_REASONS).map(Reason::text).collect(Collectors.joining(" ")));
    }

    static String ofExposure(
            ChangeKind kind,
            OrganizationRef vendor,
            OrganizationRef carrier,
            List<Aspect> aspects,
            List<Reason> reasons) {
        String what =
                switch (kind) {
                    case APPEARED -> "%s is tied to %s";
                    case DISAPPEARED -> "%s is no longer tied to %s";
                    case CHANGED ->
                        "What ties %s to %s is other in "
                                + aspects.stream().map(Term::text).collect(Collectors.joining(", "));
                };
        return what.formatted(named(carrier), vendor.name()) + "." + why(reasons);
    }

    static String ofConflict(
            ChangeKind kind,
            OrganizationRef carrier,
            String ban,
            String tie,
            Event.Standing after,
            List<Reason> reasons) {
        String what =
                switch (kind) {
                    case APPEARED -> "The ban %s in force covers the tie %s of %s: %s";
                    case DISAPPEARED -> "The ban %s no longer covers the tie %s of %s";
                    case CHANGED -> "That the ban %s covers the tie %s of %s is now %s";
                };
        String standing = after == null
                ? ""
                : after.conflict().text() + ", past its deadline: "
                        + after.pastDeadline().text();
        return what.formatted(ban, tie, named(carrier), standing) + "." + why(reasons);
    }

    private static String named(OrganizationRef organization) {
        return organization.country() == null
                ? organization.name()
                : "%s (%s)".formatted(organization.name(), organization.country());
    }

    private static String why(List<Reason> reasons) {
        return reasons.stream()
                .limit(MOST_REASONS)
                .map(reason -> " " + reason.text())
                .collect(Collectors.joining());
    }
}

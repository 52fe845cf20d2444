package org.tieline.question.events;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Hop;
import org.tieline.question.Json;
import org.tieline.question.OrganizationRef;
import org.tieline.question.TextTable;
import org.tieline.question.changes.Aspect;
import org.tieline.question.changes.ChangeKind;
import org.tieline.question.changes.Reason;
import org.tieline.question.words.FactNames;

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

    /**
     * @param before null if it appeared
     * @param after null if it disappeared
     */
    static String ofExposure(
            ChangeKind kind,
            OrganizationRef vendor,
            OrganizationRef carrier,
            List<Aspect> aspects,
            Event.@Nullable Standing before,
            Event.@Nullable Standing after,
            List<Reason> reasons) {
        String what =
                switch (kind) {
                    case APPEARED -> "%s is tied to %s";
                    case DISAPPEARED -> "%s is no longer tied to %s";
                    case CHANGED -> "%s is tied to %s otherwise than before";
                };
        String how = before == null || after == null
                ? ""
                : aspects.stream()
                        .map(aspect -> otherwise(aspect, before, after))
                        .collect(Collectors.joining("; ", ": ", ""));
        return what.formatted(named(carrier), vendor.name()) + how + "." + why(reasons);
    }

    private static String otherwise(Aspect aspect, Event.Standing before, Event.Standing after) {
        return switch (aspect) {
            case PATH -> "through other ties";
            case HOPS ->
                "over %s, not %d".formatted(after.hops() == 1 ? "1 tie" : after.hops() + " ties", before.hops());
            case RELATION ->
                "as %s, not %s"
                        .formatted(after.relation().text(), before.relation().text());
            case EVIDENCE -> "on evidence of another grade";
            case CERTAINTY -> "%s, not %s".formatted(adverb(after.certainty()), adverb(before.certainty()));
            case FLAGS -> "with other reservations";
            case FACTS -> "with other facts shown of its ties";
            case BAN -> "with the bans on the vendor in another state";
        };
    }

    private static String adverb(Certainty certainty) {
        return switch (certainty) {
            case CERTAIN -> "certainly";
            case POSSIBLE -> "possibly";
        };
    }

    /**
     * @param after null if it disappeared
     * @param names of the side that has the conflict
     */
    static String ofConflict(
            ChangeKind kind,
            OrganizationRef carrier,
            String ban,
            Hop tie,
            Event.@Nullable Standing after,
            List<Reason> reasons,
            FactNames names) {
        String what =
                switch (kind) {
                    case APPEARED -> "The %s is in force and covers the %s%s: %s";
                    case DISAPPEARED -> "The %s no longer covers the %s%s";
                    case CHANGED -> "How it stands that the %s covers the %s%s, is now: %s";
                };
        boolean own = tie.to().equals(carrier.id());
        String whose = own
                ? carrier.country() == null ? "" : " (%s)".formatted(carrier.country())
                : ", to which %s is tied".formatted(named(carrier));
        String standing = after == null
                ? ""
                : Objects.requireNonNull(after.conflict()).text() + ", past its deadline: "
                        + Objects.requireNonNull(after.pastDeadline()).text();
        return what.formatted(names.ban(ban), names.tie(tie.type(), tie.from(), tie.to()), whose, standing) + "."
                + why(reasons);
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

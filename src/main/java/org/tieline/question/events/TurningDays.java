package org.tieline.question.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.TieOnDay;
import org.tieline.model.Ban;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;
import org.tieline.question.Snapshot;

/**
 * The days on which an answer may be another one than on the day before: those that some date on record makes. On all others there
 * is nothing to compare.
 */
final class TurningDays {
    private final LocalDate from;
    private final LocalDate to;

    /** Whether a tie turns on a day, or only bans. */
    private final SortedMap<LocalDate, Boolean> days = new TreeMap<>();

    private TurningDays(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    /**
     * A day that turns something.
     *
     * @param ofTies whether ties may be walked otherwise; else only bans stand otherwise
     */
    record Turn(LocalDate day, boolean ofTies) {}

    /**
     * Those of a state, in order.
     *
     * @param options how ties are walked, on any day
     * @param from the first of interest
     * @param to the last of interest
     */
    static List<Turn> of(Snapshot snapshot, SearchOptions options, LocalDate from, LocalDate to) {
        TurningDays turning = new TurningDays(from, to);
        snapshot.bans().values().forEach(turning::add);
        snapshot.memberships().forEach(membership -> turning.add(true, membership.since(), membership.until()));
        Function<String, Optional<TieOnDay>> clock = snapshot.search().graph().onDay(options);
        Map<String, Tie> ties =
                snapshot.search().graph().tiesOf(snapshot.organizations().keySet());
        ties.values().forEach(tie -> clock.apply(tie.id()).ifPresent(onDay -> turning.add(tie, onDay, options)));
        return turning.days.entrySet().stream()
                .map(day -> new Turn(day.getKey(), day.getValue()))
                .toList();
    }

    /** A date of reduced precision counts from its first day; a deadline may be counted to its last. */
    private void add(Ban ban) {
        Stream.of(ban.reported(), ban.announced(), ban.effective(), ban.deadline(), ban.ended())
                .filter(Objects::nonNull)
                .forEach(date -> add(false, date.firstDay(), date.lastDay()));
    }

    private void add(Tie tie, TieOnDay onDay, SearchOptions options) {
        add(true, onDay.possibleFrom(), onDay.certainFrom(), onDay.certainTo(), onDay.possibleTo());
        if (onDay.removing() != null) {
            add(true, onDay.removing().firstDay());
        }
        Stream.of(onDay.lastEvidenced(), tie.shareOn())
                .filter(Objects::nonNull)
                .map(PartialDate::lastDay)
                .forEach(day -> add(true, day.plus(options.maxAge()).plusDays(1)));
    }

    private void add(boolean ofTies, @Nullable LocalDate... turning) {
        for (LocalDate day : turning) {
            if (day != null && !day.isBefore(from) && !day.isAfter(to)) {
                days.merge(day, ofTies, Boolean::logicalOr);
            }
        }
    }
}

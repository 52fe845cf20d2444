package org.tieline.question.events;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tieline.model.Ban;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.question.Snapshot;

/**
 * The days on which an answer may be another one than on the day before: those that some date on record makes. On all others there
 * is nothing to compare.
 */
final class TurningDays {
    private final Period maxAge;
    private final LocalDate from;
    private final LocalDate to;
    private final SortedSet<LocalDate> days = new TreeSet<>();

    private TurningDays(Period maxAge, LocalDate from, LocalDate to) {
        this.maxAge = maxAge;
        this.from = from;
        this.to = to;
    }

    /**
     * Those of a state, in order.
     *
     * @param maxAge for how long evidence carries
     * @param from the first of interest
     * @param to the last of interest
     */
    static Collection<LocalDate> of(Snapshot snapshot, Period maxAge, LocalDate from, LocalDate to) {
        TurningDays turning = new TurningDays(maxAge, from, to);
        snapshot.bans().values().forEach(turning::add);
        snapshot.organizations().values().forEach(turning::add);
        snapshot.sources().values().stream().map(Source::published).forEach(turning::add);
        snapshot.memberships().forEach(turning::add);
        snapshot.search()
                .graph()
                .tiesOf(snapshot.organizations().keySet())
                .values()
                .forEach(turning::add);
        return turning.days;
    }

    private void add(Ban ban) {
        Stream.of(ban.reported(), ban.announced(), ban.effective(), ban.deadline(), ban.ended())
                .forEach(this::add);
    }

    private void add(Organization organization) {
        add(organization.since());
        add(organization.until());
    }

    private void add(Membership membership) {
        Stream.of(membership.since(), membership.until())
                .filter(Objects::nonNull)
                .forEach(this::add);
    }

    private void add(Tie tie) {
        Stream.of(tie.since(), tie.removing(), tie.verified(), tie.until(), tie.shareOn())
                .forEach(this::add);
    }

    /** What a date may begin or end, by any of the rules for dates of reduced precision, and its age. */
    private void add(PartialDate date) {
        if (date != null) {
            add(date.firstDay());
            add(date.lastDay());
            add(date.dayAfter());
            LocalDate old = date.lastDay().plus(maxAge);
            add(old);
            add(old.plusDays(1));
        }
    }

    private void add(LocalDate day) {
        if (!day.isBefore(from) && !day.isAfter(to)) {
            days.add(day);
        }
    }
}

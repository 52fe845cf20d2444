package org.tieline.question.records;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.BanState;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.question.Snapshot;
import org.tieline.restriction.BanOnDay;
import org.tieline.restriction.Restrictions;

/** Answers which vendors were restricted on a day, by which bans, and since when. */
public final class RestrictionInquiry {
    private RestrictionInquiry() {}

    /**
     * A restricted vendor.
     *
     * @param since the earliest of the days since which the bans restrict it
     * @param bans those that restrict it, by id; at least one
     */
    public record Restricted(Organization vendor, LocalDate since, List<Restriction> bans) {}

    /**
     * A ban that restricts.
     *
     * @param ban the ban as it stood on the day that was asked about
     * @param since the first day on which it had come as far as the question demands; a date of reduced precision counts
     *     from its first day
     */
    public record Restriction(BanOnDay ban, LocalDate since) {}

    /**
     * All of them by id; there are dozens in the world.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names a government that is not there
     */
    public static List<Restricted> ask(Snapshot snapshot, RestrictionQuestion question) {
        question.bans().governments().forEach(snapshot::organization);
        Restrictions restrictions = snapshot.restrictions(question.asOf(), question.knownAt());
        return restrictions.restricted(question.bans(), snapshot::isVendor).stream()
                .map(vendor -> {
                    List<Restriction> bans = restrictions.restricting(vendor, question.bans()).stream()
                            .map(ban -> new Restriction(
                                    ban,
                                    since(
                                                    snapshot,
                                                    question.knownAt(),
                                                    question.bans().minBan(),
                                                    ban)
                                            .firstDay()))
                            .toList();
                    LocalDate since = bans.stream()
                            .map(Restriction::since)
                            .min(LocalDate::compareTo)
                            .orElseThrow();
                    return new Restricted(snapshot.organization(vendor), since, bans);
                })
                .toList();
    }

    /**
     * Since when a ban has come as far as it must, as the source gave it. A ban only comes further until it ends, and only on
     * one of its own days.
     */
    public static PartialDate since(Snapshot snapshot, @Nullable LocalDate knownAt, BanState minBan, BanOnDay onDay) {
        Ban ban = snapshot.ban(onDay.ban().id());
        return Stream.of(ban.reported(), ban.announced(), ban.effective())
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(PartialDate::firstDay))
                .filter(date -> snapshot.clock(date.firstDay(), knownAt)
                        .byItsDates(ban)
                        .filter(then -> then.state().reaches(minBan))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }
}

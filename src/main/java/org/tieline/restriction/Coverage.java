package org.tieline.restriction;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.PartialDate;
import org.tieline.model.TieType;

/**
 * Holds bans against exposed carriers on one day. For one thread.
 *
 * <p>Whether a ban covers an exposure is asked of each contact tie on any shortest path, and the strongest answer counts:
 *
 * <ol>
 *   <li>a partnership is never covered;
 *   <li>nor is a tie of a customer that a ban on certain carriers does not bind. It binds those that it names, and what one
 *       of them owns on a shortest path that has the tie;
 *   <li>a ban with parts covers what the strongest of its parts does,
 *   <li>and none covers more than the strongest of its kinds: removal what is there, a ban on new equipment what began when it
 *       was in force;
 *   <li>a power or an advice never covers for certain;
 *   <li>nor does anything equipment elsewhere, or for certain equipment that may be elsewhere.
 * </ol>
 */
public final class Coverage {
    private static final Comparator<Contact> WELL_KNOWN_FIRST = Comparator.comparing(
                    (Contact contact) -> contact.life().certain(), Comparator.reverseOrder())
            .thenComparing(contact -> lastEvidenced(contact.life()), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Contact::tie);

    private final LocalDate asOf;
    private final Blocs blocs;
    private final Map<Ban, ScopeReading> scopes = new IdentityHashMap<>();

    /** @param blocs of the same day */
    public Coverage(LocalDate asOf, Blocs blocs) {
        this.asOf = Objects.requireNonNull(asOf);
        this.blocs = Objects.requireNonNull(blocs);
    }

    /** One ban, as it stood on the day, against one exposure. */
    public BanAgainst of(BanOnDay onDay, ExposedCarrier tied) {
        Jurisdiction jurisdiction = jurisdiction(onDay.ban(), tied);
        Covers covers = Covers.NO;
        Contact covered = null;
        for (Contact contact : tied.contacts()) {
            Covers ofContact = covers(onDay, contact);
            if (ofContact != Covers.NO
                    && (ofContact.compareTo(covers) > 0
                            || ofContact == covers && WELL_KNOWN_FIRST.compare(contact, covered) < 0)) {
                covers = ofContact;
                covered = contact;
            }
        }
        if (covered == null) {
            return new BanAgainst(onDay, jurisdiction, covers, null, null, PastDeadline.NO, null, onDay.flags());
        }
        Conflict conflict = conflict(onDay, tied, covers, covered);
        PartialDate deadline = conflict == null ? null : comeBy(onDay.ban().deadline());
        return new BanAgainst(
                onDay,
                jurisdiction,
                covers,
                covered.tie(),
                conflict,
                deadline == null ? PastDeadline.NO : pastDeadline(deadline, covered),
                covered.life().removing(),
                deadline != null && !deadline.isFullDate() ? withReducedPrecision(onDay.flags()) : onDay.flags());
    }

    private @Nullable Conflict conflict(BanOnDay onDay, ExposedCarrier tied, Covers covers, Contact covered) {
        if (covers != Covers.YES || !mayConflict(onDay, tied.country())) {
            return null;
        }
        return covered.life().certain() ? Conflict.ESTABLISHED : Conflict.PRESUMED;
    }

    private static PastDeadline pastDeadline(PartialDate deadline, Contact covered) {
        PartialDate evidence = covered.life().lastEvidenced();
        return evidence == null || evidence.lastDay().isBefore(deadline.firstDay())
                ? PastDeadline.UNKNOWN
                : PastDeadline.YES;
    }

    /**
     * Whether a ban could be in conflict with a tie of a carrier in a country, whatever the tie; it spares looking for the
     * ties where it could not.
     *
     * @param country null if the carrier has no home
     */
    public boolean mayConflict(BanOnDay onDay, @Nullable String country) {
        return onDay.state() == BanState.IN_FORCE
                && onDay.ban().nature() == BanNature.ORDER
                && blocs.isUnder(country, onDay.ban().country());
    }

    private Jurisdiction jurisdiction(Ban ban, ExposedCarrier tied) {
        if (ban.country().equals(tied.country())) {
            return Jurisdiction.HOME;
        }
        if (blocs.belongs(tied.country(), ban.country())) {
            return Jurisdiction.BLOC;
        }
        return tied.ownerCountries().contains(ban.country()) ? Jurisdiction.OWNER : Jurisdiction.FOREIGN;
    }

    private Covers covers(BanOnDay onDay, Contact contact) {
        Ban ban = onDay.ban();
        if (contact.type() == TieType.PARTNERS_WITH || !binds(ban, contact)) {
            return Covers.NO;
        }
        // First of all, as most bans are those of other countries and end here.
        Covers reached = reaches(ban, contact.places());
        if (reached == Covers.NO) {
            return Covers.NO;
        }
        Covers most = ban.nature() == BanNature.ORDER ? Covers.YES : Covers.UNKNOWN;
        return scopes.computeIfAbsent(ban, key -> new ScopeReading(key.scope()))
                .of(contact, beganInForce(onDay, contact.life()))
                .and(most)
                .and(reached);
    }

    /** Whether equipment was supplied when the ban was in force already. */
    private Covers beganInForce(BanOnDay onDay, Contact.Life life) {
        PartialDate start = onDay.inForceFrom();
        if (start == null) {
            boolean mayCome = onDay.state() != BanState.IN_FORCE;
            return mayCome && life.beganBy() != null && !life.beganBy().isAfter(asOf) ? Covers.NO : Covers.UNKNOWN;
        }
        if (life.beganBy() != null && life.beganBy().isBefore(start.firstDay())) {
            return Covers.NO;
        }
        boolean after = life.beganOnOrAfter() != null && !life.beganOnOrAfter().isBefore(start.firstDay());
        return after ? Covers.YES : Covers.UNKNOWN;
    }

    /** Whether the ban reaches one of the places; none where it is not known. */
    private Covers reaches(Ban ban, List<String> places) {
        if (places.isEmpty()) {
            return Covers.UNKNOWN;
        }
        for (String place : places) {
            if (blocs.isUnder(place, ban.country())) {
                return Covers.YES;
            }
        }
        return Covers.NO;
    }

    private static @Nullable LocalDate lastEvidenced(Contact.Life life) {
        return life.lastEvidenced() == null ? null : life.lastEvidenced().lastDay();
    }

    private static boolean binds(Ban ban, Contact contact) {
        return ban.carriers().isEmpty()
                || ban.carriers().contains(contact.customer().id())
                || ban.carriers().stream().anyMatch(contact.owners()::contains);
    }

    /** A deadline that has come; one of reduced precision counts from its first day, like every date of a ban. */
    private @Nullable PartialDate comeBy(@Nullable PartialDate deadline) {
        return deadline == null || asOf.isBefore(deadline.firstDay()) ? null : deadline;
    }

    private static Set<BanFlag> withReducedPrecision(Set<BanFlag> flags) {
        EnumSet<BanFlag> all = EnumSet.of(BanFlag.REDUCED_PRECISION);
        all.addAll(flags);
        return Collections.unmodifiableSet(all);
    }
}

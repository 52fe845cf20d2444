package org.tieline.restriction;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.PartialDate;
import org.tieline.model.TieType;

/**
 * Holds bans against exposed carriers on one day. For one thread.
 *
 * <p>Whether a ban covers an exposure is asked of each contact tie on any shortest path, and the strongest answer counts. The
 * rules, the first that fits:
 *
 * <ol>
 *   <li>a partnership is never covered;
 *   <li>nor is a tie of a customer that a ban on certain carriers does not bind. It binds those that it names, and what one
 *       of them owns on a shortest path that has the tie;
 *   <li>a ban with parts covers what the strongest of its parts does;
 *   <li>one without parts what the strongest of its kinds does.
 * </ol>
 *
 * <p>A power or an advice never covers for certain.
 */
public final class Coverage {
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
        Ban ban = onDay.ban();
        Jurisdiction jurisdiction = jurisdiction(ban, tied);
        boolean mayConflict = mayConflict(onDay, tied.country());
        Covers covers = Covers.NO;
        String coveredTie = null;
        String conflictTie = null;
        for (Contact contact : tied.contacts()) {
            Covers ofContact = covers(ban, contact);
            if (ofContact.compareTo(covers) > 0) {
                covers = ofContact;
                coveredTie = contact.tie();
            }
            if (mayConflict
                    && conflictTie == null
                    && ofContact == Covers.YES
                    && blocs.isUnder(contact.customerCountry(), ban.country())) {
                conflictTie = contact.tie();
            }
        }
        boolean conflict = conflictTie != null;
        boolean past = conflict && hasCome(ban.deadline());
        return new BanAgainst(
                onDay,
                jurisdiction,
                covers,
                coveredTie,
                conflict,
                conflictTie,
                past,
                past && !ban.deadline().isFullDate() ? withReducedPrecision(onDay.flags()) : onDay.flags());
    }

    /**
     * Whether a ban could be in conflict with a tie of a carrier in a country, whatever the tie; it spares looking for the
     * ties where it could not.
     *
     * @param country null if the carrier has no home
     */
    public boolean mayConflict(BanOnDay onDay, String country) {
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

    private Covers covers(Ban ban, Contact contact) {
        if (contact.type() == TieType.PARTNERS_WITH || !binds(ban, contact)) {
            return Covers.NO;
        }
        Covers most = ban.nature() == BanNature.ORDER ? Covers.YES : Covers.UNKNOWN;
        return scopes.computeIfAbsent(ban, key -> new ScopeReading(key.scope()))
                .of(contact)
                .and(most);
    }

    private static boolean binds(Ban ban, Contact contact) {
        return ban.carriers().isEmpty()
                || ban.carriers().contains(contact.customer())
                || ban.carriers().stream().anyMatch(contact.owners()::contains);
    }

    /** A deadline of reduced precision counts from its first day, like every date of a ban. */
    private boolean hasCome(PartialDate deadline) {
        return deadline != null && !asOf.isBefore(deadline.firstDay());
    }

    private static Set<BanFlag> withReducedPrecision(Set<BanFlag> flags) {
        EnumSet<BanFlag> all = EnumSet.of(BanFlag.REDUCED_PRECISION);
        all.addAll(flags);
        return Collections.unmodifiableSet(all);
    }
}

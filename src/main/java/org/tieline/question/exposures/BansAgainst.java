package org.tieline.question.exposures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.ContactTie;
import org.tieline.exposure.path.Direction;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.TieState;
import org.tieline.model.BanState;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.TieType;
import org.tieline.question.Snapshot;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.BanOnDay;
import org.tieline.restriction.Blocs;
import org.tieline.restriction.Contact;
import org.tieline.restriction.Coverage;
import org.tieline.restriction.ExposedCarrier;
import org.tieline.restriction.Restrictions;

/** Holds the bans on vendors against those exposed to them, for one question. For one thread. */
public final class BansAgainst {
    private final Snapshot snapshot;
    private final Restrictions restrictions;
    private final BanState least;
    private final LocalDate asOf;
    private final Blocs blocs;
    private final Coverage coverage;
    private final Map<String, List<BanOnDay>> byVendor = new HashMap<>();

    /** By vendor, then by the country of carriers: the bans that could be in conflict with a tie of one. */
    private final Map<String, Map<@Nullable String, List<BanOnDay>>> possible = new HashMap<>();

    /** @param least the weakest state of the bans that are listed */
    public BansAgainst(Snapshot snapshot, Restrictions restrictions, SearchOptions options, BanState least) {
        this(
                snapshot,
                restrictions,
                least,
                options.asOf(),
                new Blocs(snapshot.memberships(), options.asOf(), options.knownAt()));
    }

    private BansAgainst(Snapshot snapshot, Restrictions restrictions, BanState least, LocalDate asOf, Blocs blocs) {
        this.snapshot = snapshot;
        this.restrictions = restrictions;
        this.least = least;
        this.asOf = asOf;
        this.blocs = blocs;
        coverage = new Coverage(asOf, blocs);
    }

    /** The same for another thread. */
    BansAgainst again() {
        return new BansAgainst(snapshot, restrictions, least, asOf, blocs);
    }

    /** The bans on a vendor, of every nature, in the state that is wanted or a stronger one. */
    List<BanOnDay> on(String vendor) {
        return byVendor.computeIfAbsent(vendor, id -> restrictions.on(id, least));
    }

    /**
     * The bans on a vendor that are in conflict with ties of a carrier.
     *
     * @param contacts the ties that they are held against; not asked for where no ban could be in conflict with any
     */
    List<BanAgainst> conflicts(String vendor, String carrier, Supplier<List<ContactTie>> contacts) {
        String country = country(carrier);
        List<BanOnDay> bans = possible(vendor, country);
        if (bans.isEmpty()) {
            return List.of();
        }
        // Whoever owns the carrier makes no difference to a ban of its own country or bloc.
        ExposedCarrier tied = new ExposedCarrier(country, Set.of(), contacts(contacts.get()));
        return bans.stream()
                .map(ban -> coverage.of(ban, tied))
                .filter(BanAgainst::isConflict)
                .toList();
    }

    private List<BanOnDay> possible(String vendor, @Nullable String country) {
        return possible.computeIfAbsent(vendor, none -> new HashMap<>())
                .computeIfAbsent(country, home -> on(vendor).stream()
                        .filter(ban -> coverage.mayConflict(ban, home))
                        .toList());
    }

    /** All bans on the vendor, held against one exposure. */
    public List<BanAgainst> of(Exposure exposure, List<ContactTie> contacts) {
        List<BanOnDay> bans = on(exposure.vendor());
        if (bans.isEmpty()) {
            return List.of();
        }
        ExposedCarrier tied =
                new ExposedCarrier(country(exposure.carrier()), ownerCountries(exposure.path()), contacts(contacts));
        List<BanAgainst> against = new ArrayList<>(bans.size());
        bans.forEach(ban -> against.add(coverage.of(ban, tied)));
        return against;
    }

    private List<Contact> contacts(List<ContactTie> contacts) {
        return contacts.stream().map(this::contact).toList();
    }

    private Contact contact(ContactTie contact) {
        Hop hop = contact.hop();
        Organization customer = snapshot.organization(hop.to());
        return new Contact(
                hop.tie(),
                hop.type(),
                hop.segment(),
                hop.generation(),
                hop.countries(),
                new Contact.Customer(customer.id(), customer.kind(), customer.country()),
                contact.owners(),
                life(hop));
    }

    private Contact.Life life(Hop hop) {
        return new Contact.Life(
                hop.since() == null ? null : hop.since().firstDay(),
                hop.since() == null ? firstEvidenced(hop) : hop.since().lastDay(),
                hop.certainty() == Certainty.CERTAIN,
                hop.lastEvidenced(),
                hop.state() == TieState.REMOVING ? hop.removing() : null);
    }

    /** The earliest day by which somebody vouched for a tie; null if nothing dates it. */
    private @Nullable LocalDate firstEvidenced(Hop hop) {
        return Stream.concat(
                        Stream.ofNullable(hop.verified()),
                        hop.sources().stream().map(snapshot::published))
                .filter(Objects::nonNull)
                .map(PartialDate::lastDay)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private Set<String> ownerCountries(List<Hop> path) {
        Set<String> countries = new HashSet<>();
        for (Hop hop : path) {
            if (hop.type() == TieType.OWNS) {
                countries.add(country(hop.direction() == Direction.FORWARD ? hop.from() : hop.to()));
            }
        }
        countries.removeIf(Objects::isNull);
        return countries;
    }

    /** Null if the organization has no home. */
    private @Nullable String country(String organization) {
        return snapshot.organization(organization).country();
    }
}

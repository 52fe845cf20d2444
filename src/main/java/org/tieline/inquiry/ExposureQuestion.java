package org.tieline.inquiry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tieline.exposure.FoundExposures;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Relation;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.Evidence;
import org.tieline.model.OwnershipRule;
import org.tieline.model.Scope;
import org.tieline.model.TieType;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.restriction.BanFilter;

/**
 * Which carriers are tied to which vendors.
 *
 * @param vendors ids of the organizations to start at, at most {@link #MOST_VENDORS}; empty for every vendor that is restricted on the day
 * @param bans which bans make a vendor restricted, where none is named
 * @param search how to search
 * @param carriers ids of the only carriers of interest; empty for all
 * @param carrierCountries the only countries of carriers of interest, a bloc for its members; empty for all
 * @param relations the only relations of interest; empty for all
 * @param minHops the fewest ties that a path must have, 1 or more
 * @param page which part of the list
 * @param affiliates the rule under which organizations that a vendor catches are started at too; null for none
 */
public record ExposureQuestion(
        Set<String> vendors,
        BanFilter bans,
        SearchOptions search,
        Set<String> carriers,
        Set<String> carrierCountries,
        Set<Relation> relations,
        int minHops,
        Page page,
        OwnershipRule affiliates) {
    /** Each vendor is a search of its own. */
    public static final int MOST_VENDORS = 100;

    /** @throws BadQuestion if there are too many vendors, or hops are out of range */
    public ExposureQuestion {
        if (vendors.size() > MOST_VENDORS) {
            throw new BadQuestion(
                    "vendor", "vendor may name %d at most, named %d".formatted(MOST_VENDORS, vendors.size()));
        }
        if (minHops < 1 || minHops > SearchOptions.MOST_HOPS) {
            throw new BadQuestion(
                    "minHops", "minHops must be 1..%d, was %d".formatted(SearchOptions.MOST_HOPS, minHops));
        }
        vendors = Set.copyOf(vendors);
        carriers = Set.copyOf(carriers);
        carrierCountries = Set.copyOf(carrierCountries);
        relations = Set.copyOf(relations);
    }

    /**
     * Reads all parameters of the question but {@code carrier}, which is a part of the address in the web.
     *
     * @param today the day that {@code asOf} means when it is absent
     * @throws BadQuestion if a parameter is unknown or its value is
     */
    public static ExposureQuestion read(Parameters parameters, LocalDate today) {
        ExposureQuestion question = new ExposureQuestion(
                parameters.ids("vendor"),
                bans(parameters),
                search(parameters, today),
                Set.of(),
                parameters.countries("carrierCountry"),
                parameters.terms("relation", Relation.class),
                parameters.integer("minHops").orElse(1),
                Page.read(parameters),
                parameters.term("affiliates", OwnershipRule.class).orElse(null));
        parameters.refuseOthers();
        return question;
    }

    /** The same question about one carrier. */
    public ExposureQuestion about(String carrier) {
        return new ExposureQuestion(
                vendors, bans, search, Set.of(carrier), carrierCountries, relations, minHops, page, affiliates);
    }

    /** The same question about some carriers; about all if there are none. */
    ExposureQuestion about(Set<String> only) {
        return new ExposureQuestion(
                vendors, bans, search, only, carrierCountries, relations, minHops, page, affiliates);
    }

    /** The same question with other options of the search. */
    ExposureQuestion searching(SearchOptions options) {
        return new ExposureQuestion(
                vendors, bans, options, carriers, carrierCountries, relations, minHops, page, affiliates);
    }

    static BanFilter bans(Parameters parameters) {
        Set<BanNature> natures = parameters.terms("nature", BanNature.class);
        BanState least = parameters.term("minBan", BanState.class).orElse(BanFilter.DEFAULT.minBan());
        if (least == BanState.ENDED) {
            throw new BadQuestion("minBan", "minBan must be one of reported, proposed, announced, in-force, was ended");
        }
        return new BanFilter(
                natures.isEmpty() ? BanFilter.DEFAULT.natures() : natures,
                least,
                parameters.ids("government"),
                parameters.countries("country"),
                parameters.each("scope", Scope::new).stream().map(Scope::text).collect(Collectors.toSet()));
    }

    static SearchOptions search(Parameters parameters, LocalDate today) {
        Set<TieType> ties = parameters.terms("ties", TieType.class);
        Evidence weakest = weakest(parameters);
        BigDecimal stake = parameters.decimal("minStake").orElse(BigDecimal.valueOf(SearchOptions.DEFAULT_MIN_STAKE));
        if (stake.signum() < 0 || stake.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new BadQuestion("minStake", "minStake must be 0..100, was " + stake);
        }
        int hops = parameters.integer("maxHops").orElse(SearchOptions.DEFAULT_MAX_HOPS);
        if (hops < 1 || hops > SearchOptions.MOST_HOPS) {
            throw new BadQuestion("maxHops", "maxHops must be 1..%d, was %d".formatted(SearchOptions.MOST_HOPS, hops));
        }
        return new SearchOptions(
                parameters.day("asOf").orElse(today),
                parameters.day("knownAt").orElse(null),
                parameters.term("certainty", Certainty.class).orElse(Certainty.POSSIBLE),
                parameters.day("evidencedSince").orElse(null),
                stake,
                hops,
                ties.isEmpty() ? EnumSet.allOf(TieType.class) : ties,
                weakest);
    }

    /** How affiliates are found: with the day and the evidence of the search. */
    OwnershipBasis affiliatesBasis() {
        return new OwnershipBasis(
                affiliates, Set.of(), BanFilter.DEFAULT, search.asOf(), search.knownAt(), search.minEvidence());
    }

    static Evidence weakest(Parameters parameters) {
        Evidence weakest = parameters.term("minEvidence", Evidence.class).orElse(Evidence.REPORTED);
        if (weakest == Evidence.DENIED) {
            throw new BadQuestion(
                    "minEvidence", "minEvidence must be one of reported, announced, confirmed, was denied");
        }
        return weakest;
    }

    /** The countries of carriers of interest on the day, with the members of blocs; empty for all. */
    Set<String> homes(Snapshot snapshot) {
        return snapshot.withMembers(carrierCountries, search.asOf(), search.knownAt());
    }

    /**
     * Whether carrier {@code i} of a search is one of those that the answer is to have.
     *
     * @param homes as {@link #homes} has them
     */
    boolean wants(Snapshot snapshot, Set<String> homes, FoundExposures reach, int i) {
        String carrier = reach.carrier(i);
        return reach.hops(i) >= minHops
                && (carriers.isEmpty() || carriers.contains(carrier))
                && (relations.isEmpty() || relations.contains(reach.relation(i)))
                && (homes.isEmpty()
                        || homes.contains(
                                String.valueOf(snapshot.organization(carrier).country())));
    }

    /** The vendors in the order in which they are searched. */
    List<String> vendorsInOrder() {
        return vendors.stream().sorted().toList();
    }
}

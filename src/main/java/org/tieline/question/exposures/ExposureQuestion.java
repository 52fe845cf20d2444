package org.tieline.question.exposures;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.FoundExposures;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.OwnershipRule;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Answer;
import org.tieline.question.Links;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.included.IncludeParameters;
import org.tieline.question.ownership.OwnershipBasis;
import org.tieline.question.parameter.BanParameters;
import org.tieline.question.parameter.KnownAt;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.BanFilter;
import org.tieline.restriction.RestrictedIn;

/**
 * Which carriers are tied to which vendors.
 *
 * @param vendors ids of the organizations to start at, at most {@link #MOST_VENDORS}; empty for every vendor that is restricted on the day
 * @param bans which bans make a vendor restricted, where none is named
 * @param restrictedIn where these bans must be, seen from a carrier, where no vendor is named
 * @param search how to search
 * @param carriers ids of the only carriers of interest; empty for all
 * @param carrierCountries the only countries of carriers of interest, a bloc for its members; empty for all
 * @param relations the only relations of interest; empty for all
 * @param minHops the fewest ties that a path must have, 1 or more
 * @param page which part of the list
 * @param affiliates the rule under which organizations that a vendor catches are started at too; null for none
 * @param contacts the contact ties of which an exposure must have one to be of interest
 */
@RecordBuilder
public record ExposureQuestion(
        Set<String> vendors,
        BanFilter bans,
        RestrictedIn restrictedIn,
        SearchOptions search,
        Set<String> carriers,
        Set<String> carrierCountries,
        Set<Relation> relations,
        int minHops,
        Paging page,
        @Nullable OwnershipRule affiliates,
        ContactFilter contacts)
        implements ExposureQuestionBuilder.With {
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

    public static final Parameter<Set<String>> VENDOR =
            Parameter.of("vendor", Types.IDS, "Vendors to start at; all that are restricted on the day if absent.");

    public static final Parameter<OwnershipRule> AFFILIATES = Parameter.of(
            "affiliates",
            Types.word(OwnershipRule.class),
            "Start also at organizations that a vendor catches under this ownership rule.");

    public static final Parameter<Set<String>> CARRIER =
            Parameter.of("carrier", Types.IDS, "The only carriers of interest.");

    public static final Parameter<Integer> MIN_HOPS = Parameter.of(
                    "minHops",
                    Types.whole(1, SearchOptions.MOST_HOPS),
                    "The fewest ties of a path; 2 leaves out direct ties.")
            .orElse(1);

    public static final Parameter<Set<Relation>> RELATION =
            Parameter.of("relation", Types.words(Relation.class), "The only relations of interest.");

    public static final Parameter<Set<String>> CARRIER_COUNTRY = Parameter.of(
            "carrierCountry",
            Types.COUNTRIES,
            "The only countries of carriers of interest, like US; EU for its members on the day.");

    public static final Parameter<RestrictedIn> RESTRICTED_IN = Parameter.of(
                    "restrictedIn",
                    Types.word(RestrictedIn.class),
                    "Take a vendor for restricted that a ban of any country restricts, or only one of the carrier's own country "
                            + "or bloc, or of more than one country.")
            .orElse(RestrictedIn.ANYWHERE);

    /** What every question may be told that asks for exposures. */
    public static final Parameters COMMON = Parameters.of(VENDOR, AFFILIATES, CARRIER)
            .and(SearchParameters.ALL)
            .and(MIN_HOPS, RELATION, CARRIER_COUNTRY)
            .and(BanParameters.ALL)
            .and(RESTRICTED_IN);

    private static final Parameters PARAMETERS =
            COMMON.and(ContactFilter.PARAMETERS).and(IncludeParameters.ALL).and(PageParameters.ALL);

    /** Where the exposures of one carrier are. */
    private static final String OF_CARRIER = "/v1/carriers/{carrier}/exposures";

    public static final Question DECLARED = Question.of(
                    "exposures",
                    "Which carriers are tied to which vendors, through whom, on a day.",
                    PARAMETERS,
                    values -> {
                        ExposureQuestion question =
                                of(values, PageParameters.page(values)).with(ContactFilter.of(values));
                        return snapshot -> question.answer(snapshot, values);
                    },
                    "/v1/exposures",
                    OF_CARRIER)
            .answering(ExposureList.class, ExposureView.class, ExposureView.COLUMNS)
            .shownAt("/", "/carriers/{carrier}")
            .offering();

    /**
     * Of the values of a question that has {@link #COMMON}.
     *
     * @param page which part of the list
     */
    public static ExposureQuestion of(Values values, Paging page) {
        return new ExposureQuestion(
                values.get(VENDOR),
                BanParameters.filter(values),
                values.get(RESTRICTED_IN),
                SearchParameters.options(values),
                values.get(CARRIER),
                values.get(CARRIER_COUNTRY),
                values.get(RELATION),
                values.get(MIN_HOPS),
                page,
                values.get(AFFILIATES),
                ContactFilter.ANY);
    }

    /** The same question about exposures with some contact ties alone. */
    public ExposureQuestion with(ContactFilter only) {
        return withContacts(only);
    }

    /** The values of {@link #COMMON} by which this would be asked alone. */
    public Values values() {
        return BanParameters.set(SearchParameters.set(Values.usual(COMMON), search), bans)
                .with(VENDOR, vendors)
                .with(AFFILIATES, affiliates)
                .with(CARRIER, carriers)
                .with(CARRIER_COUNTRY, carrierCountries)
                .with(RELATION, relations)
                .with(MIN_HOPS, minHops)
                .with(RESTRICTED_IN, restrictedIn);
    }

    private Answer<ExposureView> answer(Snapshot snapshot, Values values) {
        carriers.forEach(id -> requireCarrier(snapshot.organization(id)));
        ExposureAnswer answer = ExposureInquiry.ask(snapshot, this);
        ExposureList list = ExposureList.of(snapshot, answer, this, values);
        return Answer.of(list, list.results(), ExposureView.COLUMNS, (long) answer.total(), answer.page())
                .told(() -> ExposureText.of(answer));
    }

    private static void requireCarrier(Organization organization) {
        if (organization.kind() != OrganizationKind.CARRIER) {
            throw new NotFound("%s is no carrier but of the kind %s; %s tells of it"
                    .formatted(organization.id(), organization.kind().text(), Links.organization(organization.id())));
        }
    }

    /** The address of the question whose only answer is one exposure, with every option that is not as by default, and its day. */
    public String addressOf(String vendor, String carrier) {
        Values values = SearchParameters.set(Values.usual(PARAMETERS), search)
                .with(VENDOR, Set.of(vendor))
                .with(CARRIER, Set.of(carrier))
                .with(BanParameters.MIN_BAN, bans.minBan());
        return values.address(OF_CARRIER);
    }

    /** The address of the exposures of a carrier to every vendor that is restricted on the day, with the options of this one. */
    public String addressOf(String carrier) {
        Values values = BanParameters.set(SearchParameters.set(Values.usual(PARAMETERS), search), bans)
                .with(CARRIER, Set.of(carrier))
                .with(RESTRICTED_IN, restrictedIn);
        return values.address(OF_CARRIER);
    }

    /** How affiliates are found: with the day and the evidence of the search. */
    public OwnershipBasis affiliatesBasis() {
        return new OwnershipBasis(
                Objects.requireNonNull(affiliates),
                Set.of(),
                BanFilter.DEFAULT,
                search.asOf(),
                KnownAt.of(search.knownAt(), search.release()),
                search.minEvidence());
    }

    /** @throws NotFound if it names an organization that is not there */
    public void requireKnown(Snapshot snapshot) {
        vendors.forEach(snapshot::organization);
        carriers.forEach(snapshot::organization);
        bans.governments().forEach(snapshot::organization);
    }

    /** The countries of carriers of interest on the day, with the members of blocs; empty for all. */
    public Set<String> homes(Snapshot snapshot) {
        return snapshot.withMembers(carrierCountries, search.asOf(), search.knownAt());
    }

    /**
     * Whether carrier {@code i} of a search is one of those that the answer is to have.
     *
     * @param homes as {@link #homes} has them
     * @param starts those of the day, with the one that was searched from
     */
    public boolean wants(Snapshot snapshot, Set<String> homes, Starts starts, FoundExposures reach, int i) {
        String carrier = reach.carrier(i);
        return reach.hops(i) >= minHops
                && (carriers.isEmpty() || carriers.contains(carrier))
                && (relations.isEmpty() || relations.contains(reach.relation(i)))
                && (homes.isEmpty()
                        || homes.contains(
                                String.valueOf(snapshot.organization(carrier).country())))
                && starts.count(reach.vendor(), carrier);
    }
}

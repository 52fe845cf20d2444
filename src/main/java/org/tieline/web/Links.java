package org.tieline.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.exposure.PathSearch;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Hop;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.OwnershipBasis;
import org.tieline.inquiry.PathQuestion;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Term;
import org.tieline.model.TieType;
import org.tieline.restriction.BanFilter;

/** Paths of this API. */
final class Links {
    private Links() {}

    static String organization(String id) {
        return "/v1/organizations/" + id;
    }

    static String ban(String id) {
        return "/v1/bans/" + id;
    }

    static String tie(String id) {
        return "/v1/ties/" + id;
    }

    static String source(String id) {
        return "/v1/sources/" + id;
    }

    /** Sources, in the order of their ids. */
    static List<String> sources(List<String> ids) {
        return ids.stream().map(Links::source).toList();
    }

    /** The organizations of a path in walking order, one more than there are ties. */
    static List<String> organizations(List<Hop> path) {
        return Stream.concat(Stream.of(path.getFirst().from()), path.stream().map(Hop::to))
                .map(Links::organization)
                .toList();
    }

    /** The ties of a path in walking order. */
    static List<String> ties(List<Hop> path) {
        return path.stream().map(Hop::tie).map(Links::tie).toList();
    }

    /** The sources of the ties of a path in walking order, each once. */
    static List<String> sourcesOf(List<Hop> path) {
        return path.stream()
                .flatMap(hop -> hop.sources().stream())
                .distinct()
                .map(Links::source)
                .toList();
    }

    /** The exposures of a carrier, or those to a vendor, on a day; null for organizations of other kinds. */
    static String exposures(Organization organization, LocalDate asOf) {
        Query query = new Query();
        if (organization.kind() == OrganizationKind.VENDOR) {
            query.add("vendor", organization.id());
        }
        query.addUnless(null, "asOf", asOf);
        String from =
                switch (organization.kind()) {
                    case CARRIER -> "/v1/carriers/%s/exposures".formatted(organization.id());
                    case VENDOR -> "/v1/exposures";
                    case COMPANY, GOVERNMENT, ASSOCIATION -> null;
                };
        return from == null || query.isEmpty() ? from : from + "?" + query;
    }

    /** The question whose only answer is one exposure, with every option that is not as by default, and its day. */
    static String exposure(ExposureQuestion question, String vendor, String carrier) {
        Query query = new Query();
        query.add("vendor", vendor);
        query.add(question.search());
        query.addUnless(BanFilter.DEFAULT.minBan(), "minBan", question.bans().minBan());
        return "/v1/carriers/%s/exposures?%s".formatted(carrier, query);
    }

    /** The exposures of a carrier to every vendor that is restricted on the day of a question, with its options. */
    static String exposures(ExposureQuestion question, String carrier) {
        Query query = new Query();
        query.add(question.search());
        query.add(question.bans());
        return "/v1/carriers/%s/exposures?%s".formatted(carrier, query);
    }

    /** The bans on an organization as they stood on the day of a question. */
    static String bansOn(String organization, SearchOptions options) {
        Query query = new Query();
        query.add("target", organization);
        query.add("asOf", options.asOf());
        query.addUnless(null, "knownAt", options.knownAt());
        return "/v1/bans?" + query;
    }

    /** The verdict on one organization, with every option that is not as by default, and its day. */
    static String ownership(OwnershipBasis basis, String organization) {
        Query query = new Query();
        query.add("rule", basis.rule());
        query.add("asOf", basis.asOf());
        query.addAll("listed", basis.listed());
        query.addUnless(null, "knownAt", basis.knownAt());
        query.addUnless(Evidence.REPORTED, "minEvidence", basis.minEvidence());
        query.add(basis.bans());
        return "/v1/organizations/%s/ownership?%s".formatted(organization, query);
    }

    /** The question that a list of paths answers. */
    static String paths(PathQuestion question) {
        Query query = pathQuery(question.search(), question.from(), question.to());
        query.addUnless(PathSearch.DEFAULT_LIMIT, "limit", question.limit());
        return "/v1/paths?" + query;
    }

    /** All paths between two organizations, asked with the same options. */
    static String paths(SearchOptions options, String from, String to) {
        return "/v1/paths?" + pathQuery(options, from, to);
    }

    private static Query pathQuery(SearchOptions options, String from, String to) {
        Query query = new Query();
        query.add("from", from);
        query.add("to", to);
        query.add(options);
        return query;
    }

    /** Words in the order of declaration, so that the same question always has the same address. */
    private static String joined(Set<TieType> types) {
        return EnumSet.copyOf(types).stream().map(Term::text).collect(Collectors.joining(","));
    }

    private static final class Query {
        private final StringJoiner parts = new StringJoiner("&");

        void add(String name, Object value) {
            String text =
                    switch (value) {
                        case Term term -> term.text();
                        default -> value.toString();
                    };
            parts.add(name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }

        /** The day, and every option that is not as by default. */
        void add(SearchOptions options) {
            SearchOptions usual = SearchOptions.on(options.asOf());
            add("asOf", options.asOf());
            addUnless(usual.knownAt(), "knownAt", options.knownAt());
            addUnless(usual.certainty(), "certainty", options.certainty());
            addUnless(usual.evidencedSince(), "evidencedSince", options.evidencedSince());
            if (usual.minStake().compareTo(options.minStake()) != 0) {
                add("minStake", options.minStake().toPlainString());
            }
            addUnless(usual.maxHops(), "maxHops", options.maxHops());
            addUnless(usual.ties(), "ties", options.ties());
            addUnless(usual.minEvidence(), "minEvidence", options.minEvidence());
        }

        /** Every choice of bans that is not as by default. */
        void add(BanFilter bans) {
            addUnless(BanFilter.DEFAULT.minBan(), "minBan", bans.minBan());
            if (!bans.natures().equals(BanFilter.DEFAULT.natures())) {
                addAll("nature", bans.natures().stream().map(Term::text).toList());
            }
            addAll("government", bans.governments());
            addAll("country", bans.countries());
            addAll("scope", bans.scopes());
        }

        void addUnless(Object usual, String name, Object value) {
            if (value != null && !value.equals(usual)) {
                add(name, value);
            }
        }

        /** Sorted, so that the same question always has the same address; nothing if there are none. */
        void addAll(String name, Collection<String> values) {
            if (!values.isEmpty()) {
                add(name, values.stream().sorted().collect(Collectors.joining(",")));
            }
        }

        void addUnless(Set<TieType> usual, String name, Set<TieType> types) {
            if (!types.equals(usual)) {
                add(name, joined(types));
            }
        }

        boolean isEmpty() {
            return parts.length() == 0;
        }

        @Override
        public String toString() {
            return parts.toString();
        }
    }
}

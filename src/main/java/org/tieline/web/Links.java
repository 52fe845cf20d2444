package org.tieline.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.tieline.exposure.PathSearch;
import org.tieline.exposure.SearchOptions;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.OwnershipBasis;
import org.tieline.inquiry.PathQuestion;
import org.tieline.model.Evidence;
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

    /** The question whose only answer is one exposure, with every option that is not as by default, and its day. */
    static String exposure(ExposureQuestion question, String vendor, String carrier) {
        Query query = new Query();
        query.add("vendor", vendor);
        query.add(question.search());
        query.addUnless(BanFilter.DEFAULT.minBan(), "minBan", question.bans().minBan());
        return "/v1/carriers/%s/exposures?%s".formatted(carrier, query);
    }

    /** The verdict on one organization, with every option that is not as by default, and its day. */
    static String ownership(OwnershipBasis basis, String organization) {
        Query query = new Query();
        query.add("rule", basis.rule());
        query.add("asOf", basis.asOf());
        query.addAll("listed", basis.listed());
        query.addUnless(null, "knownAt", basis.knownAt());
        query.addUnless(Evidence.REPORTED, "minEvidence", basis.minEvidence());
        query.addUnless(BanFilter.DEFAULT.minBan(), "minBan", basis.bans().minBan());
        if (!basis.bans().natures().equals(BanFilter.DEFAULT.natures())) {
            query.addAll(
                    "nature", basis.bans().natures().stream().map(Term::text).toList());
        }
        query.addAll("government", basis.bans().governments());
        query.addAll("country", basis.bans().countries());
        query.addAll("scope", basis.bans().scopes());
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

        @Override
        public String toString() {
            return parts.toString();
        }
    }
}

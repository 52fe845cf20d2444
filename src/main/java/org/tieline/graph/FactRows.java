package org.tieline.graph;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tieline.model.Ban;
import org.tieline.model.Country;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Source;
import org.tieline.model.Term;
import org.tieline.model.Tie;

/**
 * Facts as rows that a Cypher query writes: {@code properties} as they stand in the graph, fingerprint included, beside what
 * the row is joined to. {@code id} is what tells it from others.
 */
public final class FactRows {
    private FactRows() {}

    public static Map<String, Object> of(Organization organization) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", organization.id());
        properties.put("name", organization.name());
        properties.put("country", organization.country());
        properties.put("aliases", organization.aliases());
        if (!organization.formerIds().isEmpty()) {
            properties.put("formerIds", organization.formerIds());
        }
        return row(properties, "kind", organization.kind().label(), "country", organization.country());
    }

    public static Map<String, Object> of(Source source) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", source.id());
        properties.put("publisher", source.publisher());
        properties.put("title", source.title());
        properties.put("published", text(source.published()));
        properties.put("url", source.url());
        return row(properties);
    }

    public static Map<String, Object> of(Tie tie) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", tie.id());
        properties.put("since", text(tie.since()));
        properties.put("until", text(tie.until()));
        properties.put("possibleFrom", tie.since() == null ? null : tie.since().firstDay());
        properties.put("possibleTo", possibleTo(tie.until()));
        properties.put("percent", tie.percent() == null ? null : tie.percent().doubleValue());
        properties.put("segment", words(tie.segment()));
        properties.put("generation", words(tie.generation()));
        properties.put("evidence", tie.evidence().text());
        properties.put("sources", tie.sources());
        properties.put("summary", tie.summary());
        return row(properties, "type", tie.type().text(), "from", tie.from(), "to", tie.to());
    }

    public static Map<String, Object> of(Ban ban) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", ban.id());
        properties.put("nature", ban.nature().text());
        properties.put("named", ban.named());
        properties.put("carriers", ban.carriers());
        properties.put("scope", ban.scope().stream().map(Scope::text).toList());
        properties.put("status", ban.status().text());
        properties.put("reported", text(ban.reported()));
        properties.put("announced", text(ban.announced()));
        properties.put("effective", text(ban.effective()));
        properties.put("deadline", text(ban.deadline()));
        properties.put("ended", text(ban.ended()));
        properties.put(
                "ownershipRule",
                ban.ownershipRule() == null ? null : ban.ownershipRule().text());
        properties.put("summary", ban.summary());
        return row(
                properties,
                "government",
                ban.government(),
                "country",
                ban.country(),
                "targets",
                ban.targets(),
                "sources",
                ban.sources(),
                // Part of the fingerprint: what an older program wrote without places is written anew.
                "places",
                true);
    }

    /** {@code from} and {@code to} are what readers of the graph compare days with. */
    public static Map<String, Object> of(Membership membership) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("since", membership.since().toString());
        properties.put(
                "until", membership.until() == null ? null : membership.until().toString());
        properties.put("from", membership.since());
        properties.put("to", membership.until());
        properties.put("sources", membership.sources());
        Map<String, Object> row = row(properties, "bloc", membership.bloc(), "country", membership.country());
        row.put("id", membership.key());
        return row;
    }

    public static Map<String, Object> ofCountry(String code) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("code", code);
        properties.put("name", Country.english(code));
        Map<String, Object> row = row(properties);
        row.put("id", code);
        return row;
    }

    /**
     * What a load stores of a row: texts, lists of texts, days, decimal and whole numbers, and nothing where a value is
     * null.
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> properties(Map<String, Object> row) {
        return (Map<String, Object>) row.get("properties");
    }

    /** The fingerprint that a load stores of a row; another one later means that the row says something else. */
    public static long fingerprint(Map<String, Object> row) {
        return (Long) properties(row).get("fingerprint");
    }

    private static LocalDate possibleTo(PartialDate until) {
        return until == null ? null : until.overBy();
    }

    private static String text(PartialDate date) {
        return date == null ? null : date.toString();
    }

    private static List<String> words(List<? extends Term> terms) {
        return terms.stream().map(Term::text).toList();
    }

    private static Map<String, Object> row(Map<String, Object> properties, Object... joined) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < joined.length; i += 2) {
            row.put((String) joined[i], joined[i + 1]);
        }
        properties.put("fingerprint", Fingerprint.of(properties, row));
        row.put("id", properties.get("id"));
        row.put("properties", properties);
        return row;
    }
}

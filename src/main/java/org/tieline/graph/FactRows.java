package org.tieline.graph;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.Country;
import org.tieline.model.DatasetSummary;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Term;
import org.tieline.model.Tie;

/**
 * Facts as rows that a Cypher query writes: {@code properties} as they stand in the graph, fingerprint included, beside what
 * the row is joined to. {@code id} is what tells it from others.
 *
 * <p>What few facts say is in the row only where they do, so that the others keep the fingerprint that they always had.
 */
public final class FactRows {
    /** The most properties of a tie. */
    private static final int MOST_OF_TIE = 17;

    private FactRows() {}

    public static Map<String, Object> of(Organization organization) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", organization.id());
        properties.put("name", organization.name());
        properties.put("country", organization.country());
        properties.put("aliases", organization.aliases());
        putIfAny(properties, "formerIds", organization.formerIds());
        putIfAny(properties, "since", text(organization.since()));
        putIfAny(properties, "until", text(organization.until()));
        putIfAny(properties, "possibleFrom", possibleFrom(organization.since()));
        putIfAny(properties, "possibleTo", possibleTo(organization.until()));
        Map<String, Object> joined = new LinkedHashMap<>();
        joined.put("kind", organization.kind().label());
        joined.put("country", organization.country());
        putIfAny(joined, "successor", organization.successor());
        return row(properties, joined);
    }

    public static Map<String, Object> of(Source source) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", source.id());
        properties.put("publisher", source.publisher());
        properties.put("title", source.title());
        properties.put("published", text(source.published()));
        properties.put("url", source.url());
        putIfAny(properties, "archivedUrl", source.archivedUrl());
        putIfAny(properties, "retrieved", text(source.retrieved()));
        putIfAny(properties, "sha256", source.sha256());
        return row(properties, new LinkedHashMap<>());
    }

    public static Map<String, Object> of(Tie tie) {
        // Millions come by here, each with more than such a map has room for at first.
        Map<String, Object> properties = LinkedHashMap.newLinkedHashMap(MOST_OF_TIE);
        properties.put("id", tie.id());
        properties.put("since", text(tie.since()));
        properties.put("until", text(tie.until()));
        properties.put("possibleFrom", possibleFrom(tie.since()));
        properties.put("possibleTo", possibleTo(tie.until()));
        properties.put("percent", number(tie.percent()));
        properties.put("segment", words(tie.segment()));
        properties.put("generation", words(tie.generation()));
        properties.put("evidence", tie.evidence().text());
        properties.put("sources", tie.sources());
        properties.put("summary", tie.summary());
        putIfAny(properties, "removing", text(tie.removing()));
        putIfAny(properties, "verified", text(tie.verified()));
        putIfAny(properties, "share", number(tie.share()));
        putIfAny(properties, "shareOn", text(tie.shareOn()));
        putIfAny(properties, "countries", tie.countries());
        return row(properties, joined("type", tie.type().text(), "from", tie.from(), "to", tie.to()));
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
        Map<String, Object> joined = joined(
                "government",
                ban.government(),
                "country",
                ban.country(),
                "targets",
                ban.targets(),
                "sources",
                ban.sources());
        // Part of the fingerprint: what an older program wrote without places is written anew.
        joined.put("places", true);
        putIfAny(joined, "replaces", ban.replaces());
        return row(properties, joined);
    }

    /** {@code from} and {@code to} are what readers of the graph compare days with. */
    public static Map<String, Object> of(Membership membership) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("since", written(membership.since()));
        properties.put("until", written(membership.until()));
        properties.put("from", membership.since());
        properties.put("to", membership.until());
        properties.put("sources", membership.sources());
        Map<String, Object> row = row(properties, joined("bloc", membership.bloc(), "country", membership.country()));
        row.put("id", membership.key());
        return row;
    }

    /** The properties are those of the relationship; the node, which others may share, has {@code scheme} and {@code value}. */
    public static Map<String, Object> of(Identifier identifier) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("since", text(identifier.since()));
        properties.put("until", text(identifier.until()));
        properties.put("possibleFrom", possibleFrom(identifier.since()));
        properties.put("possibleTo", possibleTo(identifier.until()));
        properties.put("sources", identifier.sources());
        Map<String, Object> row = row(
                properties,
                joined(
                        "organization",
                        identifier.organization(),
                        "scheme",
                        identifier.scheme().text(),
                        "value",
                        identifier.value()));
        row.put("id", identifier.key());
        return row;
    }

    /** The properties are those of the node; the relationship has {@code sources}. */
    public static Map<String, Object> of(SubscriberCount count) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("on", text(count.on()));
        properties.put("millions", number(count.millions()));
        Map<String, Object> row =
                row(properties, joined("organization", count.organization(), "sources", count.sources()));
        row.put("id", count.key());
        return row;
    }

    /** What the graph says of a data set as a whole; no row, as nothing is compared with it. */
    public static Map<String, Object> of(DatasetSummary dataset, Instant loadedAt) {
        Map<String, Object> properties = of(dataset);
        properties.put("loadedAt", loadedAt.atZone(ZoneOffset.UTC));
        return properties;
    }

    /** The same without when it was loaded. */
    public static Map<String, Object> of(DatasetSummary dataset) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("version", dataset.version());
        properties.put("sha256", dataset.sha256());
        properties.put("organizations", dataset.organizations());
        properties.put("ties", dataset.ties());
        properties.put("bans", dataset.bans());
        properties.put("sources", dataset.sources());
        properties.put("memberships", dataset.memberships());
        properties.put("identifiers", dataset.identifiers());
        properties.put("subscribers", dataset.subscribers());
        return properties;
    }

    public static Map<String, Object> ofCountry(String code) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("code", code);
        properties.put("name", Country.english(code));
        Map<String, Object> row = row(properties, new LinkedHashMap<>());
        row.put("id", code);
        return row;
    }

    /**
     * What a load stores of a row: texts, lists of texts, days, decimal and whole numbers, and nothing where a value is
     * null.
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> properties(Map<String, Object> row) {
        return (Map<String, Object>) Objects.requireNonNull(row.get("properties"));
    }

    /** The fingerprint that a load stores of a row; another one later means that the row says something else. */
    public static long fingerprint(Map<String, Object> row) {
        return (Long) Objects.requireNonNull(properties(row).get("fingerprint"));
    }

    private static @Nullable String written(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate possibleFrom(@Nullable PartialDate since) {
        return since == null ? null : since.firstDay();
    }

    private static @Nullable LocalDate possibleTo(@Nullable PartialDate until) {
        return until == null ? null : until.overBy();
    }

    private static @Nullable String text(@Nullable PartialDate date) {
        return Objects.toString(date, null);
    }

    private static @Nullable Double number(@Nullable BigDecimal decimal) {
        return decimal == null ? null : decimal.doubleValue();
    }

    private static List<String> words(List<? extends Term> terms) {
        return terms.isEmpty() ? List.of() : terms.stream().map(Term::text).toList();
    }

    private static void putIfAny(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            values.put(name, value);
        }
    }

    private static Map<String, Object> joined(Object... namesAndValues) {
        Map<String, Object> joined = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            joined.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return joined;
    }

    /** @param joined becomes the row */
    private static Map<String, Object> row(Map<String, Object> properties, Map<String, Object> joined) {
        properties.put("fingerprint", Fingerprint.of(properties, joined));
        joined.put("id", properties.get("id"));
        joined.put("properties", properties);
        return joined;
    }
}

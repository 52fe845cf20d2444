package org.tieline.graph.bolt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.tieline.graph.FactRows;
import org.tieline.graph.KeptFacts.Kind;
import org.tieline.graph.Progress;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/** What a load has to do, kind by kind: a data set held against the graph. */
final class LoadPlan {
    private final Difference<String> countries;
    private final Difference<Source> sources;
    private final Difference<Organization> organizations;
    private final Difference<Tie> ties;
    private final Difference<Ban> bans;
    private final Difference<Membership> memberships;
    private final Difference<Identifier> identifiers;
    private final Difference<SubscriberCount> subscribers;

    /**
     * Goes through a data set once.
     *
     * @param kept takes what the graph keeps of a release
     */
    LoadPlan(Dataset dataset, ReleaseParts kept) {
        countries = new Difference<>(countries(dataset), code -> code, FactRows::ofCountry);
        sources = new Difference<>(dataset.sources(), Source::id, FactRows::of);
        organizations = new Difference<>(dataset.organizations(), Organization::id, FactRows::of);
        ties = new Difference<>(dataset.ties(), Tie::id, FactRows::of);
        bans = new Difference<>(dataset.bans(), Ban::id, FactRows::of);
        memberships = new Difference<>(dataset.memberships(), Membership::key, FactRows::of);
        identifiers = new Difference<>(dataset.identifiers(), Identifier::key, FactRows::of);
        subscribers = new Difference<>(dataset.subscribers(), SubscriberCount::key, FactRows::of);
        // In the order in which a release is kept.
        organizations.fill(LoadPlan::successors, row -> kept.add(Kind.ORGANIZATION, row));
        identifiers.fill(identifier -> null, row -> kept.add(Kind.IDENTIFIER, row));
        subscribers.fill(count -> null, row -> kept.add(Kind.COUNT, row));
        sources.fill(source -> null, row -> kept.add(Kind.SOURCE, row));
        bans.fill(LoadPlan::relationships, row -> kept.add(Kind.BAN, row));
        memberships.fill(membership -> null, row -> kept.add(Kind.MEMBERSHIP, row));
        ties.fill(tie -> null, row -> kept.add(Kind.TIE, row));
        countries.fill(code -> null, row -> {});
        kept.end();
    }

    /** That there is nothing to do. */
    static LoadPlan nothing() {
        Dataset empty = new Dataset(Dataset.UNVERSIONED, "", List.of(), List.of(), List.of(), List.of());
        return new LoadPlan(empty, ReleaseParts.of(0));
    }

    private static Object successors(Organization organization) {
        return organization.successor() == null ? List.of() : List.of(organization.successor());
    }

    private static Object relationships(Ban ban) {
        return 2L + ban.targets().size() + ban.sources().size() + ban.replaces().size();
    }

    /** Every code that something of the data set names. */
    private static List<String> countries(Dataset dataset) {
        return Stream.of(
                        dataset.organizations().stream().map(Organization::country),
                        dataset.bans().stream().map(Ban::country),
                        dataset.memberships().stream()
                                .flatMap(membership -> Stream.of(membership.bloc(), membership.country())))
                .flatMap(codes -> codes)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** Reads what the graph has. May be done again. */
    void compare(TransactionContext tx, Progress progress) {
        compare(tx, progress, "countries", countries, """
                MATCH (n:Country) RETURN n.code AS id, n.fingerprint AS fingerprint, true AS complete, null AS joined
                """);
        compare(tx, progress, "sources", sources, """
                MATCH (n:Source) RETURN n.id AS id, n.fingerprint AS fingerprint, true AS complete, null AS joined
                """);
        compare(tx, progress, "organizations", organizations, """
                MATCH (n:Organization)
                RETURN n.id AS id, n.fingerprint AS fingerprint,
                       (n.country IS NULL OR EXISTS { (n)-[:BASED_IN]->() }) AS complete,
                       [(n)-[s:SUCCEEDED_BY]->(o) WHERE s.fingerprint IS NOT NULL | o.id] AS joined
                """);
        compare(
                tx,
                progress,
                "ties",
                ties,
                "MATCH ()-[t:%s]->() RETURN t.id AS id, t.fingerprint AS fingerprint, true AS complete, null AS joined"
                        .formatted(DriverGraphReader.tieTypes()));
        compare(tx, progress, "bans", bans, """
                MATCH (n:Ban)
                RETURN n.id AS id, n.fingerprint AS fingerprint, true AS complete,
                       COUNT { (n)-[r]-() WHERE r.fingerprint IS NOT NULL }
                         - COUNT { (n)<-[r:REPLACES]-() WHERE r.fingerprint IS NOT NULL } AS joined
                """);
        // One that is made by hand without a day has no key.
        compare(tx, progress, "memberships", memberships, """
                MATCH (country:Country)-[m:BELONGS_TO]->(bloc:Country)
                RETURN toStringOrNull(bloc.code) + ' ' + toStringOrNull(country.code) + ' ' + toStringOrNull(m.since) AS id,
                       m.fingerprint AS fingerprint, true AS complete, null AS joined
                """);
        compare(tx, progress, "identifiers", identifiers, """
                MATCH (o:Organization)-[r:IDENTIFIED_BY]->(n:Identifier)
                RETURN %s AS id, r.fingerprint AS fingerprint, true AS complete, null AS joined
                """.formatted(DetailWriter.IDENTIFIER_KEY));
        // One whose relationship was made by hand belongs to whoever made that.
        compare(tx, progress, "subscribers", subscribers, """
                MATCH (o:Organization)-[r:HAS_SUBSCRIBERS]->(n:Count)
                RETURN %s AS id, r.fingerprint AS fingerprint, n.fingerprint = r.fingerprint AS complete, null AS joined
                """.formatted(DetailWriter.COUNT_KEY));
    }

    private static void compare(
            TransactionContext tx, Progress progress, String phase, Difference<?> difference, String query) {
        difference.compare(tx, query, (done, total) -> progress.at(phase + " compared", done, total));
    }

    /** How many facts are to be written or removed. */
    long changes() {
        return Stream.of(countries, sources, organizations, ties, bans, memberships, identifiers, subscribers)
                .mapToLong(Difference::changes)
                .sum();
    }

    /** What the load will have changed, if nothing stays that is to be removed. */
    LoadReport report() {
        return new LoadReport(
                organizations.report(),
                ties.report(),
                bans.report(),
                sources.report(),
                memberships.report(),
                identifiers.report(),
                subscribers.report(),
                List.of());
    }

    /**
     * Hands over all steps in their order.
     *
     * @param most rows of a step
     */
    void forEachStep(int most, Consumer<LoadStep> taker) {
        wanted(StepKind.COUNTRIES, countries, most, taker);
        wanted(StepKind.SOURCES, sources, most, taker);
        wanted(StepKind.ORGANIZATIONS, organizations, most, taker);
        wanted(
                StepKind.SUCCESSORS,
                organizations,
                organization -> organization.successor() == null
                        ? null
                        : Map.of("id", organization.id(), "successor", organization.successor()),
                most,
                taker);
        obsolete(StepKind.OBSOLETE_TIES, ties, most, taker);
        wanted(StepKind.TIES, ties, most, taker);
        wanted(StepKind.BANS, bans, most, taker);
        wanted(
                StepKind.REPLACEMENTS,
                bans,
                ban -> ban.replaces().isEmpty() ? null : Map.of("id", ban.id(), "replaces", ban.replaces()),
                most,
                taker);
        obsolete(StepKind.OBSOLETE_MEMBERSHIPS, memberships, most, taker);
        wanted(StepKind.MEMBERSHIPS, memberships, most, taker);
        obsolete(StepKind.OBSOLETE_IDENTIFIERS, identifiers, most, taker);
        wanted(StepKind.IDENTIFIERS, identifiers, most, taker);
        obsolete(StepKind.UNUSED_IDENTIFIERS, identifiers, most, taker);
        obsolete(StepKind.OBSOLETE_SUBSCRIBERS, subscribers, most, taker);
        wanted(StepKind.SUBSCRIBERS, subscribers, most, taker);
        obsolete(StepKind.OBSOLETE_BANS, bans, most, taker);
        obsolete(StepKind.OBSOLETE_SOURCES, sources, most, taker);
        obsolete(StepKind.OBSOLETE_ORGANIZATIONS, organizations, most, taker);
        obsolete(StepKind.OBSOLETE_COUNTRIES, countries, most, taker);
    }

    private static <T> void wanted(StepKind kind, Difference<T> difference, int most, Consumer<LoadStep> taker) {
        wanted(kind, difference, difference::row, most, taker);
    }

    /** @param row null for what the step has nothing to do with */
    private static <T> void wanted(
            StepKind kind,
            Difference<T> difference,
            Function<T, @Nullable Map<String, Object>> row,
            int most,
            Consumer<LoadStep> taker) {
        Rows rows = new Rows(kind, most, taker);
        difference.forEachWanted((fact, outdated) -> {
            Map<String, Object> factRow = row.apply(fact);
            if (factRow != null) {
                rows.add(outdated ? outdated(factRow) : factRow);
            }
        });
        rows.end();
    }

    private static Map<String, Object> outdated(Map<String, Object> row) {
        Map<String, Object> marked = new LinkedHashMap<>(row);
        marked.put("outdated", true);
        return marked;
    }

    private static void obsolete(StepKind kind, Difference<?> difference, int most, Consumer<LoadStep> taker) {
        Rows rows = new Rows(kind, most, taker);
        difference.forEachObsolete(id -> rows.add(Map.of("id", id)));
        rows.end();
    }

    /** Collects rows of one kind into steps. */
    private static final class Rows {
        private final StepKind kind;
        private final int most;
        private final Consumer<LoadStep> taker;
        private List<Map<String, Object>> rows = new ArrayList<>();

        Rows(StepKind kind, int most, Consumer<LoadStep> taker) {
            this.kind = kind;
            this.most = most;
            this.taker = taker;
        }

        void add(Map<String, Object> row) {
            rows.add(row);
            if (rows.size() == most) {
                end();
            }
        }

        void end() {
            if (!rows.isEmpty()) {
                taker.accept(new LoadStep(kind, rows));
                rows = new ArrayList<>();
            }
        }
    }

    /**
     * Finds facts that name what the data set does not have, before a step is kept for later.
     *
     * @throws IllegalArgumentException if there are any
     */
    void requireKnown(LoadStep step) {
        long unknown =
                step.rows().stream().filter(row -> !isKnown(step.kind(), row)).count();
        if (unknown > 0) {
            throw GraphWriter.refused(unknown, step.rows().size(), step.kind().phase());
        }
    }

    private boolean isKnown(StepKind kind, Map<String, Object> row) {
        return switch (kind) {
            case SUCCESSORS -> organizations.has(row.get("successor"));
            case TIES -> organizations.has(row.get("from")) && organizations.has(row.get("to"));
            case BANS ->
                organizations.has(row.get("government"))
                        && all(row.get("targets"), organizations)
                        && all(row.get("sources"), sources);
            case REPLACEMENTS -> all(row.get("replaces"), bans);
            case IDENTIFIERS, SUBSCRIBERS -> organizations.has(row.get("organization"));
            default -> true;
        };
    }

    private static boolean all(@Nullable Object ids, Difference<?> known) {
        return ids instanceof List<?> list && list.stream().allMatch(known::has);
    }
}

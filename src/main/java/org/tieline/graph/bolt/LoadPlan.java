package org.tieline.graph.bolt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.graph.FactRows;
import org.tieline.graph.KeptFacts.Kind;
import org.tieline.graph.Progress;
import org.tieline.model.Ban;
import org.tieline.model.FactSink;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.scratch.Scratch;

/**
 * What a load has to do, kind by kind: a data set, whose facts come one by one, held against the graph. One thread hands facts over,
 * one reads what the graph holds, one holds them against each other, and one compresses what is kept of a release.
 */
final class LoadPlan implements FactSink, AutoCloseable {
    private static final int BATCH = 1_000;

    /** Batches of facts that wait to be compared. */
    private static final int AHEAD = 8;

    private final Difference<String> countries;
    private final Difference<Source> sources;
    private final Difference<Organization> organizations;
    private final Difference<Tie> ties;
    private final Difference<Ban> bans;
    private final Difference<Membership> memberships;
    private final Difference<Identifier> identifiers;
    private final Difference<SubscriberCount> subscribers;

    private final ReleaseParts parts;
    private final @Nullable HeldFacts held;
    private final Progress progress;
    private final WorkBehind meeting = new WorkBehind("compared facts", AHEAD);

    /** Every code that something of the data set names. */
    private final Set<String> codes = new TreeSet<>();

    private @Nullable Batch<?> batch;
    private long done;

    private LoadPlan(Scratch scratch, boolean released, @Nullable HeldRows rows, Progress progress) {
        countries = new Difference<>(FactRows::ofCountry, code -> null, scratch);
        sources = new Difference<>(FactRows::of, source -> null, scratch);
        organizations = new Difference<>(FactRows::of, LoadPlan::successors, scratch);
        ties = new Difference<>(FactRows::of, tie -> null, scratch);
        bans = new Difference<>(FactRows::of, LoadPlan::relationships, scratch);
        memberships = new Difference<>(FactRows::of, membership -> null, scratch);
        identifiers = new Difference<>(FactRows::of, identifier -> null, scratch);
        subscribers = new Difference<>(FactRows::of, count -> null, scratch);
        parts = new ReleaseParts(released, scratch);
        held = rows == null ? null : new HeldFacts(rows);
        this.progress = progress;
    }

    /**
     * Begins to read what the graph holds, and takes the facts of the data set then.
     *
     * @param rows how it is read
     * @param released whether what the facts say is wanted for a release, too
     */
    static LoadPlan comparing(HeldRows rows, boolean released, Scratch scratch, Progress progress) {
        LoadPlan plan = new LoadPlan(scratch, released, rows, progress);
        plan.readHeld();
        return plan;
    }

    /** Takes the facts of a release that is to be kept, and compares nothing: there is nothing to do beside. */
    static LoadPlan keeping(Scratch scratch) {
        return new LoadPlan(scratch, true, null, Progress.NONE);
    }

    private static Object successors(Organization organization) {
        return organization.successor() == null ? List.of() : List.of(organization.successor());
    }

    private static Object relationships(Ban ban) {
        return 2L + ban.targets().size() + ban.sources().size() + ban.replaces().size();
    }

    /** In the order in which a data set is handed over. */
    private void readHeld() {
        begin(countries, "MATCH (n:Country) RETURN n.code AS id, n.fingerprint AS fingerprint");
        // Few have a successor: to ask for its id wherever there may be one would be more work than all else.
        begin(organizations, """
                MATCH (n:Organization)
                RETURN n.id AS id, n.fingerprint AS fingerprint,
                       (n.country IS NULL OR EXISTS { (n)-[:BASED_IN]->() }) AS complete,
                       CASE WHEN EXISTS { (n)-[:SUCCEEDED_BY]->() }
                         THEN COLLECT { MATCH (n)-[s:SUCCEEDED_BY]->(o) WHERE s.fingerprint IS NOT NULL RETURN o.id }
                         ELSE [] END AS joined
                """);
        begin(sources, "MATCH (n:Source) RETURN n.id AS id, n.fingerprint AS fingerprint");
        // One that is made by hand without a day has no key.
        begin(memberships, """
                MATCH (country:Country)-[m:BELONGS_TO]->(bloc:Country)
                RETURN toStringOrNull(bloc.code) + ' ' + toStringOrNull(country.code) + ' ' + toStringOrNull(m.since) AS id,
                       m.fingerprint AS fingerprint
                """);
        begin(bans, """
                MATCH (n:Ban)
                RETURN n.id AS id, n.fingerprint AS fingerprint, true AS complete,
                       COUNT { (n)-[r]-() WHERE r.fingerprint IS NOT NULL }
                         - COUNT { (n)<-[r:REPLACES]-() WHERE r.fingerprint IS NOT NULL } AS joined
                """);
        begin(identifiers, """
                MATCH (o:Organization)-[r:IDENTIFIED_BY]->(n:Identifier)
                RETURN %s AS id, r.fingerprint AS fingerprint
                """.formatted(DetailWriter.IDENTIFIER_KEY));
        // One whose relationship was made by hand belongs to whoever made that.
        begin(subscribers, """
                MATCH (o:Organization)-[r:HAS_SUBSCRIBERS]->(n:Count)
                RETURN %s AS id, r.fingerprint AS fingerprint, n.fingerprint = r.fingerprint AS complete, null AS joined
                """.formatted(DetailWriter.COUNT_KEY));
        // Those of one type are read in the order in which they lie; those of several at once would be, node by node.
        begin(
                ties,
                Arrays.stream(TieType.values())
                        .map(type -> "MATCH ()-[t:%s]->() RETURN t.id AS id, t.fingerprint AS fingerprint"
                                .formatted(type.text()))
                        .collect(Collectors.joining(" UNION ALL ")));
    }

    private void begin(Difference<?> kind, String query) {
        Objects.requireNonNull(held, "what the graph holds").begin(kind, query);
    }

    @Override
    public void organization(Organization organization) {
        country(organization.country());
        take(organizations, Kind.ORGANIZATION, "organizations", organization);
    }

    @Override
    public void source(Source source) {
        take(sources, Kind.SOURCE, "sources", source);
    }

    @Override
    public void membership(Membership membership) {
        country(membership.bloc());
        country(membership.country());
        take(memberships, Kind.MEMBERSHIP, "memberships", membership);
    }

    @Override
    public void ban(Ban ban) {
        country(ban.country());
        take(bans, Kind.BAN, "bans", ban);
    }

    @Override
    public void identifier(Identifier identifier) {
        take(identifiers, Kind.IDENTIFIER, "identifiers", identifier);
    }

    @Override
    public void subscribers(SubscriberCount count) {
        take(subscribers, Kind.COUNT, "subscribers", count);
    }

    @Override
    public void tie(Tie tie) {
        take(ties, Kind.TIE, "ties", tie);
    }

    private void country(@Nullable String code) {
        if (code != null) {
            codes.add(code);
        }
    }

    /**
     * Some facts of one kind.
     *
     * @param keptAs null if a release is kept without them
     */
    private record Batch<T>(Difference<T> kind, @Nullable Kind keptAs, String phase, List<T> facts) {}

    private <T> void take(Difference<T> kind, @Nullable Kind keptAs, String phase, T fact) {
        if (batch == null || batch.kind != kind || batch.facts.size() == BATCH) {
            hand();
            batch = new Batch<>(kind, keptAs, phase, new ArrayList<>());
        }
        @SuppressWarnings("unchecked")
        List<T> facts = (List<T>) batch.facts;
        facts.add(fact);
    }

    /** Hands what was gathered to whoever compares it. */
    private void hand() {
        Batch<?> gathered = batch;
        batch = null;
        if (gathered != null) {
            meeting.hand(() -> meet(gathered));
            done += gathered.facts.size();
            progress.at(gathered.phase + " compared", done, Math.max(done, gathered.kind.held()));
        }
    }

    private <T> void meet(Batch<T> gathered) {
        if (held != null) {
            held.await(gathered.kind);
        }
        List<Map<String, Object>> rows = new ArrayList<>(gathered.facts.size());
        for (T fact : gathered.facts) {
            Map<String, Object> row = gathered.kind.row(fact);
            rows.add(row);
            if (held != null) {
                gathered.kind.meet(fact, row);
            }
        }
        if (gathered.keptAs != null) {
            parts.add(gathered.keptAs, rows);
        }
    }

    /** To be called when all facts have come: what is to be done is known then. */
    void end() {
        codes.forEach(code -> take(countries, null, "countries", code));
        hand();
        meeting.end();
        kinds().forEach(this::end);
        parts.end();
    }

    /** Of some kinds there may be no fact, and nobody has waited for them. */
    private void end(Difference<?> kind) {
        if (held != null) {
            held.await(kind);
        }
        kind.end();
    }

    /** What is kept of a release. */
    ReleaseParts parts() {
        return parts;
    }

    private Stream<Difference<?>> kinds() {
        return Stream.of(countries, sources, organizations, ties, bans, memberships, identifiers, subscribers);
    }

    @Override
    public void close() {
        meeting.close();
        if (held != null) {
            held.close();
        }
        parts.close();
    }

    /** How many facts are to be written or removed. */
    long changes() {
        return kinds().mapToLong(Difference::changes).sum();
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
                row -> row.containsKey("successor") ? only(row, "id", "successor") : null,
                most,
                taker);
        obsolete(StepKind.OBSOLETE_TIES, ties, most, taker);
        wanted(StepKind.TIES, ties, most, taker);
        wanted(StepKind.BANS, bans, most, taker);
        wanted(
                StepKind.REPLACEMENTS,
                bans,
                row -> row.containsKey("replaces") ? only(row, "id", "replaces") : null,
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

    private static Map<String, Object> only(Map<String, Object> row, String... names) {
        Map<String, Object> some = new LinkedHashMap<>(row);
        some.keySet().retainAll(List.of(names));
        return some;
    }

    private static void wanted(StepKind kind, Difference<?> difference, int most, Consumer<LoadStep> taker) {
        wanted(kind, difference, row -> row, most, taker);
    }

    /** @param narrowed makes of a row what the step wants of it; null if it has nothing to do with it */
    private static void wanted(
            StepKind kind,
            Difference<?> difference,
            Function<Map<String, Object>, @Nullable Map<String, Object>> narrowed,
            int most,
            Consumer<LoadStep> taker) {
        Rows rows = new Rows(kind, most, taker);
        difference.forEachWanted((row, outdated) -> {
            Map<String, Object> wanted = narrowed.apply(row);
            if (wanted != null) {
                rows.add(outdated ? outdated(wanted) : wanted);
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

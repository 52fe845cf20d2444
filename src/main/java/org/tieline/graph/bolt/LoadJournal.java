package org.tieline.graph.bolt;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.ClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.LoadMark;
import org.tieline.graph.Progress;
import org.tieline.graph.StoredRows;
import org.tieline.model.TielineException.DatabaseUnavailable;

/**
 * One load as the graph knows of it: the node {@code Load} with what is still to be done as {@code LoadStep}s beside it. Whoever
 * works on it has its {@link LoadLease}.
 *
 * <p>First the steps are written down, a transaction each, and the facts stay as they are: a load that ends here is undone. From
 * then on each step is done in one transaction together with its removal, and the last transaction removes the mark: a load that
 * ends here is gone on with, by anybody.
 */
final class LoadJournal {
    private static final Logger LOG = LoggerFactory.getLogger(LoadJournal.class);

    /** Steps and parts that one transaction removes; some megabytes. */
    private static final int AT_ONCE = 8;

    private static final int ATTEMPTS = 5;

    private final Neo4j neo4j;
    private final Clock clock;
    private final LoadLease lease;

    LoadJournal(Neo4j neo4j, Clock clock, LoadLease lease) {
        this.neo4j = neo4j;
        this.clock = clock;
        this.lease = lease;
    }

    /**
     * What the graph says of data sets.
     *
     * @param loadedAt when the last one was loaded, which with its digest tells whether another came since
     * @param kept whether a certain release is kept
     */
    record Standing(
            @Nullable String version,
            @Nullable String sha256,
            @Nullable Object loadedAt,
            boolean kept) {

        /** @param described the data set that is asked about */
        static Standing in(TransactionContext tx, Map<String, Object> described) {
            Record row = tx.run("""
                            OPTIONAL MATCH (d:Dataset {slot: 'current'})
                            RETURN d.version AS version, d.sha256 AS sha256, d.loadedAt AS loadedAt,
                                   EXISTS { MATCH (:Release {version: $version, sha256: $sha256}) } AS kept
                            """, Map.of("version", described.get("version"), "sha256", described.get("sha256")))
                    .single();
            return new Standing(
                    row.get("version").asString(null),
                    row.get("sha256").asString(null),
                    row.get("loadedAt").asObject(),
                    row.get("kept").asBoolean());
        }

        /** Whether the same was loaded last, whatever was asked about. */
        boolean isLoadedAs(Standing other) {
            return Objects.equals(version, other.version)
                    && Objects.equals(sha256, other.sha256)
                    && Objects.equals(loadedAt, other.loadedAt);
        }

        boolean says(Map<String, Object> described) {
            return Objects.equals(described.get("version"), version) && Objects.equals(described.get("sha256"), sha256);
        }
    }

    LoadLease lease() {
        return lease;
    }

    /** Writes down a part of what is kept of a release; it hangs on the node until {@link #attach}. */
    void part(TransactionContext tx, int place, byte[] content) {
        tx.run(LoadLease.LOAD + """
                WHERE NOT EXISTS { (l)-[:HELD {place: $place}]->() }
                CREATE (l)-[:HELD {place: $place}]->(:ReleasePart {content: $content})
                """, Map.of("place", place, "content", content)).consume();
    }

    /** Writes down a step. */
    void note(TransactionContext tx, long number, LoadStep step) {
        tx.run(
                        "MERGE (s:LoadStep {number: $number}) SET s.kind = $kind, s.rows = $rows, s.content = $content",
                        Map.of(
                                "number", number,
                                "kind", step.kind().name(),
                                "rows", step.rows().size(),
                                "content", step.content()))
                .consume();
    }

    /** Marks that all is written down, and tells it where people look for the data set: from now on facts change. */
    void complete(
            TransactionContext tx,
            long steps,
            long rows,
            LoadReport report,
            Map<String, Object> described,
            boolean parts) {
        lease.hold(tx);
        Map<String, Object> properties = new HashMap<>();
        properties.put("state", LoadMark.APPLYING);
        properties.put("steps", steps);
        properties.put("rows", rows);
        properties.put("next", 0L);
        properties.put("done", 0L);
        properties.put("report", report.numbers());
        properties.put("kept", List.of());
        properties.put("described", StoredRows.bytes(described, true));
        properties.put("parts", parts);
        tx.run(LoadLease.LOAD + """
                SET l += $properties
                MERGE (d:Dataset {slot: 'current'})
                SET d.loading = l.version, d.loadingSince = datetime()
                """, Map.of("properties", properties)).consume();
    }

    /** Does what is written down and not done yet, and removes the mark. */
    LoadReport apply(Progress progress) {
        while (true) {
            Applied applied = attempted();
            progress.at(Progress.CHANGES, applied.done(), applied.of());
            if (applied.report() != null) {
                return applied.report();
            }
        }
    }

    /** @param report null until all is done */
    private record Applied(long done, long of, @Nullable LoadReport report) {}

    /** Somebody may make something of the same id in the moment between its removal and its writing. */
    private Applied attempted() {
        for (int attempt = 1; ; attempt++) {
            try {
                return neo4j.write(this::applyNext);
            } catch (ClientException e) {
                if (attempt == ATTEMPTS || !e.code().endsWith("ConstraintValidationFailed")) {
                    throw e;
                }
            }
        }
    }

    private Applied applyNext(TransactionContext tx) {
        Map<String, Object> load = lease.hold(tx);
        long next = number(load, "next");
        long rows = number(load, "rows");
        if (next == number(load, "steps")) {
            return new Applied(rows, rows, finish(tx, load));
        }
        Record found = tx.run(
                        "MATCH (s:LoadStep {number: $number}) RETURN s.kind AS kind, s.content AS content",
                        Map.of("number", next))
                .single();
        LoadStep step = LoadStep.of(
                StepKind.valueOf(found.get("kind").asString()),
                found.get("content").asByteArray());
        List<String> kept = kept(step.kind(), new GraphWriter(tx, true).apply(step));
        tx.run("MATCH (s:LoadStep {number: $number}) DELETE s", Map.of("number", next))
                .consume();
        long done = number(load, "done") + step.rows().size();
        tx.run(
                        LoadLease.LOAD + "SET l.next = $next, l.done = $done, l.kept = l.kept + $kept",
                        Map.of("next", next + 1, "done", done, "kept", kept))
                .consume();
        return new Applied(done, rows, null);
    }

    /** As {@link LoadReport#keeping} takes them. */
    static List<String> kept(StepKind kind, List<String> ids) {
        return ids.stream().map(id -> kind.phase() + " " + id).toList();
    }

    private LoadReport finish(TransactionContext tx, Map<String, Object> load) {
        Map<String, Object> described =
                StoredRows.of((byte[]) Objects.requireNonNull(load.get("described"), "what is being loaded"));
        writeDataset(tx, described);
        if (Boolean.TRUE.equals(load.get("parts"))) {
            attach(tx, described);
        }
        lease.close(tx);
        return LoadReport.of(longs(load.get("report"))).keeping(texts(load.get("kept")));
    }

    /** Writes what data set this is. */
    void writeDataset(TransactionContext tx, Map<String, Object> described) {
        Map<String, Object> properties = now(described);
        properties.put("slot", "current");
        tx.run("MERGE (d:Dataset {slot: 'current'}) SET d = $properties", Map.of("properties", properties))
                .consume();
    }

    /**
     * Keeps a release whose parts are written down. One of the same version that held something else makes way; most of its parts
     * lose it only, for {@link #sweep}.
     */
    void attach(TransactionContext tx, Map<String, Object> described) {
        Map<String, Object> parameters =
                Map.of("version", described.get("version"), "properties", now(described), "some", AT_ONCE);
        tx.run("""
                MATCH (:Release {version: $version})-[held:HELD]->(former:ReleasePart)
                WITH former ORDER BY held.place LIMIT $some
                DETACH DELETE former
                """, parameters).consume();
        tx.run("MATCH (:Release {version: $version})-[held:HELD]->() DELETE held", parameters)
                .consume();
        tx.run("""
                MATCH (l:Load {slot: 'current'})
                MERGE (r:Release {version: $version})
                SET r = $properties
                WITH l, r
                MATCH (l)-[held:HELD]->(part)
                CREATE (r)-[:HELD {place: held.place}]->(part)
                DELETE held
                """, parameters).consume();
    }

    private Map<String, Object> now(Map<String, Object> described) {
        Map<String, Object> properties = new HashMap<>(described);
        properties.put("loadedAt", clock.instant().atZone(ZoneOffset.UTC));
        return properties;
    }

    /** Removes parts that no release holds any more, a few in each transaction. */
    void sweep() {
        removeAll("MATCH (part:ReleasePart) WHERE NOT EXISTS { ()-[:HELD]->(part) }", tx -> {});
    }

    /** Removes what was written down, and the mark. The facts are as they were. */
    void undo() {
        if (LoadMark.of(neo4j.write(lease::hold)).applying()) {
            // The database said that this failed, and did it.
            lease.release();
            return;
        }
        removeAll("MATCH (part:LoadStep)", lease::hold);
        removeAll(LoadLease.LOAD + "MATCH (l)-[:HELD]->(part)", lease::hold);
        neo4j.write(tx -> {
            lease.hold(tx);
            lease.close(tx);
            return null;
        });
    }

    /** @param first what each transaction does before it removes some */
    private void removeAll(String match, Consumer<TransactionContext> first) {
        String remove = match + " WITH part LIMIT $some DETACH DELETE part RETURN count(*) AS removed";
        int removed;
        do {
            removed = neo4j.<Integer>write(tx -> {
                first.accept(tx);
                return tx.run(remove, Map.of("some", AT_ONCE))
                        .single()
                        .get("removed")
                        .asInt();
            });
        } while (removed > 0);
    }

    /**
     * Ends what another load left, if there is something.
     *
     * @return whether there was
     * @throws DatabaseUnavailable if its holder is at it
     */
    boolean settle(Progress progress) {
        if (lease.mark().isEmpty()) {
            return false;
        }
        Optional<LoadMark> taken = lease.takeOver();
        taken.ifPresent(mark -> {
            if (mark.applying()) {
                LOG.info(
                        "the load of data set {} that {} began at {} is gone on with",
                        mark.version(),
                        mark.by(),
                        mark.since());
                LOG.info("Loaded data set {}: {}", mark.version(), apply(progress));
            } else {
                LOG.info(
                        "the load of data set {} that {} began at {} is undone",
                        mark.version(),
                        mark.by(),
                        mark.since());
                undo();
            }
            sweep();
        });
        return taken.isPresent();
    }

    private static long number(Map<String, Object> load, String name) {
        return load.get(name) instanceof Long number ? number : 0;
    }

    private static List<Long> longs(@Nullable Object list) {
        return list instanceof List<?> numbers
                ? numbers.stream().map(Long.class::cast).toList()
                : List.of();
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> texts
                ? texts.stream().map(String.class::cast).toList()
                : List.of();
    }
}

package org.tieline.graph.bolt;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
 * One load as the graph knows of it: the node {@code Load}, of which there is one at most, with what is still to be done as
 * {@code LoadStep}s beside it.
 *
 * <p>First the steps are written down, a transaction each, and the facts stay as they are: a load that ends here is undone. From
 * then on each step is done in one transaction together with its removal, and the last transaction removes the mark: a load that
 * ends here is gone on with, by anybody. Who works on it holds a lease, which every transaction extends and which others
 * respect until it has run out or its holder is known to be dead. Every transaction locks the node first, so that one who was
 * believed dead and is not changes nothing any more.
 */
final class LoadJournal {
    private static final Logger LOG = LoggerFactory.getLogger(LoadJournal.class);

    private static final String PREPARING = "preparing";

    /** Steps and parts that one transaction removes; some megabytes. */
    private static final int AT_ONCE = 8;

    private static final int ATTEMPTS = 5;
    private static final String LOAD = "MATCH (l:Load {slot: 'current'}) ";

    private final Neo4j neo4j;
    private final Clock clock;
    private final Duration lease;
    private final String owner = UUID.randomUUID().toString();

    LoadJournal(Neo4j neo4j, Clock clock, Duration lease) {
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

        boolean says(Map<String, Object> described) {
            return Objects.equals(described.get("version"), version) && Objects.equals(described.get("sha256"), sha256);
        }
    }

    /** The node, if there is one. */
    Optional<LoadMark> mark() {
        return neo4j.read(tx -> tx.run(LOAD + "RETURN l {.*} AS load").list().stream()
                .findFirst()
                .map(row -> LoadMark.of(row.get("load").asMap())));
    }

    /**
     * Makes the node in a transaction, after any other transaction that has made it and not ended yet.
     *
     * @throws DatabaseUnavailable if another load is under way
     */
    void open(TransactionContext tx, Map<String, Object> described) {
        Map<String, Object> properties = holder();
        properties.put("state", PREPARING);
        properties.put("version", described.get("version"));
        properties.put("sha256", described.get("sha256"));
        Map<String, Object> load = tx.run("""
                        MERGE (l:Load {slot: 'current'})
                        ON CREATE SET l += $properties, l.since = datetime(),
                                      l.until = datetime() + duration({milliseconds: $lease})
                        RETURN l {.*} AS load
                        """, Map.of("properties", properties, "lease", lease.toMillis()))
                .single()
                .get("load")
                .asMap();
        if (!owner.equals(load.get("owner"))) {
            throw LoadMark.of(load).busy();
        }
    }

    private Map<String, Object> holder() {
        Map<String, Object> holder = new HashMap<>();
        holder.put("owner", owner);
        holder.put("host", host());
        holder.put("process", ProcessHandle.current().pid());
        holder.put("by", "process %d on %s".formatted(ProcessHandle.current().pid(), host()));
        return holder;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unnamed machine";
        }
    }

    /**
     * Locks the node for a transaction and extends the lease.
     *
     * @return what it says
     * @throws DatabaseUnavailable if another holds the lease by now
     */
    Map<String, Object> hold(TransactionContext tx) {
        tx.run(LOAD + "SET l.until = datetime() + duration({milliseconds: $lease})", Map.of("lease", lease.toMillis()))
                .consume();
        // Read when it is locked: what another wrote before is seen.
        Optional<Map<String, Object>> load = tx.run(LOAD + "RETURN l {.*} AS load").list().stream()
                .findFirst()
                .map(row -> row.get("load").asMap());
        if (load.isEmpty() || !owner.equals(load.get().get("owner"))) {
            throw new DatabaseUnavailable(
                    DatabaseUnavailable.Reason.LOADING,
                    "nothing was heard of this load for so long that another took it over: %s"
                            .formatted(load.map(LoadMark::of)
                                    .map(LoadMark::toString)
                                    .orElse("it has ended")),
                    null);
        }
        return load.get();
    }

    /** Writes down a part of what is kept of a release; it hangs on the node until {@link #attach}. */
    void part(TransactionContext tx, int place, byte[] content) {
        tx.run(LOAD + """
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
        hold(tx);
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
        tx.run(LOAD + """
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
        Map<String, Object> load = hold(tx);
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
                        LOAD + "SET l.next = $next, l.done = $done, l.kept = l.kept + $kept",
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
        close(tx);
        return LoadReport.of(longs(load.get("report"))).keeping(texts(load.get("kept")));
    }

    /** Removes the node of a transaction. */
    void close(TransactionContext tx) {
        tx.run(LOAD + "DETACH DELETE l").consume();
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
        if (LoadMark.of(neo4j.write(this::hold)).applying()) {
            // The database said that this failed, and did it.
            release();
            return;
        }
        removeAll("MATCH (part:LoadStep)", this::hold);
        removeAll(LOAD + "MATCH (l)-[:HELD]->(part)", this::hold);
        neo4j.write(tx -> {
            hold(tx);
            close(tx);
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

    /** Lets anybody take over at once. */
    void release() {
        neo4j.write(tx -> {
            hold(tx);
            return tx.run(LOAD + "SET l.until = datetime() - duration({seconds: 1})")
                    .consume();
        });
    }

    /**
     * Ends what another load left, if there is something.
     *
     * @return whether there was
     * @throws DatabaseUnavailable if its holder is at it
     */
    boolean settle(Progress progress) {
        if (mark().isEmpty()) {
            return false;
        }
        Optional<LoadMark> taken = neo4j.write(this::takeOver);
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

    /** Empty if there is nothing any more. */
    private Optional<LoadMark> takeOver(TransactionContext tx) {
        // Locks it, as in hold.
        tx.run(LOAD + "SET l.slot = 'current'").consume();
        Optional<Record> found = tx.run(LOAD + "RETURN l {.*} AS load, l.until < datetime() AS ranOut").list().stream()
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> load = found.get().get("load").asMap();
        LoadMark mark = LoadMark.of(load);
        if (!owner.equals(load.get("owner"))
                && !found.get().get("ranOut").asBoolean(true)
                && !isDead(load, mark.since())) {
            throw mark.busy();
        }
        tx.run(
                        LOAD + "SET l += $holder, l.until = datetime() + duration({milliseconds: $lease})",
                        Map.of("holder", holder(), "lease", lease.toMillis()))
                .consume();
        return Optional.of(mark);
    }

    /**
     * Whether the holder was a process of this machine that has ended, or whose number another has now. Two containers may
     * share a name and not their processes; then one of them finds that the other took over.
     */
    private static boolean isDead(Map<String, Object> load, Instant since) {
        if (!host().equals(load.get("host")) || !(load.get("process") instanceof Long process)) {
            return false;
        }
        return ProcessHandle.of(process)
                .flatMap(alive -> alive.info().startInstant().map(started -> started.isAfter(since)))
                .orElse(ProcessHandle.of(process).isEmpty());
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

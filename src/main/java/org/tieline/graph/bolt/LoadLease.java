package org.tieline.graph.bolt;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.tieline.graph.LoadMark;
import org.tieline.model.TielineException.DatabaseUnavailable;

/**
 * That one at a time loads: the node {@code Load}, of which there is one at most, with its holder and until when nobody else touches
 * it. Every transaction of a load extends the lease, which others respect until it has run out or its holder is known to be dead.
 * Every transaction locks the node first, so that one who was believed dead and is not changes nothing any more.
 */
final class LoadLease {
    /** Finds the node as {@code l}. */
    static final String LOAD = "MATCH (l:Load {slot: 'current'}) ";

    private static final String PREPARING = "preparing";

    private final Neo4j neo4j;
    private final Duration length;
    private final String owner = UUID.randomUUID().toString();

    /** @param length how long it lasts if nothing is heard of its holder */
    LoadLease(Neo4j neo4j, Duration length) {
        this.neo4j = neo4j;
        this.length = length;
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
     * @param described the data set or release that is to be loaded
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
                        """, Map.of("properties", properties, "lease", length.toMillis()))
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
        tx.run(LOAD + "SET l.until = datetime() + duration({milliseconds: $lease})", Map.of("lease", length.toMillis()))
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

    /** Removes the node of a transaction. */
    void close(TransactionContext tx) {
        tx.run(LOAD + "DETACH DELETE l").consume();
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
     * Takes over what another holds no longer.
     *
     * @return empty if there is nothing any more
     * @throws DatabaseUnavailable if its holder is at it
     */
    Optional<LoadMark> takeOver() {
        return neo4j.write(this::takeOver);
    }

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
                        Map.of("holder", holder(), "lease", length.toMillis()))
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
}

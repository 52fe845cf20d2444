package org.tieline.standing;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.Snapshot;
import org.tieline.question.events.Recording;

/**
 * Keeps in the database how the facts were before they became others: whenever a state differs from the one that was recorded last,
 * a node {@code Movement} with what differs, at most {@link #MOST} of them and none older than {@link #LONGEST}. Several processes
 * may follow one database: one writes at a time, and only what is newest.
 *
 * <p>Of a graph with more than {@link Recording#MOST_FACTS} facts nothing is kept.
 */
public final class Journal {
    static final int MOST = 200;
    static final Duration LONGEST = Duration.ofDays(400);

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private static final String LAST = "MATCH (r:RecordedState {slot: 'current'}) RETURN r.facts AS facts";

    /** The same; the node is locked first, so that who comes second sees what the first wrote. */
    private static final String LOCK =
            "MERGE (r:RecordedState {slot: 'current'}) SET r.looked = timestamp() RETURN r.facts AS facts";

    private final Neo4j neo4j;
    private final Clock clock;

    public Journal(Neo4j neo4j, Clock clock) {
        this.neo4j = neo4j;
        this.clock = clock;
    }

    /** Leaves a transaction without a commit. */
    private static final class NothingToWrite extends RuntimeException {
        private final Outcome outcome;

        NothingToWrite(Outcome outcome) {
            super(outcome.name(), null, false, false);
            this.outcome = outcome;
        }
    }

    /** What became of a state. */
    public enum Outcome {
        /** It was recorded, and the database has moved on by that. */
        RECORDED,
        /** It is recorded already, or too large to be. */
        KNOWN,
        /** It is not the newest; who looks again finds another. */
        SUPERSEDED
    }

    /**
     * Records a state if it is another one.
     *
     * @param isNewest whether nobody has committed anything since it was read
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    public Outcome follow(Snapshot snapshot, BooleanSupplier isNewest) {
        if (!Recording.isKept(snapshot)) {
            return Outcome.KNOWN;
        }
        Recording now = Recording.of(snapshot);
        Optional<Recording> last = neo4j.read(tx -> last(tx, LAST));
        if (last.isPresent() && now.changesSince(last.get()).length == 0) {
            return Outcome.KNOWN;
        }
        try {
            neo4j.write(tx -> {
                write(tx, now, isNewest);
                return null;
            });
            return Outcome.RECORDED;
        } catch (NothingToWrite e) {
            return e.outcome;
        }
    }

    /**
     * Sees to it that there is a recorded state, which what comes later is told from: this one if none was recorded yet.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    void begin(Snapshot snapshot) {
        boolean begun = neo4j.<Boolean>read(tx -> last(tx, LAST).isPresent());
        if (begun || !Recording.isKept(snapshot)) {
            return;
        }
        Recording first = Recording.of(snapshot);
        neo4j.write(tx -> {
            if (last(tx, LOCK).isEmpty()) {
                keep(tx, first, now());
            }
            return null;
        });
    }

    private static Optional<Recording> last(TransactionContext tx, String query) {
        return tx.run(query).list().stream()
                .map(row -> row.get("facts"))
                .filter(facts -> !facts.isNull())
                .map(Value::asByteArray)
                .map(Recording::read)
                .findFirst();
    }

    private void write(TransactionContext tx, Recording now, BooleanSupplier isNewest) {
        Optional<Recording> last = last(tx, LOCK);
        byte[] changes = last.map(now::changesSince).orElse(new byte[0]);
        if (last.isPresent() && changes.length == 0) {
            throw new NothingToWrite(Outcome.KNOWN);
        }
        if (!isNewest.getAsBoolean()) {
            throw new NothingToWrite(Outcome.SUPERSEDED);
        }
        ZonedDateTime at = now();
        if (last.isPresent()) {
            long number = tx.run("""
                            OPTIONAL MATCH (m:Movement)
                            WITH coalesce(max(m.number), 0) + 1 AS number
                            CREATE (:Movement {number: number, at: $at, changes: $changes})
                            RETURN number
                            """, Map.of("at", at, "changes", changes))
                    .single()
                    .get("number")
                    .asLong();
            tx.run(
                            "MATCH (m:Movement) WHERE m.number <= $last OR m.at < $oldest DELETE m",
                            Map.of("last", number - MOST, "oldest", at.minus(LONGEST)))
                    .consume();
            LOG.info("the facts became others: state {}", number);
        }
        keep(tx, now, at);
    }

    private static void keep(TransactionContext tx, Recording facts, ZonedDateTime at) {
        tx.run(
                        "MATCH (r:RecordedState {slot: 'current'}) SET r.facts = $facts, r.at = $at",
                        Map.of("facts", facts.bytes(), "at", at))
                .consume();
    }

    private ZonedDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC);
    }
}

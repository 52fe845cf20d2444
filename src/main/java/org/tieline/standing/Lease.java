package org.tieline.standing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.bolt.Neo4j;

/**
 * That one server at a time works for those who subscribed, of all that share a database: the node {@code Lease} with its owner,
 * a term that each other owner makes higher, and until when nobody else may take it. It is taken when there is work and prolonged by the
 * transactions in which work is kept anyway: every commit lets all servers read the graph again, so an idle server makes none.
 *
 * <p>The database's clock alone says when a lease has ended. Its owner counts on a little less, by the time that passed here since
 * before it asked, so that clocks of servers need not agree.
 */
final class Lease {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    /** The node is locked before it is read, so that who comes second sees what the first wrote. */
    private static final String TAKE = """
            MERGE (l:Lease {of: 'deliveries'})
            SET l.looked = timestamp()
            WITH l, datetime.realtime() AS now
            WHERE l.owner = $owner OR l.until IS NULL OR l.until <= now
            SET l.term = CASE WHEN l.owner = $owner THEN l.term ELSE coalesce(l.term, 0) + 1 END
            SET l.owner = $owner, l.until = now + duration({milliseconds: $milliseconds})
            RETURN l.term AS term
            """;

    /** Terms have numbers from one on. */
    private static final long ANY = 0;

    private final Neo4j neo4j;
    private final Duration length;
    private final String owner = name();
    private final AtomicReference<Held> held = new AtomicReference<>(new Held(ANY, System.nanoTime()));

    /** @param length how long it lasts if nobody prolongs it */
    Lease(Neo4j neo4j, Duration length) {
        this.neo4j = neo4j;
        this.length = length;
    }

    /**
     * What this server has of it.
     *
     * @param term {@link #ANY} if it never had one
     * @param end by {@link System#nanoTime}
     */
    private record Held(long term, long end) {}

    /** A time for which this server has it without another between. */
    final class Term {
        private final long number;

        private Term(long number) {
            this.number = number;
        }

        /**
         * Writes in one transaction which prolongs the lease.
         *
         * @throws Anothers if another server has had it since; nothing was written then
         */
        <T> T write(Function<TransactionContext, T> work) {
            return Lease.this.write(number, work);
        }
    }

    /** That another server has it, or had it since. What was to be written in the same transaction was not. */
    static final class Anothers extends RuntimeException {
        Anothers() {
            super("another server works for those who subscribed", null, false, false);
        }
    }

    /** Known to people by the machine, and unlike every other on it. */
    private static String name() {
        String number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        try {
            return InetAddress.getLocalHost().getHostName() + " " + number;
        } catch (UnknownHostException e) {
            return number;
        }
    }

    private Held held() {
        return Objects.requireNonNull(held.get());
    }

    /** How long this server has it for sure; zero if it has not. */
    Duration left() {
        long nanos = held().end() - System.nanoTime();
        return nanos <= 0 ? Duration.ZERO : Duration.ofNanos(nanos);
    }

    /** The term in which this server had it last. */
    Term term() {
        return new Term(held().term());
    }

    /** Whether another server had it when somebody looked; a look that writes nothing. */
    boolean isAnothers() {
        return left().isZero()
                && neo4j.<Boolean>read(tx -> tx.run("""
                                OPTIONAL MATCH (l:Lease {of: 'deliveries'})
                                RETURN coalesce(l.owner <> $owner AND l.until > datetime.realtime(), false) AS anothers
                                """, Map.of("owner", owner))
                        .single()
                        .get("anothers")
                        .asBoolean());
    }

    /** Whether this server has it, for half its length at least: by taking it, prolonging it, or because it does. */
    boolean take() {
        if (left().compareTo(length.dividedBy(2)) >= 0) {
            return true;
        }
        if (isAnothers()) {
            return false;
        }
        try {
            write(tx -> null);
            return true;
        } catch (Anothers e) {
            return false;
        }
    }

    /**
     * Writes in one transaction which takes or prolongs it.
     *
     * @throws Anothers if another server has it; nothing was written then
     */
    <T> T write(Function<TransactionContext, T> work) {
        return write(ANY, work);
    }

    private <T> T write(long expected, Function<TransactionContext, T> work) {
        AtomicReference<Held> taken = new AtomicReference<>();
        T result = neo4j.write(tx -> {
            long asked = System.nanoTime();
            List<Record> rows = tx.run(TAKE, Map.of("owner", owner, "milliseconds", length.toMillis()))
                    .list();
            long term = rows.isEmpty() ? ANY : rows.getFirst().get("term").asLong();
            if (term == ANY || expected != ANY && expected != term) {
                throw new Anothers();
            }
            taken.set(new Held(term, asked + length.toNanos()));
            return work.apply(tx);
        });
        Held now = Objects.requireNonNull(taken.get());
        Held before = held.getAndAccumulate(now, (one, other) -> other.end() - one.end() > 0 ? other : one);
        if (before.term() != now.term()) {
            LOG.info("this server works for those who subscribed; it is {} in term {}", owner, now.term());
        }
        return result;
    }

    /** Lets another server take it at once. */
    void release() {
        if (left().isZero()) {
            return;
        }
        held.set(new Held(held().term(), System.nanoTime()));
        neo4j.write(tx -> tx.run("""
                        MATCH (l:Lease {of: 'deliveries'})
                        WHERE l.owner = $owner
                        SET l.until = datetime.realtime()
                        """, Map.of("owner", owner)).consume());
    }
}

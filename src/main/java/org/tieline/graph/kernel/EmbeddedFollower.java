package org.tieline.graph.kernel;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.graphdb.TransientTransactionFailureException;
import org.neo4j.kernel.impl.transaction.log.LogicalTransactionStore;
import org.neo4j.storageengine.api.ClosedTransactionMetadata;
import org.neo4j.storageengine.api.TransactionIdStore;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphChange;
import org.tieline.graph.GraphFollower;
import org.tieline.graph.GraphSink;
import org.tieline.graph.kernel.CommitLog.Unclear;

/** Follows the graph by the database's log of transactions, and reads what they touched again. */
final class EmbeddedFollower implements GraphFollower {
    /** For how long commits may go on before it is given up to read what they touched between two of them. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(100);

    private final EmbeddedGraphReader reader;
    private final GraphDatabaseService database;
    private final TransactionIdStore transactions;
    private final CommitLog log;
    private Provenance provenance = new Provenance();

    /** Up to which commit everything is read; null before the first reading, and if that is not known. */
    private @Nullable ClosedTransactionMetadata readUpTo;

    private @Nullable String failure;

    EmbeddedFollower(
            EmbeddedGraphReader reader,
            GraphDatabaseService database,
            TransactionIdStore transactions,
            LogicalTransactionStore log) {
        this.reader = reader;
        this.database = database;
        this.transactions = transactions;
        this.log = new CommitLog(log);
    }

    @Override
    public void read(GraphSink sink) {
        readUpTo = null;
        provenance = new Provenance();
        // What is committed while this reads is read again with the next changes.
        ClosedTransactionMetadata before = transactions.getHighestGapFreeClosedTransaction();
        reader.read(sink, provenance);
        readUpTo = before;
    }

    @Override
    public boolean goOn(Commit commit, Known known) {
        readUpTo = null;
        ClosedTransactionMetadata before = transactions.getHighestGapFreeClosedTransaction();
        if (!commit.equals(Commit.numbered(number(before)))) {
            return false;
        }
        Provenance noted = new Provenance();
        boolean same = reader.note(noted, known) && isNoNodeTouchedSince(before);
        if (same) {
            provenance = noted;
            readUpTo = before;
        }
        return same;
    }

    /** What commits changed, and the last of them. */
    private record Changes(ChangeReading reading, ClosedTransactionMetadata upTo) {}

    /** Whether commits touched relationships at the most, which are read with the next changes. */
    private boolean isNoNodeTouchedSince(ClosedTransactionMetadata before) {
        try {
            return atRest(last -> Optional.of(log.between(before.logPosition(), last.logPosition())))
                    .filter(touched -> touched.nodes().isEmpty())
                    .isPresent();
        } catch (Unclear e) {
            return false;
        }
    }

    /** What can be read of all up to a commit. */
    @FunctionalInterface
    private interface UpTo<T> {
        /** Empty if somebody wrote meanwhile what this was reading. */
        Optional<T> read(ClosedTransactionMetadata last) throws Unclear;
    }

    /** Reads all up to the last commit while nobody makes another; empty if the graph does not rest for long enough. */
    private <T> Optional<T> atRest(UpTo<T> reading) throws Unclear {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE) {
            ClosedTransactionMetadata last = transactions.getHighestGapFreeClosedTransaction();
            Optional<T> read = isLast(last) ? reading.read(last) : Optional.empty();
            // Whatever was committed meanwhile may have been read in part.
            if (read.isPresent() && isLast(last)) {
                return read;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return Optional.empty();
    }

    @Override
    public Optional<GraphChange> changes(Known known) {
        ClosedTransactionMetadata from = readUpTo;
        if (from == null) {
            return Optional.empty();
        }
        failure = null;
        try {
            Optional<Changes> changes = atRest(to -> read(from, to, known).map(reading -> new Changes(reading, to)));
            if (changes.isPresent()) {
                ChangeReading reading = changes.get().reading;
                ClosedTransactionMetadata to = changes.get().upTo;
                reading.keep();
                readUpTo = to;
                return Optional.of(reading.change(Commit.numbered(number(to))));
            }
        } catch (Unclear e) {
            failure = e.getCause() == null ? null : e.getMessage();
        } catch (TransactionFailureException e) {
            throw reader.unavailable(e);
        }
        readUpTo = null;
        return Optional.empty();
    }

    @Override
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Empty if somebody wrote meanwhile what this was reading. */
    private Optional<ChangeReading> read(ClosedTransactionMetadata from, ClosedTransactionMetadata to, Known known)
            throws Unclear {
        CommitLog.Touched touched = log.between(from.logPosition(), to.logPosition());
        try (Transaction tx = database.beginTx()) {
            EmbeddedGraphReader.requireSettled(tx);
            return Optional.of(ChangeReading.of(touched, tx, provenance, known));
        } catch (TransientTransactionFailureException e) {
            return Optional.empty();
        }
    }

    private boolean isLast(ClosedTransactionMetadata closed) {
        return number(closed) == transactions.getLastCommittedTransactionId();
    }

    private static long number(ClosedTransactionMetadata closed) {
        return closed.transactionId().id();
    }
}

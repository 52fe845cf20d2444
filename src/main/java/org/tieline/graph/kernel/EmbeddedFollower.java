package org.tieline.graph.kernel;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    /** From which nodes everything came; after a start it is put together while the first answers are given. */
    private CompletableFuture<Provenance> provenance = CompletableFuture.completedFuture(new Provenance());

    /** Up to which commit everything is read; null before the first reading, and if that is not known. */
    private @Nullable ClosedTransactionMetadata readUpTo;

    /** The last that {@link #commitOf} found. */
    private @Nullable ClosedTransactionMetadata told;

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
        Provenance whole = new Provenance();
        provenance = CompletableFuture.completedFuture(whole);
        // What is committed while this reads is read again with the next changes.
        ClosedTransactionMetadata before = transactions.getHighestGapFreeClosedTransaction();
        reader.read(sink, whole);
        readUpTo = before;
    }

    @Override
    public Optional<Origins> origins(Commit commit) {
        return isAt(commit, readUpTo) ? provenance.join().origins() : Optional.empty();
    }

    @Override
    public Optional<Commit> commitOf(String state) {
        ClosedTransactionMetadata last = transactions.getHighestGapFreeClosedTransaction();
        try {
            // The log may not reach back to it any more, which is no matter if nothing came after it.
            told = isOf(state, last) ? last : log.at(EmbeddedGraphReader.place(state));
        } catch (Unclear e) {
            return Optional.empty();
        }
        return isOf(state, told) ? Optional.of(Commit.numbered(number(told))) : Optional.empty();
    }

    private boolean isOf(String state, ClosedTransactionMetadata closed) {
        return state.equals(reader.state(closed.transactionId()));
    }

    @Override
    public void goOn(Commit commit, Origins origins) {
        if (!isAt(commit, told)) {
            throw new IllegalStateException("the commit %s is not the one that was told".formatted(commit.name()));
        }
        provenance = CompletableFuture.supplyAsync(
                () -> new Provenance(origins),
                work -> Thread.ofPlatform().name("nodes").daemon().start(work));
        readUpTo = told;
    }

    private static boolean isAt(Commit commit, @Nullable ClosedTransactionMetadata closed) {
        return closed != null && commit.equals(Commit.numbered(number(closed)));
    }

    @Override
    public Optional<GraphChange> changes(Known known) {
        ClosedTransactionMetadata from = readUpTo;
        if (from == null) {
            return Optional.empty();
        }
        failure = null;
        long begin = System.nanoTime();
        try {
            while (System.nanoTime() - begin < PATIENCE) {
                ClosedTransactionMetadata to = transactions.getHighestGapFreeClosedTransaction();
                Optional<ChangeReading> reading = isLast(to) ? read(from, to, known) : Optional.empty();
                // Whatever was committed meanwhile may have been read in part.
                if (reading.isPresent() && isLast(to)) {
                    reading.get().keep();
                    readUpTo = to;
                    return Optional.of(reading.get().change(Commit.numbered(number(to))));
                }
                LockSupport.parkNanos(PAUSE);
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
        Provenance before = provenance.join();
        try (Transaction tx = database.beginTx()) {
            EmbeddedGraphReader.requireSettled(tx);
            return Optional.of(ChangeReading.of(touched, tx, before, known));
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

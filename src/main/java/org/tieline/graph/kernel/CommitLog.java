package org.tieline.graph.kernel;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.collections.api.factory.primitive.LongSets;
import org.eclipse.collections.api.set.primitive.MutableLongSet;
import org.neo4j.internal.recordstorage.Command;
import org.neo4j.internal.recordstorage.Command.NodeCommand;
import org.neo4j.internal.recordstorage.Command.PropertyCommand;
import org.neo4j.internal.recordstorage.Command.RelationshipCommand;
import org.neo4j.kernel.impl.store.record.NodeRecord;
import org.neo4j.kernel.impl.store.record.PropertyRecord;
import org.neo4j.kernel.impl.store.record.RelationshipRecord;
import org.neo4j.kernel.impl.transaction.CommittedCommandBatchRepresentation;
import org.neo4j.kernel.impl.transaction.CommittedCommandBatchRepresentation.BatchInformation;
import org.neo4j.kernel.impl.transaction.log.CommandBatchCursor;
import org.neo4j.kernel.impl.transaction.log.LogPosition;
import org.neo4j.kernel.impl.transaction.log.LogicalTransactionStore;
import org.neo4j.storageengine.api.ClosedTransactionMetadata;
import org.neo4j.storageengine.api.StorageCommand;
import org.neo4j.storageengine.api.TransactionId;

/**
 * Which nodes and relationships commits touched, as the database's own log of transactions tells it: no commit waits for it, none
 * is missed, and they come in the order in which they were made.
 */
final class CommitLog {
    /** With more, reading all is as quick. */
    private static final int MOST = 20_000;

    private final LogicalTransactionStore log;

    CommitLog(LogicalTransactionStore log) {
        this.log = log;
    }

    /** A relationship that was made or removed, with the numbers of its ends and of its type. */
    record Joined(long relationship, int type, long from, long to) {}

    /**
     * What some commits touched.
     *
     * @param nodes those that were made or removed, or whose labels or properties changed
     * @param relationships those whose properties changed
     * @param joined those that were made or removed
     */
    record Touched(MutableLongSet nodes, MutableLongSet relationships, Set<Joined> joined) {
        Touched() {
            this(LongSets.mutable.empty(), LongSets.mutable.empty(), new HashSet<>());
        }

        int size() {
            return nodes.size() + relationships.size() + joined.size();
        }
    }

    /**
     * The commit at a place of the log, and the position after it.
     *
     * @param place as {@link TransactionId#appendIndex} has it
     * @throws Unclear if the log does not reach back to it
     */
    ClosedTransactionMetadata at(long place) throws Unclear {
        try (CommandBatchCursor commits = log.getCommandBatches(place)) {
            if (commits.next()) {
                BatchInformation commit = commits.get().batchInformation();
                return new ClosedTransactionMetadata(
                        new TransactionId(
                                commit.txId(),
                                commit.appendIndex(),
                                commit.kernelVersion(),
                                commit.checksum(),
                                commit.timeWritten(),
                                commit.consensusIndex()),
                        commits.position());
            }
        } catch (IOException | RuntimeException e) {
            throw new Unclear("the log of transactions does not reach back: " + e, e);
        }
        throw new Unclear("the log of transactions ends before that commit", null);
    }

    /**
     * What all commits touched between two positions.
     *
     * @throws Unclear if it is too much, or the log does not tell
     */
    Touched between(LogPosition from, LogPosition to) throws Unclear {
        Touched touched = new Touched();
        if (from.equals(to)) {
            return touched;
        }
        try (CommandBatchCursor commits = log.getCommandBatches(from, to, false)) {
            while (commits.next()) {
                take(commits.get(), touched);
                if (commits.position().isAfterOrSame(to)) {
                    return touched;
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new Unclear("the log of transactions cannot be read: " + e, e);
        }
        throw new Unclear("the log of transactions ends before the last commit", null);
    }

    private static void take(CommittedCommandBatchRepresentation commit, Touched touched) throws Unclear {
        if (commit.isRollback()
                || !commit.commandBatch().isFirst()
                || !commit.commandBatch().isLast()) {
            throw new Unclear("a commit came in parts", null);
        }
        for (StorageCommand command : commit.commandBatch()) {
            take(command, touched);
            if (touched.size() > MOST) {
                throw new Unclear("more than %d elements were touched".formatted(MOST), null);
            }
        }
    }

    private static void take(StorageCommand command, Touched touched) throws Unclear {
        switch (command) {
            case NodeCommand node -> takeNode(node.getBefore(), node.getAfter(), touched);
            case RelationshipCommand relationship ->
                takeRelationship(relationship.getBefore(), relationship.getAfter(), touched);
            case PropertyCommand property -> {
                takeOwner(property.getBefore(), touched);
                takeOwner(property.getAfter(), touched);
            }
            case Command other -> {
                // Of chains, counts, tokens and the schema no fact is made.
            }
            default -> throw new Unclear("the log has a command of an unknown kind: " + command.getClass(), null);
        }
    }

    private static void takeNode(NodeRecord before, NodeRecord after, Touched touched) {
        boolean labelsMayDiffer = before.getLabelField() != after.getLabelField()
                || !after.getDynamicLabelRecords().isEmpty()
                || !before.getDynamicLabelRecords().isEmpty();
        if (before.inUse() != after.inUse() || labelsMayDiffer) {
            touched.nodes.add(after.getId());
        }
    }

    private static void takeRelationship(RelationshipRecord before, RelationshipRecord after, Touched touched) {
        // Else it only got other neighbours in the chains of its ends.
        if (before.inUse() != after.inUse()) {
            RelationshipRecord there = after.inUse() ? after : before;
            touched.joined.add(new Joined(there.getId(), there.getType(), there.getFirstNode(), there.getSecondNode()));
        }
    }

    private static void takeOwner(PropertyRecord record, Touched touched) {
        if (record.isNodeSet()) {
            touched.nodes.add(record.getNodeId());
        } else if (record.isRelSet()) {
            touched.relationships.add(record.getRelId());
        }
    }

    /** That it cannot be told what changed, so that everything must be read. */
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1;

        Unclear(String message, @org.jspecify.annotations.Nullable Throwable cause) {
            super(message, cause);
        }
    }
}

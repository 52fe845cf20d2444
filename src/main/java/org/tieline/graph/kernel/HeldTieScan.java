package org.tieline.graph.kernel;

import java.util.BitSet;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.internal.kernel.api.PropertyCursor;
import org.neo4j.internal.kernel.api.RelationshipScanCursor;
import org.neo4j.internal.kernel.api.TokenRead;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.Statement;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.storageengine.api.PropertySelection;
import org.neo4j.values.storable.TextValue;
import org.neo4j.values.storable.Value;
import org.tieline.graph.GraphReader.HeldTies;
import org.tieline.model.TieType;
import org.tieline.model.TielineException.DatabaseUnavailable;

/** Walks the store for the id and the fingerprint of each tie, which a load compares, without a query and a network. */
public final class HeldTieScan implements HeldTies {
    private static final int TIMEOUT_MINUTES = 30;

    private final GraphDatabaseService database;

    public HeldTieScan(GraphDatabaseService database) {
        this.database = database;
    }

    @Override
    public void forEach(Taker taker) {
        try (Transaction tx = database.beginTx(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
            read(((InternalTransaction) tx).kernelTransaction(), taker);
        } catch (TransactionFailureException e) {
            throw new DatabaseUnavailable("the embedded database cannot be read: " + e.getMessage(), e);
        }
    }

    private static void read(KernelTransaction transaction, Taker taker) {
        TokenRead tokens = transaction.tokenRead();
        int idKey = tokens.propertyKey("id");
        int fingerprintKey = tokens.propertyKey("fingerprint");
        BitSet types = new BitSet();
        for (TieType type : TieType.values()) {
            int token = tokens.relationshipType(type.text());
            if (token >= 0) {
                types.set(token);
            }
        }
        PropertySelection selection = PropertySelection.selection(idKey, fingerprintKey);
        try (Statement open = transaction.acquireStatement();
                RelationshipScanCursor tie = transaction
                        .cursors()
                        .allocateRelationshipScanCursor(transaction.cursorContext(), transaction.memoryTracker());
                PropertyCursor property = transaction
                        .cursors()
                        .allocatePropertyCursor(transaction.cursorContext(), transaction.memoryTracker())) {
            Objects.requireNonNull(open, "cursors live as long as a statement");
            transaction.dataRead().allRelationshipsScan(tie);
            while (tie.next()) {
                if (types.get(tie.type())) {
                    String id = null;
                    Long fingerprint = null;
                    tie.properties(property, selection);
                    while (property.next()) {
                        Value value = property.propertyValue();
                        if (property.propertyKey() == idKey) {
                            id = text(value);
                        } else if (property.propertyKey() == fingerprintKey) {
                            fingerprint = value.asObject() instanceof Long number ? number : null;
                        }
                    }
                    if (id != null) {
                        taker.take(id, fingerprint);
                    }
                }
            }
        }
    }

    private static @Nullable String text(Value value) {
        return value instanceof TextValue text ? text.stringValue() : null;
    }
}

package org.tieline.graph.bolt;

import org.neo4j.exceptions.KernelException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.internal.schema.AllIndexProviderDescriptors;
import org.neo4j.internal.schema.IndexPrototype;
import org.neo4j.internal.schema.SchemaDescriptors;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.api.KernelTransactionImplementation;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;

/** What a database has of a constraint when it is killed between the two transactions that make one. */
final class UniqueIndex {
    private UniqueIndex() {}

    static void withoutItsConstraint(GraphDatabaseService database, String name, String label, String property) {
        try (Transaction tx = database.beginTx()) {
            KernelTransaction kernel = ((InternalTransaction) tx).kernelTransaction();
            IndexPrototype index = IndexPrototype.uniqueForSchema(SchemaDescriptors.forLabel(
                            kernel.tokenWrite().labelGetOrCreateForName(label),
                            kernel.tokenWrite().propertyKeyGetOrCreateForName(property)))
                    .withName(name)
                    .withIndexProvider(AllIndexProviderDescriptors.RANGE_DESCRIPTOR);
            ((KernelTransactionImplementation) kernel).indexUniqueCreate(index);
            tx.commit();
        } catch (KernelException e) {
            throw new IllegalStateException(e);
        }
    }
}

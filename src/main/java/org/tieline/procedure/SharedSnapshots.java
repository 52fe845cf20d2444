package org.tieline.procedure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.common.DependencyResolver;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.event.DatabaseEventContext;
import org.neo4j.graphdb.event.DatabaseEventListenerAdapter;
import org.neo4j.kernel.database.Database;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.storageengine.api.TransactionIdStore;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.question.KeptSnapshot;
import org.tieline.question.Snapshots;

/**
 * The snapshots of the databases of this process, one for all who ask the same database. They end with the database.
 *
 * <p>They are read with all rights, whoever asks first: a snapshot of what one user may read would answer everybody else
 * wrongly.
 */
public final class SharedSnapshots {
    /** By what a database makes anew at each of its starts. */
    private static final Map<TransactionIdStore, Snapshots> KEPT = new ConcurrentHashMap<>();

    private SharedSnapshots() {}

    /** Those of a database; nobody looks for commits before {@link Snapshots#start}, only those who ask. */
    public static Snapshots of(GraphDatabaseService database) {
        return of(database, null);
    }

    /**
     * The same.
     *
     * @param kept where the newest is kept for the next start; null for nowhere. Who asks first decides
     */
    public static Snapshots of(GraphDatabaseService database, @Nullable KeptSnapshot kept) {
        DependencyResolver inside = ((GraphDatabaseAPI) database).getDependencyResolver();
        return KEPT.computeIfAbsent(
                inside.resolveDependency(TransactionIdStore.class),
                start -> keep(inside, start, database.databaseName(), kept));
    }

    private static Snapshots keep(
            DependencyResolver inside, TransactionIdStore start, String name, @Nullable KeptSnapshot kept) {
        Snapshots snapshots = new Snapshots(
                new EmbeddedGraphReader(inside.resolveDependency(Database.class).getDatabaseAPI()), kept);
        DatabaseManagementService service = inside.resolveDependency(DatabaseManagementService.class);
        service.registerDatabaseEventListener(new DatabaseEventListenerAdapter() {
            @Override
            public void databaseShutdown(DatabaseEventContext context) {
                if (context.getDatabaseName().equals(name)) {
                    service.unregisterDatabaseEventListener(this);
                    KEPT.remove(start);
                    snapshots.close();
                }
            }
        });
        return snapshots;
    }

    /** How many databases have some. */
    static int count() {
        return KEPT.size();
    }
}

package org.tieline.graph.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.batchimport.api.BatchImporter;
import org.neo4j.batchimport.api.Configuration;
import org.neo4j.batchimport.api.IndexConfig;
import org.neo4j.batchimport.api.Monitor;
import org.neo4j.batchimport.api.input.Collector;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.internal.batchimport.DefaultAdditionalIds;
import org.neo4j.internal.batchimport.input.BadCollector;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.fs.FileSystemAbstraction;
import org.neo4j.io.layout.DatabaseLayout;
import org.neo4j.io.layout.Neo4jLayout;
import org.neo4j.io.pagecache.context.CursorContextFactory;
import org.neo4j.io.pagecache.tracing.PageCacheTracer;
import org.neo4j.kernel.DatabaseCreationOptions;
import org.neo4j.kernel.impl.index.schema.IndexImporterFactoryImpl;
import org.neo4j.kernel.impl.scheduler.JobSchedulerFactory;
import org.neo4j.kernel.impl.transaction.log.files.LogTailMetadataFactoryImpl;
import org.neo4j.kernel.impl.transaction.log.files.TransactionLogInitializer;
import org.neo4j.logging.internal.NullLogService;
import org.neo4j.memory.EmptyMemoryTracker;
import org.neo4j.scheduler.JobScheduler;
import org.neo4j.storageengine.api.StorageEngineFactory;
import org.tieline.graph.CypherFiles;
import org.tieline.graph.FactRows;
import org.tieline.graph.KeptFacts;
import org.tieline.graph.KeptPieces;
import org.tieline.graph.Progress;
import org.tieline.model.DatasetSummary;
import org.tieline.model.FactSink.Feed;
import org.tieline.scratch.Scratch;

/** Makes the folder of a Neo4j that holds a data set and nothing else. */
public final class BulkImport {
    /** Bytes outside the heap that the importer may take; twenty million organizations want a gigabyte. */
    private static final long MOST_MEMORY = 2L << 30;

    private static final long PAGE_CACHE = 512L << 20;
    private static final int INDEX_TIMEOUT_HOURS = 6;

    private BulkImport() {}

    /**
     * What is to be made.
     *
     * @param folder of the Neo4j; there and empty
     * @param database its name
     * @param expected about how much will come
     */
    public record Target(Path folder, String database, ExpectedSize expected) {}

    /**
     * Imports; what a release holds is kept beside. What is in the folder after a failure is of no use.
     *
     * @throws org.tieline.model.TielineException what the facts threw
     * @throws UncheckedIOException if the folder cannot be written to
     */
    public static DatasetSummary run(Target target, Feed facts, Clock clock, Progress progress) {
        try (Scratch scratch = Scratch.in(target.folder())) {
            KeptPieces kept = facts.isReleased() ? new KeptPieces(scratch) : null;
            DatasetSummary summary =
                    importFacts(target, facts, new FactInput(target.expected(), progress, scratch, kept));
            complete(target, summary, kept, clock.instant(), progress);
            return summary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatasetSummary importFacts(Target target, Feed facts, FactInput input) throws IOException {
        CompletableFuture<DatasetSummary> handing = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("facts").start(() -> {
            try {
                DatasetSummary summary = facts.handTo(input);
                input.end();
                handing.complete(summary);
            } catch (Throwable e) {
                handing.completeExceptionally(e);
                input.stop();
            }
        });
        try {
            importInput(target, input);
        } catch (IOException | RuntimeException e) {
            input.stop();
            Throwable cause = failure(handing);
            if (cause == null || cause instanceof CancellationException) {
                throw e;
            }
            throw thrown(cause);
        } finally {
            input.stop();
        }
        Throwable cause = failure(handing);
        if (cause != null) {
            throw thrown(cause);
        }
        return handing.join();
    }

    /** Why no more facts came; null if all did. */
    private static @Nullable Throwable failure(CompletableFuture<?> handing) {
        return handing.handle((summary, failure) -> failure).join();
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    private static void importInput(Target target, FactInput input) throws IOException {
        Config config = Config.newBuilder()
                .set(GraphDatabaseSettings.neo4j_home, target.folder().toAbsolutePath())
                .set(GraphDatabaseSettings.initial_default_database, target.database())
                .build();
        StorageEngineFactory engine = StorageEngineFactory.selectStorageEngine(config);
        DatabaseLayout layout =
                engine.formatSpecificDatabaseLayout(Neo4jLayout.of(config).databaseLayout(target.database()));
        try (FileSystemAbstraction files = new DefaultFileSystemAbstraction();
                JobScheduler scheduler = JobSchedulerFactory.createInitialisedScheduler();
                // Identifiers of one scheme and value share the node of the first.
                Collector collector = BadCollector.create(
                        OutputStream.nullOutputStream(),
                        BadCollector.UNLIMITED_TOLERANCE,
                        BadCollector.collectFlag(false, true, false, false),
                        true);
                BatchImporter importer = engine.batchImporter(
                        layout,
                        files,
                        false,
                        PageCacheTracer.NULL,
                        new Limits(),
                        NullLogService.getInstance(),
                        null,
                        false,
                        DefaultAdditionalIds.EMPTY,
                        new LogTailMetadataFactoryImpl(files),
                        config,
                        Monitor.NO_MONITOR,
                        scheduler,
                        collector,
                        TransactionLogInitializer.getLogFilesInitializer(),
                        new IndexImporterFactoryImpl(),
                        EmptyMemoryTracker.INSTANCE,
                        CursorContextFactory.NULL_CONTEXT_FACTORY,
                        null,
                        0,
                        null,
                        DatabaseCreationOptions.EMPTY_CREATION_OPTIONS,
                        BatchImporter.HardwareValidation.WARNING)) {
            files.mkdirs(layout.databaseDirectory());
            importer.doImport(input.input());
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** What the importer may take. */
    private static final class Limits implements Configuration {
        @Override
        public long maxOffHeapMemory() {
            return Math.min(MOST_MEMORY, Configuration.DEFAULT.maxOffHeapMemory());
        }

        @Override
        public IndexConfig indexConfig() {
            return IndexConfig.create().withLabelIndex().withRelationshipTypeIndex();
        }
    }

    /** Makes constraints and indexes, and writes what all facts together are. */
    private static void complete(
            Target target, DatasetSummary summary, @Nullable KeptPieces kept, Instant now, Progress progress)
            throws IOException {
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(target.folder())
                .setConfig(GraphDatabaseSettings.initial_default_database, target.database())
                .setConfig(GraphDatabaseSettings.default_language, GraphDatabaseSettings.CypherVersion.Cypher25)
                .setConfig(GraphDatabaseSettings.pagecache_memory, PAGE_CACHE)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .build();
        try {
            GraphDatabaseService database = service.database(target.database());
            makeSchema(database, progress);
            if (kept != null && summary.isRelease()) {
                keep(database, summary, kept, now);
            }
            try (Transaction tx = database.beginTx()) {
                Node node = tx.createNode(Label.label("Dataset"));
                node.setProperty("slot", "current");
                FactRows.of(summary, now).forEach(node::setProperty);
                tx.commit();
            }
        } finally {
            service.shutdown();
        }
    }

    private static void makeSchema(GraphDatabaseService database, Progress progress) {
        List<String> statements = CypherFiles.statements("schema");
        for (int i = 0; i < statements.size(); i++) {
            progress.at("constraints and indexes", i, statements.size());
            database.executeTransactionally(statements.get(i));
        }
        try (Transaction tx = database.beginTx()) {
            tx.schema().awaitIndexesOnline(INDEX_TIMEOUT_HOURS, TimeUnit.HOURS);
        }
    }

    private static void keep(GraphDatabaseService database, DatasetSummary summary, KeptPieces kept, Instant now)
            throws IOException {
        String release;
        try (Transaction tx = database.beginTx()) {
            Node node = tx.createNode(Label.label("Release"));
            FactRows.of(summary, now).forEach(node::setProperty);
            release = node.getElementId();
            tx.commit();
        }
        try (InputStream content = kept.read()) {
            byte[] part = KeptFacts.nextPart(content);
            for (long place = 0; part.length > 0; place++) {
                try (Transaction tx = database.beginTx()) {
                    Node node = tx.createNode(Label.label("ReleasePart"));
                    node.setProperty("content", part);
                    tx.getNodeByElementId(release)
                            .createRelationshipTo(node, RelationshipType.withName("HELD"))
                            .setProperty("place", place);
                    tx.commit();
                }
                part = KeptFacts.nextPart(content);
            }
        }
    }
}

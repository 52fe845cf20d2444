package org.tieline.graph.bolt;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.BookmarkManagerConfig;
import org.neo4j.driver.BookmarkManagers;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.NotificationSeverity;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.ogm.config.Configuration;
import org.neo4j.ogm.drivers.bolt.driver.BoltDriver;
import org.neo4j.ogm.session.SessionFactory;
import org.neo4j.ogm.transaction.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One database, reached over Bolt. Reads may be answered by followers of a cluster and see what was written through the
 * same object before; writes go to the leader. Safe for use by many threads.
 */
public final class Neo4j implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Neo4j.class);
    private static final Duration WRITE_TIMEOUT = Duration.ofMinutes(30);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final URI uri;
    private final String database;
    private final ConnectionLimits limits;
    private final Driver driver;
    private @Nullable SessionFactory sessionFactory;

    /** What of the database's state was seen or made here, so that no follower of a cluster shows an older one. */
    private volatile BookmarkManager bookmarks = noBookmarks();

    private Neo4j(URI uri, String database, ConnectionLimits limits, Driver driver) {
        this.uri = uri;
        this.database = database;
        this.limits = limits;
        this.driver = driver;
    }

    /** As {@link #connect(URI, String, String, String, ConnectionLimits)}, with the limits that suit most. */
    public static Neo4j connect(URI uri, String username, String password, String database) {
        return connect(uri, username, password, database, ConnectionLimits.STANDARD);
    }

    /**
     * Prepares the way to a database; connects to it only when it is first used.
     *
     * @param uri {@code neo4j://} or {@code bolt://}, with {@code +s} for encryption, {@code +ssc} for encryption with any
     *     certificate
     * @param username the user; without meaning if there is no password
     * @param password null if the server asks for none
     * @param database the name of the database
     */
    public static Neo4j connect(
            URI uri, String username, @Nullable String password, String database, ConnectionLimits limits) {
        AuthToken token = password == null ? AuthTokens.none() : AuthTokens.basic(username, password);
        Config config = Config.builder()
                .withUserAgent("Tieline")
                .withConnectionTimeout(limits.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionAcquisitionTimeout(limits.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .withMaxTransactionRetryTime(limits.retryTime().toMillis(), TimeUnit.MILLISECONDS)
                .withMaxConnectionPoolSize(limits.connections())
                .withConnectionLivenessCheckTimeout(1, TimeUnit.MINUTES)
                .withMinimumNotificationSeverity(NotificationSeverity.OFF)
                .withTelemetryDisabled(true)
                .build();
        return new Neo4j(uri, database, limits, GraphDatabase.driver(uri, token, config));
    }

    /**
     * Asks the database whether it is there.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable like every other method here, if it is not
     */
    public void verify() {
        read(tx -> tx.run("RETURN 1").consume());
    }

    /**
     * Reads in one transaction, repeated if it fails for a passing reason; takes as long as the limits allow at most.
     *
     * @param work must return values that do not need the transaction
     */
    public <T> T read(Function<TransactionContext, T> work) {
        TransactionConfig limited =
                TransactionConfig.builder().withTimeout(limits.readTimeout()).build();
        return withinReadTimeout(
                () -> onSession(AccessMode.READ, session -> session.executeRead(work::apply, limited)));
    }

    /** Writes in one transaction, repeated as a whole if it fails for a passing reason. */
    public <T> T write(Function<TransactionContext, T> work) {
        return withSession(
                AccessMode.WRITE,
                session -> session.executeWrite(
                        work::apply,
                        TransactionConfig.builder().withTimeout(WRITE_TIMEOUT).build()));
    }

    /**
     * The state of the database as a follower of a cluster, or the only server, shows it now: never an older one than was
     * seen or made here before.
     *
     * @param mode to write, for the state that the leader of a cluster has; nothing is written
     */
    Set<Bookmark> state(AccessMode mode) {
        return withinReadTimeout(() -> onSession(mode, session -> {
            session.run("RETURN 1").consume();
            return session.lastBookmarks();
        }));
    }

    <T> T withSession(AccessMode mode, Function<Session, T> work) {
        return translated(() -> onSession(mode, work));
    }

    <T> T withSession(SessionConfig.Builder config, Function<Session, T> work) {
        return translated(() -> onSession(config, work));
    }

    private <T> T onSession(AccessMode mode, Function<Session, T> work) {
        return onSession(SessionConfig.builder().withDefaultAccessMode(mode), work);
    }

    private <T> T onSession(SessionConfig.Builder config, Function<Session, T> work) {
        SessionConfig complete =
                config.withDatabase(database).withBookmarkManager(bookmarks).build();
        try (Session session = driver.session(complete)) {
            return work.apply(session);
        }
    }

    /**
     * Reads entities with OGM in one transaction that reads, repeated as those of {@link #read} are; the session lives as
     * long as the call.
     */
    <T> T withEntities(Function<org.neo4j.ogm.session.Session, T> work) {
        return withinReadTimeout(() -> {
            long end = System.nanoTime() + limits.retryTime().toNanos();
            long pause = LONGEST_PAUSE.toNanos() / 16;
            while (true) {
                try {
                    return onEntities(work);
                } catch (RuntimeException e) {
                    if (!DriverFailures.mayPass(e) || System.nanoTime() + pause > end) {
                        throw e;
                    }
                    LockSupport.parkNanos(
                            pause / 2 + ThreadLocalRandom.current().nextLong(pause));
                    if (Thread.currentThread().isInterrupted()) {
                        throw e;
                    }
                    pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
                }
            }
        });
    }

    private <T> T onEntities(Function<org.neo4j.ogm.session.Session, T> work) {
        List<String> seen =
                bookmarks.getBookmarks().stream().map(Bookmark::value).toList();
        org.neo4j.ogm.session.Session session = sessionFactory().openSession();
        try (Transaction tx = session.beginTransaction(Transaction.Type.READ_ONLY, seen)) {
            T result = work.apply(session);
            tx.commit();
            return result;
        }
    }

    private <T> T withinReadTimeout(Supplier<T> work) {
        return translated(() -> DatabaseTimeout.within(limits.readTimeout(), work));
    }

    private <T> T translated(Supplier<T> work) {
        BookmarkManager used = bookmarks;
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (!used.getBookmarks().isEmpty() && (e instanceof DatabaseTimeout.Passed || DriverFailures.isBehind(e))) {
                // A database that was replaced by an older one never reaches what was seen of the other.
                LOG.debug("what was seen of the database at {} is forgotten: {}", uri, e.getMessage());
                bookmarks = noBookmarks();
            }
            throw DriverFailures.translate(e, uri, database);
        }
    }

    private static BookmarkManager noBookmarks() {
        return BookmarkManagers.defaultManager(BookmarkManagerConfig.builder().build());
    }

    private synchronized SessionFactory sessionFactory() {
        if (sessionFactory == null) {
            BoltDriver ogmDriver = new BoltDriver(driver);
            ogmDriver.configureSessionConfig(
                    new Configuration.Builder().database(database).build());
            // The entities are listed in META-INF/resources, so that they are not looked for in every jar.
            sessionFactory = new SessionFactory(ogmDriver, Neo4j.class.getPackageName());
        }
        return sessionFactory;
    }

    @Override
    public void close() {
        driver.close();
    }
}

package org.tieline.graph;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
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

/**
 * One database, reached over Bolt. Reads may be answered by followers of a cluster and see what was written through the
 * same object before; writes go to the leader. Safe for use by many threads.
 */
public final class Neo4j implements AutoCloseable {
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration WRITE_TIMEOUT = Duration.ofMinutes(30);

    private final URI uri;
    private final String database;
    private final Driver driver;
    private SessionFactory sessionFactory;

    private Neo4j(URI uri, String database, Driver driver) {
        this.uri = uri;
        this.database = database;
        this.driver = driver;
    }

    /**
     * Prepares the way to a database; connects to it only when it is first used.
     *
     * @param uri {@code neo4j://} or {@code bolt://}, with {@code +s} for encryption
     * @param username the user; without meaning if there is no password
     * @param password null if the server asks for none
     * @param database the name of the database
     */
    public static Neo4j connect(URI uri, String username, String password, String database) {
        AuthToken token = password == null ? AuthTokens.none() : AuthTokens.basic(username, password);
        Config config = Config.builder()
                .withUserAgent("Tieline")
                .withConnectionTimeout(5, TimeUnit.SECONDS)
                .withConnectionAcquisitionTimeout(15, TimeUnit.SECONDS)
                .withMaxTransactionRetryTime(15, TimeUnit.SECONDS)
                .withMaxConnectionPoolSize(50)
                .withConnectionLivenessCheckTimeout(1, TimeUnit.MINUTES)
                .withMinimumNotificationSeverity(NotificationSeverity.OFF)
                .withTelemetryDisabled(true)
                .build();
        return new Neo4j(uri, database, GraphDatabase.driver(uri, token, config));
    }

    /**
     * Asks the database whether it is there.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable like every other method here, if it is not
     */
    public void verify() {
        read(tx -> tx.run("RETURN 1").consume());
    }

    /** The address of the database. */
    public URI uri() {
        return uri;
    }

    /**
     * Reads in one transaction of at most a minute, repeated if it fails for a passing reason.
     *
     * @param work must return values that do not need the transaction
     */
    public <T> T read(Function<TransactionContext, T> work) {
        return withSession(
                AccessMode.READ,
                session -> session.executeRead(
                        work::apply,
                        TransactionConfig.builder().withTimeout(READ_TIMEOUT).build()));
    }

    /** Writes in one transaction, repeated as a whole if it fails for a passing reason. */
    public <T> T write(Function<TransactionContext, T> work) {
        return withSession(
                AccessMode.WRITE,
                session -> session.executeWrite(
                        work::apply,
                        TransactionConfig.builder().withTimeout(WRITE_TIMEOUT).build()));
    }

    <T> T withSession(AccessMode mode, Function<Session, T> work) {
        return withSession(
                SessionConfig.builder()
                        .withDatabase(database)
                        .withDefaultAccessMode(mode)
                        .withBookmarkManager(driver.executableQueryBookmarkManager())
                        .build(),
                work);
    }

    <T> T withSession(SessionConfig config, Function<Session, T> work) {
        try (Session session = driver.session(config)) {
            return work.apply(session);
        } catch (RuntimeException e) {
            throw Unavailable.translate(e, uri, database);
        }
    }

    /** Looks things up with OGM; the session lives as long as the call. */
    <T> T withEntities(Function<org.neo4j.ogm.session.Session, T> work) {
        try {
            return work.apply(sessionFactory().openSession());
        } catch (RuntimeException e) {
            throw Unavailable.translate(e, uri, database);
        }
    }

    String database() {
        return database;
    }

    private synchronized SessionFactory sessionFactory() {
        if (sessionFactory == null) {
            BoltDriver ogmDriver = new BoltDriver(driver);
            ogmDriver.configureSessionConfig(
                    new Configuration.Builder().database(database).build());
            sessionFactory = new SessionFactory(ogmDriver, Neo4j.class.getPackageName());
        }
        return sessionFactory;
    }

    @Override
    public void close() {
        driver.close();
    }
}

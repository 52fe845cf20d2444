package org.tieline.graph.bolt;

import static org.tieline.model.TielineException.DatabaseUnavailable.Reason.AWAY;
import static org.tieline.model.TielineException.DatabaseUnavailable.Reason.DENIED;
import static org.tieline.model.TielineException.DatabaseUnavailable.Reason.GIVEN_UP;
import static org.tieline.model.TielineException.DatabaseUnavailable.Reason.REFUSED;

import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.AuthTokenManagerExecutionException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.DiscoveryException;
import org.neo4j.driver.exceptions.FatalDiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransactionTerminatedException;
import org.neo4j.driver.exceptions.TransientException;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.model.TielineException.DatabaseUnavailable.Reason;

/** The one place that tells a database that cannot be used now from a mistake of ours. */
final class DriverFailures {
    private static final String CREDENTIALS = "check NEO4J_USERNAME and NEO4J_PASSWORD";
    private static final String ENCRYPTION = "check NEO4J_URI: +s asks for encryption and a certificate that this Java "
            + "trusts for this host, +ssc for encryption with any certificate, neither for none";

    private DriverFailures() {}

    private record Verdict(Reason reason, String remedy) {}

    /** The failure to throw instead: the same one if it has nothing to do with reaching the database. */
    static RuntimeException translate(RuntimeException failure, URI uri, String database) {
        boolean encrypted = uri.getScheme().contains("+s");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Verdict verdict = verdict(cause, encrypted, database);
            if (verdict != null) {
                return new DatabaseUnavailable(
                        verdict.reason(),
                        "the database at %s cannot be used: %s; %s"
                                .formatted(uri, cause.getMessage(), verdict.remedy()),
                        failure);
            }
        }
        return failure;
    }

    /** Whether the same work may succeed when it is tried again. */
    static boolean mayPass(Throwable failure) {
        return has(failure, RetryableException.class);
    }

    /** Whether the database does not reach the state that was asked for, as after a restore of an older one. */
    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Neo4jException e && e.code().contains("Bookmark")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Verdict verdict(Throwable cause, boolean encrypted, String database) {
        if (cause instanceof Neo4jException e && isAboutEncryption(e, encrypted)) {
            return new Verdict(AWAY, ENCRYPTION);
        }
        return switch (cause) {
            case DatabaseTimeout.Passed e -> new Verdict(AWAY, "check that the server and the way to it are well");
            case AuthTokenManagerExecutionException e -> new Verdict(DENIED, CREDENTIALS);
            case FatalDiscoveryException e ->
                new Verdict(AWAY, "check that NEO4J_DATABASE names a database that exists, was " + database);
            case SecurityException e ->
                e.code().endsWith(".Forbidden")
                        ? new Verdict(REFUSED, "check what the user of NEO4J_USERNAME may do")
                        : new Verdict(DENIED, CREDENTIALS + ", and what the user may do");
            case ServiceUnavailableException e -> new Verdict(AWAY, "check NEO4J_URI and that the server runs");
            case SessionExpiredException e -> new Verdict(AWAY, "check that the server runs and has a leader");
            case DiscoveryException e -> new Verdict(AWAY, "check NEO4J_URI and that the server runs");
            case TransactionTerminatedException e ->
                new Verdict(AWAY, "it took too long or was ended; try again later");
            case TransientException e -> new Verdict(AWAY, "try again later");
            case Neo4jException e -> verdictByCode(e, database);
            default -> null;
        };
    }

    /** A server that speaks without encryption hangs up in the middle of the handshake, which is no failure of SSL to Java. */
    private static boolean isAboutEncryption(Neo4jException e, boolean encrypted) {
        return has(e, SSLException.class) || encrypted && has(e, ClosedChannelException.class);
    }

    private static @Nullable Verdict verdictByCode(Neo4jException e, String database) {
        String code = e.code();
        if (code.contains("OnReadOnly")) {
            return new Verdict(
                    REFUSED,
                    "it takes no writes: check server.databases.default_to_read_only and its like in the server's settings");
        }
        if (code.startsWith("Neo.ClientError.Cluster.")) {
            return new Verdict(
                    REFUSED, "this server of a cluster takes no writes: neo4j:// in NEO4J_URI finds the one that does");
        }
        if (code.startsWith("Neo.ClientError.Database.")) {
            return new Verdict(
                    AWAY, "check that NEO4J_DATABASE names a database that exists and is online, was " + database);
        }
        if (code.startsWith("Neo.ClientError.Transaction.TransactionTimedOut")) {
            return new Verdict(AWAY, "it took too long; try again later");
        }
        if (e instanceof DatabaseException && code.startsWith("Neo.DatabaseError.Transaction.")) {
            return new Verdict(
                    GIVEN_UP, "see that the disk of the database has room and what its log says, and start it again");
        }
        // The driver has no class of its own for a pool that gave no connection in time.
        return has(e, TimeoutException.class) ? new Verdict(AWAY, "all connections are in use; try again later") : null;
    }

    private static boolean has(Throwable failure, Class<?> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}

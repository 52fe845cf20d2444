package org.tieline.graph;

import java.net.URI;
import org.neo4j.driver.exceptions.AuthTokenManagerExecutionException;
import org.neo4j.driver.exceptions.DiscoveryException;
import org.neo4j.driver.exceptions.FatalDiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransactionTerminatedException;
import org.neo4j.driver.exceptions.TransientException;
import org.tieline.model.TielineException;

/** The one place that tells a database that cannot be used now from a mistake of ours. */
final class Unavailable {
    private Unavailable() {}

    /** The failure to throw instead: the same one if it has nothing to do with reaching the database. */
    static RuntimeException translate(RuntimeException failure, URI uri, String database) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String remedy = remedy(cause, database);
            if (remedy != null) {
                return new TielineException.DatabaseUnavailable(
                        "the database at %s cannot be used: %s; %s".formatted(uri, cause.getMessage(), remedy),
                        failure);
            }
        }
        return failure;
    }

    private static String remedy(Throwable cause, String database) {
        return switch (cause) {
            case AuthTokenManagerExecutionException e -> "check NEO4J_USERNAME and NEO4J_PASSWORD";
            case FatalDiscoveryException e -> "check that NEO4J_DATABASE names a database that exists, was " + database;
            case SecurityException e -> "check NEO4J_USERNAME and NEO4J_PASSWORD, and what the user may do";
            case ServiceUnavailableException e -> "check NEO4J_URI and that the server runs";
            case SessionExpiredException e -> "check that the server runs and has a leader";
            case DiscoveryException e -> "check NEO4J_URI and that the server runs";
            case TransactionTerminatedException e -> "it took too long or was ended; try again later";
            case TransientException e -> "try again later";
            case Neo4jException e -> remedyByCode(e, database);
            default -> null;
        };
    }

    private static String remedyByCode(Neo4jException e, String database) {
        if (e.code().startsWith("Neo.ClientError.Database.")) {
            return "check that NEO4J_DATABASE names a database that exists and is online, was " + database;
        }
        if (e.code().startsWith("Neo.ClientError.Transaction.TransactionTimedOut")) {
            return "it took too long; try again later";
        }
        // The driver has no class of its own for a pool that gave no connection in time.
        return String.valueOf(e.getMessage()).startsWith("Unable to acquire connection from the pool")
                ? "all connections are in use; try again later"
                : null;
    }
}

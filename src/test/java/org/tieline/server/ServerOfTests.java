package org.tieline.server;

import java.time.Duration;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.tieline.config.Settings;
import org.tieline.server.EmbeddedServer.Doors;

/** An embedded server whose small graphs come and go, where planning a query anew for each costs more than asking it. */
public final class ServerOfTests {
    private ServerOfTests() {}

    /** Starts one that keeps its first plan of a query. */
    public static EmbeddedServer start(Settings settings) {
        return EmbeddedServer.start(settings, Doors.BOLT_AND_BROWSER, neo4j -> neo4j.setConfig(
                        GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofDays(1))
                .setConfig(GraphDatabaseInternalSettings.cypher_expression_recompilation_limit, Integer.MAX_VALUE));
    }
}

package org.tieline.server;

import inet.ipaddr.IPAddressString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.server.configuration.ServerSettings;
import org.tieline.config.Settings;

/** What the embedded Neo4j is told of itself: where it listens, whom it reaches, and that it reports to nobody. */
final class Neo4jConfiguration {
    /** Loopback and networks that are no part of the internet, where addresses need no password to trust who asks. */
    private static final List<IPAddressString> INTERNAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "::/128",
                    "::1/128",
                    "fc00::/7",
                    "fe80::/10")
            .map(IPAddressString::new)
            .toList();

    private Neo4jConfiguration() {}

    /** @param browser whether Neo4j's HTTP server is to start too, which has Browser */
    static DatabaseManagementServiceBuilder builder(Settings settings, Path folder, boolean browser) {
        String host = settings.host();
        SocketAddress bolt = new SocketAddress(host, settings.boltPort());
        SocketAddress http = new SocketAddress(host, settings.browserPort());
        // Neo4j refuses to tell others an address that means "all of mine".
        String told = settings.listensEverywhere() ? "127.0.0.1" : host;
        return new DatabaseManagementServiceBuilder(folder)
                .setConfig(GraphDatabaseSettings.initial_default_database, settings.neo4jDatabase())
                .setConfig(GraphDatabaseSettings.default_language, GraphDatabaseSettings.CypherVersion.Cypher25)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                // Cypher reaches neither files of this machine nor its network: LOAD CSV is for public addresses.
                .setConfig(GraphDatabaseSettings.allow_file_urls, false)
                .setConfig(GraphDatabaseInternalSettings.cypher_ip_blocklist, INTERNAL)
                // Any page might read what is answered, by default.
                .setConfig(
                        ServerSettings.http_access_control_allow_origin,
                        "http://%s:%d".formatted(settings.urlHost(), settings.browserPort()))
                // What a proxy says is read before, from those that are trusted.
                .setConfig(ServerSettings.http_x_forward_enabled, false)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, bolt)
                .setConfig(BoltConnector.advertised_address, new SocketAddress(told, settings.boltPort()))
                .setConfig(HttpConnector.enabled, browser)
                .setConfig(HttpConnector.listen_address, http)
                .setConfig(HttpConnector.advertised_address, new SocketAddress(told, settings.browserPort()))
                // From where Browser may fetch guides and style sheets: its usual places, and the API.
                .setConfig(ServerSettings.browser_remote_content_hostname_whitelist, guideHosts(settings))
                // Nothing leaves the machine: no usage report, no telemetry of Browser, no announcement in the network.
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(ServerSettings.allow_telemetry, false)
                .setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
                .setConfig(BoltConnector.enable_discovery, false)
                .setConfig(GraphDatabaseSettings.log_queries, GraphDatabaseSettings.LogQueryLevel.OFF)
                // A quarter of a gigabyte for each of two databases is more than most graphs here.
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                // By default Bolt waits five seconds, twice, for calls that may still come in.
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO);
    }

    private static String guideHosts(Settings settings) {
        return Stream.of("guides.neo4j.com", "localhost", "127.0.0.1", settings.urlHost())
                .distinct()
                .collect(Collectors.joining(","));
    }
}

package org.tieline.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.TielineException;

/**
 * All settings of a run, checked. {@link Setting} says what each of them means.
 *
 * @param home the data folder, absolute
 * @param host address or host name to listen on
 * @param port port of the API, 0 to 65535; 0 picks a free one, as with the two others
 * @param browserPort port of Neo4j Browser
 * @param boltPort port of Bolt
 * @param data folder of CSV files to load at start; null for the shipped data set
 * @param neo4jUri the database to use; null for the embedded one
 * @param neo4jUsername user of the database
 * @param neo4jPassword the user's password
 * @param neo4jDatabase name of the database
 * @param api how the API guards itself and how it is watched
 * @param database how much is asked of the database, and how long it is waited for
 * @param webhooks whom events are delivered to
 * @param access under which names this machine is asked, and through whom
 */
public record Settings(
        Path home,
        String host,
        int port,
        int browserPort,
        int boltPort,
        @Nullable Path data,
        @Nullable URI neo4jUri,
        String neo4jUsername,
        @Nullable String neo4jPassword,
        String neo4jDatabase,
        ApiSettings api,
        DatabaseSettings database,
        WebhookSettings webhooks,
        AccessSettings access) {

    private static final List<String> ANY_ADDRESS = List.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

    /**
     * Reads the settings.
     *
     * @param environment the process's environment; wins over the file
     * @param file a properties file with the same names
     * @throws TielineException.BadSettings listing all that is wrong
     */
    public static Settings load(Map<String, String> environment, @Nullable Path file) {
        return new SettingsReader(environment, file).read();
    }

    /** Whether the database runs inside this process. */
    public boolean embedded() {
        return neo4jUri == null;
    }

    /**
     * The host as a URI has it: an IPv6 address in brackets. An address that means "all of mine" can only be reached as one
     * of them.
     */
    public String urlHost() {
        if (listensEverywhere()) {
            return "127.0.0.1";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Whether the host means all addresses of this machine. */
    public boolean listensEverywhere() {
        return ANY_ADDRESS.contains(host);
    }

    /** The settings without the password. */
    @Override
    public String toString() {
        return "Settings[home=%s, host=%s, port=%d, browserPort=%d, boltPort=%d, data=%s, neo4jUri=%s, neo4jUsername=%s, "
                        .formatted(home, host, port, browserPort, boltPort, data, neo4jUri, neo4jUsername)
                + "neo4jPassword=%s, neo4jDatabase=%s, api=%s, database=%s, webhooks=%s, access=%s]"
                        .formatted(
                                neo4jPassword == null ? "none" : "****",
                                neo4jDatabase,
                                api,
                                database,
                                webhooks,
                                access);
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.cli.AdminTool;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.server.Neo4jCommunity;

/**
 * Starts a Neo4j Community in a container and takes its settings from the environment in the same words as the official
 * image does: {@code NEO4J_AUTH=user/password}, and {@code NEO4J_server_memory_pagecache_size} for
 * {@code server.memory.pagecache.size}, a double underscore standing for one.
 */
final class Start {
    private static final Path HOME = Path.of("/var/lib/neo4j");
    private static final Path CONF = HOME.resolve("conf");

    private static final Path DATA = Path.of("/data");

    private Start() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "server.default_listen_address", "0.0.0.0",
                "server.http.enabled", "false",
                "server.directories.data", DATA.toString(),
                "server.memory.pagecache.size", "64m",
                "db.logs.query.enabled", "OFF",
                "dbms.usage_report.enabled", "false"));
        System.getenv().forEach((name, value) -> {
            if (name.matches("NEO4J_[a-z].*")) {
                settings.put(settingOf(name.substring("NEO4J_".length())), value);
            }
        });
        String auth = System.getenv().getOrDefault("NEO4J_AUTH", "none");
        if (auth.equals("none")) {
            settings.put("dbms.security.auth_enabled", "false");
        }
        Files.createDirectories(CONF);
        List<String> lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
        Files.write(CONF.resolve("neo4j.conf"), lines);
        if (auth.startsWith("neo4j/") && Files.notExists(DATA.resolve("databases/system"))) {
            String password = auth.substring("neo4j/".length());
            int code = AdminTool.execute(new ExecutionContext(HOME, CONF), "dbms", "set-initial-password", password);
            if (code != 0) {
                System.exit(code);
            }
        }
        Neo4jCommunity.main(new String[] {"--home-dir=" + HOME, "--config-dir=" + CONF, "--console-mode"});
    }

    private static String settingOf(String name) {
        return name.replace("__", "\0").replace('_', '.').replace('\0', '_');
    }
}

package org.tieline.procedure;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tieline.graph.bolt.ConnectionLimits;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.testing.FreePort;
import org.tieline.testing.OwnJava;
import org.tieline.testing.Patience;

/**
 * A Neo4j server as it is installed elsewhere: in a process of its own, from Neo4j's jars alone, with a jar in its folder of
 * plugins and nothing of this program besides.
 */
final class PluginServer implements AutoCloseable {

    /** What is on the class path of the tests and not in Neo4j's folder of libraries. */
    private static final Pattern FOREIGN = Pattern.compile(
            "neo4j-java-driver|neo4j-ogm|neo4j-bolt-connection|javalin|kotlin|logback|fastcsv|commons-text|slf4j-jdk"
                    + "|testcontainers|docker-java|duct-tape|junit|assertj|archunit|jqwik|apiguardian|opentest4j|surefire|failsafe|json-schema|swagger");

    private static final int CONNECTIONS = 4;

    private final Process process;
    private final Path home;
    private final Path output;
    private final URI uri;

    private PluginServer(Process process, Path home, Path output, URI uri) {
        this.process = process;
        this.home = home;
        this.output = output;
        this.uri = uri;
    }

    /** @param settings lines for its configuration */
    static PluginServer start(Path home, Path plugin, String... settings) throws IOException {
        Path plugins = Files.createDirectories(home.resolve("plugins"));
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.copy(plugin, plugins.resolve(plugin.getFileName()));
        int port = FreePort.find();
        Files.write(
                conf.resolve("neo4j.conf"),
                (String.join("\n", settings) + """

                        dbms.security.auth_enabled=false
                        dbms.usage_report.enabled=false
                        server.bolt.listen_address=127.0.0.1:%d
                        server.http.enabled=false
                        server.memory.pagecache.size=64m
                        """.formatted(port)).lines().toList());
        Path output = home.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                OwnJava.executable(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx1g"));
        command.addAll(OwnJava.BRIEF);
        command.addAll(OwnJava.UNVERIFIED);
        command.addAll(List.of(
                "-classpath",
                classPath(),
                "org.neo4j.server.Neo4jCommunity",
                "--home-dir=" + home,
                "--config-dir=" + conf,
                "--console-mode"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        PluginServer server = new PluginServer(process, home, output, URI.create("bolt://127.0.0.1:" + port));
        try {
            server.awaitStart();
            return server;
        } catch (RuntimeException | Error | IOException e) {
            server.close();
            throw e;
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !FOREIGN.matcher(Path.of(entry).getFileName().toString())
                        .find())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitStart() throws IOException {
        long end = System.nanoTime() + Patience.LONGEST.toNanos();
        while (!output().contains("Started.")) {
            try {
                if (System.nanoTime() - end > 0 || process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("Neo4j did not start: " + output());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DatabaseUnavailable("interrupted", e);
            }
        }
    }

    Neo4j connect() {
        return Neo4j.connect(uri, null, null, "neo4j", ConnectionLimits.unhurried(CONNECTIONS));
    }

    /** What it says to people. */
    String output() throws IOException {
        return Files.readString(output);
    }

    /** What it writes to its own log. */
    List<String> log() throws IOException {
        return Files.readAllLines(home.resolve("logs").resolve("debug.log"));
    }

    /** Tells it to end, as a service manager does, and waits for it. */
    boolean stops() throws InterruptedException {
        process.destroy();
        return Patience.await(process);
    }

    @Override
    public void close() {
        Patience.kill(process);
    }
}

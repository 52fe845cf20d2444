package org.tieline.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tieline.Tieline;

/** A server in a process of its own, on free ports, with its files under a folder. */
public final class Served implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(?:http|bolt)://[^' ]+");
    private static final Pattern PASSWORD = Pattern.compile("(?<= )[\\w-]{22}$");
    private static final String END = "end of output";

    /** One for all that is asked, as each has a thread of its own and a look at certificates. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Patience.LONGEST)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private final Process process;
    private final Path log;
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();

    private Served(Process process, Path log) {
        this.process = process;
        this.log = log;
        Thread.ofPlatform().daemon().start(this::read);
    }

    /**
     * @param more settings besides home and ports
     * @param arguments behind the command
     */
    public static Served start(Path home, Path log, Map<String, String> more, String... arguments) throws IOException {
        return start(OwnJava.command(Tieline.class, serve(arguments)), home, log, more);
    }

    private static String[] serve(String... arguments) {
        return Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new);
    }

    /**
     * A home that has the shipped data already where that was prepared, for tests of what comes after a first start.
     *
     * @param home that is not there yet, or empty
     */
    public static Path withData(Path home) throws IOException {
        Prepared.copyHome(home);
        return home;
    }

    /** @param command what starts the server */
    public static Served start(List<String> command, Path home, Path log, Map<String, String> more) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(environment(home));
        builder.environment().putAll(more);
        return new Served(builder.start(), log);
    }

    public static Map<String, String> environment(Path home) {
        return Map.of(
                "TIELINE_HOME", home.toString(),
                "TIELINE_PORT", "0",
                "TIELINE_BROWSER_PORT", "0",
                "TIELINE_BOLT_PORT", "0");
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            output.add(e.toString());
        }
        output.add(END);
    }

    /** The address that follows a word at the start of one of the next lines. */
    public URI address(String word) throws InterruptedException {
        return URI.create(told(word, ADDRESS));
    }

    /** The password of the database, which one of the next lines tells. */
    public String password() throws InterruptedException {
        return told("Password", PASSWORD);
    }

    private String told(String word, Pattern form) throws InterruptedException {
        while (true) {
            String line = output.poll(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("no line starts with %s; the log is %s".formatted(word, log()));
            }
            Matcher value = form.matcher(line);
            if (line.startsWith(word + " ") && value.find()) {
                return value.group();
            }
        }
    }

    /** Waits until the log says something. */
    public void awaitLog(String part) throws InterruptedException {
        long end = System.nanoTime() + Patience.LONGEST.toNanos();
        while (!log().contains(part)) {
            if (System.nanoTime() - end > 0 || process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the log does not say %s: %s".formatted(part, log()));
            }
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The time that it has spent on processors. */
    public Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    public static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Patience.LONGEST).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Tells the process to end, as Ctrl-C does, and waits for it. */
    public boolean stops() throws InterruptedException {
        process.destroy();
        return Patience.await(process);
    }

    public int exitCode() throws InterruptedException {
        if (!Patience.await(process)) {
            throw new AssertionError("still runs; the log is " + log());
        }
        return process.exitValue();
    }

    /** Kills the process as a loss of power would. */
    @Override
    public void close() {
        Patience.kill(process);
    }
}

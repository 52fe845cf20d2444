package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.testing.EveryNight;
import org.tieline.testing.Nightly;
import org.tieline.testing.OwnJava;
import org.tieline.testing.Patience;
import org.tieline.testing.Served;

/** The archive as somebody who downloaded it unpacks and starts it, with a JDK and nothing else. */
class DistributionIT {
    private static final String ARCHIVE = System.getProperty("distribution.archive");
    private static final String JAVA_HOME = System.getProperty("java.home");
    private static final int STOPPED_BY_SIGTERM = 128 + 15;
    private static final int KILLED = 128 + 9;

    /** The letter is written as bytes, since the JVM of the tests may run in a locale that has no word for it. */
    private static final String UNPACK = """
            cd "$1"
            folder="h$(printf '\\303\\266')he 7"
            mkdir "$folder" links
            tar -xzf "$2" -C "$folder"
            ln -s "$folder"/tieline-* unpacked
            ln -s ../unpacked/bin/tieline links/inner
            ln -s links/inner tieline
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void unpack() throws Exception {
        Result result = Result.of(Map.of(), "/bin/sh", "-euc", UNPACK, "sh", folder.toString(), ARCHIVE);
        assertThat(result.code()).as(result.err()).isZero();
    }

    /** What a command said. */
    private record Result(int code, String out, String err) {
        static Result of(Map<String, String> environment, String... command) throws Exception {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().remove("JAVA_HOME");
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!Patience.await(process)) {
                process.destroyForcibly();
                throw new AssertionError("still runs: " + String.join(" ", command));
            }
            return new Result(
                    process.exitValue(),
                    Files.readString(out).strip(),
                    Files.readString(err).strip());
        }
    }

    @Test
    void shouldServeInAFolderWithASpaceAndAForeignLetterAndStopWhenTold() throws Exception {
        Map<String, String> plainLocale =
                Map.of("JAVA_HOME", JAVA_HOME, "LC_ALL", "C", "TIELINE_JAVA_OPTIONS", String.join(" ", OwnJava.BRIEF));
        List<String> command =
                List.of("/bin/sh", "-c", "cd \"$0\" && exec h*/tieline-*/bin/tieline serve", folder.toString());
        Path home = folder.resolve("home");
        if (Nightly.or(0, 1) == 0) {
            // By day the first starts are those of the image, and of the program in other tests.
            Served.withData(home);
        }
        try (Served served = Served.start(command, home, folder.resolve("log"), plainLocale)) {
            URI api = served.address("API");
            HttpResponse<String> response =
                    Served.get(URI.create(api + "/carriers/sprint/exposures?vendor=huawei&asOf=2018-12-08"));
            JsonNode answer = new ObjectMapper().readTree(response.body());

            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(answer.at("/total").intValue()).isEqualTo(1);
            assertThat(answer.at("/results/0/relation").textValue()).isEqualTo("parent");
            assertThat(answer.at("/results/0/path/0/to").textValue()).isEqualTo("softbank-group");

            assertThat(health(api.getPort()).code()).isZero();
            assertThat(served.stops()).isTrue();
            assertThat(served.exitCode()).isEqualTo(STOPPED_BY_SIGTERM);
            assertThat(served.log()).doesNotContain("not everything was stopped", "could not be stopped", "ERROR");
        }
    }

    private static Result health(int port) throws Exception {
        return Result.of(
                Map.of("JAVA_HOME", JAVA_HOME, "TIELINE_PORT", String.valueOf(port)),
                folder.resolve("tieline").toString(),
                "health");
    }

    /** Neither an exit code of the program's own nor a process that lives on with a part of its threads. */
    @Test
    void shouldEndWithAMessageWhereMemoryRunsOut() throws Exception {
        Result asked = Result.of(
                Map.of("JAVA_HOME", JAVA_HOME, "JAVA_TOOL_OPTIONS", "-Xmx10m -XX:+UseSerialGC"),
                folder.resolve("tieline").toString(),
                "check",
                folder.resolve("unpacked/seed-data").toString());

        assertThat(asked.code()).as(asked.out()).isEqualTo(KILLED);
        assertThat(asked.err()).contains("tieline: memory ran out, so it ends. Give it more with TIELINE_JAVA_OPTIONS");
    }

    @Test
    void shouldBeCalledThroughLinks() throws Exception {
        Result asked = Result.of(
                Map.of("PATH", JAVA_HOME + "/bin:" + System.getenv("PATH"), "LC_ALL", "POSIX"),
                folder.resolve("tieline").toString(),
                "check",
                folder.resolve("unpacked/seed-data").toString());
        assertThat(asked.code()).as(asked.err()).isZero();

        Result alone = health(1);
        assertThat(alone.code()).isEqualTo(1);
        assertThat(alone.err()).startsWith("http://127.0.0.1:1/health/live does not answer: ");
    }

    @Test
    void shouldSayWhatIsWrongWithJava() throws Exception {
        String program = folder.resolve("tieline").toString();
        Path old = Files.createDirectories(folder.resolve("old java/bin"));
        script(old.resolve("java"), "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2");
        Path tools = tools();

        assertSays(
                Result.of(Map.of("JAVA_HOME", old.getParent().toString()), program, "serve"),
                "tieline: " + old.resolve("java")
                        + " has version 17; install version 21 or newer, or set JAVA_HOME to it");
        assertSays(
                Result.of(Map.of("PATH", old + ":" + tools), program, "serve"),
                "tieline: " + old.resolve("java")
                        + " has version 17; install version 21 or newer, or set JAVA_HOME to it");
        assertSays(
                Result.of(Map.of("JAVA_HOME", folder.toString()), program, "serve"),
                "tieline: JAVA_HOME is %s, where there is no bin/java; set it to a Java of version 21 or newer"
                        .formatted(folder));
        assertSays(
                Result.of(Map.of("PATH", tools.toString()), program, "serve"),
                "tieline: there is no java; install version 21 or newer, or set JAVA_HOME to it");
    }

    @Test
    void shouldSayWhyJavaHasNotLearned() throws Exception {
        String program = folder.resolve("tieline").toString();
        Path older = Files.createDirectories(folder.resolve("older java/bin"));
        script(older.resolve("java"), "echo 'openjdk version \"24.0.1\" 2025-04-15' >&2");
        assertSays(
                Result.of(Map.of("JAVA_HOME", older.getParent().toString()), program, "train"),
                "tieline: %s has version 24; it learns from version 25 on, and is not needed to"
                        .formatted(older.resolve("java")));

        Path learned = Files.writeString(folder.resolve("unpacked/tieline.aot"), "of before");
        Path failing = Files.createDirectories(folder.resolve("failing java/bin"));
        script(failing.resolve("java"), "echo 'openjdk version \"25.0.3\" 2026-04-21' >&2; [ \"$1\" = -version ]");
        Result failed = Result.of(Map.of("JAVA_HOME", failing.getParent().toString()), program, "train");

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err())
                .startsWith("openjdk version")
                .endsWith("tieline: Java has not learned, as it says above; nothing else has changed");
        assertThat(learned).hasContent("of before");
        assertThat(names(learned.getParent()))
                .filteredOn(name -> name.startsWith("tieline.aot"))
                .hasSize(1);
        Files.delete(learned);
    }

    /** A minute of work. Whether Java uses what it learned is told by where it has the classes from. */
    @Test
    @EveryNight
    @EnabledForJreRange(min = JRE.JAVA_25)
    void shouldStartWithWhatJavaLearned() throws Exception {
        String program = folder.resolve("tieline").toString();
        Result trained = Result.of(Map.of("JAVA_HOME", JAVA_HOME), program, "train");
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.err()).isEmpty();

        Result before = checkWith("before");
        assertThat(folder.resolve("before")).content().contains("org.tieline.Tieline source: shared objects file");

        Result small = Result.of(
                Map.of("JAVA_HOME", JAVA_HOME, "TIELINE_JAVA_OPTIONS", "-XX:MaxRAM=1g -Xmx64m"),
                program,
                "ask",
                "--help");
        assertThat(small.code()).as(small.out() + small.err()).isZero();

        Path learned = folder.resolve("unpacked/tieline.aot");
        Files.writeString(learned, "of something else");
        assertThat(checkWith("after")).isEqualTo(before);
        assertThat(folder.resolve("after")).content().doesNotContain("shared objects file");
        Files.delete(learned);
    }

    /** @param classes the file that Java tells its classes in */
    private static Result checkWith(String classes) throws Exception {
        Result result = Result.of(
                Map.of(
                        "JAVA_HOME",
                        JAVA_HOME,
                        "TIELINE_JAVA_OPTIONS",
                        "-Xlog:class+load:file=%s".formatted(folder.resolve(classes))),
                folder.resolve("tieline").toString(),
                "check",
                folder.resolve("unpacked/seed-data").toString());
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    /** It costs no Java, and is what the program says of itself. */
    @Test
    void shouldSayItsVersionWithoutJava() throws Exception {
        String program = folder.resolve("tieline").toString();
        Result itself = Result.of(Map.of("JAVA_HOME", JAVA_HOME), program, "ask", "--version");
        assertThat(itself.out()).startsWith("tieline ").contains("\ndata set ");

        Map<String, String> noJava = Map.of("PATH", tools().toString());
        assertThat(Result.of(noJava, program, "--version")).isEqualTo(itself);
        assertThat(Result.of(noJava, program, "-V")).isEqualTo(itself);
    }

    /** A folder with what the launcher needs, and no Java. */
    private static Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed", "head")) {
            script(tools.resolve(tool), "exec '%s' \"$@\"".formatted(where(tool)));
        }
        return tools;
    }

    private static void script(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path where(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(entry -> Path.of(entry, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void assertSays(Result result, String message) {
        assertThat(result.err()).isEqualTo(message);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void shouldHoldWhatItNeedsAndWhoseItIs() throws IOException {
        Path unpacked = folder.resolve("unpacked");
        assertThat(List.of(
                        "LICENSE",
                        "README.md",
                        "Dockerfile",
                        "seed-data/organizations.csv",
                        "seed-data/datapackage.json",
                        "cypher/schema.cypher",
                        "cypher/queries/exposures.cypher",
                        "docs/semantics.md"))
                .allSatisfy(file -> assertThat(unpacked.resolve(file)).isRegularFile());
        assertThat(names(unpacked.resolve("plugins")))
                .singleElement()
                .asString()
                .startsWith("tieline-procedures-");

        String licences = Files.readString(unpacked.resolve("THIRD-PARTY.txt"));
        List<String> listed = new ArrayList<>();
        Pattern.compile("\\([^:( ]+:([^: ]+):([^: )]+)")
                .matcher(licences)
                .results()
                .forEach(match -> listed.add(match.group(1) + "-" + match.group(2)));
        assertThat(names(unpacked.resolve("lib")))
                .hasSizeGreaterThan(200)
                .filteredOn(jar -> !jar.startsWith("tieline-"))
                .allSatisfy(jar -> assertThat(listed).as(jar).anyMatch(jar::startsWith));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

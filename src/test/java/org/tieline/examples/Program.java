package org.tieline.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tieline.testing.ForeignProgram;

/**
 * A program of {@code examples/}.
 *
 * @param name of its file
 * @param text what stands in it
 */
record Program(String name, String text) {
    static final Path FOLDER = Path.of("examples");
    static final String API = "http://127.0.0.1:7070";
    static final String BOLT = "bolt://127.0.0.1:7687";

    private static final Map<String, List<String>> INTERPRETERS =
            Map.of("py", List.of("python3"), "mjs", List.of("node"), "R", List.of("Rscript", "--vanilla"));
    private static final Pattern ADDRESS = Pattern.compile(API + "(/v1/[^\"'`]+)");

    /** Two texts that a program sets together to one. */
    private static final Pattern SEAM = Pattern.compile("\",?\\s+\"");

    private static final Pattern EMBEDDED = Pattern.compile("(?s)QUERY = \"\"\"(.*?)\"\"\"");

    static Program read(String name) {
        try {
            return new Program(name, Files.readString(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All whose names end so. */
    static List<Program> ending(String... endings) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> Stream.of(endings).anyMatch(name::endsWith))
                    .sorted()
                    .map(Program::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why it cannot be run here; empty if it can. */
    String missing() {
        List<String> asking = text.contains("import GraphDatabase")
                ? List.of("python3", "-c", "import neo4j, pandas")
                : List.of(command().getFirst(), "--version");
        ForeignProgram asked = ForeignProgram.run(Path.of(""), Map.of(), asking);
        return asked.code() == 0 ? "" : "%s cannot be run here: %s".formatted(name, asked.said());
    }

    /**
     * Runs it in a folder, where it may leave pictures.
     *
     * @param servers the addresses that stand in it, and those to ask in their place
     * @return what it printed
     */
    String run(Path folder, Map<String, String> servers, String password) {
        String moved = patient(text);
        for (Map.Entry<String, String> server : servers.entrySet()) {
            moved = moved.replace(server.getKey(), server.getValue());
        }
        try {
            Files.writeString(folder.resolve(name), moved);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>(command());
        command.add(name);
        Map<String, String> environment = Map.of(
                "NEO4J_PASSWORD",
                password,
                "NO_PROXY",
                "*",
                "no_proxy",
                "*",
                "LC_ALL",
                "C.UTF-8",
                "R_DEFAULT_INTERNET_TIMEOUT",
                "600");
        ForeignProgram ran = ForeignProgram.run(folder, environment, command);
        assertThat(ran.code()).as(ran.said()).isZero();
        return ran.out().lines().map(String::stripTrailing).reduce("", (all, line) -> all + line + "\n");
    }

    /** The same text that waits longer, as a machine that runs tests may have much else to do. */
    static String patient(String text) {
        return text.replace("timeout=30)", "timeout=600)").replace("30_000", "600_000");
    }

    /** The contrary. */
    static String asWritten(String patient) {
        return patient.replace("timeout=600)", "timeout=30)").replace("600_000", "30_000");
    }

    private List<String> command() {
        return INTERPRETERS.get(name.substring(name.lastIndexOf('.') + 1));
    }

    /** The addresses of the API that it asks, without the server. */
    List<String> addresses() {
        return ADDRESS.matcher(SEAM.matcher(text).replaceAll(""))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The Cypher in it, or that it is. */
    String cypher() {
        Matcher matcher = EMBEDDED.matcher(text);
        return matcher.find() ? matcher.group(1) : text;
    }

    @Override
    public String toString() {
        return name;
    }
}

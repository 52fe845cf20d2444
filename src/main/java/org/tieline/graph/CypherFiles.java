package org.tieline.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The Cypher files that travel with the program: the folder {@code cypher} of the sources. Read once, at start. */
public final class CypherFiles {
    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(?:\\R|$)");
    private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^\\s*//.*\\R?");

    private final Map<String, String> texts = new TreeMap<>();

    private CypherFiles() {}

    /**
     * Reads the named queries {@code queries/NAME.cypher}.
     *
     * @throws IllegalStateException if one of them is missing
     */
    public static CypherFiles queries(String... names) {
        CypherFiles files = new CypherFiles();
        for (String name : names) {
            files.texts.put(name, read("queries/" + name));
        }
        return files;
    }

    /**
     * The text of a query that was asked for by name, comments included, without the semicolon at its end.
     *
     * @throws IllegalArgumentException if it was not among the names given to {@link #queries}
     */
    public String query(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("must be one of %s, was %s".formatted(texts.keySet(), name));
        }
        return text.strip().replaceFirst(";$", "");
    }

    /** The statements of a file such as {@code schema}, in order, without comment lines. */
    public static List<String> statements(String file) {
        String text = COMMENT_LINE.matcher(read(file)).replaceAll("");
        return Arrays.stream(END_OF_STATEMENT.split(text))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read(String file) {
        String path = "/cypher/" + file + ".cypher";
        try (InputStream stream = CypherFiles.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("the program is incomplete: it has no file %s".formatted(path));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

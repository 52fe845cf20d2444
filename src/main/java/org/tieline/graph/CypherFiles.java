package org.tieline.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The Cypher files that travel with the program: the folder {@code cypher} of the sources. Read once, at start. */
public final class CypherFiles {
    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(?:\\R|$)");
    private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^\\s*//.*\\R?");

    private CypherFiles() {}

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

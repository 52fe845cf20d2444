package org.tieline.queries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/**
 * A query that people run.
 *
 * @param name the name of its file, without the ending
 * @param examples the parameters in its comment, each with the Cypher expression of its example value
 */
record QueryFile(String name, String text, Map<String, String> examples) {
    static final Path FOLDER = Path.of("cypher", "queries");
    private static final Pattern PARAMETER = Pattern.compile("(?m)^// :param (\\w+) => (.+)$");

    /** A result of which nothing needs the transaction: entities stand as their ids, a path as those of its entities. */
    record Answer(List<String> columns, List<List<Object>> rows) {}

    static QueryFile read(String name) {
        try {
            String text = Files.readString(FOLDER.resolve(name + ".cypher"));
            Map<String, String> examples = new LinkedHashMap<>();
            Matcher matcher = PARAMETER.matcher(text);
            while (matcher.find()) {
                examples.put(matcher.group(1), matcher.group(2));
            }
            return new QueryFile(name, text, examples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all files in a folder that end so, without the ending, sorted. */
    static List<String> names(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ending))
                    .map(file -> file.substring(0, file.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it with its example values, except where others are given. */
    Answer run(GraphDatabaseService database, Map<String, Object> others) {
        try (Transaction tx = database.beginTx()) {
            Map<String, Object> parameters = new LinkedHashMap<>();
            examples.forEach((parameter, expression) -> {
                Object other = others.get(parameter);
                parameters.put(parameter, other != null ? other : value(tx, expression));
            });
            try (Result result = tx.execute(text, parameters)) {
                List<List<Object>> rows = new ArrayList<>();
                while (result.hasNext()) {
                    Map<String, Object> row = result.next();
                    rows.add(result.columns().stream()
                            .map(column -> plain(row.get(column)))
                            .toList());
                }
                return new Answer(result.columns(), rows);
            }
        }
    }

    private static Object value(Transaction tx, String expression) {
        try (Result result = tx.execute("CYPHER 25 RETURN " + expression + " AS value")) {
            return result.next().get("value");
        }
    }

    /** Absent values stand as "null": a list of Java must not hold none. */
    private static Object plain(Object value) {
        return switch (value) {
            case null -> "null";
            case Node node -> node.getProperty("id", node.getProperty("code", null));
            case Relationship tie -> tie.getProperty("id", tie.getType().name());
            case org.neo4j.graphdb.Path path -> plainList(path);
            case Iterable<?> list -> plainList(list);
            case Object[] array -> plainList(List.of(array));
            case Map<?, ?> map -> {
                Map<Object, Object> plain = new LinkedHashMap<>();
                map.keySet().stream().sorted().forEach(key -> plain.put(key, plain(map.get(key))));
                yield plain;
            }
            case Number number -> number;
            default -> value.toString();
        };
    }

    private static List<Object> plainList(Iterable<?> values) {
        List<Object> plain = new ArrayList<>();
        values.forEach(value -> plain.add(plain(value)));
        return plain;
    }
}

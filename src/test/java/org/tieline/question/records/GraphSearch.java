package org.tieline.question.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Record;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.TielineException;
import org.tieline.naming.fulltext.FullTextIndex;
import org.tieline.naming.fulltext.SearchHit;

/** A search as the full-text indexes of the database answer it: what {@link FullTextIndex} is compared with. */
final class GraphSearch {
    private static final int MOST_HITS = 100;
    private static final int CANDIDATES = 200;
    private static final int LONGEST_QUERY = 200;
    private static final Pattern SPECIAL = Pattern.compile("[+\\-!(){}\\[\\]^\"~*?:\\\\/&|<>=]");
    private static final Pattern ASIAN = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");

    private static final String RETURN = """
            WHERE node.id IS :: STRING NOT NULL AND node.name IS :: STRING NOT NULL
            RETURN node.id AS id, node.name AS name, node.aliases AS aliases, score
            """;

    private static final String FULL_TEXT =
            "CALL db.index.fulltext.queryNodes($index, $query, {limit: $limit}) YIELD node, score " + RETURN;

    private final Neo4j neo4j;

    GraphSearch(Neo4j neo4j) {
        this.neo4j = neo4j;
    }

    /**
     * The best hits, best first, equally good ones by id.
     *
     * @param query at most 200 characters, at least one of them no blank
     * @param limit 1 to 100
     * @throws TielineException.BadQuestion if query or limit are out of bounds
     */
    List<SearchHit> search(String query, int limit) {
        if (query.isBlank() || query.length() > LONGEST_QUERY) {
            throw new TielineException.BadQuestion(
                    "q",
                    "q must have 1 to %d characters, had %d"
                            .formatted(LONGEST_QUERY, query.strip().length()));
        }
        if (limit < 1 || limit > MOST_HITS) {
            throw new TielineException.BadQuestion("limit", "limit must be 1..%d, was %d".formatted(MOST_HITS, limit));
        }
        NameMatch match = new NameMatch(query);
        Map<String, SearchHit> best = new HashMap<>();
        for (Record row : candidates(query.strip())) {
            SearchHit hit = match.hit(
                    row.get("id").asString(),
                    row.get("name").asString(),
                    aliases(row),
                    row.get("score").asDouble());
            best.merge(hit.id(), hit, (a, b) -> a.score() >= b.score() ? a : b);
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(SearchHit::score).reversed().thenComparing(SearchHit::id))
                .limit(limit)
                .toList();
    }

    private List<Record> candidates(String query) {
        return neo4j.read(tx -> {
            List<Record> found = new ArrayList<>(tx.run(
                            "MATCH (node:Organization {id: $query}) WITH node, 100.0 AS score " + RETURN,
                            Map.of("query", query))
                    .list());
            found.addAll(
                    tx.run(FULL_TEXT, Map.of("index", "organization_names", "query", latin(query), "limit", CANDIDATES))
                            .list());
            if (ASIAN.matcher(query).find()) {
                found.addAll(tx.run(
                                FULL_TEXT,
                                Map.of("index", "organization_names_cjk", "query", asian(query), "limit", CANDIDATES))
                        .list());
            }
            return found;
        });
    }

    private static List<String> aliases(Record row) {
        return row.get("aliases").asObject() instanceof List<?> aliases
                ? aliases.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The whole as a phrase, or any word of it as it is, as a beginning or with wrong letters. */
    private static String latin(String query) {
        Stream<String> words = Arrays.stream(query.split("[\\s\\-]+"))
                .filter(word -> !word.isEmpty())
                .map(GraphSearch::anyForm);
        return Stream.concat(Stream.of("\"" + escaped(query) + "\"^8"), words).collect(Collectors.joining(" OR "));
    }

    private static String anyForm(String word) {
        String escaped = escaped(word);
        String fuzzy = word.length() < 4 ? "" : " OR %s~%d".formatted(escaped, word.length() < 6 ? 1 : 2);
        return "\"%s\"^4 OR %s*^2%s".formatted(escaped, escaped, fuzzy);
    }

    /** As a phrase: its pairs of characters one after the other. A single character is half of a pair. */
    private static String asian(String query) {
        String phrase = "\"" + escaped(query) + "\"";
        return query.codePointCount(0, query.length()) == 1 ? phrase + " OR " + escaped(query) + "*" : phrase;
    }

    /** Lower case, so that AND, OR and NOT are words like others. */
    private static String escaped(String text) {
        return SPECIAL.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("\\\\$0");
    }
}

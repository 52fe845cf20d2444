package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.testing.ShippedGraph;

/** Holds the page on HTTP to what the API answers on the shipped data. */
@ShippedGraph
class HttpDocumentTests {
    private static final String PAGE = PageExamples.text(Path.of("docs", "http.md"));
    private static final String AND_MORE = "…";

    /** A request and the answer to it; of the answer some headers, and the beginning of the body where it has one. */
    private static final Pattern EXCHANGE = Pattern.compile(
            "(?ms)^```http\\n([A-Z]+ /\\S*)\\n(.*?)^```\\n\\n```http\\nHTTP/1.1 (\\d+)\\n(.*?)(?:^\\n(.*?))?^```$");

    @Test
    void shouldShowExchangesAsTheyAre(Neo4j neo4j) {
        List<MatchResult> exchanges = EXCHANGE.matcher(PAGE).results().toList();
        assertThat(exchanges).hasSize(PAGE.split("(?m)^```http$").length / 2).hasSizeGreaterThan(5);

        try (ShippedApi shipped = ShippedApi.shared(neo4j)) {
            RawHttp http = new RawHttp(shipped.port());
            for (MatchResult exchange : exchanges) {
                RawHttp.Reply reply =
                        http.ask(exchange.group(1), exchange.group(2).lines().toArray(String[]::new));

                assertThat(reply.status()).as(exchange.group(1)).isEqualTo(Integer.parseInt(exchange.group(3)));
                exchange.group(4).lines().forEach(line -> assertThat(reply.headers())
                        .contains(line));
                if (exchange.group(5) != null) {
                    String shown = exchange.group(5).strip();
                    assertThat(shown).endsWith(AND_MORE);
                    assertThat(reply.text().replace("\r\n", "\n"))
                            .startsWith(shown.substring(0, shown.length() - AND_MORE.length()));
                }
            }
        }
    }
}

package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.tieline.config.Setting;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Dataset;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.ShippedGraph;

/** Holds the README to what the program does. */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeTests {
    private static final String PAGE = PageExamples.text(Path.of("README.md"));
    private static final Pattern CYPHER = Pattern.compile("(?ms)^```cypher\\n(.*?)^```$");
    private static final Pattern CURL = Pattern.compile("curl '([^']+)'");
    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| (.*?) \\| (.*?) \\|$");

    private ShippedApi shipped;

    @BeforeAll
    void start(Neo4j neo4j) {
        shipped = ShippedApi.shared(neo4j);
    }

    @AfterAll
    void stop() {
        shipped.close();
    }

    @Test
    void shouldShowTheQuestionAndTheAnswerAsTheyAre() {
        List<PageExamples.Example> examples = PageExamples.of(PAGE);

        assertThat(examples).isNotEmpty().allSatisfy(example -> assertThat(example.differences(shipped.client()))
                .isEmpty());
    }

    @Test
    void shouldGiveACurlThatWorks() {
        List<String> addresses =
                CURL.matcher(PAGE).results().map(match -> match.group(1)).toList();

        assertThat(addresses).isNotEmpty().allSatisfy(address -> {
            URI uri = URI.create(address);
            ApiClient.Reply reply = shipped.client().get(uri.getRawPath() + "?" + uri.getRawQuery());
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.at("/total").intValue()).isPositive();
        });
    }

    @Test
    void shouldGiveCypherThatFindsSomething(EmbeddedServer server) {
        List<String> statements =
                CYPHER.matcher(PAGE).results().map(match -> match.group(1)).toList();

        assertThat(statements).isNotEmpty().allSatisfy(statement -> {
            try (Transaction tx = server.database().beginTx();
                    Result result = tx.execute(statement)) {
                assertThat(result.stream().count()).isPositive();
            }
        });
    }

    @Test
    void shouldListTheSettingsAsTheyAre() {
        List<String> listed = SETTING.matcher(PAGE)
                .results()
                .map(match -> match.group(1) + " | " + match.group(2) + " | " + match.group(3))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(Arrays.stream(Setting.values())
                        .map(setting -> setting.name() + " | " + setting.standard() + " | " + setting.meaning())
                        .toList());
    }

    @Test
    void shouldCountTheDataAsTheyAre() {
        Dataset data = DatasetReader.read(Path.of("seed-data"));

        assertThat(PAGE)
                .contains("holds %d organizations, %d ties, %d bans and %d sources"
                        .formatted(
                                data.organizations().size(),
                                data.ties().size(),
                                data.bans().size(),
                                data.sources().size()));
    }
}

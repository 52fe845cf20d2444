package org.tieline.question.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.dataset.Datasets;
import org.tieline.graph.GraphReader;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Dataset;
import org.tieline.model.TielineException;
import org.tieline.question.Answer;
import org.tieline.question.Json;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.question.parameter.Given;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EarlierRelease;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Nightly;
import org.tieline.testing.RandomWorld;

/** What is asked of a release is what the graph answered when that release was all that was loaded. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class ReleaseAgreementTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final int PAIRS = Nightly.or(4, 24);

    private final EmbeddedServer server;
    private final Neo4j neo4j;

    ReleaseAgreementTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void empty() {
        EmbeddedNeo4jExtension.empty(server);
    }

    @Test
    void shouldAnswerOfAnEarlierReleaseOfTheShippedData(@TempDir Path folder) throws IOException {
        Dataset earlier = DatasetReader.read(EarlierRelease.into(folder));
        Dataset shipped = DatasetReader.read(Path.of("seed-data"));
        assertThat(earlier.version()).isEqualTo(EarlierRelease.VERSION);

        List<Snapshot> alone = load(earlier);
        List<Snapshot> both = load(shipped);

        int differing = compare(
                alone,
                both,
                earlier.version(),
                List.of(
                        asked("exposures", "asOf", "2018-12-08", "limit", "1000"),
                        asked("exposures", "asOf", "2026-11-01", "vendor", "huawei,zte", "limit", "1000"),
                        asked("conflicts", "asOf", "2024-01-15", "limit", "1000"),
                        asked("bans", "asOf", "2022-06-30", "target", "huawei", "limit", "1000"),
                        asked("paths", "from", "huawei", "to", "sprint", "asOf", "2018-12-08"),
                        asked("matrix", "asOf", "2021-06-01"),
                        asked("summary", "by", "country", "asOf", "2026-11-01"),
                        asked("changes", "from", "2018-08-01", "to", "2019-08-01", "limit", "1000"),
                        asked("series", "from", "2018-01-01", "to", "2022-01-01", "step", "P1Y"),
                        asked("age", "asOf", "2026-11-01", "limit", "1000"),
                        asked("ownership", "rule", "ofac-50", "listed", "huawei", "asOf", "2020-01-01")));
        assertThat(differing).as("answers that the releases give differently").isGreaterThan(5);
    }

    @Test
    void shouldAnswerOfEachOfManyReleases() {
        int differing = 0;
        for (long seed = 1; seed <= PAIRS; seed++) {
            empty();
            Dataset first = world(seed, "1.0.0");
            Dataset second = world(seed + 100, "1.1.0");

            List<Snapshot> alone = load(first);
            List<Snapshot> both = load(second);

            differing += compare(
                    alone,
                    both,
                    "1.0.0",
                    List.of(
                            asked("exposures", "asOf", "2018-06-15"),
                            asked("exposures", "asOf", "2019-01-01", "vendor", "o0,o1", "certainty", "certain"),
                            asked("paths", "from", "o0", "to", "o3", "asOf", "2018-06-15"),
                            asked("bans", "asOf", "2018-06-15"),
                            asked("matrix", "asOf", "2018-06-15"),
                            asked("summary", "by", "vendor", "asOf", "2018-06-15")));
        }
        assertThat(differing).isGreaterThan(PAIRS);
    }

    @Test
    void shouldKeepAReleaseOnceAndAnswerOfTheOneThatCameLast() {
        Dataset first = world(1, "1.0.0");
        load(first);
        assertThat(new DatasetLoader(neo4j, Clock.systemUTC()).keep(first)).isFalse();

        Dataset corrected = world(2, "1.0.0");
        List<Snapshot> now = load(corrected);

        for (Snapshot snapshot : now) {
            assertThat(snapshot.releases().all())
                    .singleElement()
                    .extracting(LoadedDataset::sha256)
                    .isEqualTo(corrected.sha256());
            assertThat(answer(snapshot, asked("bans", "asOf", "2018-06-15", "knownAt", "1.0.0")))
                    .isEqualTo(answer(snapshot, asked("bans", "asOf", "2018-06-15")));
        }
    }

    @Test
    void shouldKeepAReleaseWithoutLoadingIt() {
        load(world(3, "2.0.0"));

        assertThat(new DatasetLoader(neo4j, Clock.systemUTC()).keep(world(4, "1.10.0")))
                .isTrue();
        assertThat(new DatasetLoader(neo4j, Clock.systemUTC()).keep(world(5, "1.9.3")))
                .isTrue();

        for (Snapshot snapshot : snapshots()) {
            assertThat(snapshot.dataset().orElseThrow().version()).isEqualTo("2.0.0");
            assertThat(snapshot.releases().all())
                    .extracting(LoadedDataset::version)
                    .containsExactly("2.0.0", "1.10.0", "1.9.3");
            assertThat(snapshot.releases().named("1")).isEqualTo("1.10.0");
            assertThat(snapshot.releases().named("1.9")).isEqualTo("1.9.3");
            assertThatThrownBy(() -> answer(snapshot, asked("bans", "knownAt", "1.8")))
                    .isInstanceOf(TielineException.BadQuestion.class)
                    .hasMessage(
                            "knownAt must be a day like 2018-12-08, or one of the releases 2.0.0, 1.10.0, 1.9.3, was 1.8");
        }
    }

    @Test
    void shouldKeepNothingOfADataSetWithoutAVersion() {
        for (Snapshot snapshot : load(world(6, Dataset.UNVERSIONED))) {
            assertThat(snapshot.releases().all()).isEmpty();
            assertThatThrownBy(() -> answer(snapshot, asked("bans", "knownAt", "unversioned")))
                    .hasMessage(
                            "knownAt must be a day like 2018-12-08, or a release, of which none is on record, was unversioned");
        }
    }

    private static Dataset world(long seed, String version) {
        Dataset made = new RandomWorld(seed).dataset();
        return Datasets.of(
                version,
                made.organizations(),
                made.ties(),
                made.bans(),
                made.sources(),
                made.memberships(),
                made.identifiers(),
                made.subscribers());
    }

    private List<Snapshot> load(Dataset dataset) {
        new DatasetLoader(neo4j, Clock.systemUTC()).load(dataset, Progress.NONE);
        return snapshots();
    }

    /** As every way to the graph reads it. */
    private List<Snapshot> snapshots() {
        List<GraphReader> readers = List.of(new DriverGraphReader(neo4j), new EmbeddedGraphReader(server.database()));
        return readers.stream().map(SnapshotBuilder::take).toList();
    }

    /** How many of the questions are answered otherwise of what is loaded now. */
    private static int compare(
            List<Snapshot> alone, List<Snapshot> both, String release, List<Map<String, String>> questions) {
        int differing = 0;
        for (Map<String, String> question : questions) {
            Map<String, String> of = new LinkedHashMap<>(question);
            of.put("knownAt", release);
            for (int i = 0; i < alone.size(); i++) {
                String expected = answer(alone.get(i), question);
                assertThat(answer(both.get(i), of)).as(of.toString()).isEqualTo(expected);
                differing += isAnswered(both.get(i), question, expected) ? 0 : 1;
            }
        }
        return differing;
    }

    private static boolean isAnswered(Snapshot snapshot, Map<String, String> question, String expected) {
        try {
            return answer(snapshot, question).equals(expected);
        } catch (TielineException.NotFound e) {
            return false;
        }
    }

    private static Map<String, String> asked(String name, String... given) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("", name);
        for (int i = 0; i < given.length; i += 2) {
            asked.put(given[i], given[i + 1]);
        }
        return asked;
    }

    /** The answer but for what names the release: its version, and links to the same question. */
    private static String answer(Snapshot snapshot, Map<String, String> asked) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        asked.forEach((name, text) -> {
            if (!name.isEmpty()) {
                texts.put(name, List.of(text));
            }
        });
        Given given = new Given(texts);
        Question question = Questions.DECLARED.byName().get(asked.get("")).meant(given);
        Answer<?> answer =
                question.understand(given, null, snapshot.reading(TODAY)).in(snapshot);
        List<Object> told = new ArrayList<>(answer.results());
        told.add(answer.total());
        return new String(Json.bytes(told), StandardCharsets.UTF_8)
                .replaceAll("knownAt=[^&\"]*&?", "")
                .replaceAll("[?&]\"", "\"");
    }
}

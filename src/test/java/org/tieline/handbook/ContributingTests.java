package org.tieline.handbook;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.util.diff.Delta;
import org.assertj.core.util.diff.DiffUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.exchange.exports.Exports;
import org.tieline.model.Dataset;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Tie;
import org.tieline.model.TielineException.InvalidData;
import org.tieline.question.Answer;
import org.tieline.question.Json;
import org.tieline.question.Question;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Reading;
import org.tieline.question.registry.Questions;
import org.tieline.testing.HeldPart;
import org.tieline.testing.InMemory;

/** Holds the worked examples of {@code CONTRIBUTING.md} to what they are examples of. */
class ContributingTests {
    private static final Path PAGE = Path.of("CONTRIBUTING.md");
    private static final Path QUESTION = Path.of("src/test/java/org/tieline/handbook/KindQuestion.java");
    private static final Path WITH_ONE_MORE = Path.of("src/test/java/org/tieline/handbook/later/KindQuestion.java");
    private static final Path QUESTIONS = Path.of("src/main/java/org/tieline/question/registry/Questions.java");
    private static final Path SHIPPED = Path.of("seed-data");
    private static final Path FORMATS = Path.of("src/main/java/org/tieline/exchange/ExportFormat.java");
    private static final Path RULES = Path.of("src/main/resources/org/tieline/restriction/ownership-rules.json");
    private static final List<Path> DESCRIBED =
            List.of(Path.of("src", "main"), SHIPPED, Path.of("docs"), Path.of("cypher"), Path.of("README.md"));

    /** A constant of the formats that have one file. */
    private static final Pattern CONSTANT =
            Pattern.compile("[A-Z]+\\(\"([a-z]+)\", \"[a-z/.+-]+\", \"tieline\\.\\1\", (\\w+)::new\\)[,;]");

    @TempDir
    private Path folder;

    @Test
    void shouldShowAQuestionThatIsAsked() throws IOException {
        HeldPart.holds(PAGE, "question", "```java\n" + String.join("\n", shown(QUESTION)) + "\n```\n");

        assertThat(json(asked(KindQuestion.DECLARED, Map.of("kind", List.of("government,association")))))
                .contains("\"searched\":{\"kind\":[\"government\",\"association\"]}")
                .containsPattern("\"results\":\\[\\{\"kind\":\"government\",\"organizations\":[1-9]\\d*}");
    }

    @Test
    void shouldNameAQuestionByALineLikeThoseThatAreThere() throws IOException {
        Pattern line = Pattern.compile("(?m)^ *(\\w+Question)\\.DECLARED[,)]");

        assertThat(line.matcher(Files.readString(QUESTIONS)).results()).hasSameSizeAs(Questions.DECLARED.all());
        assertThat(line.matcher(Files.readString(PAGE)).results().map(question -> question.group(1)))
                .containsExactly(KindQuestion.class.getSimpleName());
    }

    @Test
    void shouldShowWhatAParameterMoreChanges() throws IOException {
        StringBuilder difference = new StringBuilder();
        for (Delta<String> delta :
                DiffUtils.diff(shown(QUESTION), shown(WITH_ONE_MORE)).getDeltas()) {
            delta.getOriginal().getLines().forEach(line -> difference.append(("-" + line).stripTrailing() + "\n"));
            delta.getRevised().getLines().forEach(line -> difference.append(("+" + line).stripTrailing() + "\n"));
        }
        HeldPart.holds(PAGE, "parameter", "```diff\n" + difference + "```\n");

        Map<String, List<String>> britain = Map.of("kind", List.of("government"), "country", List.of("uk"));
        assertThat(json(asked(org.tieline.handbook.later.KindQuestion.DECLARED, britain)))
                .contains("\"country\":[\"GB\"]")
                .contains("\"results\":[{\"kind\":\"government\",\"organizations\":%d}]"
                        .formatted(DatasetReader.read(SHIPPED).organizations().stream()
                                .filter(organization -> organization.kind() == OrganizationKind.GOVERNMENT)
                                .filter(organization -> "GB".equals(organization.country()))
                                .count()));
        assertThatThrownBy(() -> asked(KindQuestion.DECLARED, britain))
                .hasMessage("country is not a parameter; allowed are kind");
    }

    /** A file without what stands before its first comment. */
    private static List<String> shown(Path file) throws IOException {
        String source = Files.readString(file);
        return source.substring(source.indexOf("/**")).lines().toList();
    }

    private static Answer<?> asked(Question question, Map<String, List<String>> parameters) {
        try (Snapshots snapshots = new Snapshots(new InMemory(DatasetReader.read(SHIPPED)))) {
            snapshots.refresh();
            return question.understand(new Given(parameters), null, Reading.on(LocalDate.of(2018, 12, 8)))
                    .in(snapshots.current());
        }
    }

    private static String json(Answer<?> answer) {
        return new String(Json.bytes(answer.whole()), StandardCharsets.UTF_8);
    }

    @Test
    void shouldShowAFormatThatWritesTheShippedData() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/tieline/handbook/DotExport.java"));
        HeldPart.holds(PAGE, "format", "```java\n" + source.substring(source.indexOf("/**")) + "```\n");

        Dataset shipped = DatasetReader.read(SHIPPED);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExportWriter writer = new DotExport(out)) {
            new Exports(new InMemory(shipped)).take().writeTo(writer);
        }
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();

        assertThat(lines).startsWith("digraph tieline {").endsWith("}");
        assertThat(lines.stream().filter(line -> line.contains(" -> ")))
                .hasSameSizeAs(shipped.ties())
                .contains("  \"softbank-group\" -> \"sprint\" [id=\"softbank-group-owns-sprint\", label=\"OWNS\"]");
        assertThat(lines)
                .hasSize(shipped.organizations().size() + shipped.ties().size() + 2)
                .contains("  \"huawei\" [label=\"Huawei\"]");
    }

    @Test
    void shouldNameAFormatByALineLikeThoseThatAreThere() throws IOException {
        assertThat(CONSTANT.matcher(Files.readString(FORMATS)).results().map(format -> format.group(2)))
                .contains("GexfExport");
        assertThat(CONSTANT.matcher(Files.readString(PAGE)).results().map(format -> format.group(2)))
                .containsExactly(DotExport.class.getSimpleName());
    }

    @Test
    void shouldShowARuleAsItIs() throws IOException {
        Matcher profile =
                Pattern.compile("(?ms)^  \\{\n    \"rule\": \"uk-50\".*?^  }").matcher(Files.readString(RULES));
        assertThat(profile.find()).isTrue();

        HeldPart.holds(PAGE, "rule", "```json\n" + profile.group().indent(-2).stripTrailing() + "\n```\n");
    }

    /** So that a new one is not forgotten where the old ones are named. */
    @ParameterizedTest
    @ValueSource(strings = {"gexf", "uk-50"})
    void shouldListWhereANameStands(String name) throws IOException {
        Pattern word =
                Pattern.compile("(?<![\\w-])" + name.replace("-", "[-_]") + "(?![\\w-])", Pattern.CASE_INSENSITIVE);
        StringBuilder places = new StringBuilder();
        for (Path root : DESCRIBED) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    if (word.matcher(text).find()) {
                        places.append("- `").append(file).append("`\n");
                    }
                }
            }
        }

        HeldPart.holds(PAGE, "places of " + name, places.toString());
    }

    @Test
    void shouldShowAFactThatIsSound() throws IOException {
        Dataset shipped = DatasetReader.read(SHIPPED);
        Map<String, String> rows = rows();
        assertThat(rows.keySet()).containsExactly("organizations.csv", "sources.csv", "ties.csv");

        Dataset dataset = DatasetReader.read(with(rows));

        assertThat(dataset.ties())
                .hasSize(shipped.ties().size() + 1)
                .extracting(Tie::id)
                .contains(id(rows));
        assertThat(dataset.organizations()).hasSize(shipped.organizations().size() + 1);
        assertThat(dataset.sources()).hasSize(shipped.sources().size() + 1);
    }

    @Test
    void shouldSayWhatIsWrongWithoutTheSource() throws IOException {
        Map<String, String> rows = rows();
        rows.remove("sources.csv");
        Path incomplete = with(rows);

        InvalidData refusal = catchThrowableOfType(InvalidData.class, () -> DatasetReader.read(incomplete));

        String said = refusal.errors().stream()
                .map(error -> error.toString().replace(incomplete + "/", "").replaceFirst(":\\d+:", ":LINE:"))
                .collect(joining("\n"));
        HeldPart.holds(PAGE, "refusal", "```\n" + said + "\n```\n");
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Pattern.compile("(?ms)^```csv (\\S+)\n(.*?\n)```$")
                .matcher(Files.readString(PAGE))
                .results()
                .forEach(block -> rows.put(block.group(1), block.group(2)));
        return rows;
    }

    private static String id(Map<String, String> rows) {
        return rows.get("ties.csv").replaceFirst("(?s),.*", "");
    }

    /** The shipped folder with rows after its own. */
    private Path with(Map<String, String> rows) throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        for (Map.Entry<String, String> row : rows.entrySet()) {
            Files.writeString(folder.resolve(row.getKey()), row.getValue(), StandardOpenOption.APPEND);
        }
        return folder;
    }
}

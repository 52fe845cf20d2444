package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.InvalidValue;
import org.tieline.model.OrganizationKind;
import org.tieline.model.OwnershipRule;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Term;
import org.tieline.model.TieType;

/** The description of the shipped data for machines: its tables, in the vocabularies of the model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataPackageTests {
    private static final Path FOLDER = Path.of("seed-data");

    private JsonNode description;

    @BeforeAll
    void read() throws IOException {
        description =
                new ObjectMapper().readTree(FOLDER.resolve("datapackage.json").toFile());
    }

    @ParameterizedTest
    @EnumSource(DatasetTable.class)
    void shouldDescribeTheColumnsOfEveryTable(DatasetTable table) {
        assertThat(StreamSupport.stream(fields(table).spliterator(), false)
                        .map(field -> field.path("name").asText()))
                .containsExactlyElementsOf(table.columns());
        JsonNode primaryKey = resource(table).at("/schema/primaryKey");
        // a primary key has no empty cells, and an identifier whose beginning nobody knows has one
        JsonNode key = primaryKey.isArray() ? primaryKey : resource(table).at("/schema/uniqueKeys/0");
        assertThat(StreamSupport.stream(key.spliterator(), false).map(JsonNode::asText))
                .containsExactlyElementsOf(table.key());
        assertThat(constraints(table, table.key().getFirst()).path("unique").asBoolean())
                .isEqualTo(table.key().size() == 1);
    }

    @Test
    void shouldDescribeTheVocabulariesOfTheModel() {
        assertThat(words(DatasetTable.ORGANIZATIONS, "kind")).isEqualTo(Term.words(OrganizationKind.class));
        assertThat(words(DatasetTable.TIES, "type")).isEqualTo(Term.words(TieType.class));
        assertThat(words(DatasetTable.TIES, "evidence")).isEqualTo(Term.words(Evidence.class));
        assertThat(words(DatasetTable.BANS, "nature")).isEqualTo(Term.words(BanNature.class));
        assertThat(words(DatasetTable.BANS, "status")).isEqualTo(Term.words(BanStatus.class));
        assertThat(words(DatasetTable.BANS, "ownershipRule")).isEqualTo(Term.words(OwnershipRule.class));
        assertThat(constraints(DatasetTable.TIES, "percent").path("minimum").asInt())
                .isZero();
        assertThat(constraints(DatasetTable.TIES, "percent").path("maximum").asInt())
                .isEqualTo(100);
        assertThat(words(DatasetTable.IDENTIFIERS, "scheme")).isEqualTo(Term.words(IdentifierScheme.class));
        assertThat(pattern(DatasetTable.TIES, "segment")).isEqualTo(bars(Term.words(Segment.class)));
        assertThat(pattern(DatasetTable.TIES, "generation")).isEqualTo(bars(Term.words(Generation.class)));
    }

    @Test
    void shouldDescribeScopesAsTheModelHasThem() {
        List<String> words = new ArrayList<>(Scope.KINDS);
        words.addAll(Scope.PARTS);
        Stream.of("2g", "3g", "4g", "5g", "6g")
                .flatMap(generation -> Scope.PARTS.stream().map(part -> generation + ":" + part))
                .filter(DataPackageTests::isScope)
                .forEach(words::add);

        assertThat(pattern(DatasetTable.BANS, "scope")).isEqualTo(bars(words));
    }

    @ParameterizedTest
    @EnumSource(DatasetTable.class)
    void shouldDescribeWhatItsCellsLookLike(DatasetTable table) throws IOException {
        for (JsonNode field : fields(table)) {
            String pattern = field.at("/constraints/pattern").asText();
            boolean required = field.at("/constraints/required").asBoolean();
            List<String> cells = cells(table, field.path("name").asText());
            if (required) {
                assertThat(cells).as(field.path("name").asText()).doesNotContain("");
            }
            if (!pattern.isEmpty()) {
                assertThat(cells)
                        .as(field.path("name").asText())
                        .filteredOn(cell -> !cell.isEmpty())
                        .allMatch(Pattern.compile(pattern).asMatchPredicate());
            }
        }
    }

    @Test
    void shouldStateForeignKeysThatTheReaderChecks() {
        assertThat(keys(DatasetTable.TIES)).containsExactly("from -> organizations", "to -> organizations");
        assertThat(keys(DatasetTable.BANS)).containsExactly("government -> organizations");
        assertThat(keys(DatasetTable.ORGANIZATIONS))
                .as("of the table itself, which is the empty name in both versions of Table Schema")
                .containsExactly("successor -> ");
        assertThat(keys(DatasetTable.IDENTIFIERS)).containsExactly("organization -> organizations");
        assertThat(keys(DatasetTable.SUBSCRIBERS)).containsExactly("organization -> organizations");
        assertThat(description.at("/licenses/0/name").asText()).isEqualTo("CC-BY-4.0");
    }

    /** What both versions of Table Schema let a field of a type be held to. */
    @ParameterizedTest
    @EnumSource(DatasetTable.class)
    void shouldHoldFieldsOnlyToWhatTheirTypesKnow(DatasetTable table) {
        Map<String, Set<String>> known = Map.of(
                "string", Set.of("required", "unique", "enum", "pattern", "minLength", "maxLength"),
                "number", Set.of("required", "unique", "enum", "minimum", "maximum"),
                "boolean", Set.of("required", "enum"),
                "date", Set.of("required", "unique", "enum", "minimum", "maximum"));
        for (JsonNode field : fields(table)) {
            assertThat(known).containsKey(field.path("type").asText());
            assertThat(field.path("constraints").properties())
                    .as(field.path("name").asText())
                    .extracting(Map.Entry::getKey)
                    .isSubsetOf(known.get(field.path("type").asText()));
        }
    }

    @Test
    void shouldKeepToTheProfilesOfVersionTwo() throws IOException {
        assertThat(rules().validate(description.toString(), InputFormat.JSON)).isEmpty();
    }

    /** The rules are no rules if nothing breaks them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"roles\":[\"maintainer\",\"compiler\"] | \"role\":\"maintainer\"",
                "\"created\":\"2 | \"created\":\"on 2",
                "\"path\":\"ties.csv\" | \"path\":\"/ties.csv\"",
                "\"type\":\"number\" | \"type\":\"decimal\"",
                "\"minimum\":0 | \"pattern\":\"0\"",
                "\"primaryKey\":[\"id\"] | \"primaryKey\":\"id\""
            })
    void shouldKnowWhatThoseProfilesRefuse(String right, String wrong) throws IOException {
        String text = description.toString();

        assertThat(text).contains(right);
        assertThat(rules().validate(text.replace(right, wrong), InputFormat.JSON))
                .isNotEmpty();
    }

    private static Schema rules() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("src/test/resources/datapackage/rules.json")));
    }

    private JsonNode resource(DatasetTable table) {
        return StreamSupport.stream(description.path("resources").spliterator(), false)
                .filter(resource -> resource.path("path").asText().equals(table.file()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode fields(DatasetTable table) {
        return resource(table).at("/schema/fields");
    }

    private JsonNode constraints(DatasetTable table, String column) {
        return fields(table).get(table.columns().indexOf(column)).path("constraints");
    }

    private List<String> words(DatasetTable table, String column) {
        return StreamSupport.stream(constraints(table, column).path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private String pattern(DatasetTable table, String column) {
        return constraints(table, column).path("pattern").asText();
    }

    private List<String> keys(DatasetTable table) {
        return StreamSupport.stream(resource(table).at("/schema/foreignKeys").spliterator(), false)
                .map(key -> "%s -> %s"
                        .formatted(
                                key.at("/fields/0").asText(),
                                key.at("/reference/resource").asText()))
                .toList();
    }

    private static String bars(List<String> words) {
        String any = words.stream().collect(Collectors.joining("|", "(", ")"));
        return "%s(\\|%s)*".formatted(any, any);
    }

    private static boolean isScope(String text) {
        try {
            return new Scope(text).isPart();
        } catch (InvalidValue refusal) {
            return false;
        }
    }

    /** Those of a table or a column that the folder lacks are none. */
    private static List<String> cells(DatasetTable table, String column) throws IOException {
        if (table.isOptional() && Files.notExists(FOLDER.resolve(table.file()))) {
            return List.of();
        }
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(table.file()))) {
            return reader.stream().map(row -> row.findField(column).orElse("")).toList();
        }
    }
}

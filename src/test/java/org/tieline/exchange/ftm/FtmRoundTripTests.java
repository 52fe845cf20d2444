package org.tieline.exchange.ftm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.exchange.ExportFormat;
import org.tieline.exchange.Shipped;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.exchange.imports.ImportReport;
import org.tieline.exchange.imports.ImportTarget;
import org.tieline.exchange.imports.Imported;
import org.tieline.graph.GraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.InMemory;
import org.tieline.testing.RandomWorld;
import org.tieline.testing.TestFacts;

/** What goes out as FollowTheMoney and comes in again. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class FtmRoundTripTests {
    @TempDir
    private Path folder;

    private static byte[] written(GraphReader reader) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FtmExport writer = new FtmExport(out)) {
            reader.read(writer);
            writer.finish();
        }
        return out.toByteArray();
    }

    private Imported read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("tieline.ftm.json"), content);
        Path into = Files.createTempDirectory(folder, "into");
        return Imported.of(
                FtmImport.run(new FtmImport.Request(file, null, null, null, null), new ImportTarget(into, null, null)),
                into);
    }

    /** With the percentage in one form, and an empty summary for none. */
    private static Tie comparable(Tie tie) {
        return new Tie(
                tie.id(),
                tie.from(),
                tie.type(),
                tie.to(),
                tie.since(),
                tie.removing(),
                tie.verified(),
                tie.until(),
                twoDecimals(tie.percent()),
                twoDecimals(tie.share()),
                tie.shareOn(),
                tie.segment(),
                tie.generation(),
                tie.countries(),
                tie.evidence(),
                tie.sources(),
                Objects.requireNonNullElse(tie.summary(), ""));
    }

    private static BigDecimal twoDecimals(BigDecimal percent) {
        return percent == null ? null : percent.setScale(2);
    }

    /** Without sources, which entities have for claims alone. */
    private static List<String> comparable(List<Identifier> identifiers) {
        return identifiers.stream()
                .map(each -> "%s %s".formatted(each.key(), each.until()))
                .toList();
    }

    private static List<Source> withoutTheFile(List<Source> sources) {
        return sources.stream()
                .filter(source -> !source.id().startsWith("ftm-"))
                .toList();
    }

    private static List<Tie> comparable(Dataset dataset) {
        return dataset.ties().stream().map(FtmRoundTripTests::comparable).toList();
    }

    @Test
    void shouldKeepTheShippedDataThroughTheGraph(Neo4j neo4j) throws IOException {
        Dataset shipped = Shipped.load(neo4j);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExportWriter writer = ExportFormat.FTM.open(out)) {
            Shipped.export(neo4j).writeTo(writer);
        }
        byte[] file = out.toByteArray();
        Imported report = read(file);

        assertThat(report.left()).isEmpty();
        assertThat(report.changed()).isEmpty();
        assertThat(report.taken().organizations()).isEqualTo(shipped.organizations());
        assertThat(comparable(report.taken())).isEqualTo(comparable(shipped));
        assertThat(report.taken().bans()).isEqualTo(shipped.bans());
        assertThat(comparable(report.taken().identifiers())).isEqualTo(comparable(shipped.identifiers()));
        assertThat(shipped.sources()).containsAll(withoutTheFile(report.taken().sources()));

        List<JsonNode> entities = FtmSchema.valid(file);
        assertThat(FtmSchema.of(entities, "Ownership")).hasSize((int) shipped.ties().stream()
                .filter(tie -> tie.type() == TieType.OWNS && tie.evidence() != Evidence.DENIED)
                .count());
        assertThat(FtmSchema.of(entities, "Sanction"))
                .hasSize(shipped.bans().stream()
                        .mapToInt(ban -> ban.targets().size())
                        .sum());
        assertThat(FtmSchema.of(entities, "PublicBody")).hasSize((int) shipped.organizations().stream()
                .filter(each -> each.kind() == OrganizationKind.GOVERNMENT)
                .count());
    }

    @Test
    void shouldKeepLivesAndIdentifiers() throws IOException {
        Dataset lives = TestFacts.datasetWithLives();
        List<Identifier> identifiers = new ArrayList<>(lives.identifiers());
        identifiers.addAll(List.of(
                identifier("bt", IdentifierScheme.LEI, "5493001KJTIIGC8Y1R12", null, null),
                identifier("bt", IdentifierScheme.ISIN, "SE0000108656", "2001", null),
                identifier("bt", IdentifierScheme.REGISTER, "IE 12 34", null, "2010"),
                identifier("gov-uk", IdentifierScheme.ISIN, "SE0000108656", null, "2000-12-31"),
                identifier("huawei", IdentifierScheme.ASN, "136907", null, null)));
        identifiers.sort(Comparator.comparing(Identifier::key));
        Dataset facts = new Dataset(
                lives.version(),
                lives.sha256(),
                lives.organizations(),
                lives.ties(),
                lives.bans(),
                lives.sources(),
                lives.memberships(),
                identifiers,
                lives.subscribers());
        byte[] file = written(new InMemory(facts));

        Imported report = read(file);

        assertThat(report.left()).isEmpty();
        assertThat(report.changed()).isEmpty();
        assertThat(report.taken().organizations()).containsExactlyInAnyOrderElementsOf(facts.organizations());
        assertThat(comparable(report.taken())).isEqualTo(comparable(facts));
        assertThat(report.taken().bans()).isEqualTo(facts.bans());
        assertThat(comparable(report.taken().identifiers())).isEqualTo(comparable(identifiers));
        List<JsonNode> entities = FtmSchema.valid(file);
        assertThat(properties(entities, "bt"))
                .contains("\"5493001KJTIIGC8Y1R12\"", "isinCode=[\"SE0000108656\"]", "wikidataId=[\"Q160054\"]")
                .doesNotContain("registrationNumber");
        assertThat(properties(entities, "ee"))
                .contains("registrationNumber=[\"02382161\"]", "incorporationDate=[\"2010\"]")
                .contains("identifier: mcc-mnc:234-33 since 2010-07-01");
        assertThat(properties(entities, "orange-uk")).contains("dissolutionDate=[\"2010-07-01\"]");
        assertThat(properties(entities, "succession.orange-uk"))
                .contains("predecessor=[\"orange-uk\"]", "successor=[\"ee\"]", "date=[\"2010-07-01\"]");
    }

    private static Identifier identifier(
            String organization, IdentifierScheme scheme, String value, String since, String until) {
        return new Identifier(
                organization,
                scheme,
                value,
                since == null ? null : PartialDate.parse(since),
                until == null ? null : PartialDate.parse(until),
                List.of("bbc-2020"));
    }

    private static String properties(List<JsonNode> entities, String id) {
        return entities.stream()
                .filter(entity -> entity.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow()
                .path("properties")
                .properties()
                .toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25})
    void shouldKeepWhatTheChecksLetThroughOfAnyWorld(long seed) throws IOException {
        Dataset world = awkward(new RandomWorld(seed));
        byte[] file = written(new InMemory(world));
        FtmSchema.valid(file);

        Imported report = read(file);

        assertThat(report.taken().organizations()).containsExactlyInAnyOrderElementsOf(world.organizations());
        assertThat(world.sources()).containsAll(withoutTheFile(report.taken().sources()));
        assertThat(comparable(world)).containsAll(comparable(report.taken()));
        assertThat(world.bans()).containsAll(report.taken().bans());
        long left = report.left().stream().mapToLong(ImportReport.Reason::count).sum();
        assertThat(report.taken().ties().size() + report.taken().bans().size() + left)
                .isEqualTo(world.ties().size() + world.bans().size());
        // Whatever was left contradicts a rule of the tables, and not of FollowTheMoney.
        assertThat(report.left()).allSatisfy(reason -> assertThat(reason.text())
                .containsAnyOf(
                        "must be one of",
                        "another stake of the same owner",
                        "above 100",
                        "more than 100",
                        "must be the country",
                        "must be a government"));
    }

    /** The same world with names that a file could trip over, one of each government of ours, and its sources with addresses. */
    private static Dataset awkward(RandomWorld world) {
        String[] names = {
            "O'Neil \"Q\" \\ Söhne",
            "华为\n技术",
            "tab\tand  spaces",
            "emoji 📡 الاتصالات",
            "{\"id\": \"x\"}",
            "a,b;c",
            "null",
            "\u2028" + "line separator"
        };
        List<Organization> organizations = new ArrayList<>();
        for (Organization each : world.organizations()) {
            int number = organizations.size();
            String name = (names[number % names.length] + " " + number).strip();
            organizations.add(new Organization(
                    each.id(),
                    name,
                    each.kind(),
                    number % 4 == 0 ? null : each.country(),
                    List.of("Ä " + name, "B\\")));
        }
        List<Source> sources = world.sources().stream()
                .map(source -> new Source(
                        source.id(),
                        source.publisher() + " \"Daily\"",
                        "[" + source.title() + "]\nand more",
                        source.published(),
                        source.id().equals("s0") ? null : "https://example.org/" + source.id() + "?q=%22&r=ü"))
                .toList();
        return new Dataset("1.0.0", "a".repeat(64), organizations, world.ties(), world.bans(), sources);
    }

    @Test
    void shouldNeverWriteADeniedStakeAsAnOwnership() throws IOException {
        Tie denied = new Tie(
                "denied",
                "bt",
                TieType.OWNS,
                "ee",
                null,
                null,
                new BigDecimal("0.5"),
                List.of(),
                List.of(),
                Evidence.DENIED,
                List.of("bbc-2020"),
                "It was denied.");
        Dataset facts = TestFacts.dataset();
        byte[] file = written(new InMemory(
                new Dataset("1", "", facts.organizations(), List.of(denied), facts.bans(), facts.sources())));

        List<JsonNode> entities = FtmSchema.valid(file);

        assertThat(FtmSchema.of(entities, "Ownership")).isEmpty();
        assertThat(FtmSchema.of(entities, "UnknownLink")).singleElement().satisfies(link -> assertThat(
                        link.path("properties").path("role"))
                .singleElement()
                .hasToString("\"denied OWNS\""));
        assertThat(read(file).taken().ties()).containsExactly(denied);
    }

    @Test
    void shouldWriteNoReferenceThatLeadsNowhereAndNoIdTwice() throws IOException {
        Dataset facts = TestFacts.dataset();
        Tie lost = TestFacts.tie("lost", "bt", TieType.PARTNERS_WITH, "nobody");
        Tie sourceless = new Tie(
                "bt",
                "bt",
                TieType.PARTNERS_WITH,
                "ee",
                null,
                null,
                null,
                List.of(),
                List.of(),
                Evidence.REPORTED,
                List.of("unknown"),
                null);
        List<Tie> ties = Stream.concat(facts.ties().stream(), Stream.of(lost, sourceless, sourceless))
                .toList();
        byte[] file =
                written(new InMemory(new Dataset("1", "", facts.organizations(), ties, facts.bans(), facts.sources())));

        assertThat(FtmSchema.valid(file))
                .extracting(entity -> entity.path("id").asText())
                .containsExactlyInAnyOrder(
                        "bt",
                        "ee",
                        "gov-uk",
                        "huawei",
                        "source.bbc-2020",
                        "ban.uk-2020.huawei",
                        "tie.bt-owns-ee",
                        "tie.huawei-supplies-bt",
                        "tie.bt");
    }

    @Test
    void shouldKeepABanWhoseEntitiesAnotherToolHasMoved() throws IOException {
        Dataset facts = TestFacts.dataset();
        Ban ban = facts.bans().getFirst();
        String text = new String(written(new InMemory(facts)), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(text.lines().toList());
        Collections.reverse(lines);

        assertThat(read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                        .taken()
                        .bans())
                .containsExactly(ban);
    }
}

package org.tieline.exchange.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.exchange.release.ReleaseFolder.Released;
import org.tieline.exchange.release.ReleaseFolder.Request;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.InvalidData;
import org.tieline.testing.EarlierRelease;
import org.tieline.testing.ForeignProgram;

/** The release of the shipped data after the one before it. */
class ReleaseFolderTests {
    private static final Path DATA = Path.of("seed-data");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path place;

    private Path earlier;

    @BeforeEach
    void unpack() throws IOException {
        earlier = EarlierRelease.into(Files.createDirectory(place.resolve("earlier")));
    }

    @Test
    void shouldHoldTheDataAndAllThatGoesWithThem() throws IOException {
        Path into = place.resolve("2026.12.0");

        Released released = ReleaseFolder.write(
                new Request(DATA, earlier, into, null),
                (dataset, file) -> Files.writeString(file, "a dump of " + dataset.version()));

        assertThat(released.before()).isEqualTo(EarlierRelease.VERSION);
        assertThat(released.unusedReasons()).isEmpty();
        assertThat(released.files())
                .contains("ties.csv", "reasons.csv", "changes.jsonl", "datasheet.md", "croissant.json", "neo4j.dump")
                .contains("SHA256SUMS");
        assertThat(DatasetReader.read(into).sha256())
                .isEqualTo(DatasetReader.read(DATA).sha256());
        assertThat(siblings()).containsExactly("2026.12.0", "earlier");

        ForeignProgram sums = ForeignProgram.run(into, Map.of(), List.of("sha256sum", "-c", "SHA256SUMS"));
        assertThat(sums.code()).as(sums.said()).isZero();
        assertThat(sums.out().lines()).hasSize(released.files().size() - 1).allMatch(line -> line.endsWith(": OK"));

        Set<String> kinds = new TreeSet<>();
        List<String> unexplained = new ArrayList<>();
        List<String> lines = Files.readAllLines(into.resolve("changes.jsonl"));
        for (String line : lines) {
            JsonNode change = JSON.readTree(line);
            kinds.add(change.get("change").textValue());
            if (change.get("change").textValue().equals("withdrawn")
                    && change.get("reason").isNull()) {
                unexplained.add(line);
            }
        }
        assertThat(lines).hasSize(released.changed());
        assertThat(kinds).contains("added", "changed", "withdrawn");
        assertThat(unexplained).as("rows that were withdrawn without a reason").isEmpty();
        assertThat(Files.readString(into.resolve("datasheet.md")))
                .contains("# Figures of the data set 2026.12.0", "| `sources.csv` | 1808 |", "| last vouched for |");
    }

    @Test
    void shouldBeTheSameBytesEachTime() throws IOException {
        Path one = place.resolve("one");
        Path other = place.resolve("other");
        ReleaseFolder.write(new Request(DATA, earlier, one, null), null);
        ReleaseFolder.write(new Request(one, earlier, other, null), null);

        assertThat(contents(other)).isEqualTo(contents(one)).containsKeys("SHA256SUMS", "croissant.json");
    }

    @Test
    void shouldDescribeTablesAsCroissantDoes() throws IOException {
        Path into = place.resolve("release");
        ReleaseFolder.write(new Request(DATA, null, into, URI.create("https://data.example/tieline")), null);

        JsonNode croissant = JSON.readTree(into.resolve("croissant.json").toFile());

        assertThat(croissant.get("@type").textValue()).isEqualTo("sc:Dataset");
        assertThat(croissant.get("conformsTo").textValue()).isEqualTo("http://mlcommons.org/croissant/1.1");
        for (String required : List.of(
                "@context",
                "name",
                "description",
                "license",
                "url",
                "creator",
                "datePublished",
                "distribution",
                "recordSet")) {
            assertThat(croissant.path(required).isEmpty()
                            && croissant.path(required).asText().isBlank())
                    .as(required)
                    .isFalse();
        }
        assertThat(croissant.get("url").textValue()).isEqualTo("https://data.example/tieline");
        assertThat(croissant.get("datePublished").textValue()).isEqualTo("2026-11-29");
        assertThat(croissant.get("citeAs").textValue())
                .contains("version = {2026.12.0}", DatasetReader.read(DATA).sha256());
        Set<String> ids = new TreeSet<>();
        croissant.findValues("@id").forEach(id -> ids.add(id.textValue()));
        Map<String, JsonNode> files = new TreeMap<>();
        for (JsonNode file : croissant.get("distribution")) {
            files.put(file.get("@id").textValue(), file);
        }
        assertThat(Files.readString(into.resolve("SHA256SUMS")))
                .contains("%s  ties.csv"
                        .formatted(files.get("ties.csv").get("sha256").textValue()));
        assertThat(files).doesNotContainKey("changes.jsonl");
        Set<String> tables = new TreeSet<>();
        for (JsonNode set : croissant.get("recordSet")) {
            tables.add(set.get("@id").textValue());
            String path = set.at("/field/0/source/fileObject/@id").textValue();
            List<String> header =
                    List.of(Files.readAllLines(into.resolve(path)).getFirst().split(","));
            List<String> columns = new ArrayList<>();
            for (JsonNode field : set.get("field")) {
                columns.add(field.at("/source/extract/column").textValue());
                assertThat(field.at("/source/fileObject/@id").textValue()).isEqualTo(path);
                assertThat(field.get("dataType").textValue()).startsWith("sc:");
                if (field.has("references")) {
                    assertThat(ids).contains(field.at("/references/@id").textValue());
                }
            }
            assertThat(columns).isEqualTo(header);
            assertThat(files).containsKey(path);
        }
        assertThat(tables)
                .contains("organizations", "ties", "bans", "sources", "memberships", "identifiers", "subscribers");
    }

    @Test
    void shouldLeaveNothingWhereItCannotBeWhole() throws IOException {
        Path taken = Files.createDirectory(place.resolve("taken"));
        assertThatThrownBy(() -> ReleaseFolder.write(new Request(DATA, null, taken, null), null))
                .isInstanceOf(BadQuestion.class)
                .hasMessageStartingWith("into must be a new folder");

        Path again = place.resolve("again");
        assertThatThrownBy(() -> ReleaseFolder.write(new Request(DATA, DATA, again, null), null))
                .isInstanceOf(BadQuestion.class)
                .hasMessage("since must be a release of another version than 2026.12.0");

        assertThatThrownBy(() -> ReleaseFolder.write(new Request(DATA, null, again, null), (dataset, file) -> {
                    throw new IOException("no room");
                }))
                .hasMessageContaining("no room");

        Files.writeString(earlier.resolve("datapackage.json"), "{\"name\": \"mine\", \"version\": \"1\"}");
        assertThatThrownBy(() -> ReleaseFolder.write(new Request(earlier, null, again, null), null))
                .isInstanceOfSatisfying(InvalidData.class, invalid -> assertThat(invalid.errors())
                        .extracting(error -> error.column())
                        .containsExactly("contributors", "created", "description", "licenses"));
        Files.delete(earlier.resolve("datapackage.json"));
        assertThatThrownBy(() -> ReleaseFolder.write(new Request(earlier, null, again, null), null))
                .isInstanceOfSatisfying(InvalidData.class, invalid -> assertThat(invalid.errors())
                        .extracting(error -> error.column())
                        .containsExactly("version"));

        assertThat(siblings()).containsExactly("earlier", "taken");
    }

    private List<String> siblings() throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}

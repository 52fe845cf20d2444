package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.testing.TestFacts;

/** What is written reads the same, and the shipped folder is written as it stands. */
class DatasetWriterTests {
    private static final Path SHIPPED = Path.of("seed-data");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PackageHead HEAD = PackageHead.of("mine", "Mine", "Facts of mine.", "7", null);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(DatasetTable.class)
    void shouldWriteTheShippedTablesByteByByte(DatasetTable table) throws IOException {
        assumeTrue(Folder.isCurrent(SHIPPED, table), "the shipped folder lacks the table or some of its columns");

        DatasetWriter.write(DatasetReader.read(SHIPPED), PackageHead.shipped(), folder);

        assertThat(folder.resolve(table.file())).hasSameBinaryContentAs(SHIPPED.resolve(table.file()));
    }

    @Test
    void shouldDescribeThemAsTheyAreShippedButForTheirMeasures() throws IOException, NoSuchAlgorithmException {
        DatasetWriter.write(DatasetReader.read(SHIPPED), PackageHead.shipped(), folder);

        ObjectNode description =
                (ObjectNode) JSON.readTree(folder.resolve("datapackage.json").toFile());
        for (JsonNode resource : description.path("resources")) {
            byte[] content =
                    Files.readAllBytes(folder.resolve(resource.path("path").asText()));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(((ObjectNode) resource).remove("bytes").asLong()).isEqualTo(content.length);
            assertThat(((ObjectNode) resource).remove("hash").asText())
                    .isEqualTo("sha256:" + HexFormat.of().formatHex(digest));
        }
        JsonNode shipped = JSON.readTree(SHIPPED.resolve("datapackage.json").toFile());
        if (removeAbsent((ArrayNode) shipped.path("resources"))) {
            assertThat(Files.readAllLines(folder.resolve("datapackage.json")))
                    .containsAll(Files.readAllLines(SHIPPED.resolve("datapackage.json")));
        }
        assertThat(description).isEqualTo(shipped);
    }

    /** The description of tables travels with the shipped folder, which may do without some; whether it has all. */
    private static boolean removeAbsent(ArrayNode resources) {
        int described = resources.size();
        for (int i = described - 1; i >= 0; i--) {
            if (Files.notExists(SHIPPED.resolve(resources.get(i).path("path").asText()))) {
                resources.remove(i);
            }
        }
        return resources.size() == described;
    }

    @Test
    void shouldReadTheSameFromFactsOfAnyShape() {
        Organization odd = new Organization(
                "odd", "He said \"yes, \u534e\u4e3a\"\nand left", OrganizationKind.COMPANY, null, List.of("#1", "a;b"));
        Dataset facts = TestFacts.dataset();
        List<Organization> organizations = new ArrayList<>(facts.organizations());
        organizations.addFirst(odd);
        Dataset dataset = Datasets.of(
                "7",
                organizations,
                facts.ties(),
                facts.bans(),
                facts.sources(),
                facts.memberships(),
                List.of(),
                List.of());

        DatasetWriter.write(dataset, HEAD, folder);

        assertThat(DatasetReader.read(folder)).isEqualTo(dataset);
    }

    @Test
    void shouldWriteEveryTableThatMustBeThereAndDescribeNoOther() throws IOException {
        DatasetWriter.write(
                Datasets.of("7", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                HEAD,
                folder);

        assertThat(DatasetReader.read(folder).version()).isEqualTo("7");
        assertThat(folder.resolve("ties.csv")).hasContent(String.join(",", DatasetTable.TIES.columns()));
        assertThat(folder.resolve("memberships.csv")).doesNotExist();
        assertThat(folder.resolve("identifiers.csv")).doesNotExist();
        assertThat(folder.resolve("subscribers.csv")).doesNotExist();
        assertThat(JSON.readTree(folder.resolve("datapackage.json").toFile()).path("resources"))
                .hasSize(4);
    }

    @Test
    void shouldWriteEqualArchivesThatUnpackToTheFolder() throws IOException {
        Dataset dataset = DatasetReader.read(SHIPPED);
        byte[] archive = zip(dataset, true);

        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, folder.resolve(entry.getName()));
            }
        }
        assertThat(DatasetReader.read(folder)).isEqualTo(dataset);
        assertThat(zip(dataset, true)).isEqualTo(archive);
    }

    @Test
    void shouldLeaveAnArchiveThatWasBrokenOffUnreadable() throws IOException {
        Path broken = Files.write(folder.resolve("broken.zip"), zip(TestFacts.dataset(), false));

        assertThatThrownBy(() -> new ZipFile(broken.toFile())).isInstanceOf(ZipException.class);
    }

    @Test
    void shouldRefuseRowsThatAreNotSorted() {
        try (DatasetWriter writer = new DatasetWriter(Bundle.zip(new ByteArrayOutputStream()), HEAD)) {
            writer.organization(TestFacts.organization("b", "B", OrganizationKind.VENDOR, "CN"));

            assertThatThrownBy(
                            () -> writer.organization(TestFacts.organization("a", "A", OrganizationKind.VENDOR, "CN")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("rows of organizations.csv must be sorted and each there once, a came after b");
        }
    }

    private static byte[] zip(Dataset dataset, boolean whole) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DatasetWriter writer = new DatasetWriter(Bundle.zip(out), PackageHead.shipped())) {
            dataset.organizations().forEach(writer::organization);
            dataset.sources().forEach(writer::source);
            dataset.bans().forEach(writer::ban);
            dataset.memberships().forEach(writer::membership);
            dataset.identifiers().forEach(writer::identifier);
            dataset.subscribers().forEach(writer::subscribers);
            dataset.ties().forEach(writer::tie);
            if (whole) {
                writer.finish();
            }
        }
        return out.toByteArray();
    }
}

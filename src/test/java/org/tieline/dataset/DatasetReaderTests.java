package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.dataset.DatasetTable.BANS;
import static org.tieline.dataset.DatasetTable.ORGANIZATIONS;
import static org.tieline.dataset.DatasetTable.SOURCES;
import static org.tieline.dataset.DatasetTable.TIES;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.OwnershipRule;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** What comes out of a sound folder, however it is written. */
class DatasetReaderTests {
    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void write() {
        folder = Folder.sound(path);
    }

    @Test
    void shouldReadEveryField() {
        Dataset dataset = folder.read();

        assertThat(dataset.organizations())
                .hasSize(6)
                .contains(new Organization("vendor", "Vendor", OrganizationKind.VENDOR, "CN", List.of("V", "Vend")))
                .contains(new Organization("alliance", "Alliance", OrganizationKind.ASSOCIATION, null, List.of()));
        assertThat(dataset.ties())
                .hasSize(3)
                .contains(new Tie(
                        "supply",
                        "vendor",
                        TieType.SUPPLIES,
                        "carrier",
                        PartialDate.parse("2018-05"),
                        null,
                        null,
                        List.of(Segment.CORE, Segment.RAN),
                        List.of(Generation.G4, Generation.G5),
                        Evidence.CONFIRMED,
                        List.of("paper", "wire"),
                        "It sells, they say."));
        assertThat(dataset.ties()).extracting(Tie::percent).contains(new BigDecimal("60"), new BigDecimal("40.00"));
        assertThat(dataset.bans())
                .containsExactly(new Ban(
                        "ban",
                        "state",
                        "DE",
                        List.of("vendor"),
                        true,
                        List.of("carrier"),
                        BanNature.ORDER,
                        List.of(new Scope("5g:core"), new Scope("removal")),
                        BanStatus.IN_FORCE,
                        PartialDate.parse("2018"),
                        PartialDate.parse("2018-08-23"),
                        PartialDate.parse("2018-09"),
                        PartialDate.parse("2020"),
                        null,
                        List.of(),
                        List.of("paper"),
                        null,
                        "It bans."));
        assertThat(dataset.sources())
                .containsExactly(
                        new Source("paper", "Paper", "Title", PartialDate.parse("2018-12-07"), "https://example.org/a"),
                        new Source("wire", "Wire", "[A page]", PartialDate.parse("2019-03"), null));
    }

    @Test
    void shouldReadTheOwnershipRuleOfABan() {
        withRule("ofac-50");
        assertThat(folder.read().bans()).extracting(Ban::ownershipRule).containsExactly(OwnershipRule.OFAC_50);

        withRule("");
        assertThat(folder.read().bans()).extracting(Ban::ownershipRule).containsOnlyNulls();
    }

    @Test
    void shouldRefuseAnUnknownOwnershipRuleAndNameTheNearest() {
        withRule("ofac50");

        assertThat(folder.errors())
                .containsExactly("bans.csv:2: ownershipRule: \"ofac50\": must be empty or one of "
                        + "[named-only, ofac-50, bis-affiliates, eu-50, uk-50]; did you mean ofac-50?");
    }

    private void withRule(String rule) {
        folder.with(
                DatasetTable.BANS,
                Folder.BANS
                        .replace(",sources,summary", ",sources,ownershipRule,summary")
                        .replace(",paper,It", ",paper," + rule + ",It"));
    }

    @Test
    void shouldSortById() {
        assertThat(folder.read().organizations())
                .extracting(Organization::id)
                .containsExactly("alliance", "carrier", "holding", "other-carrier", "state", "vendor");
        assertThat(folder.read().ties()).extracting(Tie::id).containsExactly("share", "stake", "supply");
    }

    @Test
    void shouldTakeTheVersionFromTheDataPackage() {
        assertThat(folder.read().version()).isEqualTo("unversioned");
        assertThat(describe("{}").read().version()).isEqualTo("unversioned");
        assertThat(describe("{\"version\": \"2026.11.0\"}").read().version()).isEqualTo("2026.11.0");
    }

    @Test
    void shouldReportABrokenDataPackage() {
        assertThat(describe("{\n\"version\": \"1\"").errors())
                .singleElement()
                .asString()
                .startsWith("datapackage.json:2: must be JSON: ");
        assertThat(describe("[]").errors()).containsExactly("datapackage.json:1: must be one JSON object");
        assertThat(describe("").errors()).containsExactly("datapackage.json:1: must be one JSON object");
        assertThat(describe("{\"version\": 3}").errors())
                .containsExactly("datapackage.json: version: \"3\": must be a text like 2026.11.0");
    }

    @Test
    void shouldGiveTheSameDigestWhateverTheOrderOfRowsAndTheForm() {
        String digest = folder.read().sha256();
        assertThat(digest).matches("[0-9a-f]{64}");

        folder.with(SOURCES, """
                id,publisher,title,published,url
                wire,Wire,[A page],2019-03,
                paper,Paper,Title,2018-12-07,https://example.org/a
                """);
        assertThat(folder.read().sha256()).as("order of rows").isEqualTo(digest);
        folder.with(ORGANIZATIONS, Folder.ORGANIZATIONS.replace("\n", "\r\n"));
        assertThat(folder.read().sha256()).as("line ends").isEqualTo(digest);
        folder.with(TIES, "\uFEFF" + Folder.TIES);
        assertThat(folder.read().sha256()).as("byte-order mark").isEqualTo(digest);
        folder.replace(TIES, "40.00", "\"40\"");
        assertThat(folder.read().sha256()).as("quoting and trailing zeros").isEqualTo(digest);
        folder.with(SOURCES, """
                url,title,publisher,published,id

                ,[A page],Wire,2019-03,wire

                https://example.org/a,Title,Paper,2018-12-07,paper""");
        assertThat(folder.read().sha256())
                .as("order of columns, blank lines, no last line end")
                .isEqualTo(digest);
        assertThat(describe("{\"version\": \"9\"}").read().sha256())
                .as("description")
                .isEqualTo(digest);
    }

    @Test
    void shouldGiveAnotherDigestForAnyOtherContent() {
        String digest = folder.read().sha256();

        assertThat(folder.replace(SOURCES, "Title", "title").read().sha256()).isNotEqualTo(digest);
        assertThat(Folder.sound(path)
                        .replace(BANS, ",2018,", ",2018-08,")
                        .read()
                        .sha256())
                .isNotEqualTo(digest);
        assertThat(Folder.sound(path)
                        .replace(TIES, "core|ran", "ran|core")
                        .read()
                        .sha256())
                .isNotEqualTo(digest);
        assertThat(Folder.sound(path)
                        .replace(ORGANIZATIONS, "V|Vend", "V")
                        .read()
                        .sha256())
                .isNotEqualTo(digest);
        assertThat(Folder.sound(path).add(SOURCES, "more,P,T,,").read().sha256())
                .isNotEqualTo(digest);
    }

    @Test
    void shouldReadLineBreaksInsideACellAsLineFeeds() {
        folder.replace(TIES, "It owns.", "\"It\r\nowns.\"");

        assertThat(folder.read().ties().get(1).summary()).isEqualTo("It\nowns.");
    }

    @Test
    void shouldAcceptASourceOfTheFuture() {
        folder.add(SOURCES, "forecast,Paper,Title,2079-01-01,");

        assertThat(folder.errors()).isEmpty();
    }

    private Folder describe(String json) {
        return folder.with("datapackage.json", json.getBytes(StandardCharsets.UTF_8));
    }
}

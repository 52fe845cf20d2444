package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.graph.Progress;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TielineException;
import org.tieline.testing.EmbeddedNeo4jExtension;

@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextSearchTests {
    private final Neo4j neo4j;
    private final TextSearch search;

    TextSearchTests(Neo4j neo4j) {
        this.neo4j = neo4j;
        this.search = new TextSearch(neo4j);
    }

    @BeforeAll
    void load() {
        List<Organization> organizations = List.of(
                organization("1und1", "1&1", "1&1 Drillisch"),
                organization("huawei", "Huawei", "华为", "华为技术有限公司"),
                organization("huawei-marine", "Huawei Marine Networks"),
                organization("ntt-docomo", "NTT Docomo", "株式会社NTTドコモ"),
                organization("orange", "Orange"),
                organization("orange-polska", "Orange Polska"),
                organization("telefonica", "Telefónica", "Movistar"),
                organization("telefonica-deutschland", "Telefónica Deutschland", "O2 Germany"),
                organization("telia-company", "Telia Company", "TeliaSonera"),
                organization("tdc", "TDC", "Tele-Danmark Ørsted"));
        new DatasetLoader(neo4j, Clock.systemUTC())
                .load(new Dataset("1", "0".repeat(64), organizations, List.of(), List.of(), List.of()), Progress.NONE);
        neo4j.write(tx -> tx.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
                .consume());
    }

    @ParameterizedTest
    @CsvSource({
        "huawei, huawei, Huawei",
        "HUAWEI, huawei, Huawei",
        "hauwei, huawei, Huawei",
        "华为, huawei, 华为",
        "华, huawei, 华为",
        "ドコモ, ntt-docomo, 株式会社NTTドコモ",
        "docomo, ntt-docomo, NTT Docomo",
        "telefonica, telefonica, Telefónica",
        "Telefonika, telefonica, Telefónica",
        "movistar, telefonica, Movistar",
        "telia-company, telia-company, Telia Company",
        "o2 germany, telefonica-deutschland, O2 Germany",
        "orsted, tdc, Tele-Danmark Ørsted",
        "1&1, 1und1, 1&1",
        "orange, orange, Orange",
    })
    void shouldPutTheRightOneFirst(String query, String id, String matched) {
        assertThat(search.search(query, 10)).first().satisfies(hit -> {
            assertThat(hit.id()).isEqualTo(id);
            assertThat(hit.matched()).isEqualTo(matched);
        });
    }

    @Test
    void shouldOrderByNearnessAndKeepToTheLimit() {
        assertThat(search.search("huawei", 10)).extracting(SearchHit::id).containsExactly("huawei", "huawei-marine");
        assertThat(search.search("orange", 1)).hasSize(1);
        assertThat(search.search("huawei", 10).getFirst().score()).isGreaterThanOrEqualTo(3);
        assertThat(search.search("nothing-like-it", 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "a AND",
                "NOT",
                "foo:bar",
                "(",
                "a~~",
                "*",
                "\\",
                "/x/",
                "[a TO b]",
                "&&",
                "id:huawei^9",
                "'"
            })
    void shouldTakeEveryCharacterAsText(String query) {
        assertThat(search.search(query, 10)).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void shouldRefuseWhatIsOutOfBounds() {
        assertThatThrownBy(() -> search.search("  ", 10))
                .isInstanceOf(TielineException.BadQuestion.class)
                .hasMessage("q must have 1 to 200 characters, had 0");
        assertThatThrownBy(() -> search.search("a", 101)).hasMessage("limit must be 1..100, was 101");
    }

    private static Organization organization(String id, String name, String... aliases) {
        return new Organization(id, name, OrganizationKind.CARRIER, null, List.of(aliases));
    }
}

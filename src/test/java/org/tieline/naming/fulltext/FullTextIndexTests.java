package org.tieline.naming.fulltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TielineException;

/** What a search finds; that the database finds the same is for {@code RecordsAgreementTests}. */
class FullTextIndexTests {
    private static final List<Organization> ORGANIZATIONS = List.of(
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

    private final FullTextIndex search = new FullTextIndex(ORGANIZATIONS);

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

    /** Among few names each is looked at, among many an automaton finds those that are near. */
    @Test
    void shouldForgiveTheSameWrongLettersAmongManyNames() {
        List<Organization> many = new ArrayList<>(ORGANIZATIONS);
        IntStream.range(0, 10_100).forEach(at -> many.add(organization("zz" + at, "Zz%05d".formatted(at))));
        FullTextIndex among = new FullTextIndex(many);

        for (String query : List.of("hauwei", "Telefonika", "movsitar", "docommo", "ornge", "telia-compny")) {
            assertThat(among.search(query, 100))
                    .as(query)
                    .extracting(SearchHit::id)
                    .containsExactlyElementsOf(search.search(query, 100).stream()
                            .map(SearchHit::id)
                            .toList());
        }
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

    /** The blank of those who write Chinese or Japanese, which parts the words of a query for Lucene too. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Huawei\u3000Marine", "Huawei\u3000 Marine", "Huawei \u3000-Marine", "\u3000Huawei \u3000 Marine"
            })
    void shouldTakeAWideBlankForABlank(String query) {
        assertThat(search.search(query, 100)).isEqualTo(search.search("Huawei Marine", 100));
    }

    @Test
    void shouldRefuseWhatIsOutOfBounds() {
        assertThatThrownBy(() -> search.search("  ", 10))
                .isInstanceOf(TielineException.BadQuestion.class)
                .hasMessage("q must have 1 to 200 characters, had 0");
        assertThatThrownBy(() -> search.search("x".repeat(201), 10))
                .isInstanceOf(TielineException.BadQuestion.class)
                .hasMessage("q must have 1 to 200 characters, had 201");
        assertThat(search.search(" ".repeat(200) + "huawei" + " ".repeat(200), 1))
                .hasSize(1);
    }

    private static Organization organization(String id, String name, String... aliases) {
        return new Organization(id, name, OrganizationKind.CARRIER, null, List.of(aliases));
    }
}

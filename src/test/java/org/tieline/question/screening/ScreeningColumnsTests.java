package org.tieline.question.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the columns of other people's tables are taken for. */
class ScreeningColumnsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Name            | COUNTRY",
                "company_name    | Country Code",
                "Legal Name      | Country of incorporation",
                "Supplier name   | Country/Region",
                "Firma           | Land",
                "Raison sociale  | Pays",
                "Razón social    | País",
                "Şirket adı      | Ülke",
                "Название компании | Страна",
                "公司名称         | 国家",
                "会社名           | 国名",
                "회사명           | 국가",
                "اسم الشركة      | الدولة",
                "שם החברה        | מדינה",
                "Επωνυμία        | Χώρα",
                "ชื่อบริษัท         | ประเทศ",
                "Tên công ty     | Quốc gia",
            })
    void shouldUnderstandHeadersOfOtherCasesAndLanguages(String name, String country) {
        ScreeningColumns columns = ScreeningColumns.of(List.of("Spend 2025", country, name, "Category"));

        assertThat(columns.taken())
                .containsEntry("name", name)
                .containsEntry("country", country)
                .hasSize(2);
        assertThat(columns.others()).containsExactly("Spend 2025", "Category");
    }

    @Test
    void shouldPreferTheNamesOfTheApi() {
        ScreeningColumns columns = ScreeningColumns.of(Arrays.asList("Company", "name", "Land", "LEI"));

        assertThat(columns.taken())
                .containsEntry("name", "name")
                .containsEntry("country", "Land")
                .containsEntry("identifier", "LEI");
        assertThat(columns.others()).containsExactly("Company");
        assertThat(columns.identifier("300300G4NLFHF8PDPY52")).isEqualTo("lei:300300G4NLFHF8PDPY52");
    }
}

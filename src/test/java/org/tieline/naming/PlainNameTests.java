package org.tieline.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNameTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Telefónica Deutschland         | telefonica deutschland |",
                "ＨＵＡＷＥＩ                      | huawei                 |",
                "ﾄﾞｺﾓ                            | ドコモ                   |",
                "Straße Øresund Łódź ıİ Æther    | strasse oresund lodz ii aether |",
                "Київстар                        | киівстар               |",
                "AT&T Inc.                       | at and t               | inc",
                "LG U+                           | lg u plus              |",
                "Orange Côte d’Ivoire            | orange cote divoire    |",
                "Digi.com                        | digi com               |",
                "TIM S.A.                        | tim                    | sa",
                "TDC A/S                         | tdc                    | as",
                "P4 Sp. z o.o.                   | p4                     | zoo",
                "Huawei Technologies Co., Ltd.   | huawei technologies    | co ltd",
                "TELEKOM DEUTSCHLAND GMBH        | telekom deutschland    | gmbh",
                "PT XL Axiata Tbk                | xl axiata              | pt tbk",
                "ПАО «МТС»                       | мтс                    | pao",
                "㈱NTTドコモ                      | ntt ドコモ               | kk",
                "日本電気株式会社                   | 日本电气                 | kk",
                "中興通訊股份有限公司                | 中兴通讯                 | cn-plc",
                "ТОВ «лайфселл»                  | лаифселл               | tov",
                "شركة الاتصالات السعودية          | اتصالات سعوديه         | sharika",
                "有限会社テスト                     | テスト                   | yk",
                "华为技术有限公司                   | 华为技术                 | cn-ltd",
                "中兴通讯股份有限公司                | 中兴通讯                 | cn-plc",
                "SK텔레콤 주식회사                  | sk 텔레콤                | kr-kk",
                "اتصالاتٌ                         | اتصالات                |",
                "5G JAPAN Corporation            | 5g japan               | corp",
                "Ltd                             | ltd                    |",
            })
    void shouldSetAsideWhatPeopleWriteInDifferentWays(String name, String words, String forms) {
        PlainName plain = PlainName.of(name);

        assertThat(String.join(" ", plain.words())).isEqualTo(words);
        assertThat(String.join(" ", plain.forms())).isEqualTo(forms == null ? "" : forms);
    }

    @Test
    void shouldKeepVoicedKanaApart() {
        assertThat(PlainName.of("バ").key()).isNotEqualTo(PlainName.of("ハ").key());
        assertThat(PlainName.of("が").key()).isEqualTo(PlainName.of("か\u3099").key());
    }

    @Test
    void shouldSayWhenLegalFormsContradict() {
        assertThat(PlainName.of("A GmbH").formsContradict(PlainName.of("A Ltd")))
                .isTrue();
        assertThat(PlainName.of("A Co., Ltd.").formsContradict(PlainName.of("A Ltd")))
                .isFalse();
        assertThat(PlainName.of("A").formsContradict(PlainName.of("A Ltd"))).isFalse();
    }

    @Test
    void shouldNameScripts() {
        assertThat(Scripts.of("NTTドコモ")).containsExactly("Latin", "Katakana");
        assertThat(Scripts.of("华为")).containsExactly("Han");
        assertThat(Scripts.of("МТС")).containsExactly("Cyrillic");
        assertThat(Scripts.of("1&1")).isEmpty();
    }

    @Property(tries = 5_000)
    void shouldPartWordsAsPatternsDo(@ForAll @From("names") String name) {
        String text = NameFolding.folded(Letters.folded(name))
                .replaceAll("['\u2018\u2019\u02BC`\u00B4]", "")
                .replace("&", " and ")
                .replace("+", " plus ")
                .replaceAll("(?<![\\p{L}\\p{N}])(\\p{L})[./](?=\\p{L}(?:[./]|(?![\\p{L}\\p{N}])))", "$1");
        List<String> expected = new ArrayList<>();
        for (String word : text.split("[^\\p{L}\\p{N}\\p{M}]+")) {
            PlainName.split(word, expected);
        }

        assertThat(PlainName.words(name, List.of())).isEqualTo(expected);
    }

    /** Any characters, and half of the time those that say something here. */
    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> any = Arbitraries.strings().ofMinLength(1).ofMaxLength(3);
        return Arbitraries.oneOf(
                        any,
                        Arbitraries.of(
                                "a",
                                "S",
                                "é",
                                "9",
                                ".",
                                "/",
                                " ",
                                "&",
                                "+",
                                "'",
                                "\u2019",
                                "-",
                                "\u0301",
                                "東",
                                "カ",
                                "ー",
                                "한",
                                "д",
                                "ال",
                                "๑",
                                "\ud83d\ude00",
                                "\ud83d",
                                "\ud840\udc00",
                                "\u200d",
                                "Ⅳ",
                                "\u02ea"))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}

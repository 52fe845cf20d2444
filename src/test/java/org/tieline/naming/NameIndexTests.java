package org.tieline.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameIndexTests {
    private static final List<NamedOrganization> FACTS = List.of(
            named("huawei", "Huawei", "CN", "华为", "Huawei Technologies Co., Ltd."),
            named("bt", "BT Group", "GB", "BT"),
            named("btc", "BTC", "BG"),
            named("three-uk", "Three UK", "GB", "3 UK"),
            named("three-ireland", "Three Ireland", "IE"),
            named("ee", "EE", "GB"),
            named("ntt", "NTT", "JP", "Nippon Telegraph and Telephone"),
            named("ntt-docomo", "NTT Docomo", "JP", "NTTドコモ"),
            named("sk-telecom", "SK Telecom", "KR", "SK텔레콤"),
            named("softbank-group", "SoftBank Group", "JP", "SoftBank"),
            named("softbank-corp", "SoftBank Corp.", "JP"),
            named("nova-a", "Nova", "GR"),
            named("nova-b", "Nova", "IS"),
            named("nova-c", "Nova", null),
            named("telecom-namibia", "Telecom Namibia", "NA"),
            named("tim", "Telecom Italia", "IT"),
            named("telekom-srbija", "Telekom Srbija", "RS"),
            named("acme-ltd", "Acme Ltd", "GB"));

    private final NameIndex index = new NameIndex(FACTS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "huawei          |    | huawei          | 100 | id",
                "Huawei          |    | huawei          | 100 | exact",
                "华为             |    | huawei          | 98  | exact",
                "HUAWEI          |    | huawei          | 96  | normalized",
                "Hua Wei         |    | huawei          | 94  | spacing",
                "ＢＴ             |    | bt              | 95  | normalized",
                "Acme            |    | acme-ltd        | 92  | legal-form",
                "Acme Co., Ltd.  |    | acme-ltd        | 88  | legal-form",
                "Acme GmbH       |    | acme-ltd        | 76  | legal-form",
                "Acme GmbH       | GB | acme-ltd        | 80  | legal-form",
                "Acme LLC        |    | acme-ltd        | 80  | legal-form",
                "ドコモ            |    | ntt-docomo      | 85  | script-part",
                "텔레콤           |    | telecom-namibia | 59  | words",
                "Huawey          |    | huawei          | 88  | spelling",
                "Hauwei          |    | huawei          | 88  | spelling",
                "Telekom Italia  |    | tim             | 92  | normalized",
                "NTT             | JP | ntt             | 100 | exact",
                "NTT Group       | JP | ntt             | 91  | trade-words",
                "NTT Networks    | JP | ntt             | 78  | trade-words",
                "Huawei Networks |    | huawei          | 90  | trade-words",
                "華為             |    | huawei          | 95  | normalized",
                "Хуавэй          |    | huawei          | 92  | normalized",
                "Нuawei          |    | huawei          | 87  | look-alike",
                "Huawei Comms    |    | huawei          | 90  | trade-words",
                "Huawei Cloud    |    | huawei          | 58  | words",
                "Huawei Germany  |    | huawei          | 72  | trade-words",
                "Huawei          | US | huawei          | 80  | exact",
                "Huawei          | CN | huawei          | 100 | exact",
                "Three           |    | three-ireland   | 67  | words",
                "Three           | IE | three-ireland   | 90  | normalized",
                "BT Group Wholesale Division | | bt      | 56  | words",
            })
    void shouldFindBestWhatWasMeant(String name, String country, String id, int score, String basis) {
        NameCandidate best = index.find(name, country).best().getFirst();

        assertThat(best.id()).isEqualTo(id);
        assertThat(best.score()).as(best.explanation()).isEqualTo(score);
        assertThat(best.basis().text()).isEqualTo(basis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BT", "3", "EE", "Three", "O2", "Tree", "Thre", "ET", "B T", "E", "BTS", "33"})
    void shouldNotTakeShortNamesForMisspeltOnes(String name) {
        assertThat(index.find(name, null).best())
                .extracting(NameCandidate::basis)
                .doesNotContain(MatchBasis.SPELLING, MatchBasis.RESEMBLANCE);
    }

    @ParameterizedTest
    @CsvSource({"Telecom Gambia", "Telecom Zambia", "Telecom Namibia 2", "Nova1", "xyz", "!?", "Ltd"})
    void shouldNotFindOtherNames(String name) {
        assertThat(index.find(name, null).best())
                .allSatisfy(found -> assertThat(found.score()).isLessThan(85));
    }

    @Test
    void shouldGiveAllThatShareANameAndTellThemApartByCountryAlone() {
        assertThat(index.find("Nova", null).best())
                .extracting(NameCandidate::id, NameCandidate::score)
                .containsExactly(tuple("nova-a", 100), tuple("nova-b", 100), tuple("nova-c", 100));
        assertThat(index.find("Nova", "IS").best())
                .extracting(NameCandidate::id, NameCandidate::score)
                .containsExactly(tuple("nova-b", 100), tuple("nova-c", 100), tuple("nova-a", 80));
    }

    @Test
    void shouldExplainWhatWasMetInWhichScript() {
        NameCandidate han = index.find("华为", "US").best().getFirst();

        assertThat(han.explanation())
                .isEqualTo("the alias 华为, letter by letter (Han); the entry says US, on record is CN");
        assertThat(han.scripts()).containsExactly("Han");
        assertThat(han.what()).isEqualTo(NameCandidate.What.ALIAS);
        assertThat(index.find("ドコモ", null).best().getFirst().explanation())
                .isEqualTo("all that the alias NTTドコモ has in Katakana (Latin and Katakana)");
        assertThat(index.find("Acme GmbH", null).best().getFirst().explanation())
                .isEqualTo("the name Acme Ltd but for the legal form, which is one of AT CH DE LI (Latin)");
        assertThat(index.find("Acme LLC", null).best().getFirst().explanation())
                .isEqualTo("the name Acme Ltd but for the legal form: the entry has llc, the name ltd (Latin)");
        assertThat(index.find("Huawei Cloud", "DE").best().getFirst().explanation())
                .isEqualTo("name Huawei, counting huawei 0.81; only in the entry: cloud 1.00 (Latin); "
                        + "the entry says DE, on record is CN");
        assertThat(index.find("Huawey", null).best().getFirst().slips()).isOne();
    }

    @Test
    void shouldGiveHintsForAnUnknownId() {
        assertThat(index.findId("ntt-docomo", null).best())
                .extracting(NameCandidate::score)
                .containsExactly(100);
        assertThat(index.findId("ntt-docom", null).best())
                .allSatisfy(hint -> assertThat(hint.score()).isLessThan(50));
        assertThat(index.findId("telecom-italy", null).best())
                .allSatisfy(hint -> assertThat(hint.score()).isLessThan(50));
    }

    @Test
    void shouldRefuseANameThatIsTooLong() {
        assertThatThrownBy(() -> index.find("x".repeat(301), null))
                .hasMessage("name must have 300 characters at most, had 301");
    }

    @Test
    void shouldAnswerTheSameWhateverTheOrderOfTheFacts() {
        List<NamedOrganization> shuffled = new ArrayList<>(FACTS);
        Collections.shuffle(shuffled, new Random(7));
        NameIndex other = new NameIndex(shuffled);

        for (String name : List.of("SoftBank", "Nova", "Telecom", "Huawey", "Three", "Telekom Italia")) {
            assertThat(other.find(name, "JP").best())
                    .isEqualTo(index.find(name, "JP").best());
        }
    }

    /** The index finds a misspelt single word exactly where measuring every word would. */
    @Test
    void shouldFindTheSlipsThatMeasuringAllWordsFinds() {
        Random random = new Random(20181208);
        List<String> words =
                IntStream.range(0, 400).mapToObj(i -> word(random)).distinct().toList();
        KnownWords knownWords = new KnownWords(words);
        DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance();
        int found = 0;
        for (int i = 0; i < 3_000; i++) {
            String asked = slip(words.get(random.nextInt(words.size())), random);
            List<String> near = new ArrayList<>();
            knownWords.near(asked, number -> near.add(knownWords.word(number)));
            List<String> naive = words.stream()
                    .filter(word -> !word.equals(asked) && word.charAt(0) == asked.charAt(0))
                    .filter(word -> distance.apply(word, asked)
                            <= Math.min(KnownWords.allowed(word), KnownWords.allowed(asked)))
                    .toList();
            assertThat(near).as(asked).containsExactlyInAnyOrderElementsOf(naive);
            found += naive.size();
        }
        assertThat(found).isGreaterThan(500);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 4 + random.nextInt(9);
        while (word.length() < length) {
            word.append("abcdeo".charAt(random.nextInt(6)));
        }
        return word.toString();
    }

    private static String slip(String word, Random random) {
        StringBuilder slipped = new StringBuilder(word);
        for (int slips = random.nextInt(3); slips > 0; slips--) {
            int at = random.nextInt(slipped.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> slipped.insert(at, 'c');
                case 1 -> slipped.deleteCharAt(at);
                case 2 -> slipped.setCharAt(at, 'x');
                default -> slipped.insert(at, slipped.charAt(at + 1)).deleteCharAt(at + 2);
            }
        }
        return slipped.toString();
    }

    private static NamedOrganization named(String id, String name, String country, String... aliases) {
        return new NamedOrganization(id, name, List.of(aliases), country);
    }
}

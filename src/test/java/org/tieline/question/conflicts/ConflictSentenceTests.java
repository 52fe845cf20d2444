package org.tieline.question.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Generation;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.SnapshotBuilder;
import org.tieline.testing.GivenQuestions;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** The wording of conflicts, on a carrier BT that was supplied by Huawei and shares its network with Three. */
class ConflictSentenceTests {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 15);
    private static final Tie CORE = supply(List.of(Segment.CORE), List.of(Generation.G3, Generation.G4));

    @Test
    void shouldNotSayOfOldEquipmentThatItIsStillThere() {
        assertThat(sentence(CORE.withRemoving(date("2018-12")), "2023-12-31"))
                .isEqualTo(
                        "Huawei supplied equipment for the core (3G, 4G) to BT; its removal began in December 2018; "
                                + "nobody on record has confirmed it since 7 December 2018. "
                                + "An order of the British government, in force since 13 October 2022, covers it; "
                                + "its deadline was 31 December 2023, and whether the equipment was still there then no evidence on record tells.");
    }

    @Test
    void shouldTellHowLatelyEquipmentWasSeen() {
        assertThat(sentence(CORE.withVerified(date("2023-11")), "2023-12-31"))
                .isEqualTo(
                        "Huawei supplied equipment for the core (3G, 4G) to BT; "
                                + "it was last confirmed in November 2023. "
                                + "An order of the British government, in force since 13 October 2022, covers it; "
                                + "its deadline was 31 December 2023, and whether the equipment was still there then no evidence on record tells.");
        assertThat(sentence(CORE.withVerified(date("2024-01-02")), "2023-12-31"))
                .endsWith("; its deadline was 31 December 2023, and the evidence is not older than that.");
        assertThat(sentence(CORE.withVerified(date("2024-01-02")), "2027"))
                .endsWith("covers it; its deadline is 2027.");
        assertThat(sentence(CORE.withVerified(date("2024-01-02")), null))
                .endsWith("An order of the British government, in force since 13 October 2022, covers it.");
    }

    @Test
    void shouldTellWhyItIsOpenWhetherATieHolds() {
        assertThat(sentence(CORE.withSince(null).withUntil(date("2024")), null))
                .contains("; it ended some time in 2024, and may have been over. ");
        assertThat(sentence(CORE.withUntil(null).withSince(date("2024-01")), null))
                .contains("; it began some time in January 2024, and may not have begun. ");
        assertThat(sentence(tie -> tie.withSources(List.of("undated")), CORE, null))
                .contains("; no dated source on record confirms it. ");
        assertThat(sentence(CORE.withVerified(date("2018")), null))
                .contains("; nobody on record has confirmed it since 2018. ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CORE                  |       | equipment for the core
        RAN CORE TRANSPORT    | G4 G5 | equipment for the radio network, the core and the transport network (4G, 5G)
        FIXED_ACCESS SERVICES |       | equipment for the fixed access network, and services
        SERVICES              | G5    | services (5G)
        SERVICES DEVICES      |       | services and devices
        SUBMARINE_CABLE       |       | equipment for a submarine cable
        UNKNOWN               | G5    | equipment (5G)
                              |       | equipment
        """)
    void shouldNameWhatWasSupplied(String segments, String generations, String things) {
        Tie tie = supply(words(Segment.class, segments), words(Generation.class, generations));

        assertThat(sentence(tie, null)).startsWith("Huawei supplied %s to BT; ".formatted(things));
    }

    @Test
    void shouldNameTheCountriesOfTheEquipment() {
        assertThat(sentence(CORE.withCountries(List.of("FR", "GB")), null))
                .startsWith(
                        "Huawei supplied equipment for the core (3G, 4G) to BT, in France and the United Kingdom; ");
    }

    @Test
    void shouldTellHowACarrierIsTiedToAnotherOnesEquipment() {
        assertThat(sentence("three", CORE, null))
                .startsWith(
                        "Huawei supplied equipment for the core (3G, 4G) to BT; "
                                + "Three is tied to BT by a shared network; nobody on record has confirmed it since 7 December 2018. ");
        assertThat(sentence("ee", CORE, null))
                .contains("; EE is tied to BT, which holds a stake in it, directly or in steps; ");
    }

    @Test
    void shouldNeverAccuse() {
        for (String deadline : new String[] {"2023-12-31", "2027", null}) {
            for (String verified : new String[] {"2018", "2023-12", "2024-01-10"}) {
                assertThat(sentence(CORE.withVerified(date(verified)), deadline))
                        .doesNotContainIgnoringCase("breach")
                        .doesNotContainIgnoringCase("violat")
                        .doesNotContainIgnoringCase("illegal")
                        .doesNotContainIgnoringCase("control");
            }
        }
    }

    private static String sentence(Tie tie, String deadline) {
        return sentence("bt", tie, deadline);
    }

    private static String sentence(String carrier, Tie tie, String deadline) {
        return sentence(carrier, UnaryOperator.identity(), tie, deadline);
    }

    private static String sentence(UnaryOperator<Tie> change, Tie tie, String deadline) {
        return sentence("bt", change, tie, deadline);
    }

    private static String sentence(String carrier, UnaryOperator<Tie> change, Tie tie, String deadline) {
        List<Tie> ties = new ArrayList<>();
        ties.add(change.apply(tie));
        ties.add(TestFacts.tie("bt-shares-network-with-three", "bt", TieType.SHARES_NETWORK_WITH, "three"));
        ties.add(TestFacts.tie("bt-owns-ee", "bt", TieType.OWNS, "ee"));
        Dataset dataset = new Dataset(
                "1",
                "0".repeat(64),
                List.of(
                        TestFacts.organization("bt", "BT", OrganizationKind.CARRIER, "GB"),
                        TestFacts.organization("ee", "EE", OrganizationKind.CARRIER, "GB"),
                        TestFacts.organization("gov-uk", "British government", OrganizationKind.GOVERNMENT, "GB"),
                        TestFacts.organization("huawei", "Huawei", OrganizationKind.VENDOR, "CN"),
                        TestFacts.organization("three", "Three", OrganizationKind.CARRIER, "GB")),
                ties,
                List.of(removal(deadline)),
                List.of(
                        new Source("bbc-2020", "BBC", "News", date("2020-07-14"), null),
                        new Source("reuters-2018", "Reuters", "News", date("2018-12-07"), null),
                        new Source("undated", "Somebody", "News", null, null)));
        ConflictAnswer answer = ConflictInquiry.ask(
                SnapshotBuilder.take(new InMemory(dataset)),
                GivenQuestions.conflicts(
                        Map.of(
                                "asOf", List.of(DAY.toString()),
                                "vendor", List.of("huawei"),
                                "carrier", List.of(carrier)),
                        DAY));
        assertThat(answer.results()).hasSize(1);
        return answer.results().getFirst().sentence();
    }

    private static Tie supply(List<Segment> segments, List<Generation> generations) {
        return TestFacts.tie("huawei-supplies-bt", "huawei", TieType.SUPPLIES, "bt")
                .with(tie -> tie.segment(segments).generation(generations).sources(List.of("reuters-2018")));
    }

    private static Ban removal(String deadline) {
        return TestFacts.removal("uk-removal", "GB", "2022-10-13", "huawei")
                .with(ban -> ban.government("gov-uk").deadline(date(deadline)));
    }

    private static <T extends Enum<T>> List<T> words(Class<T> vocabulary, String words) {
        return words == null
                ? List.of()
                : List.of(words.split(" ")).stream()
                        .map(word -> Enum.valueOf(vocabulary, word))
                        .toList();
    }

    private static PartialDate date(String text) {
        return text == null ? null : PartialDate.parse(text);
    }
}

package org.tieline.question.exposures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.model.Dataset;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.Snapped;
import org.tieline.question.Snapshot;
import org.tieline.question.matrix.MatrixInquiry;
import org.tieline.question.series.SeriesAnswer;
import org.tieline.question.series.SeriesInquiry;
import org.tieline.testing.GivenQuestions;
import org.tieline.testing.TestFacts;

/**
 * Which restricted vendors count for which carriers. Each vendor supplies a carrier in each of DE (of the EU), GB, JP and US, and one
 * without a home; {@code one} is banned by the US, {@code two} by the US and from 2024 on by GB, {@code bloc} by the EU.
 */
class StartsTests {
    private static final Snapshot SNAPSHOT = Snapped.of(dataset());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        anywhere        | 2023-06-01 | bloc: de gb jp none us, one: de gb jp none us, two: de gb jp none us
        home-or-several | 2023-06-01 | bloc: de gb jp none us, one: us, two: us
        home-or-several | 2024-06-01 | bloc: de gb jp none us, one: us, two: de gb jp none us
        """)
    void shouldCountWhereTheyAreRestricted(String restrictedIn, String day, String expected) {
        Map<String, List<String>> given = Map.of("restrictedIn", List.of(restrictedIn), "asOf", List.of(day));
        ExposureQuestion question = GivenQuestions.exposures(given, LocalDate.EPOCH);
        ExposureAnswer answer = ExposureInquiry.ask(SNAPSHOT, question);

        assertThat(text(answer)).isEqualTo(expected);
        assertThat(MatrixInquiry.ask(SNAPSHOT, question).rows().stream()
                        .mapToInt(row -> row.cells().size())
                        .sum())
                .isEqualTo(answer.total());
        SeriesAnswer.Point point = SeriesInquiry.ask(
                        SNAPSHOT,
                        GivenQuestions.series(Map.of(
                                "restrictedIn", List.of(restrictedIn),
                                "from", List.of("2023-06-01"),
                                "to", List.of(day),
                                "step", List.of("P1D"))))
                .points()
                .getLast();
        assertThat(point.day()).isEqualTo(day);
        assertThat(point.pairs().total()).isEqualTo(answer.total());
    }

    @Test
    void shouldCountForAllWhereTheQuestionNamesThem() {
        ExposureQuestion question = GivenQuestions.exposures(
                Map.of("restrictedIn", List.of("home-or-several"), "vendor", List.of("one")), LocalDate.of(2023, 6, 1));

        assertThat(text(ExposureInquiry.ask(SNAPSHOT, question))).isEqualTo("one: de gb jp none us");
    }

    private static String text(ExposureAnswer answer) {
        Map<String, List<String>> carriers = new TreeMap<>();
        answer.results()
                .forEach(found -> carriers.computeIfAbsent(found.vendor().id(), none -> new ArrayList<>())
                        .add(found.carrier().id()));
        return String.join(
                ", ",
                carriers.entrySet().stream()
                        .map(entry -> entry.getKey() + ": "
                                + String.join(
                                        " ", entry.getValue().stream().sorted().toList()))
                        .toList());
    }

    private static Dataset dataset() {
        List<Organization> carriers = Stream.of("de", "gb", "jp", "us", "none")
                .map(id -> TestFacts.organization(
                        id, id, OrganizationKind.CARRIER, id.equals("none") ? null : id.toUpperCase()))
                .toList();
        List<Organization> vendors = Stream.of("one", "two", "bloc")
                .map(id -> TestFacts.organization(id, id, OrganizationKind.VENDOR, "CN"))
                .toList();
        List<Organization> organizations = new ArrayList<>(carriers);
        organizations.addAll(vendors);
        organizations.add(TestFacts.organization("gov", "Gov", OrganizationKind.GOVERNMENT, "US"));
        List<Tie> ties = vendors.stream()
                .flatMap(vendor -> carriers.stream().map(carrier -> supply(vendor.id(), carrier.id())))
                .toList();
        return new Dataset(
                "1",
                "0".repeat(64),
                organizations,
                ties,
                List.of(
                        TestFacts.removal("us-first", "US", "2022-01-01", "one", "two"),
                        TestFacts.removal("us-second", "US", "2022-02-01", "one"),
                        TestFacts.removal("gb-later", "GB", "2024-01-01", "two"),
                        TestFacts.removal("eu-one", "EU", "2022-01-01", "bloc")),
                List.of(new Source("bbc-2020", "Press", "Report", PartialDate.parse("2022-01-01"), null)),
                List.of(new Membership("EU", "DE", LocalDate.of(1958, 1, 1), null, List.of("bbc-2020"))),
                List.of(),
                List.of());
    }

    private static Tie supply(String vendor, String carrier) {
        return TestFacts.tie(vendor + "-supplies-" + carrier, vendor, TieType.SUPPLIES, carrier);
    }
}

package org.tieline.question.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.model.Dataset;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Reading;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/**
 * A day in numbers, on a few carriers.
 *
 * <pre>
 * huawei ─SUPPLIES 2023→ a (DE)      a is owned by g (GB) with 60 %, and c (FR) with 40 %
 * huawei ─SUPPLIES 2010→ b (DE)      d (DE) is exposed to nobody, and e (GB) no longer exists
 * zte    ─SUPPLIES 2023→ c (FR)      Germany orders huawei's equipment to be removed
 * </pre>
 */
class SummaryInquiryTests {
    private static final Snapshot SNAPSHOT = SnapshotBuilder.take(new InMemory(dataset()));

    @Test
    void shouldCountByCountry() {
        assertThat(rows("country"))
                .containsExactly(
                        "DE: 3 of 3 have 35, possibly 2 30, certainly 1 10, established 1/1 10, presumed 1/1 20",
                        "FR: 1 of 1 have 40, possibly 1 40, certainly 1 40, established 0/0 null, presumed 0/0 null",
                        "GB: 1 of 1 have 100, possibly 1 100, certainly 1 100, established 0/0 null, presumed 0/0 null",
                        "null: 0 of 1 have null, possibly 0 null, certainly 0 null, established 0/0 null, presumed 0/0 null");
    }

    @Test
    void shouldCountByBloc() {
        assertThat(rows("bloc"))
                .containsExactly(
                        "EU: 4 of 4 have 75, possibly 3 70, certainly 2 50, established 1/1 10, presumed 1/1 20",
                        "null: 1 of 2 have 100, possibly 1 100, certainly 1 100, established 0/0 null, presumed 0/0 null");
    }

    @Test
    void shouldCountByVendor() {
        assertThat(rows("vendor"))
                .containsExactly(
                        // g is exposed too, and c by way of it; the count of g takes in that of a.
                        "huawei: 5 of 6 have 75, possibly 4 70, certainly 3 50, established 1/1 10, presumed 1/1 20",
                        "zte: 5 of 6 have 75, possibly 3 50, certainly 3 50, established 0/0 null, presumed 0/0 null");
    }

    @Test
    void shouldCountByRelation() {
        assertThat(rows("relation"))
                .hasSize(8)
                .contains(
                        "direct: 5 of 6 have 75, possibly 3 70, certainly 2 50, established 1/1 10, presumed 1/1 20",
                        "subsidiary: 5 of 6 have 75, possibly 1 100, certainly 1 100, established 0/0 null, presumed 0/0 null");
    }

    @Test
    void shouldAddUpEachCarrierOnceInAll() {
        SummaryAnswer.Row all = ask("country", Map.of()).all();

        assertThat(text(all))
                .isEqualTo("null: 5 of 6 have 75, possibly 4 70, certainly 3 50, established 1/1 10, presumed 1/1 20");
        assertThat(all.onRecord().share()).isEqualByComparingTo("83.3");
        assertThat(all.onRecord().groups()).isEqualTo(1);
    }

    @Test
    void shouldFindAllCertainThatIsAskedForByCertainTiesAlone() {
        SummaryAnswer.Row all = ask("vendor", Map.of("certainty", "certain")).all();

        assertThat(text(all))
                .isEqualTo(
                        "null: 5 of 6 have 75, possibly 3 50, certainly 3 50, established 1/1 10, presumed 0/0 null");
        assertThat(ask("vendor", Map.of("certainty", "certain")).rows())
                .allSatisfy(row -> assertThat(row.exposed().possibly())
                        .isEqualTo(row.exposed().certainly()))
                .extracting(row -> row.exposed().certainly().weight().carriers())
                .containsExactly(3, 3);
    }

    /** The subscribers of g are in no sum beside those of a, so that they are not in the part of it that is exposed either. */
    @Test
    void shouldTellWhatPartOfThoseOnRecordIsExposed() {
        SummaryAnswer.Exposed exposed = ask("country", Map.of()).all().exposed();

        assertThat(exposed.possibly().ofCarriers()).as("4 of 6").isEqualByComparingTo("66.7");
        assertThat(exposed.certainly().ofCarriers()).as("3 of 6").isEqualByComparingTo("50");
        assertThat(exposed.possibly().ofSubscribers()).as("70 of 75").isEqualByComparingTo("93.3");
        assertThat(exposed.certainly().ofSubscribers()).as("50 of 75").isEqualByComparingTo("66.7");
        assertThat(ask("relation", Map.of())
                        .rows()
                        .getLast()
                        .exposed()
                        .possibly()
                        .ofSubscribers())
                .as("a and c, each by its sister")
                .isEqualByComparingTo("66.7");
        assertThat(ask("country", Map.of("carrier", "h"))
                        .all()
                        .exposed()
                        .possibly()
                        .ofSubscribers())
                .isNull();
    }

    /** a had 8 million at the end of 2022 and 10 in the middle of 2023. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        2022-12-30, -,          -
        2022-12-31, -,          8
        2023-06-29, -,          8
        2023-06-30, -,          10
        2026-06-30, -,          10
        2026-07-01, -,          -
        2024-01-15, 2023-07-31, 8
        2024-01-15, 2023-08-01, 10
        """)
    void shouldTakeTheNewestCountOfThreeYears(String day, String knownAt, BigDecimal millions) {
        Map<String, String> more = new HashMap<>(Map.of("asOf", day, "carrier", "a"));
        if (knownAt != null) {
            more.put("knownAt", knownAt);
        }

        assertThat(ask("country", more).all().onRecord().subscribers()).isEqualTo(millions);
    }

    @ParameterizedTest
    @CsvSource({"2019-12-31, 2", "2020-01-01, 1"})
    void shouldCountCarriersThatExist(String day, int carriers) {
        assertThat(ask("country", Map.of("asOf", day, "carrierCountry", "GB"))
                        .all()
                        .onRecord()
                        .carriers())
                .isEqualTo(carriers);
    }

    private static List<String> rows(String by) {
        return ask(by, Map.of()).rows().stream().map(SummaryInquiryTests::text).toList();
    }

    private static String text(SummaryAnswer.Row row) {
        SummaryAnswer.Findings findings = row.findings();
        return "%s: %d of %d have %s, possibly %s, certainly %s, established %d/%s, presumed %d/%s"
                .formatted(
                        row.key(),
                        row.onRecord().counted(),
                        row.onRecord().carriers(),
                        row.onRecord().subscribers(),
                        text(row.exposed().possibly().weight()),
                        text(row.exposed().certainly().weight()),
                        findings.established().conflicts(),
                        text(findings.established().weight()),
                        findings.presumed().conflicts(),
                        text(findings.presumed().weight()));
    }

    private static String text(Weight weight) {
        return "%d %s".formatted(weight.carriers(), weight.subscribers());
    }

    private static SummaryAnswer ask(String by, Map<String, String> more) {
        Map<String, List<String>> given = new HashMap<>(
                Map.of("by", List.of(by), "asOf", List.of("2024-01-15"), "vendor", List.of("huawei", "zte")));
        more.forEach((name, value) -> given.put(name, List.of(value)));
        return SummaryInquiry.ask(
                SNAPSHOT,
                SummaryQuestion.of(new Given(given).read(SummaryQuestion.PARAMETERS, Reading.on(LocalDate.EPOCH))));
    }

    static Dataset dataset() {
        return new Dataset(
                "1",
                "0".repeat(64),
                List.of(
                        carrier("a", "DE"),
                        carrier("b", "DE"),
                        carrier("c", "FR"),
                        carrier("d", "DE"),
                        carrier("e", "GB").living(null, PartialDate.parse("2020-01-01"), null),
                        carrier("g", "GB"),
                        carrier("h", null),
                        TestFacts.organization("gov", "Gov", OrganizationKind.GOVERNMENT, "DE"),
                        TestFacts.organization("huawei", "Huawei", OrganizationKind.VENDOR, "CN"),
                        TestFacts.organization("zte", "ZTE", OrganizationKind.VENDOR, "CN")),
                List.of(
                        stake("g-owns-a", "a", "60"),
                        stake("g-owns-c", "c", "40"),
                        supply("huawei-supplies-a", "huawei", "a", "new"),
                        supply("huawei-supplies-b", "huawei", "b", "old"),
                        supply("zte-supplies-c", "zte", "c", "new")),
                List.of(TestFacts.removal("de-removal", "DE", "2022-01-01", "huawei")
                        .withSources(List.of("new"))),
                List.of(
                        new Source("later", "Press", "Report", PartialDate.parse("2023-08-01"), null),
                        new Source("new", "Press", "Report", PartialDate.parse("2023-01-01"), null),
                        new Source("old", "Press", "Report", PartialDate.parse("2010-01-01"), null)),
                List.of(
                        new Membership("EU", "DE", LocalDate.of(1958, 1, 1), null, List.of("old")),
                        new Membership("EU", "FR", LocalDate.of(1958, 1, 1), null, List.of("old"))),
                List.of(),
                List.of(
                        count("a", "2022", "8", "new"),
                        count("a", "2023-06", "10", "later"),
                        count("b", "2023", "20", "new"),
                        count("c", "2023", "40", "new"),
                        count("d", "2023", "5", "new"),
                        count("g", "2023", "100", "new")));
    }

    private static Organization carrier(String id, String country) {
        return TestFacts.organization(id, id.toUpperCase(), OrganizationKind.CARRIER, country);
    }

    private static SubscriberCount count(String carrier, String on, String millions, String source) {
        return new SubscriberCount(carrier, PartialDate.parse(on), new BigDecimal(millions), List.of(source));
    }

    private static Tie supply(String id, String vendor, String carrier, String source) {
        return TestFacts.tie(id, vendor, TieType.SUPPLIES, carrier).withSources(List.of(source));
    }

    private static Tie stake(String id, String owned, String percent) {
        return TestFacts.tie(id, "g", TieType.OWNS, owned)
                .with(tie -> tie.percent(new BigDecimal(percent)).sources(List.of("new")));
    }
}

package org.tieline.question.exposures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tieline.dataset.DatasetReader;
import org.tieline.exposure.FoundExposures;
import org.tieline.question.Snapped;
import org.tieline.question.Snapshot;
import org.tieline.question.changes.ChangeInquiry;
import org.tieline.question.changes.ComparedAnswer;
import org.tieline.question.conflicts.ConflictInquiry;
import org.tieline.question.matrix.MatrixInquiry;
import org.tieline.question.screening.ScreeningFindings;
import org.tieline.testing.GivenQuestions;

/** A question that starts at many vendors holds the memory of one search at a time. */
class SearchMemoryTests {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private final Snapshot snapshot = Snapped.of(DatasetReader.read(Path.of("seed-data")));

    @Test
    void shouldSearchFromOneVendorAfterTheOther() {
        try (Stream<ExposureAnswer.Found> all = ExposureInquiry.stream(snapshot, question())) {
            assertThat(all.map(found -> {
                        assertThat(snapshot.search().held()).isEqualTo(1);
                        return found.vendor().id();
                    }))
                    .contains("huawei", "zte");
        }
        assertThat(snapshot.search().held()).isZero();
    }

    @Test
    void shouldCompareOneVendorAfterTheOther() {
        try (ComparedAnswer side = ComparedAnswer.of(snapshot, question())) {
            SortedSet<String> vendors = side.vendors();
            assertThat(vendors).hasSizeGreaterThan(1);
            for (String vendor : vendors) {
                side.wanted(vendor);
                assertThat(snapshot.search().held()).isEqualTo(1);
            }
        }
        assertThat(snapshot.search().held()).isZero();
    }

    @Test
    void shouldHoldNoSearchWhileAScreeningIsSent() {
        ScreeningFindings findings = new ScreeningFindings(snapshot, GivenQuestions.screening((Map.of()), DAY));
        assertThat(snapshot.search().held()).isZero();
        assertThat(findings.searched().vendors()).hasSizeGreaterThan(1);
        assertThat(findings.searched().leftOut())
                .isEqualTo(ExposureInquiry.ask(snapshot, question()).searched().leftOut());
    }

    @Test
    void shouldFindTheSameInThePathsThatAreKept() {
        for (int maxHops : new int[] {1, 4, 10}) {
            FoundExposures whole =
                    snapshot.search().reach("huawei", question().search().withMaxHops(maxHops));
            List<Object> before = told(whole);
            assertThat(told(whole.paths())).isEqualTo(before).isNotEmpty();
        }
        assertThat(snapshot.search().held()).isZero();
    }

    private static List<Object> told(FoundExposures reach) {
        return IntStream.range(0, reach.size())
                .<Object>mapToObj(i -> List.of(
                        reach.exposure(i),
                        reach.hops(i),
                        reach.place(i),
                        reach.relation(i),
                        reach.evidence(i),
                        reach.contacts(i)))
                .toList();
    }

    @Test
    void shouldGiveTheMemoryBackWhenWhoAsksStopsHalfWay() {
        try (Stream<ExposureAnswer.Found> all = ExposureInquiry.stream(snapshot, question())) {
            assertThat(all.findFirst()).isPresent();
            assertThat(snapshot.search().held()).isEqualTo(1);
        }
        assertThat(snapshot.search().held()).isZero();
    }

    @Test
    void shouldGiveTheMemoryBackAfterEachQuestion() {
        ExposureInquiry.ask(snapshot, question());
        MatrixInquiry.ask(snapshot, question());
        ConflictInquiry.ask(snapshot, GivenQuestions.conflicts((Map.of()), DAY));
        ChangeInquiry.ask(
                snapshot,
                GivenQuestions.changes((Map.of(
                        "from", List.of("2018-01-01"),
                        "to", List.of("2022-01-01"),
                        "knownFrom", List.of("2019-01-01"),
                        "knownTo", List.of("2023-01-01")))));

        assertThat(snapshot.search().held()).isZero();
    }

    private static ExposureQuestion question() {
        return GivenQuestions.exposures((Map.of()), DAY);
    }
}

package org.tieline.question.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tieline.dataset.DatasetReader;
import org.tieline.naming.fulltext.SearchHit;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.records.NamingCase.Result;
import org.tieline.question.screening.ScreeningMatcher;
import org.tieline.question.screening.ScreeningResult;
import org.tieline.question.screening.ScreeningResult.Outcome;
import org.tieline.testing.InMemory;

/** Names as they are written in filings, tenders, lists and news, against the shipped data; the rates are kept and printed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamingCasesTests {
    /** Whom a government has restricted, and whose names nobody may miss. */
    private static final Set<String> RESTRICTED = Set.of("huawei", "zte", "hikvision", "dahua", "hytera");

    private static final int MOST_FOUND = 100;

    private final Map<NamingCase, ScreeningResult> screened = new LinkedHashMap<>();
    private Snapshot snapshot;

    @BeforeAll
    void screen() throws IOException {
        try (Snapshots snapshots = new Snapshots(new InMemory(DatasetReader.read(Path.of("seed-data"))))) {
            snapshots.refresh();
            snapshot = snapshots.fresh();
            ScreeningMatcher matcher = new ScreeningMatcher(snapshot, LocalDate.of(2026, 10, 1), null);
            for (NamingCase each : NamingCase.shipped(snapshot.organizations().keySet())) {
                screened.put(each, matcher.match(each.entry()));
            }
        }
    }

    @Test
    void shouldBeManyOfEveryKind() {
        List<NamingCase> cases = List.copyOf(screened.keySet());

        assertThat(cases).hasSizeGreaterThan(400).doesNotHaveDuplicates();
        assertThat(cases).filteredOn(NamingCase::isStranger).hasSizeGreaterThan(100);
        assertThat(cases).filteredOn(NamingCase::ambiguous).hasSizeGreaterThan(60);
        assertThat(RESTRICTED).allSatisfy(id -> assertThat(cases)
                .filteredOn(each -> each.right().equals(List.of(id)))
                .hasSizeGreaterThanOrEqualTo(25));
    }

    @Test
    void shouldDecideWhatIsClearAndNothingElse() {
        Map<Result, List<String>> clear = new EnumMap<>(Result.class);
        Map<Result, List<String>> others = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            clear.put(result, new ArrayList<>());
            others.put(result, new ArrayList<>());
        }
        screened.forEach((each, result) -> (each.isClear() ? clear : others)
                .get(each.result(result))
                .add(each.query() + " → " + result.explanation()));
        int right = clear.get(Result.RIGHT).size();
        int wrong = clear.get(Result.WRONG).size() + others.get(Result.WRONG).size();
        int all = clear.values().stream().mapToInt(List::size).sum();
        System.out.printf(
                "names: %d clear ones, of which %d matched, %d first of several, %d missed; wrongly matched %d of %d decided%n",
                all,
                right,
                clear.get(Result.FIRST).size(),
                clear.get(Result.MISSED).size(),
                wrong,
                right + wrong);

        assertThat(right).as("matched; not so: %s", clear.get(Result.FIRST)).isGreaterThanOrEqualTo(all * 95 / 100);
        assertThat(clear.get(Result.MISSED)).hasSizeLessThanOrEqualTo(all / 100);
        assertThat(clear.get(Result.WRONG)).isEmpty();
        assertThat(others.get(Result.WRONG)).hasSizeLessThanOrEqualTo((right + wrong) * 5 / 1000);
        assertThat(others.get(Result.MISSED)).hasSizeLessThanOrEqualTo(screened.size() / 100);
    }

    @Test
    void shouldMatchNobodyWhoIsNotInTheData() {
        assertThat(screened.keySet()).filteredOn(NamingCase::isStranger).allSatisfy(each -> assertThat(
                        screened.get(each).outcome())
                .as(each.query())
                .isNotEqualTo(Outcome.MATCHED));
    }

    @Test
    void shouldMissNoRestrictedVendor() {
        assertThat(screened.keySet())
                .filteredOn(each -> each.right().stream().anyMatch(RESTRICTED::contains))
                .hasSizeGreaterThan(125)
                .allSatisfy(each -> assertThat(each.result(screened.get(each)))
                        .as(each.query())
                        .isIn(Result.RIGHT, Result.FIRST));
    }

    @Test
    void shouldListAllThatAreMeantByAnAmbiguousName() {
        assertThat(screened.keySet()).filteredOn(NamingCase::ambiguous).allSatisfy(each -> assertThat(
                        screened.get(each).candidates().stream().map(ScreeningResult.Candidate::id))
                .as(each.query())
                .containsAll(each.right()));
    }

    @Test
    void shouldFindInASearchWhatAScreeningFinds() {
        List<String> others = new ArrayList<>();
        int clear = 0;
        for (NamingCase each : screened.keySet()) {
            List<String> found = FoundByName.in(snapshot, each.query(), MOST_FOUND).stream()
                    .map(SearchHit::id)
                    .toList();
            if (each.country() == null && each.isClear()) {
                clear++;
                if (!found.getFirst().equals(each.right().getFirst())) {
                    others.add(each.query() + " → " + found.getFirst());
                }
            }
            assertThat(found).as(each.query()).containsAll(each.right());
        }
        assertThat(clear).isGreaterThan(200);
        assertThat(others).hasSizeLessThanOrEqualTo(clear * 2 / 100);
    }
}

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

    /** More of them, whose names are fewer in the lists. */
    private static final Set<String> ALSO_RESTRICTED = Set.of(
            "china-mobile",
            "china-telecom",
            "china-unicom",
            "pacific-networks",
            "inspur",
            "hmn-tech",
            "hengtong",
            "fiberhome",
            "dji",
            "quectel",
            "autel-robotics",
            "smic",
            "ymtc",
            "cxmt",
            "dr-peng");

    private final Map<NamingCase, ScreeningResult> screened = new LinkedHashMap<>();

    /** Those of the second list. */
    private final Map<NamingCase, ScreeningResult> others = new LinkedHashMap<>();

    private Snapshot snapshot;

    @BeforeAll
    void screen() throws IOException {
        try (Snapshots snapshots = new Snapshots(new InMemory(DatasetReader.read(Path.of("seed-data"))))) {
            snapshots.refresh();
            snapshot = snapshots.fresh();
            ScreeningMatcher matcher = new ScreeningMatcher(snapshot, LocalDate.of(2026, 10, 1), null);
            Set<String> known = snapshot.organizations().keySet();
            NamingCase.shipped(known).forEach(each -> screened.put(each, matcher.match(each.entry())));
            NamingCase.second(known).forEach(each -> others.put(each, matcher.match(each.entry())));
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
        Map<Result, List<String>> rest = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            clear.put(result, new ArrayList<>());
            rest.put(result, new ArrayList<>());
        }
        screened.forEach((each, result) -> (each.isClear() ? clear : rest)
                .get(each.result(result))
                .add(each.query() + " → " + result.explanation()));
        int right = clear.get(Result.RIGHT).size();
        int wrong = clear.get(Result.WRONG).size() + rest.get(Result.WRONG).size();
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
        assertThat(rest.get(Result.WRONG)).hasSizeLessThanOrEqualTo((right + wrong) * 5 / 1000);
        assertThat(rest.get(Result.MISSED)).hasSizeLessThanOrEqualTo(screened.size() / 100);
    }

    @Test
    void shouldDecideOfASecondListAsWell() {
        Map<Result, List<String>> results = new EnumMap<>(Result.class);
        Map<Result, List<String>> clear = new EnumMap<>(Result.class);
        for (Result result : Result.values()) {
            results.put(result, new ArrayList<>());
            clear.put(result, new ArrayList<>());
        }
        others.forEach((each, result) -> {
            String text = each.query() + " → " + result.explanation();
            results.get(each.result(result)).add(text);
            if (each.isClear()) {
                clear.get(each.result(result)).add(text);
            }
        });
        int right = clear.get(Result.RIGHT).size();
        int all = clear.values().stream().mapToInt(List::size).sum();
        List<String> wrong = results.get(Result.WRONG);
        System.out.printf(
                "names of the second list: %d clear ones, of which %d matched, %d first of several, %d missed;"
                        + " wrongly matched %d of %d decided%n",
                all,
                right,
                clear.get(Result.FIRST).size(),
                clear.get(Result.MISSED).size(),
                wrong.size(),
                right + wrong.size());

        assertThat(all).isGreaterThan(500);
        assertThat(right).as("matched; not so: %s", clear.get(Result.FIRST)).isGreaterThanOrEqualTo(all * 95 / 100);
        assertThat(clear.get(Result.MISSED)).hasSizeLessThanOrEqualTo(all / 100);
        assertThat(wrong).as("wrong").hasSizeLessThanOrEqualTo((right + wrong.size()) * 5 / 1000);
        assertThat(others.keySet())
                .filteredOn(NamingCase::isStranger)
                .hasSizeGreaterThan(140)
                .allSatisfy(each ->
                        assertThat(others.get(each).outcome()).as(each.query()).isNotEqualTo(Outcome.MATCHED));
    }

    @Test
    void shouldFindInASearchWhatTheSecondListMeans() {
        List<NamingCase> clear = others.keySet().stream()
                .filter(each -> each.country() == null && each.isClear())
                .toList();
        List<String> missed = clear.stream()
                .filter(each -> FoundByName.orIdentifier(snapshot, each.query(), MOST_FOUND).stream()
                        .limit(1)
                        .noneMatch(hit -> each.right().contains(hit.id())))
                .map(NamingCase::query)
                .toList();

        assertThat(clear).hasSizeGreaterThan(150);
        assertThat(missed).hasSizeLessThanOrEqualTo(clear.size() * 2 / 100);
    }

    @Test
    void shouldMissNoneOfAllThatAreRestricted() {
        Map<NamingCase, ScreeningResult> both = new LinkedHashMap<>(screened);
        both.putAll(others);

        assertThat(both.keySet())
                .filteredOn(each ->
                        each.right().stream().anyMatch(id -> RESTRICTED.contains(id) || ALSO_RESTRICTED.contains(id)))
                .hasSizeGreaterThan(350)
                .allSatisfy(each ->
                        assertThat(each.result(both.get(each))).as(each.query()).isIn(Result.RIGHT, Result.FIRST));
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
        List<String> elsewhere = new ArrayList<>();
        int clear = 0;
        for (NamingCase each : screened.keySet()) {
            List<String> found = FoundByName.in(snapshot, each.query(), MOST_FOUND).stream()
                    .map(SearchHit::id)
                    .toList();
            if (each.country() == null && each.isClear()) {
                clear++;
                if (!found.getFirst().equals(each.right().getFirst())) {
                    elsewhere.add(each.query() + " → " + found.getFirst());
                }
            }
            assertThat(found).as(each.query()).containsAll(each.right());
        }
        assertThat(clear).isGreaterThan(200);
        assertThat(elsewhere).hasSizeLessThanOrEqualTo(clear * 2 / 100);
    }
}

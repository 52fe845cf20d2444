package org.tieline.exchange.gleif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.exchange.imports.ImportProgress;
import org.tieline.exchange.imports.ImportReport;
import org.tieline.exchange.imports.ImportTarget;
import org.tieline.exchange.imports.Imported;
import org.tieline.model.Organization;
import org.tieline.model.Tie;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.ownership.OwnershipInquiry;
import org.tieline.question.screening.ScreeningEntry;
import org.tieline.question.screening.ScreeningInquiry;
import org.tieline.question.screening.ScreeningResult;
import org.tieline.question.screening.ScreeningResult.Outcome;
import org.tieline.testing.GivenQuestions;
import org.tieline.testing.InMemory;

/** Some thousand entities in the proportions of the world; what the benchmark does with three million. */
class GoldenCopiesTests {
    private static final int ENTITIES = 4_000;
    private static final LocalDate DAY = LocalDate.of(2026, 9, 16);

    @TempDir
    private static Path folder;

    private static GoldenCopies.Written files;
    private static final AtomicLong HEARD = new AtomicLong();
    private static ImportReport report;
    private static Imported all;

    @BeforeAll
    static void importAll() throws IOException {
        files = new GoldenCopies(ENTITIES, ENTITIES / 5).write(folder);
        report = run(Set.of(), folder.resolve("all"), (file, rows, share) -> HEARD.incrementAndGet());
        all = Imported.of(report, folder.resolve("all"));
    }

    private static ImportReport run(Set<String> countries, Path into, ImportProgress progress) {
        return GleifImport.run(
                new GleifImport.Request(
                        files.entities(),
                        files.relationships(),
                        files.exceptions(),
                        Set.of(),
                        countries,
                        countries.isEmpty(),
                        null),
                new ImportTarget(into, null, null),
                progress);
    }

    @Test
    void shouldTakeOrLeaveWhateverWasRead() {
        Map<String, Long> read = report.read().stream()
                .collect(Collectors.toMap(
                        each -> each.file().replaceAll(".*goldencopy-|-golden.*", ""), ImportReport.Read::rows));
        assertThat(all.taken().organizations().size() + left("entity: ")).isEqualTo(read.get("lei2"));
        assertThat(all.taken().ties().size() + left("relationship: ")).isEqualTo(read.get("rr"));
        assertThat(all.taken().organizations().size()).isGreaterThan(ENTITIES * 9 / 10);
        assertThat(all.taken().ties().size()).isGreaterThan(ENTITIES / 25);
        assertThat(HEARD.get())
                .isEqualTo(read.values().stream().mapToLong(Long::longValue).sum()
                        + 2L * all.taken().organizations().size()
                        + all.taken().ties().size());
    }

    private static long left(String beginning) {
        return all.left().stream()
                .filter(reason -> reason.text().startsWith(beginning))
                .mapToLong(ImportReport.Reason::count)
                .sum();
    }

    @Test
    void shouldTellOfEveryParentOfEveryEntity() {
        long direct = all.told().stream()
                .filter(reason -> reason.text().startsWith("direct parent: "))
                .filter(reason -> !reason.text().contains("one is on record"))
                .mapToLong(ImportReport.Reason::count)
                .sum();
        long withParent = all.taken().ties().stream()
                .filter(tie -> !tie.id().contains("-ultimate"))
                .map(Tie::to)
                .distinct()
                .count();
        assertThat(direct + withParent).isEqualTo(all.taken().organizations().size());
    }

    @Test
    void shouldTakeOfSomeCountriesTheSameTiesAndAllWhoStandAbove() {
        Imported some = Imported.of(
                run(Set.of("SE", "NO"), folder.resolve("some"), ImportProgress.SILENT), folder.resolve("some"));
        Set<String> ids =
                some.taken().organizations().stream().map(Organization::id).collect(Collectors.toSet());

        assertThat(all.taken().organizations())
                .filteredOn(each -> ids.contains(each.id()))
                .hasSize(ids.size());
        assertThat(some.taken().organizations())
                .extracting(Organization::country)
                .contains("SE", "NO", "US");
        assertThat(all.taken().ties())
                .filteredOn(tie -> ids.contains(tie.to()))
                .containsExactlyElementsOf(some.taken().ties());
    }

    @Test
    void shouldBeScreenedAndAskedWhoOwnsWhom() {
        Snapshot snapshot;
        try (Snapshots snapshots = new Snapshots(new InMemory(all.taken()))) {
            snapshots.refresh();
            snapshot = snapshots.current();
        }
        List<ScreeningEntry> names = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> new ScreeningEntry(i, null, null, GoldenCopies.name(i * 17), null, null))
                .toList();
        List<ScreeningResult> results = new ArrayList<>();
        Map<Outcome, Integer> outcomes = ScreeningInquiry.ask(
                snapshot, GivenQuestions.screening(Map.of(), DAY), names, new ScreeningInquiry.Sink() {
                    @Override
                    public void searched(ExposureAnswer.Searched searched) {}

                    @Override
                    public void result(ScreeningResult result) {
                        results.add(result);
                    }
                });
        assertThat(results).hasSize(names.size());
        assertThat(outcomes.get(Outcome.MATCHED)).isGreaterThan(100);

        String owner = all.taken().ties().stream()
                .collect(Collectors.groupingBy(Tie::from, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        assertThat(OwnershipInquiry.caught(
                                snapshot,
                                GivenQuestions.caught(
                                        Map.of("rule", List.of("ofac-50"), "listed", List.of(owner)), DAY))
                        .total())
                .isEqualTo(below(owner).size());
    }

    /** Whoever is owned, by however many steps: of shares that nobody knows, any may be the whole. */
    private static Set<String> below(String owner) {
        Map<String, LocalDate> ends = all.taken().organizations().stream()
                .filter(each -> each.until() != null)
                .collect(Collectors.toMap(Organization::id, each -> each.until().firstDay()));
        Set<String> below = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(owner));
        while (!open.isEmpty()) {
            String at = open.removeLast();
            all.taken().ties().stream()
                    .filter(tie -> tie.from().equals(at) && !ends.containsKey(tie.to()) && !ends.containsKey(at))
                    .filter(tie -> below.add(tie.to()))
                    .forEach(tie -> open.add(tie.to()));
        }
        return below;
    }
}

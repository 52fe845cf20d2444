package org.tieline.exchange.gleif;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.ownership.CaughtAnswer;
import org.tieline.question.ownership.OwnershipAnswer;
import org.tieline.question.ownership.OwnershipInquiry;
import org.tieline.question.screening.ScreeningEntry;
import org.tieline.question.screening.ScreeningInquiry;
import org.tieline.question.screening.ScreeningResult;
import org.tieline.start.MeasuredRun;
import org.tieline.testing.Folders;
import org.tieline.testing.GivenQuestions;

/**
 * GLEIF at the size of the world: makes golden copies, imports them in a process of its own with a heap of 1 GB, checks and loads
 * the folder likewise, and asks about all of it in this process: 10,000 names, and who is owned by the largest groups.
 *
 * <p>Arguments: how many entities, 3,000,000 without one; then which of {@code import}, {@code check}, {@code load} and
 * {@code ask} to do, all without one. The golden copies and the folder stay in {@code target/gleif-N} for the next run.
 */
public final class GleifBenchmark {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 16);
    private static final int NAMES = 10_000;
    private static final int LISTED = 100;

    private final int entities;
    private final Path home;
    private final Path folder;

    private GleifBenchmark(int entities) throws IOException {
        this.entities = entities;
        home = Files.createDirectories(Path.of("target", "gleif-" + entities));
        folder = home.resolve("folder");
    }

    /** Runs. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int entities = args.length == 0 ? 3_000_000 : Integer.parseInt(args[0]);
        List<String> steps = args.length < 2
                ? List.of("import", "check", "load", "ask")
                : Arrays.asList(args).subList(1, args.length);
        GleifBenchmark benchmark = new GleifBenchmark(entities);
        GoldenCopies.Written files = benchmark.files();
        if (steps.contains("import")) {
            Folders.delete(benchmark.folder);
            benchmark.process(
                    "import",
                    List.of(
                            "import",
                            "gleif",
                            "--all",
                            "--entities",
                            files.entities().toString(),
                            "--relationships",
                            files.relationships().toString(),
                            "--exceptions",
                            files.exceptions().toString(),
                            "--into",
                            benchmark.folder.toString()));
        }
        if (steps.contains("check")) {
            benchmark.process("check", List.of("check", benchmark.folder.toString()));
        }
        if (steps.contains("load")) {
            Folders.delete(benchmark.home.resolve("graph"));
            benchmark.process("load", List.of("load", benchmark.folder.toString()));
        }
        if (steps.contains("ask")) {
            benchmark.ask();
        }
    }

    private GoldenCopies.Written files() throws IOException {
        Path copies = home.resolve("copies");
        Path complete = copies.resolve("complete");
        GoldenCopies generated = new GoldenCopies(entities, entities / 5);
        if (Files.exists(complete)) {
            return generated.in(copies);
        }
        Files.createDirectories(copies);
        long begin = System.nanoTime();
        GoldenCopies.Written written = generated.write(copies);
        Files.createFile(complete);
        say("%,d entities made up in %.0f s", entities, seconds(begin));
        return written;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }

    private void process(String what, List<String> command) throws IOException, InterruptedException {
        Path log = home.resolve(what + ".log");
        MeasuredRun run = MeasuredRun.of("1g", home.resolve("graph"), Redirect.to(log.toFile()), command);
        say(
                "%s: exit code %d, %.0f s, %,.0f entities a second, at most %,d MB of memory; its words are in %s",
                what, run.exitCode(), run.seconds(), entities / run.seconds(), run.mostBytes() >> 20, log);
    }

    private void ask() {
        long begin = System.nanoTime();
        Snapshot snapshot;
        try (Snapshots snapshots = new Snapshots(new FolderGraph(folder))) {
            snapshots.refresh();
            snapshot = snapshots.current();
        }
        say(
                "snapshot of %,d organizations in %.1f s, %,d MB in use",
                snapshot.organizations().size(), seconds(begin), used());
        screen(snapshot);
        own(snapshot);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private void screen(Snapshot snapshot) {
        long begin = System.nanoTime();
        snapshot.names().index();
        say("index of names in %.1f s, %,d MB in use", seconds(begin), used());
        Random random = new Random(7);
        List<ScreeningEntry> entries = new ArrayList<>();
        for (int i = 1; i <= NAMES; i++) {
            entries.add(new ScreeningEntry(
                    i, null, null, written(GoldenCopies.name(random.nextInt(entities)), random), null, null));
        }
        begin = System.nanoTime();
        Map<ScreeningResult.Outcome, Integer> outcomes = ScreeningInquiry.ask(
                snapshot,
                GivenQuestions.screening(Map.of("asOf", List.of(DAY.toString())), DAY),
                entries,
                new ScreeningInquiry.Sink() {
                    @Override
                    public void searched(ExposureAnswer.Searched searched) {}

                    @Override
                    public void result(ScreeningResult result) {}
                });
        say("%,d names in %.1f s: %s", NAMES, seconds(begin), outcomes);
    }

    /** As somebody may write a name: as it is, in capitals, or with a letter left out. */
    private static String written(String name, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> name;
            case 1 -> name.toUpperCase(Locale.ROOT);
            default -> {
                int at = 1 + random.nextInt(name.length() - 2);
                yield name.substring(0, at) + name.substring(at + 1);
            }
        };
    }

    private void own(Snapshot snapshot) {
        Map<String, Integer> owned = new HashMap<>();
        Map<String, String> owner = new HashMap<>();
        new FolderGraph(folder).ties(tie -> {
            owned.merge(tie.from(), 1, Integer::sum);
            owner.putIfAbsent(tie.to(), tie.from());
        });
        List<String> listed = owned.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LISTED)
                .map(Map.Entry::getKey)
                .toList();
        String deepest = owner.keySet().stream()
                .max(Comparator.comparingInt(each -> depth(each, owner)))
                .orElseThrow();
        Map<String, List<String>> given =
                Map.of("rule", List.of("ofac-50"), "listed", listed, "asOf", List.of(DAY.toString()));
        for (int i = 0; i < 3; i++) {
            long begin = System.nanoTime();
            CaughtAnswer all = OwnershipInquiry.caught(snapshot, GivenQuestions.caught(given, DAY));
            say("ownership by %d listed: %,d in %.2f s", listed.size(), all.total(), seconds(begin));
            begin = System.nanoTime();
            OwnershipAnswer one = OwnershipInquiry.ask(snapshot, GivenQuestions.ownership(deepest, given, DAY));
            say("ownership of one, %d steps: %s in %.2f s", one.steps().total(), one.verdict(), seconds(begin));
        }
    }

    private static int depth(String of, Map<String, String> owner) {
        int depth = 0;
        for (String at = owner.get(of); at != null && depth < 100; at = owner.get(at)) {
            depth++;
        }
        return depth;
    }
}

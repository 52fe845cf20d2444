package org.tieline.question;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.IntStream;
import org.tieline.dataset.DatasetReader;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.matrix.MatrixInquiry;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Reading;
import org.tieline.question.screening.ScreeningEntry;
import org.tieline.question.screening.ScreeningInquiry;
import org.tieline.question.screening.ScreeningResult;
import org.tieline.question.series.SeriesInquiry;
import org.tieline.question.summary.SummaryInquiry;
import org.tieline.question.summary.SummaryQuestion;
import org.tieline.question.summary.SummarySeriesQuestion;
import org.tieline.testing.GivenQuestions;
import org.tieline.testing.InMemory;

/**
 * What a second core is worth: a matrix, a series, a summary and a summary of many days about the vendors of a generated graph,
 * and 3,000 misspelt names screened against the shipped data; each by one core and by two in turns, so that what else the
 * machine does falls on both. Prints medians, and what one core takes by what two take: of the time that passed, which means little
 * where the machine has much else to do, and of the processor time of the thread that had most of it.
 */
public final class CoresBenchmark {
    private static final int ROUNDS = 7;
    private static final int WARM = 2;

    /** For how long a question is asked, at least, before it is measured: the compiler wants the second core, too. */
    private static final Duration WARMING = Duration.ofSeconds(12);

    private static final int TIES_OF_ONE = 5;
    private static final int NAMES = 3_000;
    private static final int[] CORES = {1, 2};
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CoresBenchmark() {}

    /** In milliseconds. */
    private record Taken(double wall, double busiest) {}

    /**
     * Runs.
     *
     * @param args how many organizations, of how many rounds the median is taken, and what the questions begin with that are
     *     asked; 60000, 7 and all if there are none
     */
    public static void main(String[] args) throws Exception {
        int organizations = args.length == 0 ? 60_000 : Integer.parseInt(args[0]);
        int rounds = args.length < 2 ? ROUNDS : Integer.parseInt(args[1]);
        GeneratedFacts facts = new GeneratedFacts(organizations, TIES_OF_ONE * organizations);
        Snapshot generated = SnapshotBuilder.take(new GeneratedGraph(facts));
        Snapshot shipped = SnapshotBuilder.take(new InMemory(DatasetReader.read(Path.of("seed-data"))));
        Map<String, List<String>> common = Map.of("vendor", facts.vendors(), "maxHops", List.of("4"));
        Map<String, List<String>> onDay = and(common, "asOf", GeneratedFacts.AS_OF.toString());
        Map<String, List<String>> days =
                and(and(and(common, "from", "2008-01-01"), "to", "2018-12-01"), "step", "P1M");
        List<ScreeningEntry> entries = entries(shipped);
        Map<String, Callable<Object>> questions = new LinkedHashMap<>();
        questions.put(
                "matrix",
                () -> MatrixInquiry.ask(generated, GivenQuestions.exposures(and(onDay, "limit", "1000"), LocalDate.EPOCH)));
        questions.put(
                "series",
                () -> List.copyOf(SeriesInquiry.ask(generated, GivenQuestions.series(days))
                        .points()));
        questions.put(
                "summary",
                () -> SummaryInquiry.ask(
                        generated,
                        SummaryQuestion.of(new Given(and(onDay, "by", "vendor"))
                                .read(SummaryQuestion.PARAMETERS, Reading.on(LocalDate.EPOCH)))));
        questions.put("summary of many days", () -> SummarySeriesQuestion.DECLARED
                .understand(new Given(and(days, "by", "relation")), null, Reading.on(LocalDate.EPOCH))
                .in(generated));
        questions.put("screening", () -> screen(shipped, entries));
        questions.keySet().removeIf(name -> args.length > 2 && !name.startsWith(args[2]));

        Map<String, List<List<Taken>>> taken = new LinkedHashMap<>();
        questions.keySet().forEach(name -> taken.put(
                name, Arrays.stream(CORES).<List<Taken>>mapToObj(cores -> new ArrayList<>()).toList()));
        for (Callable<Object> question : questions.values()) {
            long begun = System.nanoTime();
            for (int time = 0; time < WARM || System.nanoTime() - begun < WARMING.toNanos(); time++) {
                take(CORES[time % CORES.length], question);
            }
        }
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Callable<Object>> question : questions.entrySet()) {
                for (int i = 0; i < CORES.length; i++) {
                    taken.get(question.getKey()).get(i).add(take(CORES[i], question.getValue()));
                }
            }
        }
        System.out.printf(
                "%,d organizations, %d vendors, %d processors, median of %d%n",
                organizations, facts.vendors().size(), Runtime.getRuntime().availableProcessors(), rounds);
        System.out.println("question              one core  two cores  ratio   busiest thread: one, two, ratio");
        taken.forEach((name, of) -> {
            double[] wall = of.stream().mapToDouble(times -> median(times.stream().mapToDouble(Taken::wall).toArray())).toArray();
            double[] busiest = of.stream()
                    .mapToDouble(times -> median(times.stream().mapToDouble(Taken::busiest).toArray()))
                    .toArray();
            System.out.printf(
                    "%-20s %,8.0f ms %,7.0f ms %6.2f   %,8.0f ms %,7.0f ms %6.2f%n",
                    name, wall[0], wall[1], wall[0] / wall[1], busiest[0], busiest[1], busiest[0] / busiest[1]);
        });
    }

    private static Taken take(int cores, Callable<Object> question) throws Exception {
        List<Thread> workers = new CopyOnWriteArrayList<>();
        ForkJoinPool.ForkJoinWorkerThreadFactory factory = pool -> {
            ForkJoinWorkerThread worker = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
            workers.add(worker);
            return worker;
        };
        try (ForkJoinPool pool = new ForkJoinPool(cores, factory, null, false)) {
            long begun = System.nanoTime();
            pool.submit(question).get();
            double wall = (System.nanoTime() - begun) / 1e6;
            double busiest = workers.stream()
                    .mapToDouble(worker -> THREADS.getThreadCpuTime(worker.threadId()) / 1e6)
                    .max()
                    .orElseThrow();
            return new Taken(wall, busiest);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Map<String, List<String>> and(Map<String, List<String>> given, String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(given);
        more.put(name, List.of(value));
        return more;
    }

    private static List<ScreeningEntry> entries(Snapshot shipped) {
        List<String> names = shipped.organizations().values().stream()
                .flatMap(organization -> organization.aliases().stream())
                .toList();
        return IntStream.range(0, NAMES)
                .mapToObj(i -> new ScreeningEntry(
                        i + 1, null, null, names.get(i % names.size()) + (char) ('a' + i % 26), null, null))
                .toList();
    }

    private static Object screen(Snapshot shipped, List<ScreeningEntry> entries) {
        return ScreeningInquiry.ask(
                shipped,
                GivenQuestions.screening(Map.of(), GeneratedFacts.AS_OF),
                entries,
                new ScreeningInquiry.Sink() {
                    @Override
                    public void searched(ExposureAnswer.Searched searched) {}

                    @Override
                    public void result(ScreeningResult result) {}
                });
    }
}

package org.tieline.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.GraphDatabaseService;
import org.tieline.config.Settings;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.CypherFiles;
import org.tieline.graph.Progress;
import org.tieline.graph.SchemaElement;
import org.tieline.graph.bolt.Schema;
import org.tieline.model.Dataset;
import org.tieline.question.AnswerForm;
import org.tieline.question.Question;
import org.tieline.question.Snapshots;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Reading;
import org.tieline.start.FirstStart.Phase;
import org.tieline.testing.EveryNight;
import org.tieline.testing.Folders;
import org.tieline.testing.Patience;
import org.tieline.testing.Served;

/**
 * A first start that is killed leaves what the next one makes whole. A kill leaves what has reached the files; so most of
 * the kills here are copies of the files of a halted process, of which each is then started. {@code -Dkills=400} makes
 * more of them, as every night.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is halted by a signal")
class KillIT {
    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int KILLS_OF_A_START = 20;

    /** Of so many killed starts, one is followed by one of the whole server; the others by one of all that touches the files. */
    private static final int TO_ONE_SERVER = 5;

    private static final long SEED = Long.getLong("kills.seed", 20181208);
    private static final Duration TIMEOUT = Patience.LONGEST;

    /** What a first start works in a phase, about; and which part of the kills falls into it. */
    private static final Map<Phase, Duration> WORK = Map.of(
            Phase.DATABASE,
            Duration.ofSeconds(6),
            Phase.SCHEMA,
            Duration.ofSeconds(2),
            Phase.LOAD,
            Duration.ofSeconds(4));

    private static final Map<Phase, Double> PART = Map.of(Phase.DATABASE, 0.15, Phase.SCHEMA, 0.5, Phase.LOAD, 0.35);

    private static final Question.Understood HUAWEI = ExposureQuestion.DECLARED.understand(
            new Given(Map.of(
                    "vendor", List.of("huawei"), "asOf", List.of("2018-12-08"), "carrierCountry", List.of("US"))),
            null,
            Reading.on(LocalDate.of(2018, 12, 8)));

    private static Dataset shipped;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void readData() {
        shipped = DatasetReader.read(Path.of("seed-data"));
    }

    /** Every wait in it has a bound of its own; the whole takes as long as there are kills. */
    @Test
    @Timeout(value = 6, unit = TimeUnit.HOURS)
    void shouldBeWholeAfterAKillAtAnyPointOfTheFirstStart() throws Exception {
        Map<Phase, Integer> left = new EnumMap<>(Phase.class);
        PART.forEach((phase, part) -> left.put(phase, (int) Math.ceil(part * KILLS)));
        int kills = 0;
        for (int start = 0; left.values().stream().anyMatch(count -> count > 0); start++) {
            Map<Path, Phase> killed = killAll(left, folder.resolve("start-" + start));
            requireWholeStarts(killed);
            kills += killed.size();
        }
        assertThat(kills).isGreaterThanOrEqualTo(KILLS);
    }

    /** Two at a time, as most of a start is one thread that waits for another. */
    private static void requireWholeStarts(Map<Path, Phase> killed) throws Exception {
        List<Callable<Void>> checks = new ArrayList<>();
        killed.forEach((home, phase) -> {
            boolean server = checks.size() % TO_ONE_SERVER == 0;
            checks.add(() -> {
                String which = "%s in phase %s, of seed %d".formatted(home, phase, SEED);
                if (server) {
                    requireWholeServer(home, which);
                } else {
                    requireWholeGraph(home, which);
                }
                Folders.delete(home);
                return null;
            });
        });
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<Void> check : two.invokeAll(checks)) {
                check.get();
            }
        }
    }

    /** What kills at many points of one first start leave, with the phase of each. */
    private Map<Path, Phase> killAll(Map<Phase, Integer> left, Path starts) throws IOException {
        Map<Path, Phase> killed = new LinkedHashMap<>();
        Path home = starts.resolve("home");
        Files.createDirectories(starts);
        try (FirstStart first = new FirstStart(home, starts.resolve("log"))) {
            Phase phase = first.phase();
            while (phase != Phase.DONE) {
                boolean wanted = left.getOrDefault(phase, 0) > 0;
                phase = first.after(phase, wanted ? pause(phase) : TIMEOUT, wanted && random.nextBoolean());
                if (left.getOrDefault(phase, 0) > 0) {
                    Path copy = starts.resolve("killed-" + killed.size());
                    first.copyTo(copy);
                    killed.put(copy, phase);
                    left.merge(phase, -1, Integer::sum);
                }
            }
        }
        Folders.delete(home);
        return killed;
    }

    /** Between nothing and twice the mean, so that no two runs with different seeds meet the same moments. */
    private Duration pause(Phase phase) {
        double mean = WORK.get(phase).toNanos() / (PART.get(phase) * KILLS_OF_A_START);
        return Duration.ofNanos((long) (2 * mean * random.nextDouble()));
    }

    @Test
    @EveryNight
    void shouldBeWholeAfterOneKillUponAnother() throws Exception {
        Path home = folder.resolve("home");
        for (Phase phase : List.of(Phase.DATABASE, Phase.SCHEMA, Phase.LOAD)) {
            try (FirstStart start = new FirstStart(home, folder.resolve("killed.log"))) {
                Phase reached = start.phase();
                while (reached.compareTo(phase) < 0) {
                    reached = start.after(reached, TIMEOUT, false);
                }
                start.after(reached, Duration.ofMillis(random.nextInt(1_000)), false);
            }
        }
        requireWholeServer(home, "kills of seed " + SEED);
    }

    /** As a start of the server does it, but for the API and what is asked beforehand: neither writes anything. */
    private static void requireWholeGraph(Path home, String which) throws Exception {
        FirstData data = new FirstData(true, CompletableFuture.completedFuture(shipped));
        try (Connection connection = Connection.serving(Settings.load(Served.environment(home), null));
                Snapshots snapshots = new Snapshots(connection.reader())) {
            if (!data.bringTo(connection, Progress.NONE)) {
                Schema.apply(connection.neo4j());
            }
            snapshots.refresh();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            HUAWEI.in(snapshots.current()).write(answer, AnswerForm.JSON);
            assertThat(answer.toString(StandardCharsets.UTF_8)).as(which).contains("\"sprint\"");
            requireWhole(connection.server().orElseThrow().database(), which);
        } catch (RuntimeException e) {
            throw new AssertionError("no start after %s: %s".formatted(which, e), e);
        }
    }

    private static void requireWholeServer(Path home, String which) throws Exception {
        try (Application application = new Application(Settings.load(Served.environment(home), null))) {
            application.start();

            HttpResponse<String> answer = Served.get(application.example());
            assertThat(answer.statusCode()).as(which).isEqualTo(200);
            assertThat(answer.body()).as(which).contains("\"sprint\"");
            requireWhole(application.server().orElseThrow().database(), which);
        } catch (RuntimeException e) {
            throw new AssertionError("no start after %s: %s".formatted(which, e), e);
        }
    }

    private static void requireWhole(GraphDatabaseService database, String which) {
        awaitSchema(database, which);
        assertThat(counts(database)).as(which).isEqualTo(shippedCounts());
    }

    /** Where the data are there already, constraints and indexes are made after the start. */
    private static void awaitSchema(GraphDatabaseService database, String which) {
        String usable = """
                SHOW INDEXES YIELD state, type, owningConstraint WHERE state = 'ONLINE' AND type <> 'LOOKUP'
                RETURN count(*) AS indexes, count(owningConstraint) AS constraints
                """;
        Map<String, Object> whole = schemaCounts();
        long end = System.nanoTime() + TIMEOUT.toNanos();
        Map<String, Object> found = Map.of();
        while (!found.equals(whole)) {
            assertThat(System.nanoTime()).as("%s: %s", which, found).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            found = database.executeTransactionally(usable, Map.of(), rows -> rows.next());
        }
    }

    /** A constraint brings an index along. */
    private static Map<String, Object> schemaCounts() {
        List<SchemaElement> wanted =
                CypherFiles.statements("schema").stream().map(SchemaElement::of).toList();
        long constraints =
                wanted.stream().filter(element -> element.kind().isConstraint()).count();
        return Map.of("indexes", (long) wanted.size(), "constraints", constraints);
    }

    private static Map<String, Object> counts(GraphDatabaseService database) {
        return database.executeTransactionally("""
                RETURN COUNT { (:Organization) } AS organizations, COUNT { (:Ban) } AS bans, COUNT { (:Source) } AS sources,
                       COUNT { ()-[:BELONGS_TO]->() } AS memberships,
                       COUNT { ()-[:SUPPLIES|OWNS|PARTNERS_WITH|SHARES_NETWORK_WITH|MEMBER_OF]->() } AS ties,
                       COUNT { ()-[:IDENTIFIED_BY]->() } AS identifiers, COUNT { ()-[:HAS_SUBSCRIBERS]->() } AS subscribers,
                       COUNT { (:Dataset {slot: 'current', shipped: true}) } AS dataset
                """, Map.of(), rows -> new TreeMap<>(rows.next()));
    }

    private static Map<String, Object> shippedCounts() {
        return Map.of(
                "organizations", (long) shipped.organizations().size(),
                "bans", (long) shipped.bans().size(),
                "sources", (long) shipped.sources().size(),
                "memberships", (long) shipped.memberships().size(),
                "ties", (long) shipped.ties().size(),
                "identifiers", (long) shipped.identifiers().size(),
                "subscribers", (long) shipped.subscribers().size(),
                "dataset", 1L);
    }
}

package org.tieline.exposure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.neo4j.graphdb.GraphDatabaseService;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Evidence;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.Snapshots;

/**
 * How long a tie that somebody adds with Cypher takes until it is in the answers, on a generated graph; and how much of that is
 * making another graph of one in memory, for which no database is needed.
 *
 * <p>Arguments: the number of ties, with five for each organization; then {@code memory} for the graph alone.
 */
public final class SpliceBenchmark {
    private static final int TIMES = 200;
    private static final int WARM = 50;

    private SpliceBenchmark() {}

    /** Prints median and worst. */
    public static void main(String[] arguments) throws IOException {
        int ties = arguments.length == 0 ? 1_500_000 : Integer.parseInt(arguments[0]);
        GeneratedFacts facts = new GeneratedFacts(ties / 5, ties);
        if (arguments.length > 1) {
            inMemory(facts);
            return;
        }
        Path home = Path.of(System.getProperty("tieline.bench", "target/bench"));
        try (FilledNeo4j neo4j = FilledNeo4j.open(ties == 1_500_000 ? home : home.resolve("ties-" + ties), facts)) {
            withDatabase(neo4j.database(), facts);
        }
    }

    private static void inMemory(GeneratedFacts facts) {
        TieGraph graph = facts.graph();
        Random random = new Random(1);
        long[] changing = new long[TIMES];
        long[] answering = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            List<String> ends = ends(facts, random);
            Tie tie = new Tie(
                    "added-" + i,
                    ends.get(0),
                    TieType.SUPPLIES,
                    ends.get(1),
                    PartialDate.parse("2018"),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    Evidence.CONFIRMED,
                    List.of("s1"),
                    null);
            long begin = System.nanoTime();
            graph = graph.changed(
                    new TieGraph.Changes(List.of(), List.of(tie), Map.of(), List.of(), List.of(), List.of()));
            changing[i] = System.nanoTime() - begin;
            try (FoundExposures found =
                    new ExposureSearch(graph).reach(ends.get(0), SearchOptions.on(GeneratedFacts.AS_OF).withMaxHops(2))) {
                answering[i] = System.nanoTime() - begin;
                if (found.size() == 0) {
                    throw new IllegalStateException("the tie is in no answer");
                }
            }
        }
        print("another graph of %,d ties".formatted(graph.tieCount()), changing);
        print("and the first answer of it", answering);
        long begin = System.nanoTime();
        graph.copied();
        System.out.printf("a copy of all: %.0f ms%n", (System.nanoTime() - begin) / 1e6);
    }

    private static void withDatabase(GraphDatabaseService database, GeneratedFacts facts) {
        try (Snapshots snapshots = new Snapshots(new EmbeddedGraphReader(database))) {
            snapshots.start(Duration.ofSeconds(1));
            long begin = System.nanoTime();
            while (snapshots.latest().isEmpty()) {
                LockSupport.parkNanos(1_000_000);
            }
            System.out.printf("the whole snapshot: %.1f s%n", (System.nanoTime() - begin) / 1e9);
            snapshots.current().names().index();
            Random random = new Random(1);
            long[] seen = new long[TIMES];
            for (int i = 0; i < TIMES; i++) {
                List<String> ends = ends(facts, random);
                String id = "added-%d-%d".formatted(System.currentTimeMillis(), i);
                long asked = System.nanoTime();
                database.executeTransactionally(
                        """
                        MATCH (vendor:Organization {id: $from}), (carrier:Organization {id: $to})
                        CREATE (vendor)-[:SUPPLIES {id: $id, since: '2018', evidence: 'confirmed', sources: ['s1']}]->(carrier)
                        """,
                        Map.of("from", ends.get(0), "to", ends.get(1), "id", id));
                long committed = System.nanoTime();
                while (!snapshots.current().search().graph().hasTie(id)) {
                    LockSupport.parkNanos(100_000);
                }
                try (FoundExposures found = snapshots
                        .current()
                        .search()
                        .reach(ends.get(0), SearchOptions.on(GeneratedFacts.AS_OF).withMaxHops(2))) {
                    seen[i] = System.nanoTime() - committed;
                    if (found.size() == 0) {
                        throw new IllegalStateException("the tie is in no answer");
                    }
                }
                LockSupport.parkNanos(Math.max(0, 20_000_000 - (System.nanoTime() - asked)));
            }
            print("from the commit to the answer", seen);
            System.out.println(snapshots.rebuilds());
            database.executeTransactionally("MATCH ()-[t:SUPPLIES]->() WHERE t.id STARTS WITH 'added-' DELETE t");
        }
    }

    private static List<String> ends(GeneratedFacts facts, Random random) {
        List<String> vendors = facts.vendors();
        return List.of(vendors.get(random.nextInt(vendors.size())), facts.carrier(random));
    }

    private static void print(String what, long[] nanos) {
        long[] sorted = Arrays.copyOfRange(nanos, WARM, nanos.length);
        Arrays.sort(sorted);
        System.out.printf(
                "%s: median %.1f ms, worst %.1f ms, first %.1f ms%n",
                what, sorted[sorted.length / 2] / 1e6, sorted[sorted.length - 1] / 1e6, nanos[0] / 1e6);
    }
}

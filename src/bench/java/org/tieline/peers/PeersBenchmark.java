package org.tieline.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.neo4j.graphdb.GraphDatabaseService;
import org.tieline.exposure.FilledNeo4j;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.exposure.PeerRows;
import org.tieline.peers.Peer.Agreement;

/**
 * The same question to everybody who can be asked: which carriers are exposed to a vendor on a day, and within how many hops, on
 * the same generated graph. Each answer is held against ours before it is timed. Writes docs/speed.md with its picture, anew after
 * each peer, so that a run that dies leaves what it has.
 *
 * <p>Each is asked the same questions, one after the other, until a time is over; what counts is the median. What takes longer
 * than that time is asked twice, then once, and what takes much longer is given up. A peer that fails is a row that says so.
 */
public final class PeersBenchmark {
    private static final Duration FOR_EACH = Duration.ofSeconds(2);

    /** What takes less is asked a second time, as much is read and compiled in the first. */
    private static final Duration FOR_TWO = Duration.ofSeconds(30);

    static final int TIES_OF_ONE = 5;

    /** What JGraphT's objects take of the heap, for each organization. */
    private static final long BYTES_OF_OBJECTS = 4_000;

    private static final String OTHERS = "other carriers than the engine";
    private static final String FAILED = "failed: ";
    private static final String JGRAPHT = "JGraphT 1.5.3, breadth-first iterator";
    private static final String NEO4J = "Neo4j 2026.08.1, ";

    /** A question of the table. */
    enum Asked {
        ORDINARY_2("ordinary vendor, 2 hops", false, 2),
        ORDINARY_4("ordinary vendor, 4 hops", false, 4),
        ORDINARY_6("ordinary vendor, 6 hops", false, 6),
        BEST_4("best connected, 4 hops", true, 4);

        final String text;
        final int hops;
        private final boolean best;

        Asked(String text, boolean best, int hops) {
            this.text = text;
            this.best = best;
            this.hops = hops;
        }

        List<String> vendors(GeneratedFacts facts) {
            List<String> all = facts.vendors();
            return best ? all.subList(0, 1) : all.subList(1, all.size());
        }
    }

    /**
     * What came of one peer with a graph of one size.
     *
     * @param note what differs from the question, or why nothing was asked
     * @param open the seconds until it could be asked, filling included; NaN if it could not
     * @param taken what came of each question; empty if none was asked
     */
    record Row(int organizations, String peer, String note, double open, Map<Asked, Taken> taken) {}

    /**
     * What came of a question.
     *
     * @param millis the median; NaN if there is none
     * @param trouble why there is none; empty if there is one
     */
    record Taken(double millis, String trouble) {
        static final Taken GIVEN_UP = new Taken(Double.NaN, "given up");

        static Taken of(double millis) {
            return new Taken(millis, "");
        }
    }

    /** Opens a peer, which may take long. */
    @FunctionalInterface
    private interface Opening {
        Peer open() throws Exception;
    }

    private final List<Row> all;
    private final SpeedPage page;
    private final GeneratedFacts facts;
    private final PeerRows rows;

    private PeersBenchmark(int organizations, List<Row> all, SpeedPage page) {
        this.all = all;
        this.page = page;
        facts = new GeneratedFacts(organizations, TIES_OF_ONE * organizations);
        rows = PeerRows.of(facts);
    }

    /**
     * Runs.
     *
     * @param args how many organizations; 30000, 300000 and 3000000 if there are none
     */
    public static void main(String[] args) throws Exception {
        int[] sizes = args.length == 0
                ? new int[] {30_000, 300_000, 3_000_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        List<Row> all = new ArrayList<>();
        SpeedPage page = new SpeedPage(Path.of("docs"), sizes);
        for (int size : sizes) {
            new PeersBenchmark(size, all, page).run(Path.of("target", "bench"));
            page.ended(size);
            page.write(all);
        }
        GdsPeer.end();
        if (all.stream().anyMatch(row ->
                row.taken().values().stream().anyMatch(taken -> taken.trouble.contains(OTHERS)))) {
            throw new IllegalStateException("somebody gave another answer than the engine: see the page");
        }
    }

    private void run(Path home) throws IOException {
        String size = Integer.toString(rows.organizations());
        with("tieline", "", () -> new EnginePeer(rows));
        with(
                "bare breadth-first search",
                "all organizations within so many ties of any kind and day",
                () -> new BarePeer(rows, rows.bare()));
        with(
                "Graph Data Science 2.26.0, parallel BFS",
                "as a library, over a graph of organizations and states that is made anew for each day",
                () -> GdsPeer.open(rows));
        long objects = rows.organizations() * BYTES_OF_OBJECTS;
        if (objects < Runtime.getRuntime().maxMemory()) {
            with(
                    JGRAPHT,
                    "over a graph of organizations and states that is made anew for each day",
                    () -> new JGraphTPeer(rows));
        } else {
            skip(JGRAPHT, "not asked: needs %d GiB of heap".formatted((objects >> 30) + 1));
        }
        with("PostgreSQL 18, recursive SQL", "", () -> PostgresPeer.open(rows));
        with("DuckDB 1.4.1, recursive SQL", "", () -> DuckPeer.open(rows));
        with(
                "ArcadeDB 25.3.1, its graph API level by level",
                "ties that hold on the day as edges without properties, made anew for each day",
                () -> ArcadePeer.open(rows, home.resolve("arcade-" + size)));
        try {
            inNeo4j(home.resolve("peers-" + size));
        } catch (Exception | OutOfMemoryError | LinkageError e) {
            skip(NEO4J + "embedded", FAILED + reason(e));
        }
    }

    private void inNeo4j(Path home) throws IOException {
        try (FilledNeo4j neo4j = FilledNeo4j.open(home, facts)) {
            double open = neo4j.filledIn();
            GraphDatabaseService database = neo4j.database();
            ask(NEO4J + "traversal framework", "", open, new TraversalPeer(rows, database));
            ask(
                    NEO4J + "Cypher level by level",
                    "the best that we could write; no paths",
                    open,
                    new CypherPeer(Agreement.SAME, "/exposure-hops.cypher", rows, database));
            ask(
                    NEO4J + "the shipped query",
                    "with a path and its sources for each carrier",
                    open,
                    new CypherPeer(Agreement.SAME, "/cypher/queries/exposures.cypher", rows, database));
            ask(
                    NEO4J + "quantified path with SHORTEST",
                    "any chain of ties: a simpler question, more carriers; with 30,000 organizations and 4 hops it did not end"
                            + " within a quarter of an hour, nor when its transaction was told to",
                    open,
                    new CypherPeer(Agreement.MORE, "/peers-quantified.cypher", 2, rows, database));
        }
    }

    private void with(String name, String note, Opening opening) throws IOException {
        long began = System.nanoTime();
        try (Peer peer = opening.open()) {
            ask(name, note, seconds(began), peer);
        } catch (Exception | OutOfMemoryError | LinkageError e) {
            skip(name, FAILED + reason(e));
        }
    }

    private void skip(String name, String note) throws IOException {
        System.out.printf("%n%,d organizations, %s: %s%n", rows.organizations(), name, note);
        add(new Row(rows.organizations(), name, note, Double.NaN, Map.of()));
    }

    private void add(Row row) throws IOException {
        all.add(row);
        page.write(all);
    }

    private static String reason(Throwable e) {
        return e instanceof OutOfMemoryError ? "out of memory" : e.toString().lines().findFirst().orElseThrow();
    }

    private void ask(String name, String note, double open, Peer peer) throws IOException {
        System.gc();
        System.out.printf(
                "%n%,d organizations, %s: open after %.1f s, %,d MB in the heap%n",
                rows.organizations(), name, open, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20);
        Map<Asked, Taken> each = new EnumMap<>(Asked.class);
        Taken last = Taken.of(0);
        for (Asked asked : Asked.values()) {
            // With more hops it only takes longer.
            if (asked.hops > peer.mostHops()) {
                last = Taken.GIVEN_UP;
            } else if (last.trouble.isEmpty() || asked == Asked.BEST_4) {
                last = taken(peer, asked);
            }
            System.out.printf("  %s: %s%n", asked.text, SpeedPage.cell(last));
            each.put(asked, last);
        }
        add(new Row(rows.organizations(), name, note, open, each));
    }

    private Taken taken(Peer peer, Asked asked) {
        List<String> vendors = asked.vendors(facts);
        long began = System.nanoTime();
        try {
            double once = compare(peer, vendors.getFirst(), asked.hops);
            if (once > FOR_EACH.toMillis() && once < FOR_TWO.toMillis()) {
                once = compare(peer, vendors.getFirst(), asked.hops);
            }
            if (once > FOR_EACH.toMillis()) {
                return Taken.of(once);
            }
            ask(peer, vendors, asked.hops);
            double[] millis = ask(peer, vendors, asked.hops);
            Arrays.sort(millis);
            return Taken.of(millis[millis.length / 2]);
        } catch (Exception | OutOfMemoryError | LinkageError e) {
            System.out.println("  " + reason(e));
            return seconds(began) < Deadline.SECONDS ? new Taken(Double.NaN, FAILED + reason(e)) : Taken.GIVEN_UP;
        }
    }

    /** What each took, one vendor after the other, until the time is over. */
    private static double[] ask(Peer peer, List<String> vendors, int hops) throws Exception {
        List<Double> taken = new ArrayList<>();
        int[] carriers = new int[1];
        long end = System.nanoTime() + FOR_EACH.toNanos();
        for (int i = 0; i == 0 || System.nanoTime() < end; i++) {
            long began = System.nanoTime();
            peer.ask(vendors.get(i % vendors.size()), hops, (carrier, of) -> carriers[0]++);
            taken.add(1_000 * seconds(began));
        }
        return taken.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The milliseconds of this one answer. */
    private double compare(Peer peer, String vendor, int hops) throws Exception {
        int[] ours = new int[rows.organizations()];
        rows.engine(vendor, hops, (carrier, of) -> ours[carrier] = of);
        int[] theirs = new int[rows.organizations()];
        long began = System.nanoTime();
        peer.ask(vendor, hops, (carrier, of) -> theirs[carrier] = of);
        double millis = 1_000 * seconds(began);
        boolean agrees = switch (peer.agreement()) {
            case SAME -> Arrays.equals(ours, theirs);
            case MORE -> isIn(ours, theirs);
            case NONE -> true;
        };
        if (!agrees) {
            throw new IllegalStateException((OTHERS + " for %s within %d hops: %d, not %d")
                    .formatted(vendor, hops, count(theirs), count(ours)));
        }
        return millis;
    }

    private static boolean isIn(int[] ours, int[] theirs) {
        for (int carrier = 0; carrier < ours.length; carrier++) {
            if (ours[carrier] > 0 && (theirs[carrier] == 0 || theirs[carrier] > ours[carrier])) {
                return false;
            }
        }
        return true;
    }

    private static long count(int[] hops) {
        return Arrays.stream(hops).filter(of -> of > 0).count();
    }

    private static double seconds(long began) {
        return (double) (System.nanoTime() - began) / TimeUnit.SECONDS.toNanos(1);
    }
}

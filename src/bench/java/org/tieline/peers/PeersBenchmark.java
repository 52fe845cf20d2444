package org.tieline.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tieline.exposure.FilledNeo4j;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.exposure.PeerRows;

/**
 * The same question to everybody who can be asked: which carriers are exposed to a vendor on a day, and within how many hops, on
 * the same generated graph. Each answer is held against ours before it is timed. Writes docs/speed.md with its picture.
 *
 * <p>Each is asked the same questions, one after the other, until a time is over; what counts is the median. What takes longer
 * than that time is asked once, and what takes much longer is given up.
 */
public final class PeersBenchmark {
    /** After so many seconds a question is given up. */
    static final int MOST_SECONDS = 60;

    private static final Duration FOR_EACH = Duration.ofSeconds(3);
    private static final int TIES_OF_ONE = 5;

    /** From so many organizations on JGraphT's objects no longer fit. */
    private static final int MOST_FOR_OBJECTS = 500_000;

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
     * What one peer took.
     *
     * @param millis the median; NaN if the question was given up
     */
    record Timing(int organizations, String peer, String note, Asked asked, double millis) {}

    /** Opens a peer, which may take long. */
    @FunctionalInterface
    private interface Opening {
        Peer open() throws Exception;
    }

    private final List<Timing> timings = new ArrayList<>();
    private final GeneratedFacts facts;
    private final PeerRows rows;

    private PeersBenchmark(int organizations) {
        facts = new GeneratedFacts(organizations, TIES_OF_ONE * organizations);
        rows = PeerRows.of(facts);
    }

    /**
     * Runs.
     *
     * @param args how many organizations; 30000 and 300000 if there are none
     */
    public static void main(String[] args) throws Exception {
        int[] sizes = args.length == 0
                ? new int[] {30_000, 300_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        List<Timing> all = new ArrayList<>();
        for (int size : sizes) {
            PeersBenchmark benchmark = new PeersBenchmark(size);
            benchmark.run(Path.of("target", "bench", "peers-" + size));
            all.addAll(benchmark.timings);
        }
        new SpeedPage(all).write(Path.of("docs"));
    }

    private void run(Path home) throws Exception {
        with(() -> new EnginePeer(rows));
        with(() -> new BarePeer(rows, rows.bare()));
        if (rows.organizations() <= MOST_FOR_OBJECTS) {
            with(() -> new JGraphTPeer(rows));
        }
        with(() -> PostgresPeer.open(rows));
        with(() -> DuckPeer.open(rows));
        try (FilledNeo4j neo4j = FilledNeo4j.open(home, facts)) {
            with(() -> new TraversalPeer(rows, neo4j.database()));
            with(() -> new CypherPeer(
                    "Neo4j 2026.08.1, Cypher level by level",
                    "the best that we could write; no paths",
                    Peer.Agreement.SAME,
                    "/exposure-hops.cypher",
                    rows,
                    neo4j.database()));
            with(() -> new CypherPeer(
                    "Neo4j 2026.08.1, the shipped query",
                    "with a path and its sources for each carrier",
                    Peer.Agreement.SAME,
                    "/cypher/queries/exposures.cypher",
                    rows,
                    neo4j.database()));
            with(() -> new CypherPeer(
                    "Neo4j 2026.08.1, quantified path with SHORTEST",
                    "any chain of ties: a simpler question, more carriers",
                    Peer.Agreement.MORE,
                    "/peers-quantified.cypher",
                    rows,
                    neo4j.database()));
        }
    }

    private void with(Opening opening) throws Exception {
        long began = System.nanoTime();
        try (Peer peer = opening.open()) {
            System.out.printf("%n%,d organizations, %s: open after %.1f s%n", rows.organizations(), peer.name(), seconds(began));
            boolean given = false;
            for (Asked asked : Asked.values()) {
                double millis = given && asked != Asked.BEST_4 ? Double.NaN : median(peer, asked);
                given = Double.isNaN(millis);
                System.out.printf("  %s: %s ms%n", asked.text, SpeedPage.millis(millis));
                timings.add(new Timing(rows.organizations(), peer.name(), peer.note(), asked, millis));
            }
        }
    }

    /** NaN if a question takes too long. */
    private double median(Peer peer, Asked asked) throws IOException {
        List<String> vendors = asked.vendors(facts);
        try {
            double first = compare(peer, vendors.getFirst(), asked.hops);
            if (first > FOR_EACH.toMillis()) {
                return first;
            }
            ask(peer, vendors, asked.hops);
            double[] millis = ask(peer, vendors, asked.hops);
            Arrays.sort(millis);
            return millis[millis.length / 2];
        } catch (DisagreementException e) {
            throw e;
        } catch (Exception e) {
            System.out.println("  given up: " + e.getMessage());
            return Double.NaN;
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
            throw new DisagreementException("%s finds other carriers than the engine for %s within %d hops: %d, not %d"
                    .formatted(peer.name(), vendor, hops, count(theirs), count(ours)));
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

    /** Two answers to one question. */
    private static final class DisagreementException extends IllegalStateException {
        private static final long serialVersionUID = 1;

        DisagreementException(String message) {
            super(message);
        }
    }
}

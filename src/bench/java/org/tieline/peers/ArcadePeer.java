package org.tieline.peers;

import com.arcadedb.GlobalConfiguration;
import com.arcadedb.database.Database;
import com.arcadedb.database.DatabaseFactory;
import com.arcadedb.database.RID;
import com.arcadedb.graph.Edge;
import com.arcadedb.graph.MutableVertex;
import com.arcadedb.graph.Vertex;
import com.arcadedb.schema.VertexType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.neo4j.io.fs.FileUtils;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.exposure.PeerRows;
import org.tieline.exposure.PeerRows.CarrierSink;
import org.tieline.model.Day;

/**
 * ArcadeDB in the process. Its query languages cannot carry the automaton; so its graph API is asked, level by level, for the edges
 * of the types that the state allows. The ways to walk the ties that hold on the day are edges without a record of their own, of a
 * type for each step, which is the fastest that it has.
 */
final class ArcadePeer implements Peer {
    private static final long CACHE_MEGABYTES = 2_048;
    private static final int BATCH = 100_000;
    private static final String ORGANIZATION = "Organization";

    private final PeerRows rows;
    private final Database database;

    /** The vertex of each organization. */
    private final RID[] vertices;

    /** The organization of a vertex by its position; vertices are all in one bucket. */
    private int[] organizations = new int[1];

    /** For each state and step the next state; -1 if it is not allowed. */
    private final int[][] next;

    /** For each state the types of edges that it allows. */
    private final String[][] types;

    /** The step of an edge by its bucket. */
    private final int[] steps;

    private int pending;

    private ArcadePeer(PeerRows rows, Database database) {
        this.rows = rows;
        this.database = database;
        vertices = new RID[rows.organizations()];
        next = new int[rows.states()][PeerRows.STEPS];
        Arrays.stream(next).forEach(ofState -> Arrays.fill(ofState, -1));
        rows.transitions((state, step, then) -> next[state][step] = then);
        types = Arrays.stream(next)
                .map(ofState -> IntStream.range(0, PeerRows.STEPS)
                        .filter(step -> ofState[step] >= 0)
                        .mapToObj(ArcadePeer::type)
                        .toArray(String[]::new))
                .toArray(String[][]::new);
        steps = makeTypes();
    }

    static ArcadePeer open(PeerRows rows, Path home) throws IOException {
        FileUtils.deleteDirectory(home);
        GlobalConfiguration.MAX_PAGE_RAM.setValue(CACHE_MEGABYTES);
        Database database;
        try (DatabaseFactory factory = new DatabaseFactory(home.toString())) {
            database = factory.create();
        }
        ArcadePeer peer = new ArcadePeer(rows, database);
        peer.fill();
        return peer;
    }

    private static String type(int step) {
        return "Step" + step;
    }

    private int[] makeTypes() {
        database.getSchema().buildVertexType().withName(ORGANIZATION).withTotalBuckets(1).create();
        List<Integer> buckets = new ArrayList<>();
        for (int step = 0; step < PeerRows.STEPS; step++) {
            buckets.add(database.getSchema()
                    .buildEdgeType()
                    .withName(type(step))
                    .withTotalBuckets(1)
                    .create()
                    .getFirstBucketId());
        }
        int[] byBucket = new int[buckets.stream().mapToInt(Integer::intValue).max().orElseThrow() + 1];
        IntStream.range(0, PeerRows.STEPS).forEach(step -> byBucket[buckets.get(step)] = step);
        return byBucket;
    }

    private void fill() {
        database.setUseWAL(false);
        database.begin();
        for (int organization = 0; organization < vertices.length; organization++) {
            MutableVertex vertex = database.newVertex(ORGANIZATION).save();
            RID id = vertex.getIdentity();
            vertices[organization] = id;
            int position = (int) id.getPosition();
            if (position >= organizations.length) {
                organizations = Arrays.copyOf(organizations, 2 * position);
            }
            organizations[position] = organization;
            wrote();
        }
        rows.rows(new Filling());
        database.commit();
    }

    private void wrote() {
        if (++pending == BATCH) {
            database.commit();
            database.begin();
            pending = 0;
        }
    }

    /** Makes the edges, which come by their source. */
    private final class Filling implements PeerRows.RowSink {
        private final int day = Day.of(GeneratedFacts.AS_OF);
        private int last = -1;
        private Vertex vertex;

        @Override
        public void row(int source, int step, int target, int from, int to) {
            if (from > day || day >= to) {
                return;
            }
            if (source != last) {
                vertex = vertices[source].asVertex();
                last = source;
            }
            vertex.newLightEdge(type(step), vertices[target], false);
            wrote();
        }
    }

    @Override
    public void ask(String vendor, int maxHops, CarrierSink sink) {
        Deadline deadline = new Deadline();
        int states = rows.states();
        int start = rows.number(vendor);
        BitSet seen = new BitSet();
        BitSet told = new BitSet();
        int[] level = {start * states + PeerRows.START};
        for (int hops = 1; hops <= maxHops && level.length > 0; hops++) {
            IntStream.Builder reached = IntStream.builder();
            for (int place : level) {
                deadline.check();
                int state = place % states;
                // No walk goes on from a government, nor returns to where it began.
                if (types[state].length == 0 || hops > 1 && place / states >= rows.firstGovernment()) {
                    continue;
                }
                Vertex vertex = vertices[place / states].asVertex();
                for (Edge edge : vertex.getEdges(Vertex.DIRECTION.OUT, types[state])) {
                    int organization = organizations[(int) edge.getIn().getPosition()];
                    int then = next[state][steps[edge.getIdentity().getBucketId()]];
                    int there = organization * states + then;
                    if (organization == start || seen.get(there)) {
                        continue;
                    }
                    seen.set(there);
                    reached.add(there);
                    if (rows.isExposed(organization, then) && !told.get(organization)) {
                        told.set(organization);
                        sink.carrier(organization, hops);
                    }
                }
            }
            level = reached.build().toArray();
        }
    }

    @Override
    public void close() {
        database.drop();
    }
}

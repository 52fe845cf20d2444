package org.tieline.spark;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tieline.exposure.WalkState;

/**
 * How one search has reached one organization: the heads of those {@link Arrivals} that counted, one after the other, nearest first,
 * equally near ones in the order of their paths.
 */
final class Reached {
    private static final StructType EXPOSURE = new StructType()
            .add("hops", IntegerType)
            .add("relation", IntegerType)
            .add("evidence", IntegerType)
            .add("lanes", LongType);

    private static final StructType WALK = new StructType()
            .add("state", IntegerType)
            .add("weakest", IntegerType)
            .add("lanes", LongType)
            .add("path", BinaryType);

    /**
     * What is new in a level: what has now been reached, what of it exposes the organization on days on which nothing did before,
     * and who walks on from there.
     */
    static final StructType MET = new StructType()
            .add("reached", BinaryType)
            .add("exposures", DataTypes.createArrayType(EXPOSURE))
            .add("walks", DataTypes.createArrayType(WALK));

    private Reached() {}

    /**
     * Takes in what arrives in one level.
     *
     * @param before what was reached in the levels before
     * @return as of {@link #MET}
     */
    static Row meet(byte[] before, byte[] arrivals) {
        Closed closed = new Closed();
        for (int at = 0; at < before.length; at += Arrivals.HEAD) {
            closed.close(Arrivals.state(before, at), Arrivals.lanes(before, at));
        }
        ByteBuffer reached = ByteBuffer.allocate(arrivals.length);
        List<Row> exposures = new ArrayList<>();
        List<Row> walks = new ArrayList<>();
        int width = Arrivals.width(arrivals);
        for (int at = 0; at < arrivals.length; at += width) {
            WalkState state = WalkState.of(Arrivals.state(arrivals, at));
            int evidence = Arrivals.evidence(arrivals, at);
            long lanes = Arrivals.lanes(arrivals, at) & ~closed.in(state.ordinal());
            // Every state that exposes makes this one pointless.
            long exposed = lanes & ~closed.in(WalkState.SHARED.ordinal());
            if ((state.bit() & WalkState.EXPOSED) != 0 && exposed != 0) {
                exposures.add(RowFactory.create(
                        Arrivals.hops(arrivals, at), Arrivals.relation(arrivals, at), evidence, exposed));
            }
            if (lanes != 0) {
                closed.close(state.ordinal(), lanes);
                Arrivals.putHead(reached, arrivals, at, lanes);
            }
            if (lanes != 0 && state != WalkState.SHARED) {
                walks.add(RowFactory.create(state.ordinal(), evidence, lanes, Arrivals.path(arrivals, at)));
            }
        }
        return RowFactory.create(
                Arrays.copyOf(reached.array(), reached.position()),
                exposures.toArray(Row[]::new),
                walks.toArray(Row[]::new));
    }
}

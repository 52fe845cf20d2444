package org.tieline.spark;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.tieline.exposure.WalkState;
import org.tieline.exposure.WalkStep;
import org.tieline.exposure.path.Direction;
import org.tieline.exposure.path.Relation;

/** The automaton of the engine as two small tables, which every executor is sent. States, steps and relations are ordinals. */
final class Automaton {
    /** In place of a relation: the walk is still on the vendor's side. */
    static final int NO_RELATION = Relation.values().length;

    private static final StructType MOVES = new StructType()
            .add("state", IntegerType)
            .add("step", IntegerType)
            .add("next", IntegerType)
            .add("relation", IntegerType);

    private static final StructType WAYS = new StructType()
            .add("type", StringType)
            .add("forward", BooleanType)
            .add("toVendor", BooleanType)
            .add("step", IntegerType);

    private Automaton() {}

    /** The state after each step from each state, and how a path reads that ends with it. */
    static Dataset<Row> moves(SparkSession spark) {
        List<Row> moves = new ArrayList<>();
        for (WalkState state : WalkState.values()) {
            for (WalkStep step : steps()) {
                WalkState next = state.after(step);
                if (next != null) {
                    Relation relation = next.relation(state, step);
                    moves.add(RowFactory.create(
                            state.ordinal(),
                            step.ordinal(),
                            next.ordinal(),
                            relation == null ? NO_RELATION : relation.ordinal()));
                }
            }
        }
        return functions.broadcast(spark.createDataFrame(moves, MOVES));
    }

    /** The steps by which a tie may be walked: by its type, as it points or not, and whether a vendor stands where it leads. */
    static Dataset<Row> ways(SparkSession spark) {
        List<Row> ways = new ArrayList<>();
        for (WalkStep step : steps()) {
            for (boolean toVendor : new boolean[] {true, false}) {
                boolean otherStep = toVendor ? step == WalkStep.SUPPLIES_CUSTOMER : step == WalkStep.SUPPLIES_VENDOR;
                if (!otherStep) {
                    ways.add(RowFactory.create(
                            step.type().text(), step.direction() == Direction.FORWARD, toVendor, step.ordinal()));
                }
            }
        }
        return functions.broadcast(spark.createDataFrame(ways, WAYS));
    }

    /** Stakes that are too small are left out before, so that none needs a step of its own. */
    private static List<WalkStep> steps() {
        return Arrays.stream(WalkStep.values())
                .filter(step -> !step.isMinorStake())
                .toList();
    }
}

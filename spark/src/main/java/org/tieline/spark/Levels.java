package org.tieline.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.udf;
import static org.tieline.model.OrganizationKind.CARRIER;
import static org.tieline.model.OrganizationKind.GOVERNMENT;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF7;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.exposure.WalkState;
import org.tieline.exposure.path.Certainty;
import org.tieline.model.Evidence;

/**
 * The search from all vendors on all days at once, level by level. A search is a {@code vendor} and a {@code block} of {@link Lanes}.
 *
 * <p>A level is two joins. Who stands at an organization meets the rows of its ties and, by the automaton, arrives where they
 * lead; what arrives at an organization in one search is brought together and meets what has reached it in the levels before. Who
 * arrives in a state and lane for the first time walks on. A level in which nobody does is the last.
 */
final class Levels {
    private static final Logger LOG = LoggerFactory.getLogger(Levels.class);

    /** One organization in one search. */
    private static final String[] HERE = {"vendor", "block", "organization"};

    private final Organizations organizations;
    private final TieRows rows;
    private final Dataset<Row> moves;
    private final Lanes lanes;
    private final UserDefinedFunction arrival = udf(
            (UDF7<byte[], Long, Integer, Integer, Integer, Integer, Long, byte[]>) Arrivals::one, DataTypes.BinaryType);
    private final UserDefinedFunction first = udaf(new Arrivals(), Encoders.BINARY());

    /** Said to be nondeterministic, so that it is worked once and not for each of the columns that it makes. */
    private final UserDefinedFunction meet =
            udf((UDF2<byte[], byte[], Row>) Reached::meet, Reached.MET).asNondeterministic();

    Levels(SparkSession spark, Organizations organizations, TieRows rows, Lanes lanes) {
        this.organizations = organizations;
        this.rows = rows;
        moves = Automaton.moves(spark);
        this.lanes = lanes;
    }

    /**
     * All exposures.
     *
     * @param starts {@code vendor}, {@code block} and {@code lanes}: where to start, and on which days
     * @return {@code vendor}, {@code block}, {@code carrier}, {@code hops}, {@code relation}, {@code evidence} and {@code lanes}; on
     *     each day a pair of vendor and carrier at most once
     */
    Dataset<Row> exposures(Dataset<Row> starts, Certainty certainty, int maxHops) {
        List<Dataset<Row>> levels = new ArrayList<>();
        Dataset<Row> frontier = starts.select(
                col("vendor"),
                col("block"),
                col("vendor").as("organization"),
                lit(WalkState.VENDOR.ordinal()).as("state"),
                lit(Evidence.CONFIRMED.ordinal()).as("weakest"),
                col("lanes"),
                lit(new byte[0]).as("path"));
        boolean walking = true;
        for (int hops = 1; walking && hops <= maxHops; hops++) {
            Dataset<Row> arrived = arrived(walked(frontier, certainty, hops == maxHops), hops);
            Dataset<Row> level = Kept.of(met(arrived, levels));
            levels.add(level);
            frontier = walkingOn(level);
            long walks = frontier.count();
            LOG.info("level {}: {} walk on", hops, walks);
            walking = walks > 0;
        }
        return levels.stream().map(this::exposed).reduce(Dataset::union).orElseThrow();
    }

    /**
     * Everybody of the frontier one tie further.
     *
     * @param last whether nobody walks on, so that exposed carriers alone are of interest
     */
    private Dataset<Row> walked(Dataset<Row> frontier, Certainty certainty, boolean last) {
        Dataset<Row> ways = last ? rows.table().where(organizations.isOf(CARRIER, col("target"))) : rows.table();
        Dataset<Row> next = last ? moves.where(col("relation").notEqual(Automaton.NO_RELATION)) : moves;
        Lanes days = lanes;
        UserDefinedFunction standing = udf(
                (UDF2<Integer, Long, Long>) (block, bounds) -> days.of(block, bounds, certainty), DataTypes.LongType);
        return rows.atEachPart(frontier)
                .join(ways, new String[] {"source", "part"})
                .where(col("target").notEqual(col("vendor")))
                .join(broadcast(next), new String[] {"state", "step"})
                .withColumn("lanes", col("lanes").bitwiseAND(standing.apply(col("block"), col("bounds"))))
                .where(col("lanes").notEqual(0));
    }

    /** Of what arrives at an organization in one search what counts, {@code arrivals}. */
    private Dataset<Row> arrived(Dataset<Row> walked, int hops) {
        Column one = arrival.apply(
                col("path"),
                col("tie"),
                lit(hops),
                col("next"),
                col("relation"),
                least(col("weakest"), col("evidence")),
                col("lanes"));
        return walked.withColumn("organization", col("target"))
                .groupBy("vendor", "block", "organization")
                .agg(first.apply(one).as("arrivals"));
    }

    /** What arrives without what was reached before: see {@link Reached#MET}. All sides lie where the level before left them. */
    private Dataset<Row> met(Dataset<Row> arrived, List<Dataset<Row>> levels) {
        Dataset<Row> beside = arrived;
        Column before = lit(new byte[0]);
        for (Dataset<Row> level : levels) {
            String reached = "reached" + beside.columns().length;
            beside = beside.join(
                    level.select(
                            col("vendor"),
                            col("block"),
                            col("organization"),
                            col("reached").as(reached)),
                    HERE,
                    "left");
            before = concat(before, coalesce(col(reached), lit(new byte[0])));
        }
        return beside.select(
                        col("vendor"),
                        col("block"),
                        col("organization"),
                        meet.apply(before, col("arrivals")).as("met"))
                .select("vendor", "block", "organization", "met.*")
                .where(length(col("reached")).gt(0))
                .sortWithinPartitions("vendor", "block", "organization");
    }

    /** No walk passes through a government. */
    private Dataset<Row> walkingOn(Dataset<Row> level) {
        return level.where(not(organizations.isOf(GOVERNMENT, col("organization"))))
                .select(
                        col("vendor"),
                        col("block"),
                        col("organization"),
                        explode(col("walks")).as("walk"))
                .select("vendor", "block", "organization", "walk.*");
    }

    private Dataset<Row> exposed(Dataset<Row> level) {
        return level.where(organizations.isOf(CARRIER, col("organization")))
                .select(
                        col("vendor"),
                        col("block"),
                        col("organization").as("carrier"),
                        explode(col("exposures")).as("exposure"))
                .select("vendor", "block", "carrier", "exposure.*");
    }
}

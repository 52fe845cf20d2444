package org.tieline.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.time.Period;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.tieline.exposure.SearchOptions;
import org.tieline.model.Evidence;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Term;
import org.tieline.model.TieType;

/**
 * Every way to walk a tie, a row each, where its source is: {@code source}, {@code part}, {@code step}, {@code target}, {@code tie},
 * {@code evidence} and {@code bounds}. Ties that the question leaves out whatever the day have none.
 *
 * <p>The rows of an organization with very many of them are dealt out into parts, so that no task has all of a hub to itself; who
 * stands at a hub looks into each of its parts. Once dealt out they stay where they are: a level moves those who walk, not the ties.
 *
 * @param table the rows
 * @param hubs {@code source} and {@code parts} of those who have more than one
 */
record TieRows(Dataset<Row> table, Dataset<Row> hubs) {
    /** How many rows a part usually has. */
    static final int PART = 4_096;

    /**
     * Reads the ties.
     *
     * @param options its day, hops and certainty are not looked at
     * @param part how many rows of an organization one task has, more or less
     */
    static TieRows of(ExportedTables tables, Organizations organizations, SearchOptions options, int part) {
        SparkSession spark = tables.spark();
        Dataset<Row> ways = Kept.of(
                        numbered(bounded(tables, walkable(tables, options), options.maxAge()), organizations))
                .join(Automaton.ways(spark), "type")
                .withColumn("source", when(col("forward"), col("from")).otherwise(col("to")))
                .withColumn("target", when(col("forward"), col("to")).otherwise(col("from")))
                .where(col("toVendor").equalTo(organizations.isOf(OrganizationKind.VENDOR, col("target"))));
        Dataset<Row> hubs = Kept.of(ways.groupBy("source")
                .agg(count(lit(1)).as("rows"))
                .where(col("rows").gt(part))
                .select(
                        col("source"),
                        ceil(col("rows").divide(part))
                                .cast(DataTypes.IntegerType)
                                .as("parts")));
        Dataset<Row> dealt = ways.join(broadcast(hubs), new String[] {"source"}, "left")
                .withColumn("part", pmod(hash(col("tie")), coalesce(col("parts"), lit(1))))
                .select("source", "part", "step", "target", "tie", "evidence", "bounds")
                .repartition(partitions(spark), col("source"), col("part"))
                .sortWithinPartitions("source", "part");
        return new TieRows(Kept.of(dealt), hubs);
    }

    /** How many parts a shuffle has; the same in every level, so that what stays can be met where it is. */
    static int partitions(SparkSession spark) {
        return spark.sessionState().conf().numShufflePartitions();
    }

    /** Those who stand at an organization, once for each part of its rows. */
    Dataset<Row> atEachPart(Dataset<Row> frontier) {
        return frontier.withColumnRenamed("organization", "source")
                .join(broadcast(hubs), new String[] {"source"}, "left")
                .withColumn(
                        "part",
                        explode(sequence(lit(0), coalesce(col("parts"), lit(1)).minus(1))))
                .drop("parts");
    }

    /** The ties that are walked on some day. Words are read as the engine reads them, and an unknown one ends the job. */
    private static Dataset<Row> walkable(ExportedTables tables, SearchOptions options) {
        UserDefinedFunction grade = udf(
                (UDF1<String, Integer>) text -> Term.parse(Evidence.class, text).ordinal(), DataTypes.IntegerType);
        UserDefinedFunction type = udf(
                (UDF1<String, String>) text -> Term.parse(TieType.class, text).text(), DataTypes.StringType);
        Column percent = col("percent").cast(DataTypes.createDecimalType(5, 2));
        return tables.table(
                        "ties",
                        "id",
                        "from",
                        "type",
                        "to",
                        "since",
                        "verified",
                        "until",
                        "percent",
                        "evidence",
                        "sources")
                .withColumn("type", type.apply(col("type")))
                .withColumn("evidence", grade.apply(col("evidence")))
                .where(col("type")
                        .isin(options.ties().stream().map(TieType::text).toArray())
                        .and(col("evidence").between(options.minEvidence().ordinal(), Evidence.CONFIRMED.ordinal()))
                        .and(percent.isNull().or(percent.geq(lit(options.minStake())))))
                .drop("percent");
    }

    /** With {@code bounds}, as of {@link Bounds#tie}, in place of dates and sources. */
    private static Dataset<Row> bounded(ExportedTables tables, Dataset<Row> ties, Period maxAge) {
        UserDefinedFunction lastDay = udf((UDF1<String, Long>) Bounds::lastDay, DataTypes.LongType);
        UserDefinedFunction bounds = udf(
                (UDF5<String, String, String, Long, Long, Long>) (since, until, verified, oldest, newest) ->
                        Bounds.tie(since, until, verified, oldest, newest, maxAge),
                DataTypes.LongType);
        Dataset<Row> publications = tables.table("sources", "id", "published")
                .where(col("published").isNotNull())
                .select(col("id").as("source"), lastDay.apply(col("published")).as("day"));
        Dataset<Row> evidence = ties.select(
                        col("id"), explode(split(col("sources"), "\\|")).as("source"))
                .join(publications, "source")
                .groupBy("id")
                .agg(min("day").as("oldest"), max("day").as("newest"));
        return ties.join(evidence, new String[] {"id"}, "left")
                .select(
                        col("id"),
                        col("from"),
                        col("type"),
                        col("to"),
                        col("evidence"),
                        bounds.apply(col("since"), col("until"), col("verified"), col("oldest"), col("newest"))
                                .as("bounds"));
    }

    /** With numbers in place of ids, those of ties in the order of their ids, and cut to the lives of both organizations. */
    private static Dataset<Row> numbered(Dataset<Row> ties, Organizations organizations) {
        UserDefinedFunction cut = udf((UDF3<Long, Long, Long, Long>) Bounds::cut, DataTypes.LongType);
        Dataset<Row> from = organizations
                .table()
                .select(
                        col("id").as("from"),
                        col("number").as("fromNumber"),
                        col("life").as("fromLife"));
        Dataset<Row> to = organizations
                .table()
                .select(
                        col("id").as("to"),
                        col("number").as("toNumber"),
                        col("life").as("toLife"));
        return ties.join(from, "from")
                .join(to, "to")
                .orderBy("id")
                .select(
                        monotonically_increasing_id().as("tie"),
                        col("fromNumber").as("from"),
                        col("type"),
                        col("toNumber").as("to"),
                        col("evidence"),
                        cut.apply(col("bounds"), col("fromLife"), col("toLife")).as("bounds"));
    }
}

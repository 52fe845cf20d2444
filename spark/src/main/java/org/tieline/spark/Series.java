package org.tieline.spark;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tieline.exposure.ExposureSweep;
import org.tieline.exposure.path.Relation;

/** Exposures counted day after day, with the columns of {@code tieline ask series --output=csv}: a row for each day. */
final class Series {
    /** In place of a relation: all together. */
    private static final int ANY = Relation.values().length;

    private final Lanes lanes;
    private final int days;

    /** By day, then column: the first two are the day and the vendors. */
    private final List<List<Object>> rows = new ArrayList<>();

    private Series(Lanes lanes, List<LocalDate> days, Starts starts) {
        this.lanes = lanes;
        this.days = days.size();
        for (int day = 0; day < this.days; day++) {
            rows.add(new ArrayList<>(
                    List.of(days.get(day).toString(), starts.onDay().get(day).size())));
        }
    }

    /**
     * Counts.
     *
     * @param possible the exposures by ties that possibly hold, as {@link Levels} finds them
     * @param certain those by ties that certainly hold
     */
    static Dataset<Row> of(
            Dataset<Row> possible, Dataset<Row> certain, Lanes lanes, List<LocalDate> days, Starts starts) {
        Series series = new Series(lanes, days, starts);
        for (Dataset<Row> exposures : List.of(possible, certain)) {
            series.add(pairs(exposures));
            series.add(carriers(exposures));
        }
        return possible.sparkSession()
                .createDataFrame(
                        series.rows.stream()
                                .map(row -> RowFactory.create(row.toArray()))
                                .toList(),
                        columns());
    }

    private static StructType columns() {
        StructType columns = new StructType().add("day", DataTypes.StringType).add("vendors", DataTypes.IntegerType);
        for (String counted : List.of("pairs", "carriers", "certain.pairs", "certain.carriers")) {
            columns = columns.add(counted, DataTypes.LongType);
            for (Relation relation : Relation.values()) {
                columns = columns.add(counted + "." + relation.text(), DataTypes.LongType);
            }
        }
        return columns;
    }

    /** Each pair of vendor and carrier, by relation and all together. */
    private static Dataset<Row> pairs(Dataset<Row> exposures) {
        return exposures
                .select("block", "relation", "lanes")
                .union(exposures.select(col("block"), lit(ANY).as("relation"), col("lanes")));
    }

    /** Each carrier once, whatever the vendors, by relation and all together. */
    private static Dataset<Row> carriers(Dataset<Row> exposures) {
        return exposures
                .select("block", "relation", "lanes", "carrier")
                .union(exposures.select(col("block"), lit(ANY).as("relation"), col("lanes"), col("carrier")))
                .groupBy("carrier", "block", "relation")
                .agg(bit_or(col("lanes")).as("lanes"));
    }

    /** Adds a column for all together, and one for each relation. */
    private void add(Dataset<Row> counted) {
        long[][] counts = new long[ANY + 1][days];
        for (Row row : counted.groupBy("block", "relation").agg(set(0), sets()).collectAsList()) {
            int block = row.getInt(0);
            for (int lane = 0; lane < lanes.count(block); lane++) {
                counts[row.getInt(1)][lanes.start(block) + lane] = row.getLong(2 + lane);
            }
        }
        for (int day = 0; day < days; day++) {
            rows.get(day).add(counts[ANY][day]);
            for (int relation = 0; relation < ANY; relation++) {
                rows.get(day).add(counts[relation][day]);
            }
        }
    }

    /** How often a lane is set. */
    private static Column set(int lane) {
        return sum(shiftright(col("lanes"), lane).bitwiseAND(lit(1L))).as("lane" + lane);
    }

    private static Column[] sets() {
        List<Column> sets = new ArrayList<>();
        for (int lane = 1; lane < ExposureSweep.TOGETHER; lane++) {
            sets.add(set(lane));
        }
        return sets.toArray(Column[]::new);
    }
}

package org.tieline.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Evidence;

/** All exposures of a day at a glance, with the columns of {@code tieline ask matrix --output=csv}: a row for each exposed carrier, by id. */
final class Matrix {
    private static final Relation[] RELATIONS = Relation.values();
    private static final Evidence[] GRADES = Evidence.values();

    /** What comes before and after the vendors. */
    private static final int AROUND = 4;

    private Matrix() {}

    /** @param exposures of one day, as {@link Levels} finds them */
    static Dataset<Row> of(Dataset<Row> exposures, Organizations organizations, Starts starts, String asOf) {
        StructType columns = columns(starts);
        Map<Long, Integer> places = new HashMap<>();
        starts.numbers().values().forEach(vendor -> places.put(vendor, 3 + 3 * places.size()));
        return exposures
                .groupBy("carrier")
                .agg(collect_list(struct("vendor", "relation", "hops", "evidence"))
                        .as("cells"))
                .join(organizations.table(), col("carrier").equalTo(col("number")))
                .orderBy("carrier")
                .select("id", "name", "country", "cells")
                .map((MapFunction<Row, Row>) row -> row(row, places, asOf), Encoders.row(columns));
    }

    private static StructType columns(Starts starts) {
        List<String> columns = new ArrayList<>(List.of("carrier", "name", "country"));
        starts.numbers()
                .keySet()
                .forEach(vendor ->
                        columns.addAll(List.of(vendor + ".relation", vendor + ".hops", vendor + ".evidence")));
        columns.add("asOf");
        StructType schema = new StructType();
        for (String column : columns) {
            schema = schema.add(column, DataTypes.StringType);
        }
        return schema;
    }

    /** @param places by number of the vendor, where its cells begin */
    private static Row row(Row carrier, Map<Long, Integer> places, String asOf) {
        Object[] cells = new Object[AROUND + 3 * places.size()];
        for (int i = 0; i < 3; i++) {
            cells[i] = carrier.getString(i);
        }
        for (Row cell : carrier.<Row>getList(3)) {
            int place = places.get(cell.getLong(0));
            cells[place] = RELATIONS[cell.getInt(1)].text();
            cells[place + 1] = Integer.toString(cell.getInt(2));
            cells[place + 2] = GRADES[cell.getInt(3)].text();
        }
        cells[cells.length - 1] = asOf;
        return RowFactory.create(cells);
    }
}

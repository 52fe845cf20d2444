package org.tieline.spark;

import static org.apache.spark.sql.types.DataTypes.LongType;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Tables whose rows are numbered from 0 on, so that comparing numbers compares what they are sorted by. */
final class Numbered {
    private Numbered() {}

    /** The table with one more column, the last. */
    static Dataset<Row> by(Dataset<Row> table, String column, Column... order) {
        StructType schema = table.schema().add(column, LongType, false);
        JavaRDD<Row> rows = table.orderBy(order).toJavaRDD().zipWithIndex().map(pair -> and(pair._1(), pair._2()));
        return table.sparkSession().createDataFrame(rows, schema);
    }

    private static Row and(Row row, Long number) {
        Object[] cells = new Object[row.length() + 1];
        for (int i = 0; i < row.length(); i++) {
            cells[i] = row.get(i);
        }
        cells[row.length()] = number;
        return RowFactory.create(cells);
    }
}

package org.tieline.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * A folder with the tables of an export, each {@code NAME.csv} or {@code NAME.parquet}, in any file system that Spark reads.
 *
 * @param lineBreaks whether cells of CSV may hold line breaks; one task then reads each file
 */
record ExportedTables(SparkSession spark, String folder, boolean lineBreaks) {
    /**
     * Some columns of a table as text, null where a cell is empty or the table has no such column.
     *
     * @throws IllegalArgumentException if the folder has no such table
     */
    Dataset<Row> table(String name, String... columns) {
        Dataset<Row> table = read(name);
        Set<String> there = Set.of(table.columns());
        return table.select(Arrays.stream(columns)
                .map(column -> there.contains(column)
                        ? text(column)
                        : functions.lit(null).cast(DataTypes.StringType).as(column))
                .toArray(Column[]::new));
    }

    private static Column text(String column) {
        return functions
                .nullif(functions.col(column).cast(DataTypes.StringType), functions.lit(""))
                .as(column);
    }

    private Dataset<Row> read(String name) {
        String csv = folder + "/" + name + ".csv";
        String parquet = folder + "/" + name + ".parquet";
        if (exists(parquet)) {
            return spark.read().parquet(parquet);
        }
        if (exists(csv)) {
            return spark.read()
                    .option("header", true)
                    .option("escape", "\"")
                    .option("multiLine", lineBreaks)
                    .option("mode", "FAILFAST")
                    .csv(csv);
        }
        throw new IllegalArgumentException(
                "tables must name a folder with %s.csv or %s.parquet, was %s".formatted(name, name, folder));
    }

    private boolean exists(String file) {
        Path path = new Path(file);
        try {
            return path.getFileSystem(spark.sparkContext().hadoopConfiguration())
                    .exists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

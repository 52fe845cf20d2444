package org.tieline.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.udf;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Term;

/**
 * The organizations, numbered by kind and then id, with gaps: the number says the kind, and comparing numbers of one kind compares ids.
 *
 * @param table {@code number}, {@code id}, {@code name}, {@code country} and {@code life}, as of {@link Bounds#life}
 * @param ends the first number that is no longer of each kind
 */
record Organizations(Dataset<Row> table, Map<OrganizationKind, Long> ends) {
    static Organizations of(ExportedTables tables) {
        UserDefinedFunction place = udf(
                (UDF1<String, Integer>)
                        kind -> Term.parse(OrganizationKind.class, kind).ordinal(),
                DataTypes.IntegerType);
        UserDefinedFunction life = udf((UDF2<String, String, Long>) Bounds::life, DataTypes.LongType);
        Dataset<Row> table = Kept.of(tables.table("organizations", "id", "name", "kind", "country", "since", "until")
                .withColumn("kind", place.apply(col("kind")))
                .withColumn("life", life.apply(col("since"), col("until")))
                .orderBy("kind", "id")
                .select(
                        monotonically_increasing_id().as("number"),
                        col("id"),
                        col("name"),
                        col("kind"),
                        col("country"),
                        col("life")));
        Map<Integer, Long> last = new TreeMap<>();
        table.groupBy("kind")
                .agg(max("number"))
                .collectAsList()
                .forEach(row -> last.put(row.getInt(0), row.getLong(1)));
        Map<OrganizationKind, Long> ends = new EnumMap<>(OrganizationKind.class);
        long end = 0;
        for (OrganizationKind kind : OrganizationKind.values()) {
            Long number = last.get(kind.ordinal());
            end = number == null ? end : number + 1;
            ends.put(kind, end);
        }
        return new Organizations(table, ends);
    }

    /** Whether the organization with a number is of a kind. */
    Column isOf(OrganizationKind kind, Column number) {
        return number.geq(start(kind)).and(number.lt(end(kind)));
    }

    private long start(OrganizationKind kind) {
        return kind.ordinal() == 0 ? 0 : end(OrganizationKind.values()[kind.ordinal() - 1]);
    }

    private long end(OrganizationKind kind) {
        return ends.getOrDefault(kind, 0L);
    }

    /** The numbers of all vendors, by id. */
    SortedMap<String, Long> vendors() {
        return numbers(table.where(isOf(OrganizationKind.VENDOR, col("number"))));
    }

    /**
     * The numbers of some organizations, by id.
     *
     * @throws IllegalArgumentException if one of them is not there
     */
    SortedMap<String, Long> named(Collection<String> ids) {
        SortedMap<String, Long> numbers = numbers(table.where(col("id").isin(ids.toArray())));
        ids.stream().filter(id -> !numbers.containsKey(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("vendor must be the id of an organization of the tables, was " + id);
        });
        return numbers;
    }

    private static SortedMap<String, Long> numbers(Dataset<Row> some) {
        SortedMap<String, Long> numbers = new TreeMap<>();
        some.select("id", "number").collectAsList().forEach(row -> numbers.put(row.getString(0), row.getLong(1)));
        return numbers;
    }
}

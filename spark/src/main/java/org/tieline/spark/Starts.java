package org.tieline.spark;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Term;
import org.tieline.restriction.BanClock;
import org.tieline.restriction.BanFilter;
import org.tieline.restriction.Restrictions;

/**
 * Where the searches start.
 *
 * @param numbers of the organizations at which one starts on one of the days at least, by id
 * @param onDay the ids of those that it starts at on each day
 */
record Starts(SortedMap<String, Long> numbers, List<? extends Collection<String>> onDay) {
    private static final StructType TABLE =
            new StructType().add("vendor", LongType).add("block", IntegerType).add("lanes", LongType);

    /** The same on every day. */
    static Starts always(SortedMap<String, Long> numbers, List<LocalDate> days) {
        return new Starts(numbers, days.stream().map(day -> numbers.keySet()).toList());
    }

    /** Every vendor while it is restricted: an order against it was announced at least, and has not ended. */
    static Starts restricted(ExportedTables tables, Organizations organizations, List<LocalDate> days) {
        List<Ban> bans = bans(tables);
        SortedMap<String, Long> vendors = organizations.vendors();
        List<SortedSet<String>> onDay = days.stream()
                .map(day -> new Restrictions(bans, new BanClock(day, null, source -> null, bans, Set.of()))
                        .restricted(BanFilter.DEFAULT, vendors::containsKey))
                .toList();
        SortedMap<String, Long> numbers = new TreeMap<>(vendors);
        Set<String> ever = new TreeSet<>();
        onDay.forEach(ever::addAll);
        numbers.keySet().retainAll(ever);
        return new Starts(numbers, onDay);
    }

    /** As {@link Levels} takes them. */
    Dataset<Row> table(SparkSession spark, Lanes lanes) {
        List<Row> starts = new ArrayList<>();
        numbers.forEach((id, number) -> {
            for (int block = 0; block < lanes.blocks(); block++) {
                long days = 0;
                for (int lane = 0; lane < lanes.count(block); lane++) {
                    days |= onDay.get(lanes.start(block) + lane).contains(id) ? 1L << lane : 0;
                }
                if (days != 0) {
                    starts.add(RowFactory.create(number, block, days));
                }
            }
        });
        return spark.createDataFrame(starts, TABLE);
    }

    /** All bans, which are few, without what does not say when they restrict whom. */
    private static List<Ban> bans(ExportedTables tables) {
        return tables
                .table(
                        "bans",
                        "id",
                        "government",
                        "country",
                        "targets",
                        "named",
                        "nature",
                        "scope",
                        "status",
                        "reported",
                        "announced",
                        "effective",
                        "deadline",
                        "ended",
                        "replaces",
                        "sources")
                .collectAsList()
                .stream()
                .map(Starts::ban)
                .toList();
    }

    private static Ban ban(Row row) {
        return new Ban(
                row.getAs("id"),
                row.getAs("government"),
                row.getAs("country"),
                list(row, "targets", text -> text),
                "yes".equals(row.getAs("named")),
                List.of(),
                Term.parse(BanNature.class, row.getAs("nature")),
                list(row, "scope", Scope::new),
                Term.parse(BanStatus.class, row.getAs("status")),
                date(row, "reported"),
                date(row, "announced"),
                date(row, "effective"),
                date(row, "deadline"),
                date(row, "ended"),
                list(row, "replaces", text -> text),
                list(row, "sources", text -> text),
                null,
                null);
    }

    private static <T> List<T> list(Row row, String column, Function<String, T> element) {
        String text = row.getAs(column);
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\|")).map(element).toList();
    }

    private static @Nullable PartialDate date(Row row, String column) {
        String text = row.getAs(column);
        return text == null ? null : PartialDate.parse(text);
    }
}

package org.tieline.spark;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;

/**
 * A question about the tables of an export, asked of all of them at once.
 *
 * @param tables where the facts are
 * @param vendors the ids of the organizations to start at; if there are none, every vendor while it is restricted
 * @param everyVendor whether to start at every vendor instead, restricted or not
 * @param options how to search. Its day is not looked at; {@code knownAt} and {@code evidencedSince} are none
 * @param part how many rows of an organization one task has, more or less
 */
record ExposureJob(ExportedTables tables, List<String> vendors, boolean everyVendor, SearchOptions options, int part) {
    /**
     * What Spark must know before: what stays where it is can only be met there if every shuffle has the same number of parts; what
     * arrives at many organizations is made less in memory, where Spark would begin to sort after 128 of them; and nobody adds classes
     * to a session, for which executors would ask the driver with every piece of code that they make.
     */
    static SparkSession.Builder session() {
        return SparkSession.builder()
                .appName("Tieline")
                .config("spark.sql.adaptive.enabled", false)
                .config("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", 100_000)
                .config("spark.sql.artifact.isolation.enabled", false);
    }

    /** A row for each carrier that is exposed on a day. */
    Dataset<Row> matrix(LocalDate asOf) {
        Search search = new Search(List.of(asOf));
        return Matrix.of(search.exposures(options.certainty()), search.organizations, search.starts, asOf.toString());
    }

    /**
     * A row for each day.
     *
     * @param days ascending
     */
    Dataset<Row> series(List<LocalDate> days) {
        Search search = new Search(days);
        Dataset<Row> exposures = search.exposures(options.certainty());
        Dataset<Row> certain =
                options.certainty() == Certainty.CERTAIN ? exposures : search.exposures(Certainty.CERTAIN);
        return Series.of(exposures, certain, search.lanes, days, search.starts);
    }

    /** What both kinds of questions need. */
    private final class Search {
        private final SparkSession spark = tables.spark();
        private final Organizations organizations = Organizations.of(tables);
        private final Lanes lanes;
        private final Starts starts;
        private final Levels levels;

        Search(List<LocalDate> days) {
            lanes = new Lanes(days);
            starts = starts(days);
            levels = new Levels(spark, organizations, TieRows.of(tables, organizations, options, part), lanes);
        }

        private Starts starts(List<LocalDate> days) {
            if (everyVendor) {
                return Starts.always(organizations.vendors(), days);
            }
            return vendors.isEmpty()
                    ? Starts.restricted(tables, organizations, days)
                    : Starts.always(organizations.named(vendors), days);
        }

        Dataset<Row> exposures(Certainty certainty) {
            return levels.exposures(starts.table(spark, lanes), certainty, options.maxHops());
        }
    }
}

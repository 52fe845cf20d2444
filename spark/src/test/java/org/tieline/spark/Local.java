package org.tieline.spark;

import org.apache.spark.sql.SparkSession;

/** Spark within the process of a test. */
final class Local {
    private Local() {}

    static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.adaptive.enabled", false)
                .config("spark.sql.shuffle.partitions", 3)
                .getOrCreate();
    }
}

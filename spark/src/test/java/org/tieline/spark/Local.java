package org.tieline.spark;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import scala.collection.JavaConverters;

/** Spark on this machine alone. */
final class Local {
    private Local() {}

    /** Within this process. */
    static SparkSession session() {
        return with("local[2]").getOrCreate();
    }

    static SparkSession.Builder with(String master) {
        return ExposureJob.session()
                .master(master)
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2);
    }

    /** How many tasks each executor has worked on, without the driver. */
    static Map<String, Integer> tasks(SparkSession spark) {
        Map<String, Integer> tasks = new TreeMap<>();
        JavaConverters.asJava(spark.sparkContext().statusStore().executorList(false))
                .forEach(executor -> tasks.put(executor.id(), executor.totalTasks()));
        tasks.remove("driver");
        return tasks;
    }
}

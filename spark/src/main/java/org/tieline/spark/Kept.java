package org.tieline.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tables that are worked once and stay where they are: in the memory and on the disks of the executors, or, where Spark has a folder
 * for checkpoints, in files, from which a job goes on that has lost executors. Either way the plan of what follows begins with them;
 * it would double with each level otherwise.
 */
final class Kept {
    private Kept() {}

    static Dataset<Row> of(Dataset<Row> table) {
        return table.sparkSession().sparkContext().getCheckpointDir().isDefined()
                ? table.checkpoint()
                : table.localCheckpoint();
    }
}

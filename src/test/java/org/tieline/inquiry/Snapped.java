package org.tieline.inquiry;



import org.tieline.model.Dataset;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.question.Snapshots;
import org.tieline.testing.InMemory;


/** Snapshots of facts that never were in a database. */
final class Snapped {
    private Snapped() {}

    static Snapshot of(Dataset dataset) {
        return SnapshotBuilder.take(new InMemory(dataset));
    }
}

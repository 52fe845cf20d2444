package org.tieline.question;

import org.tieline.model.Dataset;
import org.tieline.testing.InMemory;

/** Snapshots of facts that never were in a database. */
public final class Snapped {
    private Snapped() {}

    public static Snapshot of(Dataset dataset) {
        return SnapshotBuilder.take(new InMemory(dataset));
    }
}

package org.tieline.question;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.tieline.graph.LoadedDataset;

/**
 * The releases that were asked last, as snapshots. A release never changes, so they outlast the snapshots of the graph; each needs
 * the memory of one.
 */
final class ReadReleases {
    private static final int MOST = 2;

    private final Map<Key, Snapshot> kept = new LinkedHashMap<>(MOST, 0.75f, true);

    private record Key(String version, String sha256) {}

    /** Reads one at a time, whoever asks: several at once would need the memory of all. */
    synchronized Snapshot of(LoadedDataset release, Supplier<Snapshot> reading) {
        Key key = new Key(release.version(), release.sha256());
        Snapshot found = kept.get(key);
        if (found == null) {
            if (kept.size() == MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
            found = reading.get();
            kept.put(key, found);
        }
        return found;
    }
}

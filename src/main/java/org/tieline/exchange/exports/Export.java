package org.tieline.exchange.exports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.Datasets;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.Progress;
import org.tieline.model.Dataset;

/**
 * The facts of one state of the graph, ready to be written. Holds all of them: about a kilobyte a tie.
 *
 * @param dataset the facts, sorted, with the digest of their content; its version ends with {@link #CHANGED} if they are not
 *     those of the data set that was loaded last, and is {@link Datasets#UNVERSIONED} if none was
 * @param loaded what the graph says of the data set that was loaded last
 * @param leftOut the first of what is badly made and not among the facts, at most {@link #MOST_LEFT_OUT}
 * @param leftOutTotal how much is left out in all
 */
public record Export(Dataset dataset, @Nullable LoadedDataset loaded, List<GraphProblem> leftOut, int leftOutTotal) {
    /** How many problems are kept. */
    public static final int MOST_LEFT_OUT = 100;

    /** What follows the version of a data set to which something was added, or of which something was changed or left out. */
    public static final String CHANGED = "+changed";

    private static final int STEP = 1000;

    static String version(@Nullable LoadedDataset loaded, String sha256) {
        if (loaded == null) {
            return Datasets.UNVERSIONED;
        }
        boolean told = loaded.sha256().equals(sha256) || loaded.version().endsWith(CHANGED);
        return told ? loaded.version() : loaded.version() + CHANGED;
    }

    /** Hands everything over and finishes the output. */
    public void writeTo(ExportWriter writer, Progress progress) throws IOException {
        handTo(writer, progress);
        writer.finish();
    }

    /** The same, with nobody following. */
    public void writeTo(ExportWriter writer) throws IOException {
        writeTo(writer, Progress.NONE);
    }

    /** Hands everything over, sorted. */
    public void handTo(GraphSink sink, Progress progress) {
        if (loaded != null) {
            sink.dataset(new LoadedDataset(
                    dataset.version(),
                    dataset.sha256(),
                    loaded.loadedAt(),
                    dataset.organizations().size(),
                    dataset.ties().size(),
                    dataset.bans().size(),
                    dataset.sources().size()));
        }
        dataset.organizations().forEach(sink::organization);
        dataset.identifiers().forEach(sink::identifier);
        dataset.subscribers().forEach(sink::subscribers);
        dataset.sources().forEach(sink::source);
        dataset.bans().forEach(sink::ban);
        dataset.memberships().forEach(sink::membership);
        int total = dataset.ties().size();
        for (int tie = 0; tie < total; tie++) {
            if (tie % STEP == 0) {
                progress.at("ties", tie, total);
            }
            sink.tie(dataset.ties().get(tie));
        }
        leftOut.forEach(sink::problem);
    }
}

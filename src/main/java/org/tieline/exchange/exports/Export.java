package org.tieline.exchange.exports;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.known.SortedFacts;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.Progress;
import org.tieline.model.Dataset;
import org.tieline.model.DatasetSummary;
import org.tieline.scratch.Scratch;

/**
 * The facts of one state of the graph, ready to be written. Ties, and all else that may be much, lie in a scratch folder until it is
 * closed.
 *
 * @param dataset what the facts are as a whole, with the digest of their content; its version ends with {@link #CHANGED} if they are
 *     not those of the data set that was loaded last, and is {@link Dataset#UNVERSIONED} if none was
 * @param facts sorted
 * @param loaded what the graph says of the data set that was loaded last
 * @param leftOut the first of what is badly made and not among the facts, at most {@link #MOST_LEFT_OUT}
 * @param leftOutTotal how much is left out in all
 * @param scratch where the facts are
 */
public record Export(
        DatasetSummary dataset,
        SortedFacts facts,
        @Nullable LoadedDataset loaded,
        List<GraphProblem> leftOut,
        int leftOutTotal,
        Scratch scratch)
        implements AutoCloseable {
    /** How many problems are kept. */
    public static final int MOST_LEFT_OUT = 100;

    /** What follows the version of a data set to which something was added, or of which something was changed or left out. */
    public static final String CHANGED = "+changed";

    private static final int STEP = 1000;

    static String version(@Nullable LoadedDataset loaded, String sha256) {
        if (loaded == null) {
            return Dataset.UNVERSIONED;
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
                    Math.toIntExact(dataset.organizations()),
                    Math.toIntExact(dataset.ties()),
                    Math.toIntExact(dataset.bans()),
                    Math.toIntExact(dataset.sources())));
        }
        facts.organizations().forEach(sink::organization);
        facts.identifiers().forEach(sink::identifier);
        facts.subscribers().forEach(sink::subscribers);
        facts.sources().forEach(sink::source);
        facts.bans().forEach(sink::ban);
        facts.memberships().forEach(sink::membership);
        AtomicLong done = new AtomicLong();
        facts.ties().forEach(tie -> {
            if (done.getAndIncrement() % STEP == 0) {
                progress.at("ties", done.get() - 1, dataset.ties());
            }
            sink.tie(tie);
        });
        leftOut.forEach(sink::problem);
    }

    /** Removes what lies in the scratch folder. */
    @Override
    public void close() {
        scratch.close();
    }
}

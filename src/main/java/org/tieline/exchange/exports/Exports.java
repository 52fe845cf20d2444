package org.tieline.exchange.exports;

import java.util.function.Supplier;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.scratch.Scratch;

/** Takes exports of a graph. */
public final class Exports {
    private static final int READINGS = 4;

    private final GraphReader reader;
    private final Supplier<Scratch> scratches;

    /** What was read, and the last commit after it was. */
    private record Reading(Export export, Commit after) {}

    /** @param reader one that reads summaries too */
    public Exports(GraphReader reader) {
        this(reader, Scratch::ofSystem);
    }

    /** @param scratches gives a scratch folder for each reading */
    Exports(GraphReader reader, Supplier<Scratch> scratches) {
        this.reader = reader;
        this.scratches = scratches;
    }

    /**
     * Reads the whole graph into a scratch folder, in one state: nobody committed anything while it was read, or it was read twice
     * with the same result. Otherwise it is read again, at most four times in all.
     *
     * @throws DatabaseUnavailable if the database cannot be read, or the facts in it change too often for that
     */
    public Export take() {
        String earlier = null;
        Commit commit = reader.lastCommit();
        for (int time = 1; time <= READINGS; time++) {
            Reading reading = read();
            Export export = reading.export();
            if (reading.after().equals(commit) || export.dataset().sha256().equals(earlier)) {
                return export;
            }
            export.close();
            commit = reading.after();
            earlier = export.dataset().sha256();
        }
        throw new DatabaseUnavailable(
                "the graph changed each of the %d times it was read, so no export is of one state; try again when nobody writes"
                        .formatted(READINGS),
                null);
    }

    private Reading read() {
        Scratch scratch = scratches.get();
        try {
            ExportBuilder builder = new ExportBuilder(scratch);
            reader.read(builder);
            return new Reading(builder.build(), reader.lastCommit());
        } catch (RuntimeException | Error e) {
            scratch.close();
            throw e;
        }
    }
}

package org.tieline.exchange.exports;

import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.scratch.Scratch;

/** Takes exports of a graph. */
public final class Exports {
    private static final int READINGS = 4;

    private final GraphReader reader;

    /** @param reader one that reads summaries too */
    public Exports(GraphReader reader) {
        this.reader = reader;
    }

    /**
     * Reads the whole graph into a scratch folder, in one state: nobody committed anything while it was read, or it was read twice with the same
     * result. Otherwise it is read again, at most four times in all.
     *
     * @throws DatabaseUnavailable if the database cannot be read, or the facts in it change too often for that
     */
    public Export take() {
        String earlier = null;
        Commit commit = reader.lastCommit();
        for (int reading = 1; reading <= READINGS; reading++) {
            Export export = read();
            Commit after = reader.lastCommit();
            if (after.equals(commit) || export.dataset().sha256().equals(earlier)) {
                return export;
            }
            export.close();
            commit = after;
            earlier = export.dataset().sha256();
        }
        throw new DatabaseUnavailable(
                "the graph changed each of the %d times it was read, so no export is of one state; try again when nobody writes"
                        .formatted(READINGS),
                null);
    }

    private Export read() {
        Scratch scratch = Scratch.ofSystem();
        try {
            ExportBuilder builder = new ExportBuilder(scratch);
            reader.read(builder);
            return builder.build();
        } catch (RuntimeException | Error e) {
            scratch.close();
            throw e;
        }
    }
}

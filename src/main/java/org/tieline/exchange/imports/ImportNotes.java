package org.tieline.exchange.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an import has to say of the records that it read, counted by reason with the first places of each. */
public final class ImportNotes {
    private final List<ImportReport.Read> read = new ArrayList<>();
    private final ReasonTally left = new ReasonTally();
    private final ReasonTally changed = new ReasonTally();
    private final ReasonTally told = new ReasonTally();

    /** Notes that a file was read to its end. */
    public void read(String file, long rows) {
        read.add(new ImportReport.Read(file, rows));
    }

    /** Counts what is not taken, and is so much that an example tells nothing. */
    public void leave(String reason) {
        left.add(reason, null);
    }

    /** Counts what is not taken. */
    public void leave(String reason, @Nullable RecordPlace origin) {
        leave(reason, Objects.toString(origin, null));
    }

    /** Counts what is not taken; the example tells where it stands, null if that tells nothing. */
    public void leave(String reason, @Nullable String example) {
        left.add(reason, example);
    }

    /** Counts what is taken, but not all of it. */
    public void change(String what, String example) {
        changed.add(what, example);
    }

    /** Counts what was read and has no place in the tables, where it is worth knowing; the example may be null. */
    public void tell(String what, @Nullable String example) {
        told.add(what, example);
    }

    /** The report, once all was said. */
    public ImportReport report(ImportReport.Taken taken) {
        return new ImportReport(read, taken, left.list(), changed.list(), told.list());
    }
}

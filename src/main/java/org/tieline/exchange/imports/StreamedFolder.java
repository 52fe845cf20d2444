package org.tieline.exchange.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tieline.dataset.Bundle;
import org.tieline.dataset.DatasetReader;
import org.tieline.dataset.DatasetWriter;
import org.tieline.dataset.PackageHead;

/**
 * Makes a folder of data row by row, however many there are; who writes it sees to it that the checks have nothing to refuse.
 * Beside the folder there is a place for intermediate files until this is closed. The folder appears under its name when it is
 * complete.
 */
public final class StreamedFolder implements Closeable {
    /** So many rows are read back; more would take more memory than writing them did. */
    private static final long MOST_READ_BACK = 200_000;

    /** In bytes; so much of each {@link SpilledRows} is held. */
    private static final long HELD = 32L << 20;

    private final ImportTarget target;
    private final Path into;
    private final Path work;

    /**
     * @throws org.tieline.model.TielineException.BadQuestion if the folder cannot be made
     */
    public StreamedFolder(ImportTarget target) {
        ImportedFolder.requireNothingAt(target.into());
        this.target = target;
        into = target.into().toAbsolutePath().normalize();
        try {
            work = Files.createTempDirectory(into.getParent(), "." + into.getFileName() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows to be sorted on the way; the name is unlike those of others. */
    public SpilledRows sorted(String name) {
        return new SpilledRows(work, name, HELD);
    }

    /**
     * Writes the folder, once.
     *
     * @param rows writes all rows, table by table and sorted within each
     * @param counted says how many they were, after they were written
     * @return the same, with whether they were read back and checked
     * @throws org.tieline.model.TielineException.InvalidData if the checks refuse something all the same
     */
    public ImportReport.Taken write(
            PackageHead head, Consumer<DatasetWriter> rows, Supplier<ImportReport.Taken> counted) {
        try {
            Path made = Files.createDirectory(work.resolve("made"));
            try (Bundle files = Bundle.folder(made);
                    DatasetWriter writer = new DatasetWriter(files, head)) {
                rows.accept(writer);
                writer.finish();
            }
            ImportReport.Taken taken = counted.get();
            boolean checked = taken.rows() <= MOST_READ_BACK;
            if (checked) {
                DatasetReader.check(target.beside() == null ? List.of(made) : List.of(target.beside(), made));
            }
            Files.deleteIfExists(into);
            Files.move(made, into);
            return taken.checked(checked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what is not the folder. */
    @Override
    public void close() {
        try {
            ImportedFolder.delete(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.tieline.exchange.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.tieline.dataset.Bundle;
import org.tieline.dataset.DatasetWriter;
import org.tieline.dataset.PackageHead;
import org.tieline.scratch.Scratch;
import org.tieline.scratch.SortedRows;

/**
 * Makes a folder of data row by row, however many there are; who writes it sees to it that the checks have nothing to refuse.
 * Beside the folder there is a place for intermediate files until this is closed. The folder appears under its name when it is
 * complete.
 */
public final class StreamedFolder implements Closeable {
    private final ImportTarget target;
    private final Path into;
    private final Path work;
    private final Scratch scratch;

    /**
     * @throws org.tieline.model.TielineException.BadQuestion if the folder cannot be made
     */
    public StreamedFolder(ImportTarget target) {
        ImportedFolder.requireNothingAt(target.into());
        this.target = target;
        into = target.into().toAbsolutePath().normalize();
        try {
            work = Files.createTempDirectory(into.getParent(), "." + into.getFileName() + "-");
            scratch = Scratch.in(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows to be sorted on the way. */
    public SortedRows sorted() {
        return new SortedRows(scratch);
    }

    /**
     * Writes the folder, once.
     *
     * @param rows writes all rows, table by table and sorted within each
     * @throws org.tieline.model.TielineException.InvalidData if the checks refuse something all the same
     */
    public void write(PackageHead head, Consumer<DatasetWriter> rows) {
        try {
            Path made = Files.createDirectory(work.resolve("made"));
            try (Bundle files = Bundle.folder(made);
                    DatasetWriter writer = new DatasetWriter(files, head)) {
                rows.accept(writer);
                writer.finish();
            }
            target.check(made);
            Files.deleteIfExists(into);
            Files.move(made, into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what is not the folder. */
    @Override
    public void close() {
        scratch.close();
        try {
            ImportedFolder.delete(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

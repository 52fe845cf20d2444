package org.tieline.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.FactSink;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/**
 * Writes a data set in the form that {@link DatasetReader} reads: UTF-8, CSV as of RFC 4180 with line feeds and quotes where
 * they are needed, a file a table, and the data package that describes them with the number of bytes and the SHA-256 of each.
 *
 * <p>Rows are written as they come and none is kept. They come table by table and sorted within each by its key, as a
 * {@link Dataset} has them; equal facts then give equal bytes. What cannot be written is an {@link UncheckedIOException}.
 * Only {@link #finish} makes it complete: a folder without a data package was broken off. For one thread.
 */
public class DatasetWriter implements FactSink, Closeable {
    private final Bundle files;
    private final Map<DatasetTable, WrittenTable> written = new EnumMap<>(DatasetTable.class);
    private PackageHead head;
    private @Nullable WrittenTable open;

    /** @param files stay open */
    public DatasetWriter(Bundle files, PackageHead head) {
        this.files = files;
        this.head = head;
    }

    /** Tells what the data package says of the whole, where it was not known at the beginning. */
    protected final void describe(PackageHead known) {
        head = known;
    }

    /**
     * Writes a whole data set into a folder that is there and has no files of these names.
     *
     * @param head its version should be that of the data set
     */
    public static void write(Dataset dataset, PackageHead head, Path folder) {
        try (Bundle files = Bundle.folder(folder);
                DatasetWriter writer = new DatasetWriter(files, head)) {
            FactSink.Feed.of(dataset).handTo(writer);
            writer.finish();
        }
    }

    @Override
    public void organization(Organization row) {
        write(DatasetTable.ORGANIZATIONS, row.id(), Cells.of(row));
    }

    @Override
    public void tie(Tie row) {
        write(DatasetTable.TIES, row.id(), Cells.of(row));
    }

    @Override
    public void ban(Ban row) {
        write(DatasetTable.BANS, row.id(), Cells.of(row));
    }

    @Override
    public void source(Source row) {
        write(DatasetTable.SOURCES, row.id(), Cells.of(row));
    }

    @Override
    public void membership(Membership row) {
        write(DatasetTable.MEMBERSHIPS, row.key(), Cells.of(row));
    }

    @Override
    public void identifier(Identifier row) {
        write(DatasetTable.IDENTIFIERS, row.key(), Cells.of(row));
    }

    @Override
    public void subscribers(SubscriberCount row) {
        write(DatasetTable.SUBSCRIBERS, row.key(), Cells.of(row));
    }

    /** Writes the tables that have no rows and must be there, and the data package. */
    public void finish() {
        try {
            for (DatasetTable table : DatasetTable.values()) {
                if (!written.containsKey(table) && !table.isOptional()) {
                    begin(table);
                }
            }
            end();
            DataPackage.write(files, head, written);
            files.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(DatasetTable table, String key, List<String> cells) {
        try {
            WrittenTable rows = open != null && open.table() == table ? open : begin(table);
            rows.write(key, cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WrittenTable begin(DatasetTable table) throws IOException {
        if (written.containsKey(table)) {
            throw new IllegalStateException("the rows of %s must come together".formatted(table.file()));
        }
        end();
        WrittenTable begun = new WrittenTable(table, files);
        open = begun;
        written.put(table, begun);
        return begun;
    }

    private void end() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** Releases what is open, finished or not. */
    @Override
    public void close() {
        try {
            end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.tieline.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Sha256;

/** The file of one table while it is written, and what is known of it afterwards. */
final class WrittenTable implements Closeable {
    private final DatasetTable table;
    private final Measured measured;
    private final CsvWriter csv;
    private @Nullable String last;

    WrittenTable(DatasetTable table, Bundle files) throws IOException {
        this.table = table;
        measured = new Measured(files.begin(table.file()));
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(measured, StandardCharsets.UTF_8));
        csv.writeRecord(table.columns());
    }

    DatasetTable table() {
        return table;
    }

    /** @throws IllegalStateException if the row does not come after the one before */
    void write(String key, List<String> cells) {
        if (last != null && last.compareTo(key) >= 0) {
            throw new IllegalStateException("rows of %s must be sorted and each there once, %s came after %s"
                    .formatted(table.file(), key, last));
        }
        last = key;
        csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** The number of its bytes, once it is closed. */
    long bytes() {
        return measured.bytes;
    }

    /** {@code sha256:} and 64 lower-case hexadecimal digits, once it is closed; to be asked once. */
    String hash() {
        return "sha256:" + Sha256.hex(measured.digest);
    }

    private static final class Measured extends FilterOutputStream {
        private final MessageDigest digest = Sha256.begin();
        private long bytes;

        Measured(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] written, int from, int length) throws IOException {
            out.write(written, from, length);
            digest.update(written, from, length);
            bytes += length;
        }
    }
}

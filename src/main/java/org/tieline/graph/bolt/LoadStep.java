package org.tieline.graph.bolt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tieline.graph.StoredRows;

/**
 * A part of a load that one transaction does.
 *
 * @param rows of facts as {@link org.tieline.graph.FactRows} has them, or with the {@code id} alone of what is to go; those with
 *     {@code outdated} replace something of their id
 */
record LoadStep(StepKind kind, List<Map<String, Object>> rows) {
    private static final int BUFFER = 1 << 14;

    byte[] content() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes, BUFFER))) {
            out.writeInt(rows.size());
            for (Map<String, Object> row : rows) {
                StoredRows.write(out, row, true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a step of a load could not be held in memory", e);
        }
        return bytes.toByteArray();
    }

    static LoadStep of(StepKind kind, byte[] content) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(content), BUFFER))) {
            int count = in.readInt();
            List<Map<String, Object>> rows = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                rows.add(StoredRows.read(in));
            }
            return new LoadStep(kind, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("a step of a load cannot be read", e);
        }
    }
}

package org.tieline.exchange.gleif;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;

/**
 * An entity on its way through a file.
 *
 * @param entity its number
 * @param line where it stands
 * @param organization what will be written, but for a successor; null if the data beside have it
 * @param contradicted whether its creation was left, as it contradicts its end
 */
record EntityRow(int entity, long line, @Nullable Organization organization, boolean contradicted) {
    private static final OrganizationKind[] KINDS = OrganizationKind.values();

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(entity);
            out.writeLong(line);
            out.writeBoolean(contradicted);
            out.writeBoolean(organization != null);
            if (organization != null) {
                text(organization.name(), out);
                out.writeByte(organization.kind().ordinal());
                text(organization.country() == null ? "" : organization.country(), out);
                out.writeInt(PackedDate.of(organization.since()));
                out.writeInt(PackedDate.of(organization.until()));
                out.writeByte(organization.aliases().size());
                for (String alias : organization.aliases()) {
                    text(alias, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static EntityRow of(String id, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int entity = in.readInt();
            long line = in.readLong();
            boolean contradicted = in.readBoolean();
            return new EntityRow(entity, line, in.readBoolean() ? organization(id, in) : null, contradicted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Organization organization(String id, DataInputStream in) throws IOException {
        String name = text(in);
        OrganizationKind kind = KINDS[in.readByte()];
        String country = text(in);
        int since = in.readInt();
        int until = in.readInt();
        int aliases = in.readByte();
        List<String> others = new ArrayList<>(aliases);
        for (int i = 0; i < aliases; i++) {
            others.add(text(in));
        }
        return new Organization(id, name, kind, country.isEmpty() ? null : country, others)
                .living(PackedDate.date(since), PackedDate.date(until), null);
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}

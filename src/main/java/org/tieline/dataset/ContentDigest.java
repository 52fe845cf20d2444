package org.tieline.dataset;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Function;
import org.tieline.model.Ban;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Sha256;
import org.tieline.model.Source;
import org.tieline.model.Tie;

/**
 * The SHA-256 of what the tables say, whatever the order of their rows and columns, their line ends and quoting.
 *
 * <p>Digested are, in this order, organizations, ties, bans, sources and, if there are any, memberships. Of each table: the name of its file, the number of
 * its rows in decimal, then its rows sorted by id (memberships by bloc, country and first day), each cell by cell in the canonical order of columns. A cell is its text
 * after CSV is undone, an empty cell the empty text, line breaks inside it line feeds, lists with their bars and in their
 * order, percentages without trailing zeros. Every one of these texts goes in as the number of its UTF-8 bytes, four bytes
 * big-endian, followed by those bytes.
 *
 * <p>Former ids of organizations are no cell of their rows: if there are any, there follow at the very end the text
 * {@code formerIds}, the number of organizations that have some, and of each its id and its former ids with bars. So a data
 * set without any has the digest that it had before there were such ids.
 */
final class ContentDigest {
    private static final int BUFFER = 1 << 16;
    private static final String FORMER_IDS = "formerIds";

    private final DataOutputStream cells;

    private ContentDigest(MessageDigest digest) {
        cells = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest), BUFFER));
    }

    /** 64 lower-case hexadecimal digits over tables that are sorted by id. */
    static String of(
            List<Organization> organizations,
            List<Tie> ties,
            List<Ban> bans,
            List<Source> sources,
            List<Membership> memberships) {
        try {
            MessageDigest digest = Sha256.begin();
            ContentDigest content = new ContentDigest(digest);
            content.table(DatasetTable.ORGANIZATIONS, organizations, ContentDigest::withoutFormerIds);
            content.table(DatasetTable.TIES, ties, Cells::of);
            content.table(DatasetTable.BANS, bans, Cells::of);
            content.table(DatasetTable.SOURCES, sources, Cells::of);
            if (!memberships.isEmpty()) {
                content.table(DatasetTable.MEMBERSHIPS, memberships, Cells::of);
            }
            content.formerIds(organizations);
            content.cells.flush();
            return Sha256.hex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> void table(DatasetTable table, List<T> rows, Function<T, List<String>> toCells) {
        cell(table.file());
        cell(Integer.toString(rows.size()));
        rows.forEach(row -> toCells.apply(row).forEach(this::cell));
    }

    private static List<String> withoutFormerIds(Organization row) {
        return Cells.of(row).subList(0, DatasetTable.ORGANIZATIONS.columns().indexOf(FORMER_IDS));
    }

    private void formerIds(List<Organization> organizations) {
        List<Organization> renamed =
                organizations.stream().filter(row -> !row.formerIds().isEmpty()).toList();
        if (!renamed.isEmpty()) {
            cell(FORMER_IDS);
            cell(Integer.toString(renamed.size()));
            renamed.forEach(row -> {
                cell(row.id());
                cell(Cells.bars(row.formerIds()));
            });
        }
    }

    private void cell(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            cells.writeInt(bytes.length);
            cells.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

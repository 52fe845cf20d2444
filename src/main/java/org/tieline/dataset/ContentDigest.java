package org.tieline.dataset;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tieline.model.Ban;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Term;
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
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ContentDigest content = new ContentDigest(digest);
            content.table(Table.ORGANIZATIONS, organizations, content::organization);
            content.table(Table.TIES, ties, content::tie);
            content.table(Table.BANS, bans, content::ban);
            content.table(Table.SOURCES, sources, content::source);
            if (!memberships.isEmpty()) {
                content.table(Table.MEMBERSHIPS, memberships, content::membership);
            }
            content.formerIds(organizations);
            content.cells.flush();
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> void table(Table table, List<T> rows, Consumer<T> row) {
        cell(table.file());
        cell(Integer.toString(rows.size()));
        rows.forEach(row);
    }

    private void organization(Organization row) {
        cells(row.id(), row.name(), row.kind().text(), row.country(), bars(row.aliases(), Function.identity()));
    }

    private void formerIds(List<Organization> organizations) {
        List<Organization> renamed =
                organizations.stream().filter(row -> !row.formerIds().isEmpty()).toList();
        if (!renamed.isEmpty()) {
            cells("formerIds", renamed.size());
            renamed.forEach(row -> cells(row.id(), bars(row.formerIds(), Function.identity())));
        }
    }

    private void tie(Tie row) {
        cells(row.id(), row.from(), row.type().text(), row.to(), row.since(), row.until(), plain(row.percent()));
        cells(
                bars(row.segment(), Term::text),
                bars(row.generation(), Term::text),
                row.evidence().text());
        cells(bars(row.sources(), Function.identity()), row.summary());
    }

    private void ban(Ban row) {
        cells(row.id(), row.government(), row.country(), bars(row.targets(), Function.identity()));
        cells(
                row.named() ? "yes" : "no",
                bars(row.carriers(), Function.identity()),
                row.nature().text());
        cells(bars(row.scope(), Object::toString), row.status().text());
        cells(row.reported(), row.announced(), row.effective(), row.deadline(), row.ended());
        cells(
                bars(row.sources(), Function.identity()),
                row.ownershipRule() == null ? null : row.ownershipRule().text(),
                row.summary());
    }

    private void source(Source row) {
        cells(row.id(), row.publisher(), row.title(), row.published(), row.url());
    }

    private void membership(Membership row) {
        cells(row.bloc(), row.country(), row.since(), row.until(), bars(row.sources(), Function.identity()));
    }

    private void cells(Object... values) {
        for (Object value : values) {
            cell(value == null ? "" : value.toString());
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

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    private static <T> String bars(List<T> elements, Function<? super T, String> text) {
        if (elements.size() == 1) {
            return text.apply(elements.getFirst());
        }
        return elements.isEmpty() ? "" : elements.stream().map(text).collect(Collectors.joining("|"));
    }
}

package org.tieline.exposure.column;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Ids or other texts by number, without an object each: in blocks of {@value #BLOCK}, of which each id is told by how many bytes it has in
 * common with the one before and by those that follow. Immutable; tables that differ in few ids share all other pages.
 *
 * <p>To read an id, its block is read up to it, a few nanoseconds an id.
 */
public final class IdTable {
    static final int BLOCK = 16;

    /** The ids of a page that is built anew; one that others were spliced into may have up to twice as many. */
    static final int PAGE = 1 << 14;

    /** The same in bytes, for texts that are long. */
    static final int PAGE_BYTES = 1 << 17;

    private final IdPage[] pages;

    /** The first number of each page, and the number of ids. */
    private final int[] starts;

    IdTable(List<IdPage> pages) {
        this.pages = pages.toArray(IdPage[]::new);
        starts = new int[this.pages.length + 1];
        for (int page = 0; page < this.pages.length; page++) {
            starts[page + 1] = Math.addExact(starts[page], this.pages[page].size());
        }
    }

    /** The number of ids. */
    public int size() {
        return starts[pages.length];
    }

    /** What they take, in bytes. */
    public long bytes() {
        return Arrays.stream(pages).distinct().mapToLong(IdPage::memory).sum();
    }

    /** The id with a number. */
    public String id(int number) {
        Cursor cursor = cursor();
        cursor.seek(number);
        return cursor.text();
    }

    /** Reads ids one after the other; those that follow each other quickest. */
    public Cursor cursor() {
        return new Cursor();
    }

    /**
     * Finds an id among numbers of which the ids ascend by the bytes of UTF-8, that is by code points.
     *
     * @param from the first of the numbers
     * @param to where they end, exclusive
     * @return its number; if it is not there, -1 minus the number that it would have
     */
    public int search(String id, int from, int to) {
        byte[] wanted = id.getBytes(UTF_8);
        Cursor cursor = cursor();
        int low = from;
        int high = to;
        while (high - low > BLOCK) {
            int middle = blockStart(low + high >>> 1);
            if (middle <= low) {
                middle += BLOCK;
                int end = starts[pageOf(middle - BLOCK) + 1];
                middle = Math.min(middle, end);
            }
            cursor.seek(middle);
            if (cursor.compare(wanted) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        for (int number = low; number < high; number++) {
            cursor.seek(number);
            int order = cursor.compare(wanted);
            if (order >= 0) {
                return order == 0 ? number : -1 - number;
            }
        }
        return -1 - high;
    }

    /**
     * These ids without some and with others between them.
     *
     * @param removed the numbers of those that are left out
     * @param places for each id of {@code more}, ascending, how many of these stand before it
     */
    public IdTable spliced(BitSet removed, IdTable more, int[] places) {
        List<IdPage> all = new ArrayList<>(pages.length + 2);
        Cursor added = more.cursor();
        int next = 0;
        for (int page = 0; page < Math.max(1, pages.length); page++) {
            int start = pages.length == 0 ? 0 : starts[page];
            int end = pages.length == 0 ? 0 : starts[page + 1];
            boolean last = page >= pages.length - 1;
            int upTo = next;
            while (upTo < places.length && (last || places[upTo] < end)) {
                upTo++;
            }
            int gone = removed.get(start, end).cardinality();
            if (upTo == next && gone == 0) {
                if (pages.length > 0) {
                    all.add(pages[page]);
                }
                continue;
            }
            int size = end - start - gone + upTo - next;
            long bytes = pages.length == 0 ? 0 : pages[page].length();
            int parts = Math.max(parts(size, PAGE), parts(bytes, PAGE_BYTES));
            IdWriter writer = new IdWriter(parts == 1 ? 2 * PAGE : Math.ceilDiv(size, parts));
            Cursor kept = cursor();
            for (int number = start; number <= end; number++) {
                while (next < upTo && (places[next] <= number || number == end)) {
                    added.seek(next++);
                    added.addTo(writer);
                }
                if (number < end && !removed.get(number)) {
                    kept.seek(number);
                    kept.addTo(writer);
                }
            }
            all.addAll(writer.pages());
        }
        return new IdTable(all);
    }

    /** Into how many pages one is divided that has become too large. */
    private static int parts(long size, int usual) {
        return size <= 2L * usual ? 1 : Math.toIntExact(Math.ceilDiv(size, usual));
    }

    /**
     * Ids of this table in another order.
     *
     * @param order for each id of the new table the number of this
     */
    public IdTable gathered(int[] order) {
        IdWriter writer = new IdWriter();
        Cursor cursor = cursor();
        for (int number : order) {
            cursor.seek(number);
            cursor.addTo(writer);
        }
        return writer.table();
    }

    /** Writes it. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(pages.length);
        for (IdPage page : pages) {
            out.writeInt(page.size());
            out.writeInt(page.bytes().remaining());
            page.writeWhole(out);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static IdTable read(DataInputStream in) throws IOException {
        List<IdPage> pages = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int size = in.readInt();
            byte[] bytes = new byte[in.readInt()];
            int[] blocks = Packed.ints(in, Math.ceilDiv(size, BLOCK));
            in.readFully(bytes);
            pages.add(new IdPage.InMemory(size, blocks, bytes));
        }
        return new IdTable(pages);
    }

    /** Writes what is needed to find again what {@link #writePages} writes. */
    public void writeOutline(DataOutputStream out) throws IOException {
        out.writeInt(pages.length);
        for (IdPage page : pages) {
            out.writeInt(page.size());
            out.writeInt(page.length());
            out.writeInt(page.checksum());
        }
    }

    /** Writes the pages one after the other. */
    public void writePages(DataOutputStream out) throws IOException {
        for (IdPage page : pages) {
            page.writeWhole(out);
        }
    }

    /** How many bytes {@link #writePages} writes. */
    public long pagesLength() {
        return Arrays.stream(pages).mapToLong(IdPage::length).sum();
    }

    /**
     * A table whose pages stay where they are and are read when something of them is asked for.
     *
     * @param in what {@link #writeOutline} wrote
     * @param written what {@link #writePages} wrote; it must stay as it is
     * @throws IndexOutOfBoundsException if there is less of it
     */
    public static IdTable lying(DataInputStream in, LyingBytes written) throws IOException {
        List<IdPage> pages = new ArrayList<>();
        long begin = 0;
        for (int left = in.readInt(); left > 0; left--) {
            int size = in.readInt();
            int length = in.readInt();
            pages.add(new IdPage.InFile(size, written.part(begin, length), in.readInt()));
            begin += length;
        }
        return new IdTable(pages);
    }

    /**
     * Has the pages lie elsewhere from now on, which takes no memory of Java; what they hold is the same.
     *
     * @param written what {@link #writePages} wrote; it must stay as it is
     */
    public void lieIn(LyingBytes written) {
        long begin = 0;
        for (int page = 0; page < pages.length; page++) {
            IdPage before = pages[page];
            int length = before.length();
            pages[page] = new IdPage.InFile(before.size(), written.part(begin, length), before.checksum());
            begin += length;
        }
    }

    /** Whether all pages hold what was written, as far as their checksums tell; all of them are read. */
    public boolean isSound() {
        return Arrays.stream(pages).allMatch(IdPage::isSound);
    }

    List<IdPage> pages() {
        return List.of(pages);
    }

    private int blockStart(int number) {
        int start = starts[pageOf(number)];
        return start + (number - start & -BLOCK);
    }

    private int pageOf(int number) {
        int guess = number / PAGE;
        if (guess < pages.length && starts[guess] <= number && number < starts[guess + 1]) {
            return guess;
        }
        int found = Arrays.binarySearch(starts, 0, pages.length, number);
        return found >= 0 ? found : -2 - found;
    }

    /** Stands at one id after the other. Not for several threads. */
    public final class Cursor {
        private byte[] buffer = new byte[48];
        private int length;
        private IdPage page = IdPage.EMPTY;
        private byte[] bytes = new byte[0];
        private int end;

        /** The number of the id after this one, and where it begins in the bytes. */
        private int next = -1;

        private int at;

        private Cursor() {}

        /** Goes to an id. */
        public void seek(int number) {
            if (number == next - 1) {
                return;
            }
            if (number != next || next == end || (next - start() & BLOCK - 1) == 0) {
                int place = pageOf(number);
                page = pages[place];
                end = starts[place + 1];
                int local = number - starts[place];
                bytes = page.block(local / BLOCK);
                at = page.start(local / BLOCK);
                next = number - local % BLOCK;
                length = 0;
            }
            while (next <= number) {
                step();
            }
        }

        private int start() {
            return end - page.size();
        }

        private void step() {
            int head = bytes[at++] & 0xFF;
            int shared = head >>> 4;
            if (shared == IdPage.LONG) {
                shared += number();
            }
            int more = head & IdPage.LONG;
            if (more == IdPage.LONG) {
                more += number();
            }
            length = shared + more;
            if (length > buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * length);
            }
            System.arraycopy(bytes, at, buffer, shared, more);
            at += more;
            next++;
        }

        /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
        private int number() {
            int number = 0;
            int shift = 0;
            byte part;
            do {
                part = bytes[at++];
                number |= (part & 0x7F) << shift;
                shift += 7;
            } while (part < 0);
            return number;
        }

        /** The id. */
        public String text() {
            return new String(buffer, 0, length, UTF_8);
        }

        /** Whether the bytes from one place up to another, exclusive, are those of another id. */
        boolean startsWith(byte[] other, int from, int to) {
            return to <= length && Arrays.equals(buffer, from, to, other, from, to);
        }

        /** The byte at a place, from 0 to 255; 0 after the last. */
        int at(int place) {
            return place < length ? buffer[place] & 0xFF : 0;
        }

        byte[] bytes() {
            return Arrays.copyOf(buffer, length);
        }

        /** How it stands to another id by code points. */
        int compare(byte[] other) {
            return Arrays.compareUnsigned(buffer, 0, length, other, 0, other.length);
        }

        /** Adds it to others. */
        public void addTo(IdWriter writer) {
            writer.add(buffer, length);
        }
    }
}

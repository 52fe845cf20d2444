package org.tieline.exposure.column;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes ids one after the other and packs them into an {@link IdTable}. Not for several threads. */
public final class IdWriter {
    private final int most;
    private final int mostBytes;
    private final List<IdPage> pages = new ArrayList<>();
    private int finished;
    private int[] blocks = new int[16];
    private byte[] bytes = new byte[256];
    private int size;
    private int end;
    private byte[] last = new byte[64];
    private int lastLength;
    private boolean ascending = true;

    /** A page of empty texts, which those of ties without a sentence mostly are: it stands for all of its size. */
    private @Nullable IdPage blank;

    /** With pages of the usual size. */
    public IdWriter() {
        this(IdTable.PAGE, IdTable.PAGE_BYTES);
    }

    /** @param most how many ids a page may have, however long they are */
    IdWriter(int most) {
        this(most, Integer.MAX_VALUE);
    }

    private IdWriter(int most, int mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Adds an id. */
    public void add(String id) {
        byte[] text = id.getBytes(UTF_8);
        add(text, text.length);
    }

    void add(byte[] id, int length) {
        if (size == most || end > mostBytes) {
            finishPage();
        }
        int common = Arrays.mismatch(last, 0, lastLength, id, 0, length);
        common = common < 0 ? length : common;
        boolean first = finished + size == 0;
        ascending &= first || common < length && (common == lastLength || (last[common] & 0xFF) < (id[common] & 0xFF));
        if (size % IdTable.BLOCK == 0) {
            if (size / IdTable.BLOCK == blocks.length) {
                blocks = Arrays.copyOf(blocks, 2 * blocks.length);
            }
            blocks[size / IdTable.BLOCK] = end;
            common = 0;
        }
        int more = length - common;
        if (bytes.length - end < more + 11) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length + more + 11);
        }
        bytes[end++] = (byte) (Math.min(common, IdPage.LONG) << 4 | Math.min(more, IdPage.LONG));
        number(common - IdPage.LONG);
        number(more - IdPage.LONG);
        System.arraycopy(id, common, bytes, end, more);
        end += more;
        size++;
        if (length > last.length) {
            last = new byte[2 * length];
        }
        System.arraycopy(id, 0, last, 0, length);
        lastLength = length;
    }

    private void number(int number) {
        if (number < 0) {
            return;
        }
        int rest = number;
        while (rest > 0x7F) {
            bytes[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[end++] = (byte) rest;
    }

    private void finishPage() {
        pages.add(page());
        finished += size;
        size = 0;
        end = 0;
    }

    /** How many were added. */
    public int size() {
        return finished + size;
    }

    /** Whether each came after the one before by code points, and none twice. */
    public boolean isAscending() {
        return ascending;
    }

    /** Those that were added so far, of which the last page is a copy; adding may go on. */
    public IdTable table() {
        List<IdPage> all = new ArrayList<>(pages);
        if (size > 0) {
            all.add(page());
        }
        return new IdTable(all);
    }

    private IdPage page() {
        boolean isBlank = end == size;
        if (isBlank && blank != null && blank.size() == size) {
            return blank;
        }
        IdPage page = new IdPage.InMemory(
                size, Arrays.copyOf(blocks, Math.ceilDiv(size, IdTable.BLOCK)), Arrays.copyOf(bytes, end));
        if (isBlank) {
            blank = page;
        }
        return page;
    }

    List<IdPage> pages() {
        return table().pages();
    }
}

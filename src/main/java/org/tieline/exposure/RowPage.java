package org.tieline.exposure;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.tieline.exposure.column.Packed;
import org.tieline.model.Day;

/**
 * Every way to walk a tie away from organizations with neighbouring numbers. One way is a row, a {@code long} that decides the
 * usual question without another look: from the highest bit, 4 bits {@link WalkStep}, {@value #NEAR_BITS} bits target
 * organization, 16 bits {@code possibleFrom}, 16 bits {@code possibleTo} (days of {@link org.tieline.model.Day}), cut to when
 * both its organizations possibly exist. The rows of a denied tie hold on no day. What more bits a target has stand beside the
 * rows, in graphs alone that are so large.
 *
 * <p>A graph has one page until an array has no room for all rows. So a row is named by the organization that it leaves and an
 * {@code int}, however many there are, and the loops over the rows of an organization know nothing of pages.
 */
final class RowPage {
    /** The bits of a target that a row itself holds. */
    static final int NEAR_BITS = 28;

    /** The most rows of one page; below what an array can have by far, as few leave so many at once. */
    static final int MOST_ROWS = 1 << 30;

    private static final int NEAR = (1 << NEAR_BITS) - 1;
    private static final byte[] NONE = {};

    /** The organization that the page begins with. */
    final int first;

    /** Rows of organization n: {@code rows[offsets[n - first]]} up to, not including, {@code rows[offsets[n - first + 1]]}, by tie. */
    final int[] offsets;

    final long[] rows;

    /** For each row the higher bits of its target; without elements where no target has more than {@link #NEAR_BITS}. */
    final byte[] far;

    /** The tie of each row. */
    final int[] tieOfRow;

    RowPage(int first, int[] offsets, boolean isFar) {
        this.first = first;
        this.offsets = offsets;
        int size = offsets[offsets.length - 1];
        rows = new long[size];
        far = isFar ? new byte[size] : NONE;
        tieOfRow = new int[size];
    }

    private RowPage(DataInputStream in) throws IOException {
        first = in.readInt();
        offsets = Packed.ints(in);
        rows = Packed.longs(in);
        far = Packed.bytes(in);
        tieOfRow = Packed.ints(in);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(first);
        Packed.write(out, offsets, offsets.length);
        Packed.write(out, rows, rows.length);
        Packed.write(out, far);
        Packed.write(out, tieOfRow, tieOfRow.length);
    }

    static RowPage read(DataInputStream in) throws IOException {
        return new RowPage(in);
    }

    /** Whether organizations up to a number, exclusive, need more bits than a row has. */
    static boolean isFar(int organizations) {
        return organizations > 1 << NEAR_BITS;
    }

    /** The place of the first row of an organization. */
    int from(int organization) {
        return offsets[organization - first];
    }

    /** Where the rows of an organization end, exclusive. */
    int to(int organization) {
        return offsets[organization - first + 1];
    }

    /** The organization after the last. */
    int end() {
        return first + offsets.length - 1;
    }

    void set(int row, WalkStep step, int target, int possibleFrom, int possibleTo, int tie) {
        rows[row] = (long) step.ordinal() << 60 | (long) (target & NEAR) << 32 | (long) possibleFrom << 16 | possibleTo;
        if (far.length > 0) {
            far[row] = (byte) (target >>> NEAR_BITS);
        }
        tieOfRow[row] = tie;
    }

    /** Leads a row to an organization that has another number now. */
    void retarget(int row, int target) {
        rows[row] = rows[row] & ~((long) NEAR << 32) | (long) (target & NEAR) << 32;
        if (far.length > 0) {
            far[row] = (byte) (target >>> NEAR_BITS);
        }
    }

    /** Takes over a row of another page, under another number of its tie. */
    void copy(int row, RowPage other, int otherRow, int tie) {
        rows[row] = other.rows[otherRow];
        if (far.length > 0) {
            far[row] = other.far.length == 0 ? 0 : other.far[otherRow];
        }
        tieOfRow[row] = tie;
    }

    WalkStep step(int row) {
        return WalkStep.of((int) (rows[row] >>> 60));
    }

    int target(int row) {
        return target(far, rows[row], row);
    }

    /** The target of a row in a loop that holds the arrays itself. */
    static int target(byte[] far, long packed, int row) {
        int near = (int) (packed >>> 32) & NEAR;
        return far.length == 0 ? near : near | far[row] << NEAR_BITS;
    }

    static WalkStep step(long packed) {
        return WalkStep.of((int) (packed >>> 60));
    }

    /** Whether a row is of a denied tie: it holds from never to always. */
    static boolean isDenied(long packed) {
        return ((int) packed) == (Day.OPEN << 16 | Day.FIRST);
    }

    /** A number with the highest bit set if the days of the row do not include a day, else zero. */
    static int misses(long packed, int day) {
        int from = (int) packed >>> 16;
        int to = (int) packed & 0xFFFF;
        return (day - from | to - 1 - day) & Integer.MIN_VALUE;
    }

    long bytes() {
        return (long) Integer.BYTES * offsets.length + (long) (Long.BYTES + Integer.BYTES) * rows.length + far.length;
    }

    /**
     * How many organizations pages hold so that none has too many rows.
     *
     * @param counts the rows of each organization
     * @param most the most rows of a page
     * @return the number of low bits of the number of an organization that tell its place in a page; 31 for a single page
     * @throws IllegalStateException if one organization alone has too many
     */
    static int shift(int[] counts, int most) {
        int shift = Integer.SIZE - 1;
        while (!fit(counts, most, shift)) {
            // From where a page holds all to where it holds half of them.
            shift = Math.min(shift, Integer.SIZE - Integer.numberOfLeadingZeros(counts.length - 1)) - 1;
            if (shift < 0) {
                throw new IllegalStateException(
                        "an organization can be left by at most %,d ways to walk a tie, and there is one with %,d"
                                .formatted(most, Arrays.stream(counts).max().orElseThrow()));
            }
        }
        return shift;
    }

    private static boolean fit(int[] counts, int most, int shift) {
        long sum = 0;
        for (int organization = 0; organization < counts.length; organization++) {
            if (organization > 0 && organization >>> shift != organization - 1 >>> shift) {
                sum = 0;
            }
            sum += counts[organization];
            if (sum > most) {
                return false;
            }
        }
        return true;
    }

    /** Empty pages for so many rows of each organization. */
    static RowPage[] pages(int[] counts, int shift, boolean isFar) {
        return offsets(counts, shift, (first, offsets) -> new RowPage(first, offsets, isFar))
                .toArray(RowPage[]::new);
    }

    /**
     * Where the rows of the organizations of each page begin and end.
     *
     * @param page makes a page of its first organization and its offsets
     */
    static <P> List<P> offsets(int[] counts, int shift, BiFunction<Integer, int[], P> page) {
        List<P> pages = new ArrayList<>();
        long size = Math.clamp(counts.length, 1, 1L << shift);
        for (long first = 0; first == 0 || first < counts.length; first += size) {
            int length = (int) Math.min(size, counts.length - first);
            int[] offsets = new int[length + 1];
            for (int i = 0; i < length; i++) {
                offsets[i + 1] = Math.addExact(offsets[i], counts[(int) first + i]);
            }
            pages.add(page.apply((int) first, offsets));
        }
        return pages;
    }
}

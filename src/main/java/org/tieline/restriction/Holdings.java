package org.tieline.restriction;

import java.util.Arrays;

/**
 * Who may hold how much of whom on one day, by numbers of organizations. Immutable.
 *
 * <p>They take memory for the stakes there are, and none for organizations in which nobody holds any: most of a register.
 *
 * <p>What one owner holds of one organization is its <em>share</em>, an interval in hundredths of a percent. One stake that
 * certainly holds is a share of its percentage; one that only possibly holds may be nothing, so it reaches down to 0. Of
 * several stakes of one owner, which can not all hold, the share is the interval between them. A stake of unknown percentage
 * reaches from 0 to 100; what the others leave of 100 is for {@link Cascade} to see, as it depends on whose shares are
 * added up.
 */
public final class Holdings {
    /** In place of a percentage: it is not known. */
    public static final int UNKNOWN = -1;

    /** All of an organization, in hundredths of a percent. */
    public static final int WHOLE = 10_000;

    /** The organizations that hold a share, ascending. */
    private final int[] owners;

    /** Shares of {@code owners[n]}: {@code offsets[n]} up to, not including, {@code offsets[n + 1]}. */
    private final int[] offsets;

    /** The organization that each share is of; ascending among the shares of one owner. */
    final int[] owned;

    /** The least that each share may be, in hundredths of a percent. */
    final int[] lowest;

    /** The most, for itself, that each share may be, in hundredths of a percent. */
    final int[] highest;

    /** The organizations in which somebody holds a share, ascending. */
    private final int[] held;

    /** The least shares of all owners of {@code held[n]} together, in hundredths of a percent. */
    private final long[] total;

    private Holdings(Builder from) {
        long[] order = from.order();
        int[] holders = new int[order.length];
        int[] starts = new int[order.length + 1];
        int[] ofWhom = new int[order.length];
        int[] least = new int[order.length];
        int[] most = new int[order.length];
        int holderCount = 0;
        int shares = 0;
        for (int at = 0, next; at < order.length; at = next) {
            int first = (int) order[at];
            int holder = from.owner[first];
            int in = from.owned[first];
            int low = WHOLE;
            int high = 0;
            for (next = at; next < order.length && from.isOf((int) order[next], holder, in); next++) {
                int percent = from.percent[(int) order[next]];
                low = Math.min(low, percent == UNKNOWN ? 0 : percent);
                high = Math.max(high, percent == UNKNOWN ? WHOLE : percent);
            }
            boolean alone = next == at + 1 && !from.certain[first];
            if (holderCount == 0 || holders[holderCount - 1] != holder) {
                holders[holderCount] = holder;
                starts[holderCount++] = shares;
            }
            ofWhom[shares] = in;
            least[shares] = alone ? 0 : low;
            most[shares++] = high;
        }
        starts[holderCount] = shares;
        owners = Arrays.copyOf(holders, holderCount);
        offsets = Arrays.copyOf(starts, holderCount + 1);
        owned = Arrays.copyOf(ofWhom, shares);
        lowest = Arrays.copyOf(least, shares);
        highest = Arrays.copyOf(most, shares);
        held = Arrays.stream(owned).sorted().distinct().toArray();
        total = new long[held.length];
        for (int share = 0; share < shares; share++) {
            total[Arrays.binarySearch(held, owned[share])] += lowest[share];
        }
    }

    /** A builder without stakes. */
    public static Builder builder() {
        return new Builder();
    }

    /** The least shares of all owners of an organization together, in hundredths of a percent; above 10,000 by mistake. */
    public long total(int organization) {
        int place = Arrays.binarySearch(held, organization);
        return place < 0 ? 0 : total[place];
    }

    /** The least that an owner holds of an organization, in hundredths of a percent; 0 if it holds nothing. */
    public int lowest(int owner, int of) {
        int share = share(owner, of);
        return share < 0 ? 0 : lowest[share];
    }

    /**
     * The most that an owner may hold of an organization, in hundredths of a percent: no more than the least shares of its
     * other owners leave of 100; 0 if it holds nothing.
     */
    public int highest(int owner, int of) {
        int share = share(owner, of);
        return share < 0 ? 0 : (int) most(lowest[share], highest[share], total(of) - lowest[share]);
    }

    /** Whether an owner has a share in an organization, but for one of 0. */
    public boolean holds(int owner, int of) {
        int share = share(owner, of);
        return share >= 0 && highest[share] > 0;
    }

    /** The first share that an owner holds; if it holds none, as {@link #end}. */
    int begin(int owner) {
        int place = Arrays.binarySearch(owners, owner);
        return place < 0 ? 0 : offsets[place];
    }

    /** The share after the last one that an owner holds. */
    int end(int owner) {
        int place = Arrays.binarySearch(owners, owner);
        return place < 0 ? 0 : offsets[place + 1];
    }

    /** The place of a share; negative if the owner holds nothing of the organization. */
    int share(int owner, int of) {
        return Arrays.binarySearch(owned, begin(owner), end(owner), of);
    }

    /** The lesser of a highest share and of what others leave of 100, and no less than the lowest whatever the others are. */
    static long most(long lowest, long highest, long others) {
        return Math.max(lowest, Math.min(highest, WHOLE - others));
    }

    /** Collects stakes, in any order. */
    public static final class Builder {
        private int[] owner = new int[1 << 6];
        private int[] owned = new int[1 << 6];
        private int[] percent = new int[1 << 6];
        private boolean[] certain = new boolean[1 << 6];
        private int size;

        private Builder() {}

        /**
         * Adds a stake that possibly holds on the day.
         *
         * @param hundredths of a percent, 0 to 10,000, or {@link #UNKNOWN}
         * @param certainly whether it certainly holds
         */
        public Builder add(int holder, int of, int hundredths, boolean certainly) {
            if (size == owner.length) {
                owner = Arrays.copyOf(owner, 2 * size);
                owned = Arrays.copyOf(owned, 2 * size);
                percent = Arrays.copyOf(percent, 2 * size);
                certain = Arrays.copyOf(certain, 2 * size);
            }
            owner[size] = holder;
            owned[size] = of;
            percent[size] = hundredths;
            certain[size] = certainly;
            size++;
            return this;
        }

        private boolean isOf(int stake, int holder, int in) {
            return owner[stake] == holder && owned[stake] == in;
        }

        /** The numbers of the stakes by owner and owned, each in the lower half; the upper half is what it was sorted by last. */
        private long[] order() {
            long[] order = new long[size];
            for (int i = 0; i < size; i++) {
                order[i] = (long) owner[i] << Integer.SIZE | i;
            }
            Arrays.sort(order);
            for (int begin = 0, end; begin < size; begin = end) {
                int holder = owner[(int) order[begin]];
                for (end = begin; end < size && owner[(int) order[end]] == holder; end++) {
                    order[end] = (long) owned[(int) order[end]] << Integer.SIZE | (int) order[end];
                }
                Arrays.sort(order, begin, end);
            }
            return order;
        }

        public Holdings build() {
            return new Holdings(this);
        }
    }
}

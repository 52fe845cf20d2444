package org.tieline.restriction;

import java.util.Arrays;

/**
 * Who may hold how much of whom on one day, by numbers of organizations. Immutable.
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

    private final int organizations;

    /** Shares that owner n holds: {@code offsets[n]} up to, not including, {@code offsets[n + 1]}. */
    final int[] offsets;

    /** The organization that each share is of. */
    final int[] owned;

    /** The least that each share may be, in hundredths of a percent. */
    final int[] lowest;

    /** The most, for itself, that each share may be, in hundredths of a percent. */
    final int[] highest;

    /** The least shares of all owners of organization n together, in hundredths of a percent. */
    final long[] total;

    private Holdings(Builder from) {
        organizations = from.organizations;
        int[] starts = new int[organizations + 1];
        for (int i = 0; i < from.size; i++) {
            starts[from.owner[i] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] order = new int[from.size];
        int[] next = Arrays.copyOf(starts, organizations);
        for (int i = 0; i < from.size; i++) {
            order[next[from.owner[i]]++] = i;
        }
        offsets = new int[organizations + 1];
        total = new long[organizations];
        int[] ofWhom = new int[from.size];
        int[] least = new int[from.size];
        int[] most = new int[from.size];
        boolean[] alone = new boolean[from.size];
        int[] shareIn = new int[organizations];
        int shares = 0;
        for (int holder = 0; holder < organizations; holder++) {
            int first = shares;
            for (int at = starts[holder]; at < starts[holder + 1]; at++) {
                int stake = order[at];
                int in = from.owned[stake];
                int percent = from.percent[stake];
                int low = percent == UNKNOWN ? 0 : percent;
                int high = percent == UNKNOWN ? WHOLE : percent;
                int share = shareIn[in];
                if (share >= first && share < shares && ofWhom[share] == in) {
                    least[share] = Math.min(least[share], low);
                    most[share] = Math.max(most[share], high);
                    alone[share] = false;
                } else {
                    shareIn[in] = shares;
                    ofWhom[shares] = in;
                    least[shares] = low;
                    most[shares] = high;
                    alone[shares] = !from.certain[stake];
                    shares++;
                }
            }
            for (int share = first; share < shares; share++) {
                least[share] = alone[share] ? 0 : least[share];
                total[ofWhom[share]] += least[share];
            }
            offsets[holder + 1] = shares;
        }
        owned = Arrays.copyOf(ofWhom, shares);
        lowest = Arrays.copyOf(least, shares);
        highest = Arrays.copyOf(most, shares);
    }

    /** A builder without stakes. */
    public static Builder of(int organizations) {
        return new Builder(organizations);
    }

    /** The number of organizations; they are numbered from 0. */
    public int organizations() {
        return organizations;
    }

    /** The least shares of all owners of an organization together, in hundredths of a percent; above 10,000 by mistake. */
    public long total(int organization) {
        return total[organization];
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
        return share < 0 ? 0 : (int) most(lowest[share], highest[share], total[of] - lowest[share]);
    }

    /** Whether an owner has a share in an organization, but for one of 0. */
    public boolean holds(int owner, int of) {
        int share = share(owner, of);
        return share >= 0 && highest[share] > 0;
    }

    /** The place of a share; -1 if the owner holds nothing of the organization. */
    int share(int owner, int of) {
        for (int share = offsets[owner]; share < offsets[owner + 1]; share++) {
            if (owned[share] == of) {
                return share;
            }
        }
        return -1;
    }

    /** The lesser of a highest share and of what others leave of 100, and no less than the lowest whatever the others are. */
    static long most(long lowest, long highest, long others) {
        return Math.max(lowest, Math.min(highest, WHOLE - others));
    }

    /** Collects stakes, in any order. */
    public static final class Builder {
        private final int organizations;
        private int[] owner = new int[1 << 6];
        private int[] owned = new int[1 << 6];
        private int[] percent = new int[1 << 6];
        private boolean[] certain = new boolean[1 << 6];
        private int size;

        private Builder(int organizations) {
            this.organizations = organizations;
        }

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

        public Holdings build() {
            return new Holdings(this);
        }
    }
}

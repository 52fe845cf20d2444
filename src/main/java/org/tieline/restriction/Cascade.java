package org.tieline.restriction;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whom listed organizations catch under one version of a rule: the least fixed point, found level by level. For one
 * thread; answers speak of the latest run.
 *
 * <p>It is found twice. First with every share at its lowest: who is caught then is caught whatever the truth is. Then,
 * starting from these, with what the shares may be at most. In one organization, the shares of the owners that count add up
 * to at most the lesser of their highest shares together and of what the lowest shares of all its other owners leave of 100;
 * both grow with every owner that counts, so the second fixed point is well-defined too, and it does not depend on an order.
 * Each organization has its shares to itself, so for each that is caught in the second run there is a truth, the same for
 * all of them, in which it is; who is not caught in it is caught in none.
 *
 * <p>Every organization is caught once, and every share looked at once: the work is linear in the shares that lead on from
 * the listed organizations, and so is the memory.
 */
public final class Cascade {
    private static final byte OUT = 0;
    private static final byte POSSIBLE = 1;
    private static final byte CERTAIN = 2;
    private static final byte LISTED = 3;

    private final Holdings holdings;
    private final RuleProfile.Version version;

    /** The least that catches, in hundredths of a percent. */
    private final long enough;

    /** The organizations of the run, each with the place of what is known of it. */
    private final Places places = new Places();

    /** Of the organization at each place: how it counts. */
    private byte[] state = new byte[Places.FIRST];

    /** Of each: the step in which it was caught, 0 if it is listed. */
    private int[] step = new int[Places.FIRST];

    /** Of each: the latest step of an owner that counts. */
    private int[] latest = new int[Places.FIRST];

    /** Of each: the lowest shares of certain owners, together, or the largest of them where they do not add up. */
    private long[] low = new long[Places.FIRST];

    /** Of each: the highest shares of owners that count, taken for themselves, together, or the largest. */
    private long[] high = new long[Places.FIRST];

    /** Of each: the lowest shares of owners that count, together. */
    private long[] leastTogether = new long[Places.FIRST];

    public Cascade(Holdings holdings, RuleProfile.Version version) {
        this.holdings = holdings;
        this.version = version;
        enough = version.least();
    }

    /** Forgets the run before and finds whom these organizations catch. */
    public void run(int... listed) {
        places.clear();
        int[] level = Arrays.stream(listed).map(this::touch).distinct().toArray();
        for (int place : level) {
            state[place] = LISTED;
        }
        if (version.threshold() == null) {
            return;
        }
        while (level.length > 0) {
            level = afterAdding(level, CERTAIN);
        }
        level = caught(IntStream.range(0, places.size()).toArray(), places.size(), POSSIBLE);
        while (level.length > 0) {
            level = afterAdding(level, POSSIBLE);
        }
    }

    /** The place of an organization, which has been in the run or is from now on. */
    private int touch(int organization) {
        int before = places.size();
        int place = places.add(organization);
        if (place == before) {
            if (place == state.length) {
                int length = 2 * place;
                state = Arrays.copyOf(state, length);
                step = Arrays.copyOf(step, length);
                latest = Arrays.copyOf(latest, length);
                low = Arrays.copyOf(low, length);
                high = Arrays.copyOf(high, length);
                leastTogether = Arrays.copyOf(leastTogether, length);
            }
            state[place] = OUT;
            step[place] = 0;
            latest[place] = 0;
            low[place] = 0;
            high[place] = 0;
            leastTogether[place] = 0;
        }
        return place;
    }

    /** Adds the shares of all owners of a level before anybody is judged, and returns those who are caught by them. */
    private int[] afterAdding(int[] level, byte next) {
        int[] candidates = new int[16];
        int count = 0;
        for (int owner : level) {
            int end = holdings.end(places.organization(owner));
            for (int share = holdings.begin(places.organization(owner)); share < end; share++) {
                if (holdings.highest[share] == 0) {
                    continue;
                }
                int in = touch(holdings.owned[share]);
                if (state[in] == LISTED) {
                    continue;
                }
                add(owner, share, in);
                if (state[in] == OUT) {
                    if (count == candidates.length) {
                        candidates = Arrays.copyOf(candidates, 2 * count);
                    }
                    candidates[count++] = in;
                }
            }
        }
        return caught(candidates, count, next);
    }

    private void add(int owner, int share, int in) {
        int lowest = holdings.lowest[share];
        int highest = holdings.highest[share];
        int certainly = state[owner] == POSSIBLE ? 0 : lowest;
        latest[in] = state[in] == OUT ? Math.max(latest[in], step[owner]) : latest[in];
        leastTogether[in] += lowest;
        if (version.aggregates()) {
            low[in] += certainly;
            high[in] += highest;
        } else {
            low[in] = Math.max(low[in], certainly);
            high[in] = Math.max(
                    high[in], Holdings.most(lowest, highest, holdings.total(places.organization(in)) - lowest));
        }
    }

    /** Marks those of the candidates whose shares suffice; the step of each comes after that of its latest owner. */
    private int[] caught(int[] candidates, int count, byte next) {
        int[] caught = new int[Math.min(count, 16)];
        int size = 0;
        for (int i = 0; i < count; i++) {
            int candidate = candidates[i];
            if (state[candidate] == OUT && (next == CERTAIN ? low[candidate] : highest(candidate)) >= enough) {
                state[candidate] = next;
                step[candidate] = latest[candidate] + 1;
                if (size == caught.length) {
                    caught = Arrays.copyOf(caught, 2 * size);
                }
                caught[size++] = candidate;
            }
        }
        return Arrays.copyOf(caught, size);
    }

    private long highest(int place) {
        return version.aggregates()
                ? Holdings.most(
                        leastTogether[place],
                        high[place],
                        holdings.total(places.organization(place)) - leastTogether[place])
                : high[place];
    }

    private byte state(int organization) {
        int place = places.find(organization);
        return place < 0 ? OUT : state[place];
    }

    /** Whether the organization was given as listed. */
    public boolean isListed(int organization) {
        return state(organization) == LISTED;
    }

    /** Whether its stakes count with those of the listed: it is listed, caught, or possibly caught. */
    public boolean counts(int organization) {
        return state(organization) != OUT;
    }

    /** Whether it is listed, or caught with every share at its lowest. */
    public boolean isCertain(int organization) {
        return state(organization) >= CERTAIN;
    }

    /** The step in which it is caught, from 1; 0 if it is listed or not caught at all. */
    public int step(int organization) {
        int place = places.find(organization);
        return place < 0 ? 0 : step[place];
    }

    /** Organizations that are listed, caught, or in which one of these has a share; in no order. */
    public int[] touched() {
        return IntStream.range(0, places.size()).map(places::organization).toArray();
    }

    /**
     * What the rule compares with its threshold, in hundredths of a percent.
     *
     * @param lowest what owners that count for certain hold at least
     * @param highest what owners that may count hold at most
     */
    public record Sum(long lowest, long highest) {}

    /** What some owners that count hold of an organization: together, or the one of them who holds most. */
    public Sum sum(int organization, int... owners) {
        long certain = 0;
        long least = 0;
        long most = 0;
        for (int owner : owners) {
            int share = holdings.share(owner, organization);
            int lowest = holdings.lowest[share];
            int certainly = isCertain(owner) ? lowest : 0;
            if (version.aggregates()) {
                certain += certainly;
                least += lowest;
                most += holdings.highest[share];
            } else {
                certain = Math.max(certain, certainly);
                most = Math.max(most, holdings.highest(owner, organization));
            }
        }
        return new Sum(
                certain,
                version.aggregates() ? Holdings.most(least, most, holdings.total(organization) - least) : most);
    }

    /** The verdict of the rule as if it were in force. */
    public OwnershipVerdict verdict(int organization) {
        return switch (state(organization)) {
            case LISTED, CERTAIN -> OwnershipVerdict.YES;
            case POSSIBLE -> OwnershipVerdict.UNKNOWN;
            default ->
                version.flagsMinority() && places.find(organization) >= 0
                        ? OwnershipVerdict.RED_FLAG
                        : OwnershipVerdict.NO;
        };
    }
}

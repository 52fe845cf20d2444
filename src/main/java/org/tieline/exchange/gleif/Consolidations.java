package org.tieline.exchange.gleif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;

/**
 * Relationships by number, in the order of their file and in some thirty bytes each: also those that cannot be taken, as whom
 * they concern is known only after the entities were read.
 */
final class Consolidations {
    /** A file may be wrong in more ways than anybody reads; from then on they are one. */
    private static final int MOST_WORDS = 1_000;

    private static final int FIRST = 1 << 10;
    private static final byte DIRECT = 1;
    private static final byte CORROBORATED = 2;

    private final Words types = new Words();
    private final Words reasons = new Words();
    private int[] child = new int[FIRST];
    private int[] parent = new int[FIRST];
    private int[] line = new int[FIRST];
    private int[] since = new int[FIRST];
    private int[] until = new int[FIRST];
    private int[] verified = new int[FIRST];
    private short[] type = new short[FIRST];
    private short[] reason = new short[FIRST];
    private byte[] flags = new byte[FIRST];
    private int size;

    /** Texts of which there are few, by number; number 0 is none. */
    private static final class Words {
        private static final short OTHER = 1;

        private final List<String> all = new ArrayList<>(List.of("", "…"));
        private final Map<String, Short> numbers = new HashMap<>();

        short number(String word) {
            Short known = numbers.get(word);
            if (known != null) {
                return known;
            }
            if (all.size() == MOST_WORDS) {
                return OTHER;
            }
            all.add(word);
            numbers.put(word, (short) (all.size() - 1));
            return (short) (all.size() - 1);
        }
    }

    /**
     * What one relationship says.
     *
     * @param type in the words of the file
     * @param direct whether no other company stands between the two
     * @param since null if no relationship period says
     * @param verified null where the file itself vouches for it
     * @param corroborated whether the issuer checked it against documents and did not take the entity's word
     */
    record Said(
            String type,
            boolean direct,
            @Nullable PartialDate since,
            @Nullable PartialDate until,
            @Nullable PartialDate verified,
            boolean corroborated) {}

    /** Adds one that can be taken. */
    void add(long ofLine, int ofChild, int ofParent, Said said) {
        int number = next(ofLine, ofChild, ofParent, said.type());
        since[number] = PackedDate.of(said.since());
        until[number] = PackedDate.of(said.until());
        verified[number] = PackedDate.of(said.verified());
        flags[number] = (byte) ((said.direct() ? DIRECT : 0) | (said.corroborated() ? CORROBORATED : 0));
    }

    /** Adds one that cannot be taken. */
    void addRefused(long ofLine, int ofChild, int ofParent, String ofType, String why) {
        int number = next(ofLine, ofChild, ofParent, ofType);
        reason[number] = reasons.number(why);
    }

    private int next(long ofLine, int ofChild, int ofParent, String ofType) {
        if (size == child.length) {
            int length = 2 * size;
            child = Arrays.copyOf(child, length);
            parent = Arrays.copyOf(parent, length);
            line = Arrays.copyOf(line, length);
            since = Arrays.copyOf(since, length);
            until = Arrays.copyOf(until, length);
            verified = Arrays.copyOf(verified, length);
            type = Arrays.copyOf(type, length);
            reason = Arrays.copyOf(reason, length);
            flags = Arrays.copyOf(flags, length);
        }
        child[size] = ofChild;
        parent[size] = ofParent;
        line[size] = Math.toIntExact(ofLine);
        type[size] = types.number(ofType);
        return size++;
    }

    int size() {
        return size;
    }

    /** The number of the entity that is consolidated. */
    int child(int number) {
        return child[number];
    }

    /** The number of the entity that consolidates it. */
    int parent(int number) {
        return parent[number];
    }

    int line(int number) {
        return line[number];
    }

    boolean isDirect(int number) {
        return (flags[number] & DIRECT) != 0;
    }

    /** Whether it can be taken if both its ends are. */
    boolean isSound(int number) {
        return reason[number] == 0;
    }

    /** Why it cannot be taken. */
    String reason(int number) {
        return reasons.all.get(reason[number]);
    }

    Said said(int number) {
        return new Said(
                types.all.get(type[number]),
                isDirect(number),
                PackedDate.date(since[number]),
                PackedDate.date(until[number]),
                PackedDate.date(verified[number]),
                (flags[number] & CORROBORATED) != 0);
    }
}

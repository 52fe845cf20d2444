package org.tieline.exchange.gleif;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;
import org.tieline.naming.column.IntList;
import org.tieline.naming.column.TextNumbers;

/**
 * Relationships by number, in the order of their file and in some thirty bytes each: also those that cannot be taken, as whom
 * they concern is known only after the entities were read.
 */
final class Consolidations {
    /** A file may be wrong in more ways than anybody reads; from then on they are one. */
    private static final int MOST_WORDS = 1_000;

    private final Words types = new Words();
    private final Words reasons = new Words();
    private final IntList child = new IntList();
    private final IntList parent = new IntList();
    private final IntList line = new IntList();
    private final IntList since = new IntList();
    private final IntList until = new IntList();
    private final IntList verified = new IntList();
    private final IntList type = new IntList();
    private final IntList reason = new IntList();
    private final BitSet direct = new BitSet();
    private final BitSet corroborated = new BitSet();

    /** Texts of which there are few, by number; number 0 is none. */
    private static final class Words {
        private static final int NONE = 0;
        private static final int OTHER = 1;

        private final TextNumbers all = new TextNumbers();

        Words() {
            all.add("");
            all.add("…");
        }

        int number(String word) {
            int known = all.find(word);
            return known >= 0 ? known : all.size() == MOST_WORDS ? OTHER : all.add(word);
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
        direct.set(size(), said.direct());
        corroborated.set(size(), said.corroborated());
        since.add(PackedDate.of(said.since()));
        until.add(PackedDate.of(said.until()));
        verified.add(PackedDate.of(said.verified()));
        reason.add(Words.NONE);
        add(ofLine, ofChild, ofParent, said.type());
    }

    /** Adds one that cannot be taken. */
    void addRefused(long ofLine, int ofChild, int ofParent, String ofType, String why) {
        since.add(PackedDate.NONE);
        until.add(PackedDate.NONE);
        verified.add(PackedDate.NONE);
        reason.add(reasons.number(why));
        add(ofLine, ofChild, ofParent, ofType);
    }

    private void add(long ofLine, int ofChild, int ofParent, String ofType) {
        child.add(ofChild);
        parent.add(ofParent);
        line.add(Math.toIntExact(ofLine));
        type.add(types.number(ofType));
    }

    int size() {
        return child.size();
    }

    /** The number of the entity that is consolidated. */
    int child(int number) {
        return child.get(number);
    }

    /** The number of the entity that consolidates it. */
    int parent(int number) {
        return parent.get(number);
    }

    int line(int number) {
        return line.get(number);
    }

    boolean isDirect(int number) {
        return direct.get(number);
    }

    /** Whether it can be taken if both its ends are. */
    boolean isSound(int number) {
        return reason.get(number) == Words.NONE;
    }

    /** Why it cannot be taken. */
    String reason(int number) {
        return reasons.all.get(reason.get(number));
    }

    Said said(int number) {
        return new Said(
                types.all.get(type.get(number)),
                isDirect(number),
                PackedDate.date(since.get(number)),
                PackedDate.date(until.get(number)),
                PackedDate.date(verified.get(number)),
                corroborated.get(number));
    }
}

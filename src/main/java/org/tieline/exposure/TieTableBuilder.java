package org.tieline.exposure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Day;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Ties in the order in which they arrive, in columns that grow: the columns of {@link TieTable}, and the ends and type that
 * become rows. But for the countries of few ties nothing is kept as an object, so that taking in millions of ties leaves the garbage collector nothing to do.
 */
final class TieTableBuilder {
    private static final int INITIAL = 1 << 10;
    private static final long FIRST_DAY = Day.EPOCH.toEpochDay();
    private static final TieType[] TYPES = TieType.values();

    char[] possibleFrom = new char[INITIAL];
    char[] certainFrom = new char[INITIAL];
    char[] certainTo = new char[INITIAL];
    char[] possibleTo = new char[INITIAL];
    char[] knownFrom = new char[INITIAL];
    char[] percent = new char[INITIAL];
    char[] gradeAndGenerations = new char[INITIAL];
    char[] segments = new char[INITIAL];
    int[] since = new int[INITIAL];
    int[] until = new int[INITIAL];
    int[] evidencedBy = new int[INITIAL];
    int[] detailOf = new int[INITIAL];
    final TieDetails details = new TieDetails();
    int[] sourceStart = new int[INITIAL + 1];
    int[] sourceOf = new int[INITIAL];
    int[] idStart = new int[INITIAL + 1];
    byte[] idBytes = new byte[INITIAL];

    /** The ends, numbered by arrival of the organizations. */
    int[] from = new int[INITIAL];

    int[] to = new int[INITIAL];

    private byte[] type = new byte[INITIAL];
    private int size;

    TieType type(int tie) {
        return TYPES[type[tie]];
    }

    /**
     * Adds a tie.
     *
     * @param sources its sources by number
     * @param publishedBy the day by which each source was out, by number of the source, in days since 1970-01-01;
     *     {@link TieTable#NEVER} for one without a date
     */
    void add(Tie tie, int fromNumber, int toNumber, int[] sources, int[] publishedBy) {
        reserve(sources.length, tie.id().length());
        from[size] = fromNumber;
        to[size] = toNumber;
        type[size] = (byte) tie.type().ordinal();
        since[size] = TieDetails.encode(tie.since());
        until[size] = TieDetails.encode(tie.until());
        percent[size] = TieDetails.hundredths(tie.percent());
        detailOf[size] = details.add(tie);
        int segmentBits = 0;
        for (var segment : tie.segment()) {
            segmentBits |= 1 << segment.ordinal();
        }
        segments[size] = (char) segmentBits;
        int generationBits = 0;
        for (var generation : tie.generation()) {
            generationBits |= 1 << generation.ordinal();
        }
        gradeAndGenerations[size] = TieTable.gradeAndGenerations(tie.evidence(), generationBits);
        System.arraycopy(sources, 0, sourceOf, sourceStart[size], sources.length);
        sourceStart[size + 1] = sourceStart[size] + sources.length;
        byte[] id = tie.id().getBytes(US_ASCII);
        System.arraycopy(id, 0, idBytes, idStart[size], id.length);
        idStart[size + 1] = idStart[size] + id.length;
        setBounds(tie.since(), tie.until(), sources, publishedBy);
        setEvidence(tie.verified(), sources, publishedBy);
        size++;
    }

    private void setBounds(@Nullable PartialDate began, @Nullable PartialDate ended, int[] sources, int[] publishedBy) {
        int earliest = began == null ? Day.FIRST : Day.bound(began.firstDay());
        int known = sources.length == 0 ? earliest : Day.OPEN;
        for (int source : sources) {
            int day = publishedBy[source];
            known = Math.min(known, day == TieTable.NEVER ? earliest : bound(day));
        }
        possibleFrom[size] = (char) earliest;
        certainFrom[size] = (char) (began == null ? Day.OPEN : Day.bound(began.lastDay()));
        certainTo[size] = (char) (ended == null ? Day.OPEN : Day.bound(ended.firstDay()));
        possibleTo[size] = (char) (ended == null ? Day.OPEN : Day.bound(ended.overBy()));
        knownFrom[size] = (char) known;
    }

    private void setEvidence(@Nullable PartialDate verified, int[] sources, int[] publishedBy) {
        int newest = TieTable.NEVER;
        int oldest = Integer.MAX_VALUE;
        for (int source : sources) {
            int day = publishedBy[source];
            newest = Math.max(newest, day);
            oldest = day == TieTable.NEVER ? oldest : Math.min(oldest, day);
        }
        if (verified != null) {
            newest = (int) verified.lastDay().toEpochDay();
            oldest = Math.min(oldest, newest);
        }
        evidencedBy[size] = newest;
        if (since[size] == 0 && newest != TieTable.NEVER) {
            certainFrom[size] = (char) bound(oldest);
        }
    }

    /** As {@link Day#bound}, of a day counted from 1970-01-01. */
    private static int bound(int epochDay) {
        return Math.clamp(epochDay - FIRST_DAY, Day.FIRST, Day.OPEN);
    }

    /**
     * The places of the ties in the order of their ids, without those whose id came before.
     *
     * @param duplicate told the id of each tie that is left out
     */
    int[] order(Consumer<String> duplicate) {
        Integer[] places = new Integer[size];
        Arrays.setAll(places, place -> place);
        // Stable, and fast on what is mostly sorted already, as what a load wrote is.
        Arrays.parallelSort(places, this::compareIds);
        int[] order = new int[size];
        int kept = 0;
        for (int place : places) {
            if (kept > 0 && compareIds(order[kept - 1], place) == 0) {
                duplicate.accept(new String(idBytes, idStart[place], idStart[place + 1] - idStart[place], US_ASCII));
            } else {
                order[kept++] = place;
            }
        }
        return Arrays.copyOf(order, kept);
    }

    private int compareIds(int a, int b) {
        return Arrays.compare(idBytes, idStart[a], idStart[a + 1], idBytes, idStart[b], idStart[b + 1]);
    }

    private void reserve(int sources, int idLength) {
        if (size == since.length) {
            int length = 2 * size;
            possibleFrom = Arrays.copyOf(possibleFrom, length);
            certainFrom = Arrays.copyOf(certainFrom, length);
            certainTo = Arrays.copyOf(certainTo, length);
            possibleTo = Arrays.copyOf(possibleTo, length);
            knownFrom = Arrays.copyOf(knownFrom, length);
            percent = Arrays.copyOf(percent, length);
            gradeAndGenerations = Arrays.copyOf(gradeAndGenerations, length);
            segments = Arrays.copyOf(segments, length);
            since = Arrays.copyOf(since, length);
            until = Arrays.copyOf(until, length);
            evidencedBy = Arrays.copyOf(evidencedBy, length);
            detailOf = Arrays.copyOf(detailOf, length);
            sourceStart = Arrays.copyOf(sourceStart, length + 1);
            idStart = Arrays.copyOf(idStart, length + 1);
            from = Arrays.copyOf(from, length);
            to = Arrays.copyOf(to, length);
            type = Arrays.copyOf(type, length);
        }
        if (sourceOf.length - sourceStart[size] < sources) {
            sourceOf = Arrays.copyOf(sourceOf, 2 * sourceOf.length + sources);
        }
        if (idBytes.length - idStart[size] < idLength) {
            idBytes = Arrays.copyOf(idBytes, 2 * idBytes.length + idLength);
        }
    }
}

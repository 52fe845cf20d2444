package org.tieline.exposure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Day;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;

/**
 * What is known of each tie, in columns indexed by tie; ties are numbered by id in code-point order.
 *
 * <p>The four date bounds, in numbers of {@link org.tieline.model.Day}: {@code possibleFrom} and {@code certainFrom} are
 * the first day on which the tie possibly or certainly holds, {@code possibleTo} and {@code certainTo} the first on which
 * it no longer does. They are what the tie itself says: neither the lives of its organizations nor the age of its evidence
 * cut them. {@code knownFrom} is the first day by which one of its sources counts.
 */
final class TieTable {
    /** In {@link #percent}: no percentage is known. */
    static final char UNKNOWN_STAKE = 0xFFFF;

    /** In {@link #evidencedBy}: nothing dates the tie. */
    static final int NEVER = Integer.MIN_VALUE;

    private static final Evidence[] GRADES = Evidence.values();

    /** The organizations at its ends. */
    final int[] from;

    final int[] to;

    final char[] possibleFrom;
    final char[] certainFrom;
    final char[] certainTo;
    final char[] possibleTo;
    final char[] knownFrom;

    /** The stake in hundredths of a percent, or {@link #UNKNOWN_STAKE}. */
    final char[] percent;

    /** Low three bits: ordinal of the {@link Evidence}; the others: the set of {@link Generation}s. */
    private final char[] gradeAndGenerations;

    /** The set of {@link Segment}s, a bit each. */
    private final char[] segments;

    /** See {@link TieDetails#encode}. */
    private final int[] since;

    private final int[] until;

    /** The last day of when it was verified, else of the newest publication, in days since 1970-01-01; or {@link #NEVER}. */
    final int[] evidencedBy;

    /** The places in {@link #details}. */
    final int[] detailOf;

    final TieDetails details;

    /** The sources of tie t: {@code sourceOf[sourceStart[t]]} up to, not including, {@code sourceOf[sourceStart[t + 1]]}. */
    private final int[] sourceStart;

    private final int[] sourceOf;

    /** The id of tie t: bytes {@code idStart[t]} up to, not including, {@code idStart[t + 1]}. */
    private final int[] idStart;

    private final byte[] idBytes;

    /** Ties that somebody supposes and whose dates are therefore known from the beginning. */
    private final BitSet supposed = new BitSet();

    /**
     * Takes over what arrived, in another order.
     *
     * @param order for each tie of this table its place in the order of arrival
     * @param numberOf the numbers of organizations by arrival
     */
    TieTable(TieTableBuilder arrived, int[] order, int[] numberOf) {
        int ties = order.length;
        from = new int[ties];
        to = new int[ties];
        possibleFrom = new char[ties];
        certainFrom = new char[ties];
        certainTo = new char[ties];
        possibleTo = new char[ties];
        knownFrom = new char[ties];
        percent = new char[ties];
        gradeAndGenerations = new char[ties];
        segments = new char[ties];
        since = new int[ties];
        until = new int[ties];
        evidencedBy = new int[ties];
        detailOf = new int[ties];
        details = arrived.details;
        sourceStart = new int[ties + 1];
        idStart = new int[ties + 1];
        for (int tie = 0; tie < ties; tie++) {
            int place = order[tie];
            from[tie] = numberOf[arrived.from[place]];
            to[tie] = numberOf[arrived.to[place]];
            possibleFrom[tie] = arrived.possibleFrom[place];
            certainFrom[tie] = arrived.certainFrom[place];
            certainTo[tie] = arrived.certainTo[place];
            possibleTo[tie] = arrived.possibleTo[place];
            knownFrom[tie] = arrived.knownFrom[place];
            percent[tie] = arrived.percent[place];
            gradeAndGenerations[tie] = arrived.gradeAndGenerations[place];
            segments[tie] = arrived.segments[place];
            since[tie] = arrived.since[place];
            until[tie] = arrived.until[place];
            evidencedBy[tie] = arrived.evidencedBy[place];
            detailOf[tie] = arrived.detailOf[place];
            sourceStart[tie + 1] = sourceStart[tie] + arrived.sourceStart[place + 1] - arrived.sourceStart[place];
            idStart[tie + 1] = idStart[tie] + arrived.idStart[place + 1] - arrived.idStart[place];
        }
        sourceOf = new int[sourceStart[ties]];
        idBytes = new byte[idStart[ties]];
        for (int tie = 0; tie < ties; tie++) {
            int place = order[tie];
            int sources = sourceStart[tie + 1] - sourceStart[tie];
            System.arraycopy(arrived.sourceOf, arrived.sourceStart[place], sourceOf, sourceStart[tie], sources);
            int length = idStart[tie + 1] - idStart[tie];
            System.arraycopy(arrived.idBytes, arrived.idStart[place], idBytes, idStart[tie], length);
        }
    }

    /** The same with other numbers of organizations; shares all else. */
    TieTable(TieTable other, int[] numberOf) {
        from = Arrays.stream(other.from)
                .map(organization -> numberOf[organization])
                .toArray();
        to = Arrays.stream(other.to).map(organization -> numberOf[organization]).toArray();
        possibleFrom = other.possibleFrom;
        certainFrom = other.certainFrom;
        certainTo = other.certainTo;
        possibleTo = other.possibleTo;
        knownFrom = other.knownFrom;
        percent = other.percent;
        gradeAndGenerations = other.gradeAndGenerations;
        segments = other.segments;
        since = other.since;
        until = other.until;
        evidencedBy = other.evidencedBy;
        details = other.details;
        detailOf = other.detailOf;
        sourceStart = other.sourceStart;
        sourceOf = other.sourceOf;
        idStart = other.idStart;
        idBytes = other.idBytes;
        supposed.or(other.supposed);
    }

    /** Joins two tables into one that is sorted as both were. */
    TieTable(TieTable first, TieTable second, Splice splice) {
        int ties = splice.size();
        from = splice.elements(first.from, second.from, new int[ties]);
        to = splice.elements(first.to, second.to, new int[ties]);
        possibleFrom = splice.elements(first.possibleFrom, second.possibleFrom, new char[ties]);
        certainFrom = splice.elements(first.certainFrom, second.certainFrom, new char[ties]);
        certainTo = splice.elements(first.certainTo, second.certainTo, new char[ties]);
        possibleTo = splice.elements(first.possibleTo, second.possibleTo, new char[ties]);
        knownFrom = splice.elements(first.knownFrom, second.knownFrom, new char[ties]);
        percent = splice.elements(first.percent, second.percent, new char[ties]);
        gradeAndGenerations = splice.elements(first.gradeAndGenerations, second.gradeAndGenerations, new char[ties]);
        segments = splice.elements(first.segments, second.segments, new char[ties]);
        since = splice.elements(first.since, second.since, new int[ties]);
        until = splice.elements(first.until, second.until, new int[ties]);
        evidencedBy = splice.elements(first.evidencedBy, second.evidencedBy, new int[ties]);
        details = TieDetails.joined(first.details, second.details);
        int shift = first.details.size() - 1;
        int[] moved = Arrays.stream(second.detailOf)
                .map(place -> place == 0 ? 0 : place + shift)
                .toArray();
        detailOf = splice.elements(first.detailOf, moved, new int[ties]);
        sourceStart = splice.contentStarts(first.sourceStart, second.sourceStart);
        idStart = splice.contentStarts(first.idStart, second.idStart);
        sourceOf = splice.contents(
                first.sourceOf, first.sourceStart, second.sourceOf, second.sourceStart, new int[sourceStart[ties]]);
        idBytes =
                splice.contents(first.idBytes, first.idStart, second.idBytes, second.idStart, new byte[idStart[ties]]);
        int[] placesOfFirst = first.supposed.isEmpty() ? new int[0] : splice.placesOfFirst();
        first.supposed.stream()
                .map(tie -> placesOfFirst[tie])
                .filter(tie -> tie >= 0)
                .forEach(supposed::set);
        int[] placesOfSecond = splice.placesOfSecond();
        second.supposed.stream().map(tie -> placesOfSecond[tie]).forEach(supposed::set);
    }

    /** Marks a tie as supposed. One without a source counts from the beginning, as nobody had to publish it. */
    void suppose(int tie) {
        supposed.set(tie);
        if (isWithoutSource(tie)) {
            knownFrom[tie] = Day.FIRST;
            certainFrom[tie] = hasSince(tie) ? certainFrom[tie] : Day.FIRST;
        }
    }

    boolean isSupposed(int tie) {
        return supposed.get(tie);
    }

    /** Supposed ties are, and those whose sources cannot be read. */
    boolean isWithoutSource(int tie) {
        return sourceStart[tie] == sourceStart[tie + 1];
    }

    int size() {
        return since.length;
    }

    String id(int tie) {
        return new String(idBytes, idStart[tie], idStart[tie + 1] - idStart[tie], US_ASCII);
    }

    /** The number of the tie with this id; -1 if there is none. */
    int find(String id) {
        return Math.max(-1, search(id));
    }

    /** The number of the tie with this id; if there is none, -1 minus the number of ties whose ids come before it. */
    int search(String id) {
        byte[] wanted = id.getBytes(US_ASCII);
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compare(idBytes, idStart[middle], idStart[middle + 1], wanted, 0, wanted.length);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }

    Evidence evidence(int tie) {
        return GRADES[gradeAndGenerations[tie] & 7];
    }

    boolean isDenied(int tie) {
        return isDenied(gradeAndGenerations[tie]);
    }

    static boolean isDenied(char gradeAndGenerations) {
        return (gradeAndGenerations & 7) == Evidence.DENIED.ordinal();
    }

    static char gradeAndGenerations(Evidence evidence, int generations) {
        return (char) (evidence.ordinal() | generations << 3);
    }

    /** Null if not on record. */
    @Nullable
    PartialDate since(int tie) {
        return TieDetails.decode(since[tie]);
    }

    /** Null if not on record. */
    @Nullable
    PartialDate until(int tie) {
        return TieDetails.decode(until[tie]);
    }

    boolean hasSince(int tie) {
        return since[tie] != 0;
    }

    boolean hasUntil(int tie) {
        return until[tie] != 0;
    }

    /** Null if unknown. */
    @Nullable
    BigDecimal percent(int tie) {
        return TieDetails.percent(percent[tie]);
    }

    List<Segment> segments(int tie) {
        return members(Segment.values(), segments[tie]);
    }

    List<Generation> generations(int tie) {
        return members(Generation.values(), gradeAndGenerations[tie] >>> 3);
    }

    int sourceStart(int tie) {
        return sourceStart[tie];
    }

    int sourceEnd(int tie) {
        return sourceStart[tie + 1];
    }

    /** The number of the source at a position from {@link #sourceStart(int)} up to {@link #sourceEnd(int)}, exclusive. */
    int sourceAt(int position) {
        return sourceOf[position];
    }

    /** What the columns take, in bytes. */
    long bytes() {
        return size() * (8L * Character.BYTES + 8L * Integer.BYTES)
                + (long) sourceOf.length * Integer.BYTES
                + idBytes.length;
    }

    private static <E> List<E> members(E[] vocabulary, int bits) {
        List<E> members = new ArrayList<>();
        for (int bit = 0; bit < vocabulary.length; bit++) {
            if ((bits >>> bit & 1) != 0) {
                members.add(vocabulary[bit]);
            }
        }
        return members;
    }
}

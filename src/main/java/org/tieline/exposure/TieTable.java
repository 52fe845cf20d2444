package org.tieline.exposure;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.column.CodeColumn;
import org.tieline.exposure.column.DateTable;
import org.tieline.exposure.column.IdTable;
import org.tieline.exposure.column.LyingBytes;
import org.tieline.exposure.column.NumberTable;
import org.tieline.exposure.column.Packed;
import org.tieline.exposure.column.RankedBits;
import org.tieline.exposure.column.Splice;
import org.tieline.exposure.column.ValueTables;
import org.tieline.model.Day;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.TieType;

/**
 * What is known of each tie, in columns indexed by tie; ties are numbered by id in code-point order, and then those that came
 * later in the order in which they came.
 *
 * <p>The four date bounds, in numbers of {@link org.tieline.model.Day}: {@code possibleFrom} and {@code certainFrom} are
 * the first day on which the tie possibly or certainly holds, {@code possibleTo} and {@code certainTo} the first on which
 * it no longer does. They are what the tie itself says: neither the lives of its organizations nor the age of its evidence
 * cut them, and what it says nothing of is always or for ever.
 */
final class TieTable {
    /** In {@link #percent}: no percentage is known. */
    static final char UNKNOWN_STAKE = 0xFFFF;

    /** In place of a position among the sources of a tie: there are no more. */
    static final int NO_MORE = -1;

    private static final Evidence[] GRADES = Evidence.values();
    private static final TieType[] TYPES = TieType.values();
    private static final int GENERATIONS_AT = 3;
    private static final int SEGMENTS_AT = 16;
    private static final int TYPE_AT = 32;

    final ValueTables values;
    private final DateTable dates;
    private final NumberTable attributeOf;

    /** The organizations at its ends. */
    private final int[] from;

    private final int[] to;

    /** Codes of dates. */
    private final CodeColumn since;

    private final CodeColumn until;

    /** Codes of {@link #attributes}. */
    private final CodeColumn attributes;

    /** The stake in hundredths of a percent, or {@link #UNKNOWN_STAKE}. */
    private final char[] percent;

    /**
     * The source of a tie that has one, by number; {@link #NO_MORE} for none; for several -2 minus the place of the first in
     * {@link #lists}.
     */
    private final int[] sources;

    /** Sources by number, the last of each tie as -1 minus the number. */
    private final int[] lists;

    private final RankedBits detailed;
    final TieDetails details;
    private final IdTable ids;

    /** What is said of each tie in a sentence, for those who look it up; empty for most of many. */
    private final IdTable summaries;

    /** Ties that somebody supposes and whose dates are therefore known from the beginning. */
    private final BitSet supposed;

    /** How many ties are in the columns; from here on they are in {@link #later}. */
    private final int columns;

    /** Ties that came later; null if there are none. */
    private final @Nullable TieTable later;

    /** Ties, also of those that came later, that are no longer there. */
    private final BitSet gone;

    /** Ties that came later and are there, by id. */
    private final Map<String, Integer> laterIds;

    TieTable(
            ValueTables values,
            int[] from,
            int[] to,
            CodeColumn since,
            CodeColumn until,
            CodeColumn attributes,
            char[] percent,
            int[] sources,
            int[] lists,
            RankedBits detailed,
            TieDetails details,
            IdTable ids,
            IdTable summaries,
            BitSet supposed) {
        columns = from.length;
        later = null;
        gone = new BitSet();
        laterIds = Map.of();
        this.values = values;
        dates = values.dates();
        attributeOf = values.attributes();
        this.from = from;
        this.to = to;
        this.since = since;
        this.until = until;
        this.attributes = attributes;
        this.percent = percent;
        this.sources = sources;
        this.lists = lists;
        this.detailed = detailed;
        this.details = details;
        this.ids = ids;
        this.summaries = summaries;
        this.supposed = supposed;
    }

    /** Shares all columns with another table but those of the ends. */
    private TieTable(
            TieTable other,
            ValueTables values,
            int[] from,
            int[] to,
            TieDetails details,
            @Nullable TieTable later,
            BitSet gone,
            Map<String, Integer> laterIds) {
        columns = other.columns;
        this.later = later;
        this.gone = gone;
        this.laterIds = laterIds;
        this.values = values;
        dates = values.dates();
        attributeOf = values.attributes();
        this.from = from;
        this.to = to;
        since = other.since;
        until = other.until;
        attributes = other.attributes;
        percent = other.percent;
        sources = other.sources;
        lists = other.lists;
        detailed = other.detailed;
        this.details = details;
        ids = other.ids;
        summaries = other.summaries;
        supposed = other.supposed;
    }

    /**
     * Joins this table and another into one that is sorted as both are.
     *
     * @param second with the values of this one and more
     * @param removed the ties of this one that are left out
     * @param places for each tie of the second, how many of this one stand before it
     */
    TieTable joined(TieTable second, BitSet removed, int[] places, Splice splice) {
        int ties = splice.size();
        int shift = lists.length;
        int[] moved = Arrays.stream(second.sources)
                .map(source -> source < NO_MORE ? source - shift : source)
                .toArray();
        int[] joinedLists = Arrays.copyOf(lists, Math.addExact(lists.length, second.lists.length));
        System.arraycopy(second.lists, 0, joinedLists, shift, second.lists.length);
        return new TieTable(
                second.values,
                splice.elements(from, second.from, new int[ties]),
                splice.elements(to, second.to, new int[ties]),
                since.joined(second.since, splice),
                until.joined(second.until, splice),
                attributes.joined(second.attributes, splice),
                splice.elements(percent, second.percent, new char[ties]),
                splice.elements(sources, moved, new int[ties]),
                joinedLists,
                new RankedBits(splice.marked(detailed.marked(), second.detailed.marked())),
                details.joined(second.details, splice.ofMarked(detailed, second.detailed)),
                ids.spliced(removed, second.ids, places),
                summaries.spliced(removed, second.summaries, places),
                splice.marked(supposed, second.supposed));
    }

    /** The same with more values. */
    TieTable with(ValueTables more) {
        return new TieTable(this, more, from, to, details, later, gone, laterIds);
    }

    /**
     * The ties of the columns alone, with others that came later in place of those that did, if any.
     *
     * @param others with the values of this table and more; in any order
     * @param without the ties that are no longer there, by the numbers that they have in the whole
     */
    TieTable with(TieTable others, BitSet without) {
        Map<String, Integer> theirIds = new HashMap<>();
        for (int tie = 0; tie < others.columns; tie++) {
            if (!without.get(columns + tie)) {
                theirIds.put(others.id(tie), columns + tie);
            }
        }
        return new TieTable(this, others.values, from, to, details.with(others.details), others, without, theirIds);
    }

    /** The ties of the columns alone. */
    TieTable sortedAlone() {
        return later == null && gone.isEmpty() ? this : renumbered(from, to);
    }

    /** The same with other numbers of organizations; without ties that came later. */
    TieTable renumbered(IntUnaryOperator numberOf) {
        return renumbered(
                Arrays.stream(from).map(numberOf).toArray(),
                Arrays.stream(to).map(numberOf).toArray());
    }

    private TieTable renumbered(int[] otherFrom, int[] otherTo) {
        return new TieTable(this, values, otherFrom, otherTo, details, null, new BitSet(), Map.of());
    }

    /** Marks a tie as supposed. One without a source counts from the beginning, as nobody had to publish it. */
    void suppose(int tie) {
        supposed.set(tie);
    }

    boolean isSupposed(int tie) {
        return tie < columns || later == null ? supposed.get(tie) : later.isSupposed(tie - columns);
    }

    boolean isAnySupposed() {
        return !supposed.isEmpty();
    }

    /** Supposed ties are, and those whose sources cannot be read. */
    boolean isWithoutSource(int tie) {
        return firstSource(tie) == NO_MORE;
    }

    /** Whether somebody supposes a tie and cites nobody for it. */
    boolean isSupposedWithoutSource(int tie) {
        return isWithoutSource(tie) && isSupposed(tie);
    }

    /** How many numbers ties have; some of them may be {@link #isGone gone}. */
    int size() {
        return later == null ? columns : columns + later.columns;
    }

    /** How many ties there are. */
    int count() {
        return size() - gone.cardinality();
    }

    /** How many ties are numbered in the order of their ids. */
    int sorted() {
        return columns;
    }

    boolean isGone(int tie) {
        return gone.get(tie);
    }

    /** The ties that are gone. */
    BitSet gone() {
        return (BitSet) gone.clone();
    }

    /** The ids of the ties that came later. */
    Collection<String> laterIds() {
        return laterIds.keySet();
    }

    /** The organization that a tie starts at. */
    int from(int tie) {
        return tie < columns ? from[tie] : later().from[tie - columns];
    }

    /** The organization that a tie ends at. */
    int to(int tie) {
        return tie < columns ? to[tie] : later().to[tie - columns];
    }

    /** The stake in hundredths of a percent, or {@link #UNKNOWN_STAKE}. */
    char stake(int tie) {
        return tie < columns ? percent[tie] : later().percent[tie - columns];
    }

    /** There are some if a number is that of one. */
    private TieTable later() {
        return Objects.requireNonNull(later);
    }

    private int sinceCode(int tie) {
        return tie < columns ? since.get(tie) : later().since.get(tie - columns);
    }

    private int untilCode(int tie) {
        return tie < columns ? until.get(tie) : later().until.get(tie - columns);
    }

    String id(int tie) {
        return tie < columns ? ids.id(tie) : later().ids.id(tie - columns);
    }

    /** Empty if there is none. */
    String summary(int tie) {
        return tie < columns ? summaries.id(tie) : later().summaries.id(tie - columns);
    }

    /** The summaries of the ties of the columns. */
    IdTable summaries() {
        return summaries;
    }

    /** Which of two ties has the id that comes first, as a comparator tells it. */
    int compare(int one, int other) {
        return one < columns && other < columns ? Integer.compare(one, other) : id(one).compareTo(id(other));
    }

    /** The number of the tie with this id; -1 if there is none. */
    int find(String id) {
        int found = search(id);
        return found >= 0 && !gone.get(found) ? found : laterIds.getOrDefault(id, -1);
    }

    /**
     * The number of the tie with this id among those in the order of their ids, also one that is gone; if there is none, -1 minus the number of ties whose
     * ids come before it.
     */
    int search(String id) {
        return ids.search(id, 0, columns);
    }

    /** What is said of a tie in words, packed. */
    static long attributes(TieType type, Evidence evidence, int generations, int segments) {
        return (long) type.ordinal() << TYPE_AT
                | (long) segments << SEGMENTS_AT
                | (long) generations << GENERATIONS_AT
                | evidence.ordinal();
    }

    static Evidence evidence(long attributes) {
        return GRADES[(int) attributes & PackedWidths.GRADES - 1];
    }

    static int generations(long attributes) {
        return (int) attributes >>> GENERATIONS_AT & (1 << PackedWidths.GENERATIONS) - 1;
    }

    static int segments(long attributes) {
        return (int) attributes >>> SEGMENTS_AT;
    }

    static TieType type(long attributes) {
        return TYPES[(int) (attributes >>> TYPE_AT)];
    }

    private long attributes(int tie) {
        return attributeOf.value(
                tie < columns ? attributes.get(tie) : later().attributes.get(tie - columns));
    }

    TieType type(int tie) {
        return type(attributes(tie));
    }

    Evidence evidence(int tie) {
        return evidence(attributes(tie));
    }

    boolean isDenied(int tie) {
        return evidence(tie) == Evidence.DENIED;
    }

    List<Segment> segments(int tie) {
        return members(Segment.values(), segments(attributes(tie)));
    }

    List<Generation> generations(int tie) {
        return members(Generation.values(), generations(attributes(tie)));
    }

    /** Null if not on record. */
    @Nullable
    PartialDate since(int tie) {
        return dates.date(sinceCode(tie));
    }

    /** Null if not on record. */
    @Nullable
    PartialDate until(int tie) {
        return dates.date(untilCode(tie));
    }

    boolean hasSince(int tie) {
        return sinceCode(tie) != 0;
    }

    boolean hasUntil(int tie) {
        return untilCode(tie) != 0;
    }

    /** {@link Day#FIRST} if no beginning is on record. */
    int possibleFrom(int tie) {
        return dates.first(sinceCode(tie));
    }

    /** The beginning must be on record. */
    int certainFrom(int tie) {
        return dates.last(sinceCode(tie));
    }

    /** The end must be on record. */
    int certainTo(int tie) {
        return dates.first(untilCode(tie));
    }

    /** {@link Day#OPEN} if no end is on record. */
    int possibleTo(int tie) {
        int code = untilCode(tie);
        return code == 0 ? Day.OPEN : dates.overBy(code);
    }

    /** Null if unknown. */
    @Nullable
    BigDecimal percent(int tie) {
        return TieDetails.percent(stake(tie));
    }

    /** The place of a tie in {@link #details}; -1 if nothing of it is on record. */
    int detail(int tie) {
        if (tie >= columns) {
            int place = later().detail(tie - columns);
            return place < 0 ? -1 : detailed.count() + place;
        }
        return detailed.get(tie) ? detailed.before(tie) : -1;
    }

    /** The position of the first source of a tie; {@link #NO_MORE} if it has none. */
    int firstSource(int tie) {
        return tie < columns ? sources[tie] : moved(later().sources[tie - columns]);
    }

    /** The position of the source after another; {@link #NO_MORE} if that is the last. */
    int nextSource(int position) {
        return position >= 0 || list(position) < 0 ? NO_MORE : position - 1;
    }

    /** The number of the source at a position. */
    int sourceAt(int position) {
        if (position >= 0) {
            return position;
        }
        int source = list(position);
        return source < 0 ? -1 - source : source;
    }

    /** The lists of ties that came later follow those of the columns. */
    private int moved(int position) {
        return position < NO_MORE ? position - lists.length : position;
    }

    private int list(int position) {
        int place = -2 - position;
        return place < lists.length ? lists[place] : later().lists[place - lists.length];
    }

    /** What the columns take, in bytes. */
    long bytes() {
        return columns * (3L * Integer.BYTES + Character.BYTES)
                + since.bytes()
                + until.bytes()
                + attributes.bytes()
                + (long) lists.length * Integer.BYTES
                + detailed.bytes()
                + details.bytes()
                + ids.bytes()
                + summaries.bytes();
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

    /** Writes it without the pages of {@link #summaries}; nothing of it must be supposed. */
    void write(DataOutputStream out) throws IOException {
        values.write(out);
        Packed.write(out, from, from.length);
        Packed.write(out, to, to.length);
        since.write(out);
        until.write(out);
        attributes.write(out);
        Packed.write(out, percent, percent.length);
        Packed.write(out, sources, sources.length);
        Packed.write(out, lists, lists.length);
        detailed.write(out);
        details.write(out);
        ids.write(out);
        summaries.writeOutline(out);
    }

    /** @param texts see {@link TieGraph#writeTexts} */
    static TieTable read(DataInputStream in, LyingBytes texts) throws IOException {
        ValueTables values = ValueTables.read(in);
        return new TieTable(
                values,
                Packed.ints(in),
                Packed.ints(in),
                CodeColumn.read(in),
                CodeColumn.read(in),
                CodeColumn.read(in),
                Packed.chars(in),
                Packed.ints(in),
                Packed.ints(in),
                RankedBits.read(in),
                TieDetails.read(in, values),
                IdTable.read(in),
                IdTable.lying(in, texts),
                new BitSet());
    }
}

package org.tieline.exposure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.column.CodeColumn;
import org.tieline.exposure.column.Gather;
import org.tieline.exposure.column.IdOrder;
import org.tieline.exposure.column.IdTable;
import org.tieline.exposure.column.IdWriter;
import org.tieline.exposure.column.RankedBits;
import org.tieline.exposure.column.ValueTables;
import org.tieline.model.Tie;

/**
 * Ties in the order in which they arrive, in the columns of {@link TieTable} as they grow. Nothing is kept as an object, so
 * that taking in millions of ties leaves the garbage collector nothing to do. Those that arrive in the order of their ids
 * need no sorting. When it is done, one column after the other is put in order and let go, so that no moment sees all of
 * them twice.
 */
final class TieTableBuilder {
    private static final int INITIAL = 1 << 10;

    /** As many as an array can have elements. */
    static final int MOST_TIES = Integer.MAX_VALUE - 8;

    private final ValueTables values;

    /** The ends, numbered by arrival of the organizations. */
    private int[] from = new int[INITIAL];

    private int[] to = new int[INITIAL];
    private CodeColumn since = new CodeColumn();
    private CodeColumn until = new CodeColumn();
    private CodeColumn attributes = new CodeColumn();
    private char[] percent = new char[INITIAL];

    /** As in {@link TieTable}, numbered by arrival. */
    private int[] sources = new int[INITIAL];

    private int[] lists = new int[INITIAL];
    private int listsEnd;
    private final BitSet detailed = new BitSet();
    private TieDetails details;
    private IdWriter ids = new IdWriter();
    private IdWriter summaries = new IdWriter();
    private int size;

    /** @param values are added to */
    TieTableBuilder(ValueTables values) {
        this.values = values;
        details = new TieDetails(values);
    }

    /**
     * Adds a tie.
     *
     * @param sourceNumbers its sources by number
     */
    void add(Tie tie, int fromNumber, int toNumber, int[] sourceNumbers) {
        PackedWidths.require("tie", size + 1L, MOST_TIES);
        if (size == from.length) {
            int length = longer(size);
            from = Arrays.copyOf(from, length);
            to = Arrays.copyOf(to, length);
            percent = Arrays.copyOf(percent, length);
            sources = Arrays.copyOf(sources, length);
        }
        from[size] = fromNumber;
        to[size] = toNumber;
        since.add(values.dates().code(tie.since()));
        until.add(values.dates().code(tie.until()));
        percent[size] = TieDetails.hundredths(tie.percent());
        int segments = 0;
        for (var segment : tie.segment()) {
            segments |= 1 << segment.ordinal();
        }
        int generations = 0;
        for (var generation : tie.generation()) {
            generations |= 1 << generation.ordinal();
        }
        attributes.add(
                values.attributes().code(TieTable.attributes(tie.type(), tie.evidence(), generations, segments)));
        sources[size] = sources(sourceNumbers);
        detailed.set(size, details.add(tie));
        ids.add(tie.id());
        summaries.add(Objects.requireNonNullElse(tie.summary(), ""));
        size++;
    }

    private int sources(int[] numbers) {
        if (numbers.length < 2) {
            return numbers.length == 0 ? TieTable.NO_MORE : numbers[0];
        }
        PackedWidths.require("list of sources", (long) listsEnd + numbers.length, MOST_TIES);
        if (lists.length - listsEnd < numbers.length) {
            lists = Arrays.copyOf(lists, longer(listsEnd + numbers.length));
        }
        int start = listsEnd;
        for (int number : numbers) {
            lists[listsEnd++] = number;
        }
        lists[listsEnd - 1] = -1 - lists[listsEnd - 1];
        return -2 - start;
    }

    private static int longer(int length) {
        return (int) Math.min(MOST_TIES, length + (length >> 1) + 16L);
    }

    int size() {
        return size;
    }

    /**
     * The ties in the order of their ids, without those whose id came before. Nothing can be added any more.
     *
     * @param duplicate told the id of each tie that is left out
     * @param organization gives the number of an organization by its arrival
     * @param source gives the number of a source by its arrival
     */
    TieTable build(Consumer<String> duplicate, IntUnaryOperator organization, IntUnaryOperator source) {
        IdTable arrived = ids.table();
        int[] order = ids.isAscending() ? null : IdOrder.of(arrived, tie -> duplicate.accept(arrived.id(tie)));
        return build(order, arrived, organization, source);
    }

    /** The ties in the order in which they arrived, by the numbers that their organizations and sources came with. */
    TieTable asArrived() {
        return build(null, ids.table(), organization -> organization, source -> source);
    }

    private TieTable build(
            int @Nullable [] order, IdTable arrived, IntUnaryOperator organization, IntUnaryOperator source) {
        ids = new IdWriter();
        IdTable sorted = order == null ? arrived : arrived.gathered(order);
        IdTable told = summaries.table();
        summaries = new IdWriter();
        told = order == null ? told : told.gathered(order);
        for (int at = 0; at < listsEnd; at++) {
            lists[at] = lists[at] < 0 ? -1 - source.applyAsInt(-1 - lists[at]) : source.applyAsInt(lists[at]);
        }
        RankedBits marked = new RankedBits(detailed);
        if (order != null) {
            BitSet moved = new BitSet();
            int[] orderOfDetails = new int[marked.count()];
            int count = 0;
            for (int tie = 0; tie < order.length; tie++) {
                if (marked.get(order[tie])) {
                    moved.set(tie);
                    orderOfDetails[count++] = marked.before(order[tie]);
                }
            }
            marked = new RankedBits(moved);
            details = details.gathered(Arrays.copyOf(orderOfDetails, count));
        }
        from = sorted(from, order, organization);
        to = sorted(to, order, organization);
        sources = sorted(sources, order, code -> code < 0 ? code : source.applyAsInt(code));
        percent = order == null ? Arrays.copyOf(percent, size) : Gather.gathered(percent, order);
        since = sorted(since, order);
        until = sorted(until, order);
        attributes = sorted(attributes, order);
        return new TieTable(
                values,
                from,
                to,
                since,
                until,
                attributes,
                percent,
                sources,
                Arrays.copyOf(lists, listsEnd),
                marked,
                details,
                sorted,
                told,
                new BitSet());
    }

    /** @param number gives what takes the place of each element */
    private int[] sorted(int[] column, int @Nullable [] order, IntUnaryOperator number) {
        int[] sorted = order == null ? Arrays.copyOf(column, size) : Gather.gathered(column, order);
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = number.applyAsInt(sorted[i]);
        }
        return sorted;
    }

    private static CodeColumn sorted(CodeColumn column, int @Nullable [] order) {
        return order == null ? column.trimmed() : column.gathered(order);
    }
}

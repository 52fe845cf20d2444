package org.tieline.exposure.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.model.Day;
import org.tieline.model.PartialDate;

class CodeColumnTests {
    /** The last code that sixteen bits hold, and the first that they do not. */
    @ParameterizedTest
    @ValueSource(ints = {0xFFFF, 0x10000})
    void shouldKeepCodesOfAnyWidth(int largest) {
        CodeColumn column = new CodeColumn();
        IntStream.range(0, 5_000).forEach(row -> column.add(row == 3_000 ? largest : row));
        CodeColumn second = new CodeColumn();
        second.add(0x20000);
        int[] places = {1};
        BitSet removed = new BitSet();
        removed.set(0);

        assertThat(column.size()).isEqualTo(5_000);
        assertThat(column.get(2_999)).isEqualTo(2_999);
        assertThat(column.get(3_000)).isEqualTo(largest);
        assertThat(column.get(4_999)).isEqualTo(4_999);
        assertThat(column.gathered(new int[] {4_999, 3_000}).get(1)).isEqualTo(largest);
        CodeColumn joined = column.trimmed().joined(second, new Splice(5_000, removed, places));
        assertThat(List.of(joined.get(0), joined.get(1), joined.get(3_000), joined.size()))
                .containsExactly(0x20000, 1, largest, 5_000);
        column.set(7, 0x12345);
        assertThat(List.of(column.get(7), column.get(8), column.get(3_000))).containsExactly(0x12345, 8, largest);
    }

    @Test
    void shouldKnowTheBoundsOfDatesAndHowManyThereMayBe() {
        DateTable dates = new DateTable();
        PartialDate year = PartialDate.parse("2018");
        int code = dates.code(year);
        for (LocalDate day = LocalDate.of(1800, 1, 1); day.getYear() < 2000; day = day.plusDays(1)) {
            dates.code(PartialDate.of(day));
        }

        assertThat(dates.code(null)).isZero();
        assertThat(dates.date(0)).isNull();
        assertThat(dates.lastDay(0)).isEqualTo(DateTable.NEVER);
        assertThat(dates.size()).isGreaterThan(0xFFFF);
        assertThat(dates.code(PartialDate.parse("2018"))).isEqualTo(code);
        assertThat(dates.date(code)).isEqualTo(year);
        assertThat(dates.first(code)).isEqualTo(Day.bound(LocalDate.of(2018, 1, 1)));
        assertThat(dates.last(code)).isEqualTo(Day.bound(LocalDate.of(2018, 12, 31)));
        assertThat(dates.overBy(code)).isEqualTo(Day.bound(LocalDate.of(2019, 1, 1)));
        assertThat(dates.first(dates.code(PartialDate.parse("1850-02-03")))).isEqualTo(Day.FIRST);
        DateTable more = new DateTable(dates);
        assertThat(more.code(PartialDate.parse("1700"))).isEqualTo(dates.size());
        assertThat(more.code(year)).isEqualTo(code);
    }

    @Test
    void shouldTellThePlaceOfEachMarkedRow() {
        BitSet marked = new BitSet();
        IntStream.of(0, 1, 63, 64, 130, 1_000).forEach(marked::set);
        RankedBits bits = new RankedBits(marked);

        assertThat(bits.count()).isEqualTo(6);
        assertThat(bits.marked()).isEqualTo(marked);
        for (int row = 0; row < 2_000; row++) {
            assertThat(bits.get(row)).isEqualTo(marked.get(row));
            assertThat(bits.before(row)).isEqualTo(marked.get(0, row).cardinality());
        }
    }
}

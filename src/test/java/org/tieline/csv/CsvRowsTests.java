package org.tieline.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowsTests {
    @Test
    void shouldTellTheLineOnWhichARowStarts() throws IOException {
        assertThat(rows("a,b\r\n\r\n\"1\n2\",\"say \"\"x\"\"\"\n3\n"))
                .containsExactly(
                        new CsvRow(1, List.of("a", "b")),
                        new CsvRow(3, List.of("1\n2", "say \"x\"")),
                        new CsvRow(5, List.of("3")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "a                     | 1
            a,b;1,2;;;"3;,x        | 5
            a,b;"1;2","3           | 2
            a,b;"1;2",3;"x"y,4     | 4
            """)
    void shouldTellTheLineOfARowThatCannotBeRead(String text, long line) {
        assertThatThrownBy(() -> rows(text.replace(';', '\n')))
                .isInstanceOfSatisfying(
                        BrokenCsv.class, broken -> assertThat(broken.line()).isEqualTo(line));
    }

    @Test
    void shouldGiveARowUpThatIsNoRow() throws IOException {
        assertThat(rows(",".repeat(CsvRows.MOST_CELLS - 1))).singleElement().satisfies(row -> assertThat(row.size())
                .isEqualTo(CsvRows.MOST_CELLS));
        assertThatThrownBy(() -> rows("a\n" + ",".repeat(CsvRows.MOST_CELLS)))
                .isInstanceOfSatisfying(
                        BrokenCsv.class, broken -> assertThat(broken.line()).isEqualTo(2));
    }

    private static List<CsvRow> rows(String text) throws IOException {
        List<CsvRow> all = new ArrayList<>();
        try (CsvRows rows = new CsvRows(new StringReader(text))) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }
}

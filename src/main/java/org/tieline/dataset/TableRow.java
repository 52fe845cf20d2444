package org.tieline.dataset;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.csv.Bars;
import org.tieline.csv.CsvRow;
import org.tieline.csv.EscapingReader;
import org.tieline.model.Country;
import org.tieline.model.DataError;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;
import org.tieline.model.Term;
import org.tieline.naming.Nearest;

/**
 * One row while it is read. A cell that cannot be read is reported once and from then on replaced by a stand-in that
 * offends no rule, so that {@link #build} can go on and find what else is wrong in the row.
 */
final class TableRow {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final DatasetTable table;
    private final RowPlace place;
    private final Map<String, Integer> positions;
    private final CsvRow cells;
    private final DataErrors problems;
    private Set<String> bad = Set.of();
    private boolean sound = true;
    private @Nullable RowPlace repeated;
    private boolean mayRepeat;

    /** @param positions where in the record each column of the table is; a column that may be left out has none then */
    TableRow(DatasetTable table, RowPlace place, Map<String, Integer> positions, CsvRow cells, DataErrors problems) {
        this.table = table;
        this.place = place;
        this.positions = positions;
        this.cells = cells;
        this.problems = problems;
    }

    RowPlace place() {
        return place;
    }

    /** Notes that a folder before its own has a row with the same key. */
    void repeats(RowPlace first) {
        repeated = first;
    }

    /** The row with the same key in a folder before its own. */
    @Nullable
    RowPlace repeated() {
        return repeated;
    }

    /** Notes that another row may have the same key. */
    void mayRepeat() {
        mayRepeat = true;
    }

    /** Whether another row may have the same key, in a folder after its own or before it. */
    boolean isPerhapsRepeated() {
        return mayRepeat;
    }

    /** Whether nothing in it was found wrong so far. */
    boolean isSound() {
        return sound;
    }

    /** Whether nothing was found wrong in some of its cells. */
    boolean isSound(String... columns) {
        return sound || Stream.of(columns).noneMatch(bad::contains);
    }

    /**
     * Builds the value of the row. What its constructor refuses is reported for the cell that the refusal names, and
     * the value is built again with a stand-in there.
     *
     * @param value reads its cells from the row it is given; called once more for every refusal
     * @return the value, with stand-ins where cells are bad; null if it cannot be built even so
     */
    <T> @Nullable T build(Function<TableRow, T> value) {
        while (true) {
            try {
                return value.apply(this);
            } catch (InvalidValue refusal) {
                String column = table.columns().contains(refusal.field()) ? refusal.field() : "";
                boolean follows = refusal.fields().stream().anyMatch(bad::contains);
                if (!follows) {
                    refuse(column, refusal.remedy());
                }
                if (follows || column.isEmpty()) {
                    return null;
                }
            }
        }
    }

    /** Reports a cell; an empty column stands for the whole row. */
    void refuse(String column, String remedy) {
        refuse(column, column.isEmpty() ? "" : raw(column), remedy, DataError.Rule.FORM);
    }

    /** Reports a row that differs from one with its key, by the last cell of that which no file may lack. */
    void refuseOther(String remedy) {
        String column = table.keyColumn();
        refuse(column, raw(column), remedy, DataError.Rule.SAME_ROW);
    }

    private void refuse(String column, String value, String remedy, DataError.Rule rule) {
        bad = bad.isEmpty() ? new HashSet<>() : bad;
        bad.add(column);
        sound = false;
        problems.add(new DataError(place.file(), place.line(), column, legible(value), remedy, rule));
    }

    /** The cell as it stands; never null. */
    String text(String column) {
        return cell(column, column, Function.identity());
    }

    /** The cell as it stands; null if it is empty. */
    @Nullable
    String textOrNull(String column) {
        return ifAny(column, Function.identity());
    }

    /** A date of any precision; null if the cell is empty. */
    @Nullable
    PartialDate date(String column) {
        return ifAny(column, PartialDate::parse);
    }

    /** A date of any precision, which must be there. */
    PartialDate dateOr(String column, PartialDate standIn) {
        return cell(column, standIn, PartialDate::parse);
    }

    /** A date of full precision; null if the cell is empty. */
    @Nullable
    LocalDate day(String column) {
        return ifAny(column, text -> {
            PartialDate date = PartialDate.parse(text);
            if (!date.isFullDate()) {
                throw bad("must be a day like 1973-01-01");
            }
            return date.firstDay();
        });
    }

    /** A decimal number without an exponent; null if the cell is empty. */
    @Nullable
    BigDecimal number(String column) {
        return ifAny(column, TableRow::toNumber);
    }

    /** A decimal number without an exponent, which must be there. */
    BigDecimal numberOr(String column, BigDecimal standIn) {
        return cell(column, standIn, TableRow::toNumber);
    }

    private static BigDecimal toNumber(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw bad("must be a number like 12.5");
        }
        return new BigDecimal(text);
    }

    /** A code that is in use; null if the cell is empty. */
    @Nullable
    String country(String column) {
        return ifAny(column, TableRow::toCountry);
    }

    /** A code that is in use, which must be there. */
    String countryOr(String column, String standIn) {
        return cell(column, standIn, TableRow::toCountry);
    }

    private static String toCountry(String text) {
        if (!Country.isCode(text)) {
            throw bad("must be an ISO 3166-1 alpha-2 code in use, EU or XK");
        }
        return text;
    }

    /** Codes of countries that are in use, none of them a bloc, and none twice. */
    List<String> countries(String column) {
        return list(column, List.of(), text -> {
            if (!Country.isCode(text) || text.equals(Country.EU)) {
                throw bad("must be ISO 3166-1 alpha-2 codes in use, or XK");
            }
            return text;
        });
    }

    /** A word of a vocabulary. */
    <T extends Enum<T> & Term> T term(String column, Class<T> vocabulary, T standIn) {
        return cell(column, standIn, text -> Term.parse(vocabulary, text));
    }

    /** A word of a vocabulary; null if the cell is empty. */
    <T extends Enum<T> & Term> @Nullable T termOrNull(String column, Class<T> vocabulary) {
        return ifAny(column, text -> {
            try {
                return Term.parse(vocabulary, text);
            } catch (InvalidValue unknown) {
                List<String> words = Term.words(vocabulary);
                throw bad("must be empty or one of " + words
                        + Nearest.among(words, text).stream()
                                .findFirst()
                                .map("; did you mean %s?"::formatted)
                                .orElse(""));
            }
        });
    }

    /** {@code yes} or {@code no}. */
    boolean yes(String column) {
        return cell(column, false, text -> switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw bad("must be one of [yes, no]");
        });
    }

    /** The id of a row in another table. */
    String reference(String column, Ids ids) {
        return cell(column, column, text -> existing(text, ids));
    }

    /** Ids of rows in another table, none twice. */
    List<String> references(String column, Ids ids) {
        return list(column, List.of(column), text -> existing(text, ids));
    }

    /** The elements between bars, none twice; an empty cell has none. */
    <T> List<T> list(String column, List<T> standIn, Function<String, T> read) {
        return cell(column, standIn, text -> {
            if (text.isEmpty()) {
                return List.of();
            }
            List<String> texts = Bars.split(text);
            Set<String> seen = HashSet.newHashSet(texts.size());
            List<T> elements = new ArrayList<>(texts.size());
            for (String element : texts) {
                try {
                    requireTrimmed(element);
                    if (element.isEmpty()) {
                        throw bad("must have no empty element between its bars");
                    }
                    if (!seen.add(element)) {
                        throw bad("must not be listed twice");
                    }
                    elements.add(read.apply(element));
                } catch (InvalidValue refusal) {
                    refuse(column, element.isEmpty() ? text : element, refusal.remedy(), refusal.rule());
                }
            }
            return bad.contains(column) ? standIn : elements;
        });
    }

    private <T> @Nullable T ifAny(String column, Function<String, T> read) {
        // Most cells that may be empty are.
        if (raw(column).isEmpty()) {
            return null;
        }
        return this.<Optional<T>>cell(column, Optional.empty(), text -> Optional.of(read.apply(text)))
                .orElse(null);
    }

    private <T> T cell(String column, T standIn, Function<String, T> read) {
        if (!sound && bad.contains(column)) {
            return standIn;
        }
        String text = raw(column);
        try {
            requireLegible(text);
            requireTrimmed(text);
            return read.apply(text);
        } catch (InvalidValue refusal) {
            refuse(column, text, refusal.remedy(), refusal.rule());
            return standIn;
        }
    }

    /** Line breaks inside a cell are one line feed, whatever those of the file. */
    private String raw(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            return "";
        }
        return lineFeeds(cells.cell(position));
    }

    static String lineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String existing(String id, Ids ids) {
        String canonical = id.isEmpty() ? id : ids.canonical(id);
        if (canonical == null) {
            throw bad(ids.remedy(id)).against(DataError.Rule.KNOWN_ID);
        }
        return canonical;
    }

    /** @throws InvalidValue if it is not text in UTF-8 */
    static void requireLegible(String text) {
        int badByte = EscapingReader.firstBadByte(text);
        if (badByte >= 0) {
            throw bad("must be UTF-8; the byte 0x%02X is not%s".formatted(badByte, inWindows1252(badByte)));
        }
        if (text.indexOf('\0') >= 0) {
            throw bad("must have no NUL byte");
        }
    }

    /** What else the file may be: the letters of Latin-1 are the same there. */
    private static String inWindows1252(int badByte) {
        String letter = new String(new byte[] {(byte) badByte}, WINDOWS_1252);
        return Character.isLetter(letter.charAt(0))
                ? "; if the file is in Windows-1252 or Latin-1, where it is %s, save it as UTF-8".formatted(letter)
                : "";
    }

    private static void requireTrimmed(String text) {
        if (!text.isEmpty() && (isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1)))) {
            throw bad("must have no white space at its beginning or end");
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String legible(String value) {
        return EscapingReader.legible(value).replace('\0', '\uFFFD');
    }

    /** The cell and its value are known to whoever catches it. */
    private static InvalidValue bad(String remedy) {
        return new InvalidValue("", null, remedy);
    }
}

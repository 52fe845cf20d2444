package org.tieline.question.parameter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Day;
import org.tieline.model.InvalidValue;
import org.tieline.model.Scope;
import org.tieline.model.Term;

/** The types of parameters. */
public final class Types {
    /** The id of an organization; a former one as that of today, and an identifier as that of whoever has it on the day. */
    public static final Type<String> ID =
            one("ID", (text, reading) -> reading.organization(text), Function.identity(), schema("string"));

    /** Ids of organizations, each as {@link #ID} understands it. */
    public static final Type<Set<String>> IDS = several(ID, Comparator.naturalOrder());

    /** Any text. */
    public static final Type<String> TEXT = one("TEXT", (text, reading) -> text, Function.identity(), schema("string"));

    /** A day of full precision between {@link Day#EPOCH} and {@link Day#LAST}. */
    public static final Type<LocalDate> DAY =
            one("DAY", (text, reading) -> day(text), LocalDate::toString, schema("string", "format", "date"));

    /** The code of a country or {@code EU}, as {@link CountryName} understands it. */
    public static final Type<String> COUNTRY =
            one("COUNTRY", (text, reading) -> country(text), Function.identity(), schema("string"));

    /** Codes of countries and {@code EU}, as {@link CountryName} understands them. */
    public static final Type<Set<String>> COUNTRIES = several(COUNTRY, Comparator.naturalOrder());

    /** Items of the scope of bans. */
    public static final Type<Set<String>> SCOPES = several(
            one("SCOPE", (text, reading) -> new Scope(text).text(), Function.identity(), schema("string")),
            Comparator.naturalOrder());

    /** {@code true} or {@code false}. */
    public static final Type<Boolean> YES_OR_NO = new Simple<>(
            "WORD",
            List.of("true", "false"),
            (text, reading) -> switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new InvalidValue("", text, "must be true or false");
            },
            Object::toString,
            schema("boolean"));

    private Types() {}

    /** What text becomes. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @throws InvalidValue without a field, if it stands for no value */
        T read(String text, Reading reading);
    }

    /** Any text that a reader understands. */
    public static <T> Type<T> one(
            String label, Reader<T> reader, Function<T, String> writer, Map<String, Object> schema) {
        return new Simple<>(label, List.of(), reader, writer, schema);
    }

    /** A whole number in a range, both ends included. */
    public static Type<Integer> whole(int least, int most) {
        String range = most == Integer.MAX_VALUE ? "%d or more".formatted(least) : "%d..%d".formatted(least, most);
        Map<String, Object> schema = schema("integer", "minimum", least);
        if (most != Integer.MAX_VALUE) {
            schema.put("maximum", most);
        }
        return one(
                "N",
                (text, reading) -> {
                    int number;
                    try {
                        number = Integer.parseInt(text);
                    } catch (NumberFormatException e) {
                        throw new InvalidValue("", text, "must be a whole number");
                    }
                    if (number < least || number > most) {
                        throw new InvalidValue("", text, "must be " + range);
                    }
                    return number;
                },
                Object::toString,
                schema);
    }

    /** A number with a point, in percent: 0 to 100, both included. */
    public static final Type<BigDecimal> PERCENT = one(
            "PERCENT",
            (text, reading) -> {
                if (!text.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
                    throw new InvalidValue("", text, "must be a number like 20 or 12.5");
                }
                BigDecimal percent = new BigDecimal(text);
                if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
                    throw new InvalidValue("", text, "must be 0..100");
                }
                return percent;
            },
            BigDecimal::toPlainString,
            schema("number", "minimum", 0, "maximum", 100));

    /** A word of a vocabulary. */
    public static <T extends Enum<T> & Term> Type<T> word(Class<T> vocabulary) {
        return word(List.of(vocabulary.getEnumConstants()));
    }

    /** A word of a vocabulary, but for one that has no meaning here. */
    public static <T extends Enum<T> & Term> Type<T> wordBut(Class<T> vocabulary, T meaningless) {
        return word(Arrays.stream(vocabulary.getEnumConstants())
                .filter(word -> word != meaningless)
                .toList());
    }

    private static <T extends Enum<T> & Term> Type<T> word(List<T> allowed) {
        List<String> words = allowed.stream().map(Term::text).toList();
        return new Simple<>(
                "WORD",
                words,
                (text, reading) -> allowed.stream()
                        .filter(word -> word.text().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new InvalidValue("", text, "must be one of " + words)),
                Term::text,
                schema("string", "enum", words));
    }

    /** Words of a vocabulary; in what is written they are in its order. */
    public static <T extends Enum<T> & Term> Type<Set<T>> words(Class<T> vocabulary) {
        return several(word(vocabulary), Comparator.naturalOrder());
    }

    /** Words of a vocabulary, or {@code any}, which stands for all of them and is what all of them are written as. */
    public static <T extends Enum<T> & Term> Type<Set<T>> wordsOrAny(Class<T> vocabulary) {
        return new WordsOrAny<>(words(vocabulary), EnumSet.allOf(vocabulary));
    }

    /**
     * A period of ISO 8601 of days, weeks, months and years, above nothing.
     *
     * @param mostYears the longest
     */
    public static Type<Period> period(int mostYears) {
        return one(
                "PERIOD",
                (text, reading) -> {
                    try {
                        Period period = Period.parse(text);
                        LocalDate end = LocalDate.EPOCH.plus(period);
                        if (!period.isNegative()
                                && !period.isZero()
                                && !end.isAfter(LocalDate.EPOCH.plusYears(mostYears))) {
                            return period;
                        }
                    } catch (DateTimeException | ArithmeticException e) {
                        // Not a period, or one so long that no day is that far away: refused below.
                    }
                    throw new InvalidValue(
                            "",
                            text,
                            "must be a period of ISO 8601 like P1Y, P6M or P90D, of %d years at most"
                                    .formatted(mostYears));
                },
                Period::toString,
                schema("string", "format", "duration"));
    }

    private static String country(String text) {
        if (text.contains(",")) {
            throw new InvalidValue("", text, "may be given once");
        }
        return CountryName.code(text).orElseThrow(() -> CountryName.unknown(text));
    }

    /** What an absent parameter without a default is. */
    @SuppressWarnings("unchecked") // Several values of any kind are a set.
    static <T> @Nullable T nothing(Type<T> type) {
        return type.several() ? (T) Set.of() : null;
    }

    /** @throws InvalidValue without a field, if it is none, or too far away */
    static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            Day.of(day);
            return day;
        } catch (DateTimeParseException e) {
            throw new InvalidValue("", text, "must be a day like 2018-12-08");
        }
    }

    /** A schema of a type, and more of its keywords and values in turn. */
    public static Map<String, Object> schema(String type, Object... more) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        for (int i = 0; i < more.length; i += 2) {
            schema.put((String) more[i], more[i + 1]);
        }
        return schema;
    }

    /**
     * Several values of a type, each once, as they were given.
     *
     * @param order in which they are written
     */
    public static <T> Type<Set<T>> several(Type<T> type, Comparator<T> order) {
        return new Several<>(type, order);
    }

    private record Simple<T>(
            String label, List<String> words, Reader<T> reader, Function<T, String> writer, Map<String, Object> schema)
            implements Type<T> {
        @Override
        public T read(List<String> texts, Reading reading) {
            return reader.read(texts.getFirst(), reading);
        }

        @Override
        public List<String> write(T value) {
            return List.of(writer.apply(value));
        }

        @Override
        public boolean several() {
            return false;
        }
    }

    private record Several<T>(Type<T> type, Comparator<T> order) implements Type<Set<T>> {
        @Override
        public Set<T> read(List<String> texts, Reading reading) {
            return texts.stream()
                    .map(text -> type.read(List.of(text), reading))
                    .collect(Collectors.collectingAndThen(
                            Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
        }

        @Override
        public List<String> write(Set<T> values) {
            return sorted(values).stream()
                    .flatMap(value -> type.write(value).stream())
                    .toList();
        }

        @Override
        public boolean several() {
            return true;
        }

        @Override
        public String label() {
            return type.label();
        }

        @Override
        public List<String> words() {
            return type.words();
        }

        @Override
        public Map<String, Object> schema() {
            return type.schema();
        }

        private Collection<T> sorted(Set<T> values) {
            Set<T> sorted = new TreeSet<>(order);
            sorted.addAll(values);
            return sorted;
        }
    }

    private record WordsOrAny<T>(Type<Set<T>> some, Set<T> all) implements Type<Set<T>> {
        private static final String ANY = "any";

        @Override
        public Set<T> read(List<String> texts, Reading reading) {
            List<String> others =
                    texts.stream().filter(text -> !text.equals(ANY)).toList();
            Set<T> read;
            try {
                read = some.read(others, reading);
            } catch (InvalidValue e) {
                throw new InvalidValue("", e.value(), "must be one of " + String.join(", ", words()));
            }
            return others.size() == texts.size() ? read : all;
        }

        @Override
        public List<String> write(Set<T> values) {
            return values.equals(all) ? List.of(ANY) : some.write(values);
        }

        @Override
        public boolean several() {
            return true;
        }

        @Override
        public String label() {
            return some.label();
        }

        @Override
        public List<String> words() {
            return Stream.concat(some.words().stream(), Stream.of(ANY)).toList();
        }

        @Override
        public Map<String, Object> schema() {
            return Types.schema("string", "enum", words());
        }
    }
}

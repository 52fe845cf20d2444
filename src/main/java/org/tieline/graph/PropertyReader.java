package org.tieline.graph;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;

/**
 * Reads the values of properties, as the driver or the embedded database gives them. One that cannot be read is noted, and a
 * stand-in taken for it, which never says more than what it stands for may; the methods that return no stand-in refuse it by
 * InvalidValue. Those who read one kind of fact share it, and what it notes is of the fact that was begun last. For one
 * thread.
 */
final class PropertyReader {
    static final String LEFT_OUT = "it is left out";
    static final String BY_ID = "the id stands in for it";

    // A graph says the same few dates and shares a million times. One object for each is enough, and made once.
    private final Map<String, PartialDate> dates = new HashMap<>();
    private final Map<Double, BigDecimal> numbers = new HashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    /** A property that could not be read, and what is done about it. */
    record LeftOut(InvalidValue refusal, String instead) {}

    /** Begins with a new fact. */
    void begin() {
        leftOut.clear();
    }

    /** What was left out since the beginning. */
    List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Whether one of some fields was left out already. */
    boolean hasLeftOut(List<String> fields) {
        return !leftOut.isEmpty()
                && leftOut.stream()
                        .flatMap(left -> left.refusal().fields().stream())
                        .anyMatch(fields::contains);
    }

    void leaveOut(InvalidValue refusal) {
        leaveOut(refusal, LEFT_OUT);
    }

    void leaveOut(InvalidValue refusal, String instead) {
        leftOut.add(new LeftOut(refusal, instead));
    }

    /**
     * Leaves out what a value can stand without, unless it was there and told of already.
     *
     * @param complete refuses a value that is not complete
     * @param instead what is done about the refusal
     */
    void leaveOutMissing(Runnable complete, Function<InvalidValue, String> instead) {
        try {
            complete.run();
        } catch (InvalidValue e) {
            if (!hasLeftOut(e.fields())) {
                leaveOut(e, instead.apply(e));
            }
        }
    }

    /** Tells of what follows from all that was left out, beside what is done about each. */
    void leaveOutBesides(String consequence) {
        leftOut.replaceAll(left -> new LeftOut(left.refusal(), left.instead() + ", and " + consequence));
    }

    String textOrEmpty(Map<String, Object> properties, String field) {
        String text = text(properties, field, null, LEFT_OUT);
        return text == null ? "" : text;
    }

    /** Null if there is none; {@code otherwise} if it is no text. */
    @Nullable
    String text(Map<String, Object> properties, String field, @Nullable String otherwise, String instead) {
        try {
            return text(properties, field);
        } catch (InvalidValue e) {
            leaveOut(e, instead);
            return otherwise;
        }
    }

    static @Nullable String text(Map<String, Object> properties, String field) {
        Object value = properties.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrongType(field, "a text", value);
    }

    /** Hands what may be absent to a record that refuses it then, in its own words. */
    @SuppressWarnings("NullAway") // The record looks.
    static <T> T orRefused(@Nullable T value) {
        return value;
    }

    /** False if it cannot be read, as that is the weaker claim. */
    boolean yesOrNo(Map<String, Object> properties, String field) {
        Object value = properties.get(field);
        if (value instanceof Boolean flag) {
            return flag;
        }
        leaveOut(wrongType(field, "true or false", value), "it counts as false");
        return false;
    }

    List<String> texts(Map<String, Object> properties, String field) {
        Object value = properties.get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof String[] texts) {
            return Arrays.asList(texts);
        }
        List<?> elements =
                value instanceof Object[] array ? Arrays.asList(array) : value instanceof List<?> list ? list : null;
        if (elements == null) {
            leaveOut(wrongType(field, "a list of texts", value));
            return List.of();
        }
        String[] texts = new String[elements.size()];
        for (int i = 0; i < texts.length; i++) {
            if (!(elements.get(i) instanceof String text)) {
                leaveOut(wrongType(field, "a list of texts", value));
                return List.of();
            }
            texts[i] = text;
        }
        return List.of(texts);
    }

    /** Names as a table can hold them: none is blank, has blanks around it or is there twice. What is not so is noted. */
    List<String> names(Map<String, Object> properties, String field) {
        List<String> given = texts(properties, field);
        List<String> names = given.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (!names.equals(given)) {
            leaveOut(
                    new InvalidValue(
                            field,
                            given,
                            "must have no empty text, no white space around one, and none that is there twice"),
                    "%d of %d are taken, without white space around them".formatted(names.size(), given.size()));
        }
        return names;
    }

    /** A DATE is taken too: it says the same as a text of full precision, and people who write Cypher reach for it. */
    @Nullable
    PartialDate date(Map<String, Object> properties, String field) {
        Object value = properties.get(field);
        if (value == null) {
            return null;
        }
        if (value instanceof LocalDate day && isWritten(day)) {
            return PartialDate.of(day);
        }
        if (value instanceof String text) {
            try {
                return dates.computeIfAbsent(text, PartialDate::parse);
            } catch (InvalidValue e) {
                leaveOut(e.in(field));
                return null;
            }
        }
        leaveOut(wrongType(field, "a text like '2018' or '2018-08-23'", value));
        return null;
    }

    /** Whether a day can be written with a year of four digits; Neo4j knows others. */
    private static boolean isWritten(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= 9999;
    }

    /** @param right what would be right, "a number from 0 to 100" */
    @Nullable
    BigDecimal number(Map<String, Object> properties, String field, String right) {
        Object value = properties.get(field);
        if (value == null) {
            return null;
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return numbers.computeIfAbsent(number, each -> plain(BigDecimal.valueOf(each)));
        }
        if (value instanceof Long || value instanceof Integer) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        leaveOut(wrongType(field, right, value));
        return null;
    }

    /** 20.0 is 20 and not 2E+1. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static InvalidValue wrongType(String field, String right, @Nullable Object value) {
        return new InvalidValue(field, shown(value), "must be " + right);
    }

    /** An array as the list that the driver makes of it. */
    private static Object shown(@Nullable Object value) {
        return switch (value) {
            case null -> "absent";
            case Object[] elements -> Arrays.toString(elements);
            case long[] numbers -> Arrays.toString(numbers);
            case double[] numbers -> Arrays.toString(numbers);
            case boolean[] flags -> Arrays.toString(flags);
            case byte[] bytes -> bytes.length + " bytes";
            default -> value;
        };
    }

    @Nullable
    LocalDate day(Map<String, Object> properties, String field) {
        PartialDate date = date(properties, field);
        if (date != null && !date.isFullDate()) {
            leaveOut(new InvalidValue(field, date, "must be a day like 1973-01-01"));
            return null;
        }
        return date == null ? null : date.firstDay();
    }

    static int count(Map<String, Object> properties, String field) {
        return properties.get(field) instanceof Number number ? number.intValue() : 0;
    }
}

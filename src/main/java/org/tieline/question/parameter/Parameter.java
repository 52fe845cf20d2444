package org.tieline.question.parameter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;
import org.tieline.model.TielineException.BadQuestion;

/**
 * One thing that a question may be told, under the same name at every door. Immutable; each method that changes something
 * gives another parameter.
 *
 * @param <T> what it is in Java; null if it may be absent and has no default
 */
public final class Parameter<T> {
    private final String name;
    private final String sentence;
    private final Type<T> type;
    private final Absent<T> absent;

    /**
     * What an absent parameter means.
     *
     * @param value the default
     * @param moves whether it is another one tomorrow
     * @param remedy what would be right to give; null if it may be absent
     */
    private record Absent<T>(
            Function<Reading, T> value,
            boolean moves,
            @Nullable String remedy) {}

    private Parameter(String name, String sentence, Type<T> type, Absent<T> absent) {
        this.name = name;
        this.sentence = sentence;
        this.type = type;
        this.absent = absent;
    }

    /**
     * A parameter that may be absent, and is null then; a collection is empty.
     *
     * @param name lower camel case
     * @param sentence for people, about what it does and what its absence means
     */
    public static <T> Parameter<T> of(String name, Type<T> type, String sentence) {
        return new Parameter<>(name, sentence, type, new Absent<>(reading -> Types.nothing(type), false, null));
    }

    /** The same with a value that stands for an absent one. */
    public Parameter<T> orElse(T value) {
        return new Parameter<>(name, sentence, type, new Absent<>(reading -> value, false, null));
    }

    /** The same with a value that stands for an absent one on the day; links always name it. */
    public Parameter<T> orElseOnTheDay(Function<Reading, T> value) {
        return new Parameter<>(name, sentence, type, new Absent<>(value, true, null));
    }

    /**
     * The same, which must be given.
     *
     * @param remedy what to give, after "must be given: "
     */
    public Parameter<T> required(String remedy) {
        return new Parameter<>(name, sentence, type, new Absent<>(reading -> null, false, remedy));
    }

    /** The same with another sentence, for a question where it means something particular. */
    public Parameter<T> saying(String other) {
        return new Parameter<>(name, other, type, absent);
    }

    public String name() {
        return name;
    }

    public String sentence() {
        return sentence;
    }

    public Type<T> type() {
        return type;
    }

    public boolean isRequired() {
        return absent.remedy != null;
    }

    /** Whether it is null where it is not given. */
    public boolean mayBeNull() {
        return !isRequired() && !type.several() && !absent.moves && ordinary() == null;
    }

    /** The default as it is written; empty if there is none, or it is another one each day. */
    public List<String> writtenDefault() {
        T value = ordinary();
        return value == null ? List.of() : type.write(value);
    }

    /** What else its sentence says of the default, with a space before it; nothing if that is none, all words, or another each day. */
    public String defaultSentence() {
        List<String> usual = writtenDefault();
        boolean plain = usual.isEmpty() || usual.equals(type.words());
        return plain ? "" : " If absent: " + String.join(", ", usual) + ".";
    }

    /** Whether a value is the one that stands for an absent parameter, today and tomorrow. */
    boolean isDefault(T value) {
        T usual = ordinary();
        boolean same = value instanceof BigDecimal number && usual instanceof BigDecimal other
                ? number.compareTo(other) == 0
                : Objects.equals(value, usual);
        return !absent.moves && same;
    }

    /** The default, which is the same every day. */
    @Nullable
    T ordinary() {
        return absent.moves ? null : absent.value.apply(null);
    }

    /** What is wrong where it is not given and must be. */
    public BadQuestion missing() {
        return new BadQuestion(name, "%s must be given: %s".formatted(name, absent.remedy));
    }

    /** @throws BadQuestion if it must be given */
    T absent(Reading reading) {
        if (isRequired()) {
            throw missing();
        }
        return absent.value.apply(reading);
    }

    /** @throws BadQuestion naming this parameter, what was given and what would be right */
    T read(List<String> given, Reading reading) {
        try {
            return type.read(Given.texts(given, type.several()), reading);
        } catch (InvalidValue e) {
            throw new BadQuestion(e.in(name));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

package org.tieline.question;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tieline.model.Day;
import org.tieline.model.InvalidValue;
import org.tieline.model.Term;
import org.tieline.model.TielineException.BadQuestion;

/**
 * The parameters of a question as text, by name, read one by one into values.
 *
 * <p>Whoever has read all that the question takes calls {@link #refuseOthers()}: what was not asked for by then is not
 * known to the question. Several values are given by commas, by repeating the parameter, or both.
 */
public final class GivenParameters {
    private final Map<String, List<String>> values;
    private final UnaryOperator<String> living;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> refused = new LinkedHashSet<>();
    private final Set<String> asides = new LinkedHashSet<>();

    public GivenParameters(Map<String, List<String>> values) {
        this(values, UnaryOperator.identity());
    }

    /** @param living the id under which an organization is found today, as {@link Snapshot#living} knows it */
    public GivenParameters(Map<String, List<String>> values, UnaryOperator<String> living) {
        this.values = Map.copyOf(values);
        this.living = living;
    }

    /** Whether a parameter was given, with a value or without; it is not read by that. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The only value of a parameter. */
    public Optional<String> text(String name) {
        known.add(name);
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw bad(name, "may be given once", String.join(" and ", given));
        }
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String value = given.getFirst().strip();
        if (value.isEmpty()) {
            throw bad(name, "must not be empty; leave it out to use its default", "empty");
        }
        return Optional.of(value);
    }

    /** The only value of a parameter that says how to answer and not what; whoever is told what is allowed reads it last. */
    public Optional<String> aside(String name) {
        Optional<String> value = text(name);
        known.remove(name);
        asides.add(name);
        return value;
    }

    /** The only value of a parameter that may be empty, and is so if it is absent. */
    public String textOrEmpty(String name) {
        known.add(name);
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw bad(name, "may be given once", String.join(" and ", given));
        }
        return given.isEmpty() ? "" : given.getFirst().strip();
    }

    /** All values of a parameter in the order given, each once; empty if it is absent. */
    public List<String> texts(String name) {
        known.add(name);
        Set<String> texts = new LinkedHashSet<>();
        for (String given : values.getOrDefault(name, List.of())) {
            for (String text : given.split(",", -1)) {
                if (text.isBlank()) {
                    throw bad(name, "must not have an empty element", given.isEmpty() ? "empty" : given);
                }
                texts.add(text.strip());
            }
        }
        return List.copyOf(texts);
    }

    /** The id of an organization, a former one as that of today. */
    public Optional<String> id(String name) {
        return text(name).map(living);
    }

    /** Ids of organizations, former ones as those of today. */
    public Set<String> ids(String name) {
        return texts(name).stream().map(living).collect(Collectors.toUnmodifiableSet());
    }

    /** A day of full precision between {@link Day#EPOCH} and {@link Day#LAST}. */
    public Optional<LocalDate> day(String name) {
        return text(name).map(text -> {
            try {
                LocalDate day = LocalDate.parse(text);
                Day.of(day);
                return day;
            } catch (DateTimeParseException e) {
                throw bad(name, "must be a day like 2018-12-08", text);
            } catch (InvalidValue e) {
                throw new BadQuestion(name, e.in(name).getMessage());
            }
        });
    }

    /** A whole number. */
    public OptionalInt integer(String name) {
        return text(name)
                .map(text -> {
                    try {
                        return OptionalInt.of(Integer.parseInt(text));
                    } catch (NumberFormatException e) {
                        throw bad(name, "must be a whole number", text);
                    }
                })
                .orElse(OptionalInt.empty());
    }

    /** A decimal number with a point. */
    public Optional<BigDecimal> decimal(String name) {
        return text(name).map(text -> {
            if (!text.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
                throw bad(name, "must be a number like 20 or 12.5", text);
            }
            return new BigDecimal(text);
        });
    }

    /** A word of a vocabulary. */
    public <T extends Enum<T> & Term> Optional<T> term(String name, Class<T> vocabulary) {
        return text(name).map(text -> parse(name, vocabulary, text));
    }

    /** Words of a vocabulary; empty if the parameter is absent. */
    public <T extends Enum<T> & Term> Set<T> terms(String name, Class<T> vocabulary) {
        return texts(name).stream()
                .map(text -> parse(name, vocabulary, text))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Codes of countries, whatever {@link CountryName} understands was given. */
    public Set<String> countries(String name) {
        Set<String> codes = new TreeSet<>();
        for (String text : texts(name)) {
            codes.add(CountryName.code(text).orElseThrow(() -> new BadQuestion(name, CountryName.refusal(name, text))));
        }
        return codes;
    }

    /** Values that something else reads, which refuses by {@link InvalidValue}. */
    public <T> List<T> each(String name, Function<String, T> reader) {
        List<T> read = new ArrayList<>();
        for (String text : texts(name)) {
            try {
                read.add(reader.apply(text));
            } catch (InvalidValue e) {
                throw new BadQuestion(name, e.in(name).getMessage());
            }
        }
        return Collections.unmodifiableList(read);
    }

    /**
     * Refuses a parameter that another question knows by this name, whoever reads it after this.
     *
     * @param instead what to use in its place, in words
     * @throws BadQuestion if it was given
     */
    public void refuse(String name, String instead) {
        if (values.containsKey(name)) {
            throw new BadQuestion(name, "%s is not a parameter here; %s".formatted(name, instead));
        }
        refused.add(name);
    }

    /** @throws BadQuestion if a parameter was given that nobody has read */
    public void refuseOthers() {
        known.removeAll(refused);
        known.addAll(asides);
        for (String name : new TreeSet<>(values.keySet())) {
            if (!known.contains(name)) {
                String allowed = known.isEmpty() ? "there are none here" : "allowed are " + String.join(", ", known);
                throw new BadQuestion(name, "%s is not a parameter; %s".formatted(name, allowed));
            }
        }
    }

    private static <T extends Enum<T> & Term> T parse(String name, Class<T> vocabulary, String text) {
        try {
            return Term.parse(vocabulary, text);
        } catch (InvalidValue e) {
            throw new BadQuestion(name, e.in(name).getMessage());
        }
    }

    private static BadQuestion bad(String name, String remedy, String value) {
        return new BadQuestion(name, "%s %s, was %s".formatted(name, remedy, value));
    }
}

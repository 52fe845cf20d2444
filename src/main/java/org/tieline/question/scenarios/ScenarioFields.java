package org.tieline.question.scenarios;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;
import org.tieline.model.Term;
import org.tieline.model.TielineException.BadParts;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.GivenParameters;

/** The fields of one part of a scenario, read like parameters, but so that what is wrong is noted and reading goes on. */
final class ScenarioFields {
    private final String place;
    private final Map<String, List<String>> given;
    private final GivenParameters parameters;
    private final List<BadParts.Part> wrong;
    private final Set<String> known = new LinkedHashSet<>();
    private boolean sound = true;

    /**
     * @param place of the part, like {@code changes[3]}
     * @param wrong grows with what is wrong
     */
    ScenarioFields(String place, Map<String, List<String>> given, List<BadParts.Part> wrong) {
        this.place = place;
        this.given = given;
        this.wrong = wrong;
        parameters = new GivenParameters(given);
    }

    /** Whether nothing was wrong so far. */
    boolean sound() {
        return sound;
    }

    /** Notes what is wrong with a field. */
    void refuse(String field, String message, List<String> nearest) {
        sound = false;
        wrong.add(new BadParts.Part(place + "." + field, message, nearest));
    }

    /** Notes what cannot be: with its field, or with the part as a whole if no single field is wrong. */
    void refuse(InvalidValue refusal) {
        sound = false;
        String at = refusal.field().isEmpty() ? place : place + "." + refusal.field();
        wrong.add(new BadParts.Part(at, refusal.getMessage(), List.of()));
    }

    /** Null if the field is absent or wrong. */
    String text(String field) {
        return read(field, () -> parameters.text(field)).orElse(null);
    }

    /** Null if the field is wrong; absent is wrong too. */
    String required(String field) {
        boolean before = sound;
        sound = true;
        String text = text(field);
        if (text == null && sound) {
            refuse(field, field + " must be given", List.of());
        }
        sound &= before;
        return text;
    }

    List<String> texts(String field) {
        return read(field, () -> Optional.of(parameters.texts(field))).orElse(List.of());
    }

    LocalDate day(String field) {
        return read(field, () -> parameters.day(field)).orElse(null);
    }

    /** A date of any precision. */
    PartialDate date(String field) {
        List<PartialDate> dates = each(field, PartialDate::parse);
        if (dates.size() > 1) {
            refuse(field, field + " may be given once", List.of());
        }
        return dates.isEmpty() ? null : dates.getFirst();
    }

    BigDecimal decimal(String field) {
        return read(field, () -> parameters.decimal(field))
                .map(number -> new BigDecimal(number.stripTrailingZeros().toPlainString()))
                .orElse(null);
    }

    boolean flag(String field, boolean usual) {
        String text = text(field);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            refuse(field, "%s must be true or false, was %s".formatted(field, text), List.of());
        }
        return text == null ? usual : text.equals("true");
    }

    <T extends Enum<T> & Term> T term(String field, Class<T> vocabulary, T usual) {
        return read(field, () -> parameters.term(field, vocabulary)).orElse(usual);
    }

    /** In the order of the vocabulary. */
    <T extends Enum<T> & Term> List<T> terms(String field, Class<T> vocabulary) {
        return read(field, () -> Optional.of(parameters.terms(field, vocabulary)))
                .map(terms -> terms.stream().sorted().toList())
                .orElse(List.of());
    }

    Set<String> countries(String field) {
        return read(field, () -> Optional.of(parameters.countries(field))).orElse(Set.of());
    }

    <T> List<T> each(String field, Function<String, T> reader) {
        return new ArrayList<>(
                read(field, () -> Optional.of(parameters.each(field, reader))).orElse(List.of()));
    }

    private <T> Optional<T> read(String field, Supplier<Optional<T>> reader) {
        known.add(field);
        try {
            return reader.get();
        } catch (BadQuestion e) {
            refuse(field, e.getMessage(), List.of());
            return Optional.empty();
        }
    }

    /** Notes every field that nobody has read. */
    void refuseOthers() {
        for (String field : new TreeSet<>(given.keySet())) {
            if (!known.contains(field)) {
                refuse(
                        field,
                        "%s is not known here; known are %s".formatted(field, String.join(", ", known)),
                        List.of());
            }
        }
    }
}

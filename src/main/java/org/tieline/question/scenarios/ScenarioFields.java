package org.tieline.question.scenarios;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Term;
import org.tieline.model.TielineException.BadParts;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Reading;
import org.tieline.question.parameter.Type;
import org.tieline.question.parameter.Types;

/** The fields of one part of a scenario, read like parameters, but so that what is wrong is noted and reading goes on. */
final class ScenarioFields {
    /** No field depends on the day, and ids are looked up by those who take them. */
    private static final Reading READING = Reading.on(LocalDate.EPOCH);

    private static final Type<Set<String>> TEXTS = Types.several(Types.TEXT, Comparator.naturalOrder());

    private static final Type<PartialDate> DATE = Types.one(
            "DATE", (text, reading) -> PartialDate.parse(text), PartialDate::toString, Types.schema("string"));

    private final String place;
    private final Given given;
    private final List<BadParts.Part> wrong;
    private final Set<String> known = new LinkedHashSet<>();
    private boolean sound = true;

    /**
     * @param place of the part, like {@code changes[3]}
     * @param wrong grows with what is wrong
     */
    ScenarioFields(String place, Map<String, List<String>> given, List<BadParts.Part> wrong) {
        this.place = place;
        this.given = new Given(given);
        this.wrong = wrong;
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
        return read(field, Types.TEXT, null);
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

    /** In the order given. */
    List<String> texts(String field) {
        return List.copyOf(read(field, TEXTS, Set.of()));
    }

    LocalDate day(String field) {
        return read(field, Types.DAY, null);
    }

    /** A date of any precision. */
    PartialDate date(String field) {
        return read(field, DATE, null);
    }

    BigDecimal percent(String field) {
        BigDecimal percent = read(field, Types.PERCENT, null);
        return percent == null
                ? null
                : new BigDecimal(percent.stripTrailingZeros().toPlainString());
    }

    boolean flag(String field, boolean usual) {
        return read(field, Types.YES_OR_NO, usual);
    }

    <T extends Enum<T> & Term> T term(String field, Class<T> vocabulary, T usual) {
        return read(field, Types.word(vocabulary), usual);
    }

    /** In the order of the vocabulary. */
    <T extends Enum<T> & Term> List<T> terms(String field, Class<T> vocabulary) {
        return read(field, Types.words(vocabulary), Set.<T>of()).stream()
                .sorted()
                .toList();
    }

    Set<String> countries(String field) {
        return read(field, Types.COUNTRIES, Set.of());
    }

    /** In the order given. */
    List<Scope> scopes(String field) {
        return read(field, Types.SCOPES, Set.of()).stream().map(Scope::new).toList();
    }

    private <T> T read(String field, Type<T> type, T usual) {
        known.add(field);
        Parameter<T> parameter = Parameter.of(field, type, "").orElse(usual);
        Parameters alone = Parameters.of(parameter);
        try {
            return given.among(alone).read(alone, READING).get(parameter);
        } catch (BadQuestion e) {
            refuse(field, e.getMessage(), List.of());
            return usual;
        }
    }

    /** Notes every field that nobody has read. */
    void refuseOthers() {
        for (String field : new TreeSet<>(given.texts().keySet())) {
            if (!known.contains(field)) {
                refuse(
                        field,
                        "%s is not known here; known are %s".formatted(field, String.join(", ", known)),
                        List.of());
            }
        }
    }
}

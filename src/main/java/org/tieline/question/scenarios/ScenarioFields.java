package org.tieline.question.scenarios;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
    @Nullable
    String text(String field) {
        return ifAny(field, Types.TEXT);
    }

    /** Null if the field is wrong; absent is wrong too. */
    @Nullable
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

    @Nullable
    LocalDate day(String field) {
        return ifAny(field, Types.DAY);
    }

    /** A date of any precision. */
    @Nullable
    PartialDate date(String field) {
        return ifAny(field, DATE);
    }

    @Nullable
    BigDecimal percent(String field) {
        BigDecimal percent = ifAny(field, Types.PERCENT);
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

    <T extends Enum<T> & Term> @Nullable T term(String field, Class<T> vocabulary) {
        return ifAny(field, Types.word(vocabulary));
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
        T given = ifAny(field, type);
        return given == null ? usual : given;
    }

    private <T> @Nullable T ifAny(String field, Type<T> type) {
        known.add(field);
        Parameter<T> parameter = Parameter.of(field, type, "");
        Parameters alone = Parameters.of(parameter);
        try {
            return given.among(alone).read(alone, READING).get(parameter);
        } catch (BadQuestion e) {
            refuse(field, e.getMessage(), List.of());
            return null;
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

package org.tieline.question;

import com.fasterxml.jackson.databind.JavaType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Reading;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Values;

/**
 * A question as it is declared. Every door reads the declaration, and knows no question by name: the parameters are those of
 * an address, the options of a command and of a procedure; the answer is what they write.
 *
 * <p>Two questions may share a name and an address, where a parameter decides which of them is meant.
 *
 * @param name in kebab case, as it is typed: {@code exposures}
 * @param sentence what it asks, for people
 * @param remark what else they should know before they ask; may be empty
 * @param addresses where it is asked over HTTP, at least one; the name of a parameter in braces stands for its value
 * @param parameters what it may be told
 * @param chosenBy the parameter by which it is meant and not another question of its name or address; null for that other one
 * @param posted whether it has a body beside its parameters
 * @param reader how it is understood
 * @param shape what its answers are made of; null if nobody said
 * @param pages where the explorer shows the answer to people, told the same parameters, as {@code addresses} are; may be empty
 * @param offered whether assistants have it as a tool
 * @param large whether it may take many searches, so that those that take few should not wait for it
 */
@RecordBuilder
public record Question(
        String name,
        String sentence,
        String remark,
        List<String> addresses,
        Parameters parameters,
        @Nullable Parameter<?> chosenBy,
        boolean posted,
        Reader reader,
        @Nullable AnswerShape shape,
        List<String> pages,
        boolean offered,
        boolean large)
        implements QuestionBuilder.With {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /**
     * What the answers to a question are made of, for whoever describes them.
     *
     * @param whole the list as JSON has it
     * @param result one of its elements
     * @param columns of its table; empty if they depend on what was found
     */
    public record AnswerShape(JavaType whole, JavaType result, List<String> columns) {}

    /** How a question is understood. */
    @FunctionalInterface
    public interface Reader {
        /**
         * @param values of all parameters
         * @param body what was posted
         * @param reading what reading the body may depend on
         * @throws BadQuestion if values do not go together, or the body cannot be read
         */
        Understood read(Values values, byte @Nullable [] body, Reading reading);
    }

    /** A question that was understood. It can be asked of any snapshot. */
    @FunctionalInterface
    public interface Understood {
        /** @throws org.tieline.model.TielineException.NotFound if it names something that is not there */
        Answer<?> in(Snapshot snapshot);
    }

    /** Understands a question that has no body. */
    @FunctionalInterface
    public interface ValueReader {
        /** @throws BadQuestion if values do not go together */
        Understood read(Values values);
    }

    public Question {
        addresses = List.copyOf(addresses);
        pages = List.copyOf(pages);
    }

    /** A question whose parameters say all. */
    public static Question of(
            String name, String sentence, Parameters parameters, ValueReader reader, String... addresses) {
        return new Question(
                name,
                sentence,
                "",
                List.of(addresses),
                parameters,
                null,
                false,
                (values, body, reading) -> reader.read(values),
                null,
                List.of(),
                false,
                false);
    }

    /** A question with a body. */
    public static Question posted(
            String name, String sentence, Parameters parameters, Reader reader, String... addresses) {
        return new Question(
                name, sentence, "", List.of(addresses), parameters, null, true, reader, null, List.of(), false, false);
    }

    /** The same, meant only if a parameter is given. */
    public Question chosenBy(Parameter<?> parameter) {
        return withChosenBy(parameter);
    }

    /** The same with something that people should know before they ask. */
    public Question remarking(String other) {
        return withRemark(other);
    }

    /** The same, answered with values of these types. A question about a day has that day in a column of its own, the last. */
    public Question answering(JavaType whole, JavaType result, Columns<?> columns) {
        List<String> names = new ArrayList<>(columns.names());
        if (!names.isEmpty() && isAboutADay()) {
            names.add(SearchParameters.AS_OF.name());
        }
        return withShape(new AnswerShape(whole, result, List.copyOf(names)));
    }

    public Question answering(Class<?> whole, Class<?> result, Columns<?> columns) {
        return answering(Json.type(whole), Json.type(result), columns);
    }

    /** The same, which the explorer shows to people. */
    public Question shownAt(String... others) {
        return withPages(List.of(others));
    }

    /** The same, which assistants have as a tool. It can have no body. */
    public Question offering() {
        return withOffered(true);
    }

    /** The same, which may take many searches. */
    public Question searchingMuch() {
        return withLarge(true);
    }

    /**
     * Reads what is asked, without an answer.
     *
     * @param body what was posted
     * @throws BadQuestion if it cannot be understood
     * @throws org.tieline.model.TielineException.BadParts if parts of it cannot
     */
    public Understood understand(Given given, byte @Nullable [] body, Reading reading) {
        Values values = given.read(parameters, reading);
        Understood understood = reader.read(values, body, reading);
        return snapshot -> {
            Answer<?> answer = understood.in(snapshot.of(values));
            return isAboutADay()
                    ? answer.on(SearchParameters.AS_OF.name(), values.get(SearchParameters.AS_OF))
                    : answer;
        };
    }

    private boolean isAboutADay() {
        return parameters.has(SearchParameters.AS_OF);
    }

    /** The parameters whose values stand in an address. */
    public static List<String> placesOf(String address) {
        return PLACE.matcher(address).results().map(place -> place.group(1)).toList();
    }

    /** The address at which to ask: the last that has a place for nothing but what was given, one value each. */
    public String address(Given given) {
        return last(addresses, given).orElseThrow(() -> missing(addresses.getFirst(), given));
    }

    /** The page that shows the answer, chosen likewise; empty if none does. */
    public Optional<String> page(Given given) {
        return last(pages, given);
    }

    private static Optional<String> last(List<String> addresses, Given given) {
        return addresses.reversed().stream()
                .filter(address -> placesOf(address).stream().allMatch(given::hasOne))
                .findFirst();
    }

    private BadQuestion missing(String address, Given given) {
        String first = placesOf(address).stream()
                .filter(place -> !given.hasOne(place))
                .findFirst()
                .orElseThrow();
        return new BadQuestion(first, "%s must be one id".formatted(first));
    }

    /** Whether feeds can tell its answers too. */
    public boolean isFed() {
        return shape != null && FeedEntry.class.isAssignableFrom(shape.result().getRawClass());
    }

    /** Whether a value was given that chooses this question among others of its name or address. */
    public boolean isChosen(Given given) {
        return chosenBy != null && given.has(chosenBy.name());
    }

    /** What is wrong where nothing chooses it. */
    public BadQuestion notChosen() {
        return Objects.requireNonNull(chosenBy).missing();
    }

    /** The parameter that chooses it. */
    public Optional<Parameter<?>> choice() {
        return Optional.ofNullable(chosenBy);
    }
}

package org.tieline;



import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tieline.model.Term;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;


/**
 * One option of a question. Its value is handed on as text to the parameter of the same meaning, so that rules and messages
 * are those of the API.
 *
 * @param parameter the name of the parameter, {@code minHops} for {@code --min-hops}
 * @param label what the value is, in capitals
 * @param description a sentence for people
 * @param words what completion offers; may be empty
 */
record QuestionOption(String parameter, String label, String description, List<String> words) {
    QuestionOption(String parameter, String label, String description) {
        this(parameter, label, description, List.of());
    }

    /** An option that takes words of a vocabulary, which end the description. */
    static <T extends Enum<T> & Term> QuestionOption words(
            String parameter, String description, Class<T> vocabulary, List<T> refused) {
        List<String> words = Arrays.stream(vocabulary.getEnumConstants())
                .filter(word -> !refused.contains(word))
                .map(Term::text)
                .toList();
        return new QuestionOption(
                parameter,
                "WORD",
                "%s: %s.".formatted(description, words.stream().collect(Collectors.joining(", "))),
                words);
    }

    /** What was given of some options, by the parameter. */
    static Map<String, List<String>> given(List<QuestionOption> options, ParseResult typed) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (QuestionOption option : options) {
            if (typed.hasMatchedOption(option.name())) {
                given.put(option.parameter(), typed.matchedOption(option.name()).originalStringValues());
            }
        }
        return given;
    }

    String name() {
        return Failures.option(parameter);
    }

    OptionSpec spec() {
        return OptionSpec.builder(name())
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .completionCandidates(words)
                .build();
    }
}

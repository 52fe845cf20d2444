package org.tieline.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A word of a closed vocabulary, written the same in data files, in the graph and on the wire. */
public interface Term {

    /** The word as it is written: the name of a constant in lower kebab case, where its vocabulary has no other. */
    default String text() {
        return Names.word((Enum<?>) this);
    }

    /** The words of vocabularies, each made once. */
    final class Names {
        private static final ClassValue<List<String>> WORDS = new ClassValue<>() {
            @Override
            protected List<String> computeValue(Class<?> vocabulary) {
                return Arrays.stream(vocabulary.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant)
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                        .toList();
            }
        };

        private static final ClassValue<Map<String, Object>> CONSTANTS = new ClassValue<>() {
            @Override
            protected Map<String, Object> computeValue(Class<?> vocabulary) {
                return Arrays.stream(vocabulary.getEnumConstants())
                        .collect(Collectors.toUnmodifiableMap(
                                constant -> ((Term) constant).text(), Function.identity()));
            }
        };

        private Names() {}

        private static String word(Enum<?> constant) {
            return WORDS.get(constant.getDeclaringClass()).get(constant.ordinal());
        }

        private static @Nullable Object constant(Class<?> vocabulary, String word) {
            return CONSTANTS.get(vocabulary).get(word);
        }
    }

    /**
     * The constant that a word stands for.
     *
     * @throws InvalidValue if the vocabulary has no such word; the remedy lists those that it has
     */
    static <T extends Enum<T> & Term> T parse(Class<T> vocabulary, @Nullable String text) {
        Object constant = text == null ? null : Names.constant(vocabulary, text);
        if (constant == null) {
            throw new InvalidValue("", text, "must be one of " + words(vocabulary));
        }
        return vocabulary.cast(constant);
    }

    /** All words of a vocabulary in the order of declaration. */
    static <T extends Enum<T> & Term> List<String> words(Class<T> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants()).map(Term::text).toList();
    }
}

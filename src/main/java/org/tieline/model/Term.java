package org.tieline.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A word of a closed vocabulary, written the same in data files, in the graph and on the wire. */
public interface Term {

    /** The word as it is written: the name of a constant in lower kebab case, where its vocabulary has no other. */
    default String text() {
        return Names.word((Enum<?>) this);
    }

    /** The words that are the names of constants, each made once. */
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

        private Names() {}

        private static String word(Enum<?> constant) {
            return WORDS.get(constant.getDeclaringClass()).get(constant.ordinal());
        }
    }

    /**
     * The constant that a word stands for.
     *
     * @throws InvalidValue if the vocabulary has no such word; the remedy lists those that it has
     */
    static <T extends Enum<T> & Term> T parse(Class<T> vocabulary, @Nullable String text) {
        for (T term : vocabulary.getEnumConstants()) {
            if (term.text().equals(text)) {
                return term;
            }
        }
        throw new InvalidValue("", text, "must be one of " + words(vocabulary));
    }

    /** All words of a vocabulary in the order of declaration. */
    static <T extends Enum<T> & Term> List<String> words(Class<T> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants()).map(Term::text).toList();
    }
}

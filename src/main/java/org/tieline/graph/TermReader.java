package org.tieline.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.InvalidValue;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Term;

/** Reads the values of properties that are words of a vocabulary, and notes beside the others what cannot be read. */
final class TermReader {
    // A graph says the same few words a million times. One object for each is enough, and made once.
    private final Map<String, Evidence> grades = new HashMap<>();
    private final Map<List<String>, List<Segment>> segments = new HashMap<>();
    private final Map<List<String>, List<Generation>> generations = new HashMap<>();

    private final PropertyReader values;

    TermReader(PropertyReader values) {
        this.values = values;
    }

    <T extends Enum<T> & Term> @Nullable T termOrNull(
            Class<T> vocabulary, Map<String, Object> properties, String field) {
        return properties.get(field) == null ? null : read(vocabulary, properties, field, null);
    }

    /** @param otherwise what it counts as where it cannot be read */
    <T extends Enum<T> & Term> T term(Class<T> vocabulary, Map<String, Object> properties, String field, T otherwise) {
        T read = read(vocabulary, properties, field, otherwise);
        return read == null ? otherwise : read;
    }

    private <T extends Enum<T> & Term> @Nullable T read(
            Class<T> vocabulary, Map<String, Object> properties, String field, @Nullable T otherwise) {
        try {
            return term(vocabulary, field, PropertyReader.text(properties, field));
        } catch (InvalidValue e) {
            values.leaveOut(e, otherwise == null ? PropertyReader.LEFT_OUT : "it counts as " + otherwise.text());
            return otherwise;
        }
    }

    private static <T extends Enum<T> & Term> T term(Class<T> vocabulary, String field, @Nullable String word) {
        try {
            return Term.parse(vocabulary, word);
        } catch (InvalidValue e) {
            throw e.in(field);
        }
    }

    Evidence evidence(@Nullable String word) {
        Evidence known = word == null ? null : grades.get(word);
        if (known == null) {
            known = term(Evidence.class, "evidence", word);
            grades.put(word, known);
        }
        return known;
    }

    List<Segment> segments(Map<String, Object> properties) {
        return terms(segments, Segment.class, properties, "segment");
    }

    List<Generation> generations(Map<String, Object> properties) {
        return terms(generations, Generation.class, properties, "generation");
    }

    private <T extends Enum<T> & Term> List<T> terms(
            Map<List<String>, List<T>> known, Class<T> vocabulary, Map<String, Object> properties, String field) {
        List<String> words = values.texts(properties, field);
        List<T> terms = known.get(words);
        if (terms == null) {
            try {
                terms = words.stream()
                        .map(word -> term(vocabulary, field, word))
                        .toList();
                known.put(List.copyOf(words), terms);
            } catch (InvalidValue e) {
                values.leaveOut(e);
                return List.of();
            }
        }
        return terms;
    }

    /** Parts alone beside something that cannot be read: that may be the part to which the kinds are confined. */
    List<Scope> scope(Map<String, Object> properties) {
        List<Scope> scope = new ArrayList<>();
        boolean whole = true;
        for (String text : values.texts(properties, "scope")) {
            try {
                scope.add(new Scope(text));
            } catch (InvalidValue e) {
                values.leaveOut(e.in("scope"));
                whole = false;
            }
        }
        return whole ? scope : scope.stream().filter(Scope::isPart).toList();
    }
}

package org.tieline.question.scenarios;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Term;

/**
 * The columns of a fact that a change fills, and those that it empties; the others stay as they are.
 *
 * @param <B> what builds such a fact
 */
final class SupposedColumns<B> {
    private final ScenarioFields fields;
    private final Set<String> emptied;
    private final List<String> known = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private Consumer<B> change = fact -> {};

    /** @param emptied names of the columns that become empty */
    SupposedColumns(ScenarioFields fields, List<String> emptied) {
        this.fields = fields;
        this.emptied = new HashSet<>(emptied);
    }

    /** One that may be empty, which it is with the value null. */
    <T> SupposedColumns<B> with(String column, @Nullable T given, BiConsumer<B, @Nullable T> put) {
        return with(column, given, null, put);
    }

    /** One that may be empty, as a list is. */
    <T> SupposedColumns<B> withList(String column, List<T> given, BiConsumer<B, @Nullable List<T>> put) {
        return with(column, given.isEmpty() ? null : given, List.of(), put);
    }

    private <T> SupposedColumns<B> with(
            String column, @Nullable T given, @Nullable T empty, BiConsumer<B, @Nullable T> put) {
        known.add(column);
        boolean empties = emptied.remove(column);
        if (empties && given != null) {
            fields.refuse("without", "%s is given, so that it cannot be left empty".formatted(column), List.of());
        } else if (empties) {
            fill("without " + column, empty, put);
        }
        return filled(column, given, put);
    }

    /** One that is never empty. */
    <T> SupposedColumns<B> filled(String column, @Nullable T given, BiConsumer<B, @Nullable T> put) {
        if (given != null) {
            fill("%s %s".formatted(column.equals("percent") ? "with" : column, text(given)), given, put);
        }
        return this;
    }

    private <T> void fill(String sentence, @Nullable T value, BiConsumer<B, @Nullable T> put) {
        said.add(sentence);
        change = change.andThen(fact -> put.accept(fact, value));
    }

    /** Notes a change that says nothing, and what it leaves empty that cannot be. */
    void requireSome() {
        String all = String.join(", ", known);
        emptied.forEach(column ->
                fields.refuse("without", "%s cannot be left empty; what can is %s".formatted(column, all), List.of()));
        if (said.isEmpty() && fields.sound()) {
            fields.refuse("kind", "nothing changes; give what does, or in without what becomes empty", List.of());
        }
    }

    /** Fills and empties them. */
    void into(B fact) {
        change.accept(fact);
    }

    /** What is filled and emptied, for a sentence; may be empty. */
    String said() {
        return String.join(", ", said);
    }

    private static String text(Object value) {
        return switch (value) {
            case List<?> values -> values.stream().map(SupposedColumns::text).collect(Collectors.joining(" and "));
            case Term term -> term.text();
            case BigDecimal percent -> percent.toPlainString() + " %";
            default -> value.toString();
        };
    }
}

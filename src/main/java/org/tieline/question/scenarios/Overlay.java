package org.tieline.question.scenarios;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one sort as a scenario has them: those on record, and on top what its changes made of some. A fact that ends up
 * as it was counts as untouched.
 */
class Overlay<F> {
    private final Function<String, @Nullable F> onRecord;
    private final TreeMap<String, Optional<F>> touched = new TreeMap<>();
    private final Map<String, SortedSet<Integer>> changes = new TreeMap<>();
    private final SortedSet<String> there = new TreeSet<>();

    /** @param onRecord a fact by its id; null if there is none */
    Overlay(Function<String, @Nullable F> onRecord) {
        this.onRecord = onRecord;
    }

    /** The fact as it is now; empty if it is not there. */
    Optional<F> now(String id) {
        Optional<F> made = touched.get(id);
        return made == null ? onRecord(id) : made;
    }

    /** The fact as it is on record; empty if it is not. */
    Optional<F> onRecord(String id) {
        return Optional.ofNullable(onRecord.apply(id));
    }

    /**
     * Makes something else of a fact.
     *
     * @param change the place of the change that does
     * @param fact what it becomes; null if it goes
     */
    void set(int change, String id, @Nullable F fact) {
        touched.put(id, Optional.ofNullable(fact));
        if (fact == null) {
            there.remove(id);
        } else {
            there.add(id);
        }
        changes.computeIfAbsent(id, none -> new TreeSet<>()).add(change);
    }

    /** The places of the changes that a fact went through. */
    List<Integer> changesOf(String id) {
        return new ArrayList<>(changes.getOrDefault(id, new TreeSet<>()));
    }

    /** Ids of what was added or changed, in code-point order. */
    SortedSet<String> supposed() {
        SortedSet<String> supposed = new TreeSet<>();
        differing((id, fact) -> fact.ifPresent(there -> supposed.add(id)));
        return supposed;
    }

    /** Every fact that is not as it is on record, by id; empty where it is gone. */
    void differing(BiConsumer<String, Optional<F>> sink) {
        touched.forEach((id, fact) -> {
            if (!fact.equals(onRecord(id))) {
                sink.accept(id, fact);
            }
        });
    }

    /** Ids of facts that changes have touched and that are there now, in code-point order. */
    SortedSet<String> there() {
        return Collections.unmodifiableSortedSet(there);
    }
}

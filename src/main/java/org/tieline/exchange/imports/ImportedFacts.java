package org.tieline.exchange.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.Datasets;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Identifier;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;

/** What an import has taken so far, with the place where each of it came from; and what it left. */
public final class ImportedFacts {
    private final Table<Organization> organizations = new Table<>(Organization::id);
    private final Table<Tie> ties = new Table<>(Tie::id);
    private final Table<Ban> bans = new Table<>(Ban::id);
    private final Table<Source> sources = new Table<>(Source::id);
    private final Table<Identifier> identifiers = new Table<>(Identifier::key);
    private final ImportNotes notes = new ImportNotes();

    /** The facts of one kind by id. */
    public final class Table<T> {
        private final Function<T, String> id;
        private final Map<String, T> rows = new LinkedHashMap<>();
        private final Map<String, RecordPlace> origins = new HashMap<>();

        private Table(Function<T, String> id) {
            this.id = id;
        }

        /**
         * Takes what the supplier builds. What the model refuses is left with its reason, as is a fact whose id another one
         * has already and that does not say the same.
         *
         * @return the fact that is now there under this id; null if it was left
         */
        public @Nullable T take(RecordPlace origin, Supplier<T> fact) {
            T built;
            try {
                built = fact.get();
            } catch (InvalidValue refusal) {
                leave(RefusalReason.of(refusal), origin + ": " + refusal.getMessage());
                return null;
            }
            T earlier = rows.putIfAbsent(id.apply(built), built);
            if (earlier == null) {
                origins.put(id.apply(built), origin);
            } else if (!earlier.equals(built)) {
                leave(
                        "another record has the same id, or one that is the same in lower kebab case",
                        "%s, %s".formatted(origin, origins.get(id.apply(built))));
                return null;
            }
            return built;
        }

        /** Takes out what was taken. */
        void leaveAgain(String key, String reason, String remedy) {
            if (rows.remove(key) != null) {
                leave(reason, "%s: %s".formatted(origins.get(key), remedy));
            }
        }

        /** What was taken under an id. */
        public @Nullable T get(String key) {
            return rows.get(key);
        }

        /** All that was taken, in the order in which it came. */
        public Collection<T> all() {
            return rows.values();
        }

        /** Puts a fact in the place of the one with its id. */
        public void replace(@Nullable T fact) {
            rows.put(id.apply(fact), fact);
        }
    }

    /** The organizations. */
    public Table<Organization> organizations() {
        return organizations;
    }

    /** The ties. */
    public Table<Tie> ties() {
        return ties;
    }

    /** The bans. */
    public Table<Ban> bans() {
        return bans;
    }

    /** The sources, also such as nothing cites. */
    public Table<Source> sources() {
        return sources;
    }

    /** What registers call the organizations. */
    public Table<Identifier> identifiers() {
        return identifiers;
    }

    /** Counts what is not taken. */
    public void leave(String reason, @Nullable RecordPlace origin) {
        notes.leave(reason, origin);
    }

    /** Counts what is not taken; the example tells where it stands, null if that tells nothing. */
    public void leave(String reason, @Nullable String example) {
        notes.leave(reason, example);
    }

    /** Counts what is taken, but not all of it. */
    public void change(String what, String example) {
        notes.change(what, example);
    }

    /** All of it but the sources that nothing cites. */
    Dataset dataset(String version) {
        Set<String> cited = new HashSet<>();
        ties.all().forEach(tie -> cited.addAll(tie.sources()));
        bans.all().forEach(ban -> cited.addAll(ban.sources()));
        identifiers.all().forEach(identifier -> cited.addAll(identifier.sources()));
        return Datasets.of(
                version,
                organizations.all(),
                ties.all(),
                bans.all(),
                sources.all().stream()
                        .filter(source -> cited.contains(source.id()))
                        .toList(),
                List.of(),
                identifiers.all(),
                List.of());
    }

    ImportReport report(Dataset taken) {
        return notes.report(ImportReport.Taken.of(taken));
    }
}

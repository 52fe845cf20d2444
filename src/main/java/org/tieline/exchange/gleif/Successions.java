package org.tieline.exchange.gleif;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.ImportNotes;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.Organization;
import org.tieline.naming.column.IntList;
import org.tieline.naming.column.TextNumbers;

/** Who went on with the business of entities that are over. */
final class Successions {
    private static final int SEVERAL = -2;

    private final TextNumbers numbers;
    private final Entities entities;
    private final Beside beside;
    private final String file;
    private final IntList before = new IntList();
    private final IntList heir = new IntList();
    private final IntList line = new IntList();
    private final Map<Integer, String> ids = new HashMap<>();

    Successions(TextNumbers numbers, Entities entities, Beside beside, String file) {
        this.numbers = numbers;
        this.entities = entities;
        this.beside = beside;
        this.file = file;
    }

    /** Notes what an entity says; whoever is named may stand further down in the file. */
    void add(int entity, long ofLine, List<String> successors) {
        before.add(entity);
        line.add(Math.toIntExact(ofLine));
        String first = successors.getFirst();
        heir.add(successors.size() > 1 ? SEVERAL : IdentifierScheme.LEI.accepts(first) ? numbers.add(first) : -1);
    }

    /** Finds who is taken, or there already, and leads back to nobody. */
    void resolve(ImportNotes notes) {
        Map<Integer, Integer> next = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            if (!entities.isTaken(before.get(i))) {
                continue;
            }
            String id = heir.get(i) < 0 ? null : id(heir.get(i));
            if (heir.get(i) == SEVERAL) {
                notes.change("entity: its successors are left, as there are several", place(i));
            } else if (id == null || id.equals(entities.id(before.get(i)))) {
                notes.change("entity: its successor is left, as it was not taken", place(i));
            } else {
                ids.put(before.get(i), id);
                next.put(before.get(i), heir.get(i));
            }
        }
        Map<Integer, Integer> walks = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            Integer at = before.get(i);
            while (at != null && next.containsKey(at) && walks.putIfAbsent(at, i) == null) {
                at = next.get(at);
            }
            if (at != null && next.containsKey(at) && Objects.equals(walks.get(at), i)) {
                cut(at, next, notes);
            }
        }
    }

    /** Of a circle the last by id stays without a successor. */
    private void cut(int start, Map<Integer, Integer> next, ImportNotes notes) {
        int last = start;
        for (Integer at = next.get(start); at != null && at != start; at = next.get(at)) {
            last = entities.id(at).compareTo(entities.id(last)) > 0 ? at : last;
        }
        next.remove(last);
        ids.remove(last);
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) == last) {
                notes.change("entity: its successor is left, as it leads back to it", place(i));
            }
        }
    }

    private String place(int i) {
        return new RecordPlace(file, line.get(i), numbers.get(before.get(i))).toString();
    }

    private @Nullable String id(int entity) {
        if (entities.isTaken(entity)) {
            return entities.id(entity);
        }
        List<Organization> holders = beside.holders(numbers.get(entity));
        return holders.size() == 1 ? holders.getFirst().id() : null;
    }

    /** The id of the successor; null if it has none. */
    @Nullable
    String of(int entity) {
        return ids.get(entity);
    }
}

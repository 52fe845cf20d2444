package org.tieline.exchange.gleif;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.ImportNotes;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.model.Organization;

/** Who went on with the business of entities that are over. */
final class Successions {
    private static final int SEVERAL = -2;

    private final LeiNumbers numbers;
    private final Entities entities;
    private final Beside beside;
    private final String file;
    private int[] before = new int[64];
    private int[] heir = new int[64];
    private int[] line = new int[64];
    private int size;
    private final Map<Integer, String> ids = new HashMap<>();

    Successions(LeiNumbers numbers, Entities entities, Beside beside, String file) {
        this.numbers = numbers;
        this.entities = entities;
        this.beside = beside;
        this.file = file;
    }

    /** Notes what an entity says; whoever is named may stand further down in the file. */
    void add(int entity, long ofLine, List<String> successors) {
        if (size == before.length) {
            before = Arrays.copyOf(before, 2 * size);
            heir = Arrays.copyOf(heir, 2 * size);
            line = Arrays.copyOf(line, 2 * size);
        }
        before[size] = entity;
        line[size] = Math.toIntExact(ofLine);
        String first = successors.getFirst();
        heir[size++] = successors.size() > 1 ? SEVERAL : Lei.isValid(first) ? numbers.add(first) : -1;
    }

    /** Finds who is taken, or there already, and leads back to nobody. */
    void resolve(ImportNotes notes) {
        Map<Integer, Integer> next = new HashMap<>();
        for (int i = 0; i < size; i++) {
            if (!entities.isTaken(before[i])) {
                continue;
            }
            String id = heir[i] < 0 ? null : id(heir[i]);
            if (heir[i] == SEVERAL) {
                notes.change("entity: its successors are left, as there are several", place(i));
            } else if (id == null || id.equals(entities.id(before[i]))) {
                notes.change("entity: its successor is left, as it was not taken", place(i));
            } else {
                ids.put(before[i], id);
                next.put(before[i], heir[i]);
            }
        }
        Map<Integer, Integer> walks = new HashMap<>();
        for (int i = 0; i < size; i++) {
            Integer at = before[i];
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
        for (int i = 0; i < size; i++) {
            if (before[i] == last) {
                notes.change("entity: its successor is left, as it leads back to it", place(i));
            }
        }
    }

    private String place(int i) {
        return new RecordPlace(file, line[i], numbers.lei(before[i])).toString();
    }

    private @Nullable String id(int entity) {
        if (entities.isTaken(entity)) {
            return entities.id(entity);
        }
        List<Organization> holders = beside.holders(numbers.lei(entity));
        return holders.size() == 1 ? holders.getFirst().id() : null;
    }

    /** The id of the successor; null if it has none. */
    @Nullable
    String of(int entity) {
        return ids.get(entity);
    }
}

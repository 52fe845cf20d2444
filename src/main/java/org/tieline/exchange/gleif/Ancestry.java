package org.tieline.exchange.gleif;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * The relationships of each organization to those above it. An entity that is one organization with another has the number of the
 * first of them.
 */
final class Ancestry {
    private final Consolidations consolidations;
    private final Entities entities;

    /** Relationships in which organization n is the child: {@code order[offsets[n]]} up to, not including, {@code offsets[n + 1]}. */
    private final int[] offsets;

    /** Numbers of relationships, by child, then in the order of the file. */
    private final int[] order;

    /** Whether organization n was met on the way up. */
    private final boolean[] met;

    private int[] way = new int[64];

    /** Of the relationships that can be taken; the entities must have been read. */
    Ancestry(Consolidations consolidations, Entities entities, int organizations) {
        this.consolidations = consolidations;
        this.entities = entities;
        offsets = new int[organizations + 1];
        met = new boolean[organizations];
        int sound = 0;
        for (int i = 0; i < consolidations.size(); i++) {
            if (consolidations.isSound(i)) {
                offsets[child(i) + 1]++;
                sound++;
            }
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
        order = new int[sound];
        int[] next = Arrays.copyOf(offsets, organizations);
        for (int i = 0; i < consolidations.size(); i++) {
            if (consolidations.isSound(i)) {
                order[next[child(i)]++] = i;
            }
        }
    }

    int child(int relationship) {
        return entities.organization(consolidations.child(relationship));
    }

    int parent(int relationship) {
        return entities.organization(consolidations.parent(relationship));
    }

    /** Whether nobody is above an organization. */
    boolean isTop(int organization) {
        return offsets[organization] == offsets[organization + 1];
    }

    /** The relationships of an organization to those above it, in the order of the file. */
    int[] of(int organization) {
        return Arrays.copyOfRange(order, offsets[organization], offsets[organization + 1]);
    }

    /**
     * Takes an entity, and from there whoever is above it to the top, as far as they are sound.
     *
     * @param named gets those that were named as being above somebody taken
     */
    void climb(int from, BitSet named) {
        int open = 0;
        if (!entities.isTaken(from)) {
            entities.take(from);
            push(open++, entities.organization(from));
        }
        while (open > 0) {
            int organization = way[--open];
            for (int at = offsets[organization]; at < offsets[organization + 1]; at++) {
                int entity = consolidations.parent(order[at]);
                if (!entities.isTaken(consolidations.child(order[at]))) {
                    continue;
                }
                named.set(entity);
                if (entities.isSound(entity) && !entities.isTaken(entity)) {
                    entities.take(entity);
                    push(open++, entities.organization(entity));
                }
            }
        }
    }

    /**
     * Whether relationships lead up from one organization to another.
     *
     * @param walked which of them may be walked
     */
    boolean leads(int from, int to, IntPredicate walked) {
        int size = 0;
        push(size++, from);
        met[from] = true;
        boolean found = false;
        for (int next = 0; next < size && !found; next++) {
            int organization = way[next];
            for (int at = offsets[organization]; at < offsets[organization + 1]; at++) {
                int above = parent(order[at]);
                if (walked.test(order[at]) && !met[above]) {
                    found |= above == to;
                    met[above] = true;
                    push(size++, above);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            met[way[i]] = false;
        }
        return found;
    }

    private void push(int place, int organization) {
        if (place == way.length) {
            way = Arrays.copyOf(way, 2 * place);
        }
        way[place] = organization;
    }
}

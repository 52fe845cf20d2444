package org.tieline.exchange.gleif;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;

/**
 * What is known of entities by their numbers once their file was read: bits of every one, a name and a kind of those that a
 * relationship concerns. Their rows lie elsewhere.
 */
final class Entities {
    /** Names are laid into pages of so many bytes; longer ones are cut. */
    private static final int PAGE = 1 << 20;

    private static final int LONGEST_NAME = 2_000;
    private static final OrganizationKind[] KINDS = OrganizationKind.values();

    private final LeiNumbers numbers;

    /** Ends of relationships have the first numbers, up to, not including, this one. */
    private final int related;

    private final BitSet seen = new BitSet();
    private final BitSet sound = new BitSet();
    private final BitSet taken = new BitSet();
    private final BitSet organizations = new BitSet();

    /** The organizations of the data beside that entities are. */
    private final Map<Integer, Organization> known = new HashMap<>();

    /** The first entity that is each of them. */
    private final Map<String, Integer> firstOf = new HashMap<>();

    /** Where the name of the related entity n begins: page and place in it, its length in the two bytes before. */
    private final long[] names;

    private final byte[] kinds;
    private final List<byte[]> pages = new ArrayList<>();
    private int free = PAGE;

    /** @param numbers of the ends of relationships, and no others yet */
    Entities(LeiNumbers numbers) {
        this.numbers = numbers;
        related = numbers.size();
        names = new long[related];
        kinds = new byte[related];
    }

    /** Notes that a row has the identifier; false if an earlier one had it. */
    boolean see(int entity) {
        boolean first = !seen.get(entity);
        seen.set(entity);
        return first;
    }

    boolean isSeen(int entity) {
        return entity >= 0 && seen.get(entity);
    }

    /** Notes that nothing is wrong with an entity. */
    void addNew(int entity, String name, OrganizationKind kind) {
        sound.set(entity);
        if (entity < related) {
            names[entity] = lay(name);
            kinds[entity] = (byte) kind.ordinal();
        }
    }

    /** Notes that nothing is wrong with an entity, which is an organization of the data beside. */
    void addKnown(int entity, Organization organization) {
        sound.set(entity);
        known.put(entity, organization);
        firstOf.putIfAbsent(organization.id(), entity);
    }

    private long lay(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(text.length, LONGEST_NAME);
        if (free + 2 + length > PAGE) {
            pages.add(new byte[PAGE]);
            free = 0;
        }
        byte[] page = pages.getLast();
        page[free] = (byte) (length >>> 8);
        page[free + 1] = (byte) length;
        System.arraycopy(text, 0, page, free + 2, length);
        long at = (long) (pages.size() - 1) * PAGE + free;
        free += 2 + length;
        return at;
    }

    boolean isSound(int entity) {
        return sound.get(entity);
    }

    /** Takes an entity; all must have been read. */
    void take(int entity) {
        taken.set(entity);
        organizations.set(organization(entity));
    }

    boolean isTaken(int entity) {
        return entity >= 0 && taken.get(entity);
    }

    /** How many organizations those are that are taken. */
    int count() {
        return organizations.cardinality();
    }

    /** The next organization that is taken, from a number on; -1 if there is none. */
    int next(int from) {
        return organizations.nextSetBit(from);
    }

    /** The number that stands for the organization: that of the first entity if several are one organization. */
    int organization(int entity) {
        Organization organization = known.get(entity);
        Integer first = organization == null ? null : firstOf.get(organization.id());
        return first == null ? entity : first;
    }

    /** The organization of the data beside that it is; null if it is none. */
    @Nullable
    Organization known(int entity) {
        return known.get(entity);
    }

    /** The id of its organization. */
    String id(int entity) {
        Organization organization = known.get(entity);
        return organization == null ? GleifEntities.id(numbers.lei(entity)) : organization.id();
    }

    /** The name of an end of a relationship. */
    String name(int entity) {
        Organization organization = known.get(entity);
        if (organization != null) {
            return organization.name();
        }
        byte[] page = pages.get((int) (names[entity] / PAGE));
        int at = (int) (names[entity] % PAGE);
        int length = (page[at] & 0xFF) << 8 | page[at + 1] & 0xFF;
        return new String(Arrays.copyOfRange(page, at + 2, at + 2 + length), StandardCharsets.UTF_8);
    }

    /** The kind of an end of a relationship. */
    OrganizationKind kind(int entity) {
        Organization organization = known.get(entity);
        return organization == null ? KINDS[kinds[entity]] : organization.kind();
    }
}

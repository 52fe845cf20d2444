package org.tieline.exchange.gleif;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.naming.column.TextNumbers;

/**
 * What is known of entities by their numbers once their file was read: bits of every one, a name and a kind of those that a
 * relationship concerns. Their rows lie elsewhere.
 */
final class Entities {
    /** Names of more letters are cut. */
    private static final int LONGEST_NAME = 2_000;

    private static final OrganizationKind[] KINDS = OrganizationKind.values();

    private final TextNumbers numbers;

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

    private final TextNumbers names = new TextNumbers();

    /** The number of the name of the related entity n. */
    private final int[] named;

    private final byte[] kinds;

    /** @param numbers of the ends of relationships, and no others yet */
    Entities(TextNumbers numbers) {
        this.numbers = numbers;
        related = numbers.size();
        named = new int[related];
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
            named[entity] = names.add(cut(name));
            kinds[entity] = (byte) kind.ordinal();
        }
    }

    /** Notes that nothing is wrong with an entity, which is an organization of the data beside. */
    void addKnown(int entity, Organization organization) {
        sound.set(entity);
        known.put(entity, organization);
        firstOf.putIfAbsent(organization.id(), entity);
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
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
        return organization == null ? GleifEntities.id(numbers.get(entity)) : organization.id();
    }

    /** The name of an end of a relationship. */
    String name(int entity) {
        Organization organization = known.get(entity);
        return organization == null ? names.get(named[entity]) : organization.name();
    }

    /** The kind of an end of a relationship. */
    OrganizationKind kind(int entity) {
        Organization organization = known.get(entity);
        return organization == null ? KINDS[kinds[entity]] : organization.kind();
    }
}

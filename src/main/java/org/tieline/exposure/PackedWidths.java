package org.tieline.exposure;

import java.util.List;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Segment;
import org.tieline.model.TieType;

/**
 * How many words of each vocabulary the packed numbers of the engine have room for. One too many would be lost, or change its
 * neighbour in the same number, without a sound; so it is looked at when the engine is loaded.
 */
final class PackedWidths {
    /** Four bits of a row, and of a place in {@link ExposureSearch#transitions}. */
    static final int STEPS = 1 << 4;

    /** Three bits of a key, and a bit each in the bytes of marks. */
    static final int STATES = 1 << 3;

    /** Four bits of a hit of a sweep; {@link Relation} has room in what others pack of it, too. */
    static final int RELATIONS = 1 << 4;

    /** Three bits of the attributes of a tie. */
    static final int GRADES = 1 << 3;

    /** A bit each in what the grade leaves of sixteen, in the same number. */
    static final int GENERATIONS = Character.SIZE - 3;

    /** A bit each. */
    static final int SEGMENTS = Character.SIZE;

    /** What is left of the same number, and more than anybody needs. */
    static final int TYPES = 1 << 7;

    private PackedWidths() {}

    /** @throws IllegalStateException naming the first vocabulary that has outgrown its place */
    static void requireForAll() {
        require("step", WalkStep.values().length, STEPS);
        require("state", WalkState.values().length, STATES);
        require("relation", Relation.values().length, RELATIONS);
        require("evidence", Evidence.values().length, GRADES);
        require("generation", Generation.values().length, GENERATIONS);
        require("segment", Segment.values().length, SEGMENTS);
        require("type", TieType.values().length, TYPES);
        if (OrganizationKind.values().length != TieGraph.KINDS.size()) {
            throw new IllegalStateException("kind: the engine numbers %s, and there are %s"
                    .formatted(TieGraph.KINDS, List.of(OrganizationKind.values())));
        }
    }

    /**
     * Looks whether what there is has room.
     *
     * @param field what it is about, as its sources call it
     * @throws IllegalStateException naming the field, if there is too much
     */
    static void require(String field, long many, long room) {
        if (many > room) {
            throw new IllegalStateException(
                    "%s has room for %d in the packed numbers of the engine, and there are %d; widen it first"
                            .formatted(field, room, many));
        }
    }
}

package org.tieline.exposure;

import org.tieline.exposure.path.Direction;
import org.tieline.model.TieType;

/**
 * One way to walk a tie, as it is kept in four bits of a row. Ways that no state can take (a supply towards the vendor,
 * a membership towards the consortium) have no step and no row.
 */
public enum WalkStep {
    SUPPLIES_CUSTOMER(TieType.SUPPLIES, Direction.FORWARD),
    SUPPLIES_VENDOR(TieType.SUPPLIES, Direction.FORWARD),
    OWNS_DOWN(TieType.OWNS, Direction.FORWARD),
    OWNS_UP(TieType.OWNS, Direction.BACKWARD),
    /** A stake known to be below {@link SearchOptions#DEFAULT_MIN_STAKE}, told apart to spare the usual question a look-up. */
    MINOR_DOWN(TieType.OWNS, Direction.FORWARD),
    MINOR_UP(TieType.OWNS, Direction.BACKWARD),
    PARTNERS(TieType.PARTNERS_WITH, Direction.FORWARD),
    PARTNERS_BACK(TieType.PARTNERS_WITH, Direction.BACKWARD),
    SHARES(TieType.SHARES_NETWORK_WITH, Direction.FORWARD),
    SHARES_BACK(TieType.SHARES_NETWORK_WITH, Direction.BACKWARD),
    MEMBER_BACK(TieType.MEMBER_OF, Direction.BACKWARD);

    private static final WalkStep[] VALUES = values();

    private final TieType type;
    private final Direction direction;

    WalkStep(TieType type, Direction direction) {
        this.type = type;
        this.direction = direction;
    }

    /** The step with an ordinal. */
    public static WalkStep of(int ordinal) {
        return VALUES[ordinal];
    }

    /** This step in a set of steps. */
    int bit() {
        return 1 << ordinal();
    }

    /** The type of the ties that are walked. */
    public TieType type() {
        return type;
    }

    /** Whether they are walked as they point, or against it. */
    public Direction direction() {
        return direction;
    }

    /** Whether the stake is known to be below the default of the smallest that is walked. */
    public boolean isMinorStake() {
        return this == MINOR_DOWN || this == MINOR_UP;
    }
}

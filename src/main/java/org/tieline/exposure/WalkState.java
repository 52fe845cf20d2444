package org.tieline.exposure;

import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Relation;
import org.tieline.model.TieType;

/**
 * Where a walk stands in its reading: <em>vendor and what it owns, contact, carrier side</em>.
 *
 * <p>The ordinals are used as bit positions in the marks of a search. Public with {@link WalkStep}, so that whoever searches with
 * other means than this engine reads the same automaton.
 */
public enum WalkState {
    /** At the vendor itself; only the start. */
    VENDOR,
    /** At something that the vendor owns. */
    AFFILIATE,
    /** At another vendor that is supplied from the vendor side. */
    CHAIN,
    /** At a customer or partner of the vendor side: the contact was made. */
    EQUIPPED,
    /** At something that the contact owns. */
    HELD,
    /** At a peer that shares a network with the contact's side, or a member of the contact consortium. */
    SHARED,
    /** At an owner of the contact. */
    OWNER,
    /** At something else that an owner of the contact owns. */
    GROUP;

    private static final WalkState[] VALUES = values();

    /** A carrier that is reached in one of these, as bits, is exposed. */
    public static final int EXPOSED = EQUIPPED.bit() | HELD.bit() | SHARED.bit() | OWNER.bit() | GROUP.bit();

    /** The state with an ordinal. */
    public static WalkState of(int ordinal) {
        return VALUES[ordinal];
    }

    /** This state in a set of states. */
    public int bit() {
        return 1 << ordinal();
    }

    /** The state after one more step; null if the walk cannot take it. */
    public @Nullable WalkState after(WalkStep step) {
        return switch (step) {
            case OWNS_DOWN, MINOR_DOWN ->
                switch (this) {
                    case VENDOR, AFFILIATE -> AFFILIATE;
                    case EQUIPPED, HELD -> HELD;
                    case OWNER, GROUP -> GROUP;
                    case CHAIN, SHARED -> null;
                };
            case OWNS_UP, MINOR_UP -> this == EQUIPPED || this == OWNER ? OWNER : null;
            case SUPPLIES_VENDOR -> onVendorSide() ? CHAIN : null;
            case SUPPLIES_CUSTOMER -> onVendorSide() ? EQUIPPED : null;
            case PARTNERS, PARTNERS_BACK -> this == VENDOR || this == AFFILIATE ? EQUIPPED : null;
            case SHARES, SHARES_BACK -> this == EQUIPPED || this == HELD ? SHARED : null;
            case MEMBER_BACK -> this == EQUIPPED ? SHARED : null;
        };
    }

    /**
     * How a path reads that ends in this state.
     *
     * @param before the state before the last step
     * @return null if the path ends on the vendor's side, where nothing is exposed
     */
    public @Nullable Relation relation(WalkState before, WalkStep last) {
        return switch (this) {
            case HELD -> Relation.PARENT;
            case OWNER -> Relation.SUBSIDIARY;
            case GROUP -> Relation.GROUP;
            case SHARED -> last.type() == TieType.MEMBER_OF ? Relation.CONSORTIUM : Relation.NETWORK_SHARING;
            case EQUIPPED ->
                switch (before) {
                    case AFFILIATE -> Relation.VENDOR_AFFILIATE;
                    case CHAIN -> Relation.SUPPLY_CHAIN;
                    default -> Relation.DIRECT;
                };
            case VENDOR, AFFILIATE, CHAIN -> null;
        };
    }

    private boolean onVendorSide() {
        return this == VENDOR || this == AFFILIATE || this == CHAIN;
    }

    /** The states, as bits, that reaching this one makes pointless at the same organization; see {@link #supersededBy}. */
    public int supersedes() {
        int pointless = 0;
        for (WalkState state : VALUES) {
            if ((state.supersededBy() & bit()) != 0) {
                pointless |= state.bit();
            }
        }
        return pointless;
    }

    /**
     * The states, as bits, of which one at the same organization, reached no later, makes reaching this one pointless:
     * whatever can be reached from here can be reached from there by the same ties, hence by an earlier path.
     */
    public int supersededBy() {
        return bit()
                | switch (this) {
                    case VENDOR, AFFILIATE, EQUIPPED -> 0;
                    case CHAIN -> AFFILIATE.bit();
                    case HELD, OWNER -> EQUIPPED.bit();
                    case GROUP -> EQUIPPED.bit() | HELD.bit() | OWNER.bit();
                    case SHARED -> EXPOSED;
                };
    }
}

package org.tieline.question.records;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.BanState;
import org.tieline.restriction.BanClock;
import org.tieline.restriction.BanFlag;
import org.tieline.restriction.BanOnDay;

/**
 * A ban, seen on a day.
 *
 * @param ban the ban as far as it was known
 * @param state how it stood; empty if it did not exist yet
 * @param flags what to know before relying on the state
 * @param replacedBy the id of the ban that was in force in its place; null if there was none
 */
public record BanSeen(
        Ban ban,
        Optional<BanState> state,
        Set<BanFlag> flags,
        @Nullable String replacedBy) {
    /** A ban that existed on the day. */
    public static BanSeen of(BanOnDay onDay) {
        return new BanSeen(onDay.ban(), Optional.of(onDay.state()), onDay.flags(), onDay.replacedBy());
    }

    /** Empty if nobody had written of the ban yet. */
    static Optional<BanSeen> of(Ban ban, BanClock clock) {
        return clock.known(ban).map(known -> clock.on(ban)
                .map(BanSeen::of)
                .orElseGet(() -> new BanSeen(known, Optional.empty(), Set.of(), null)));
    }
}

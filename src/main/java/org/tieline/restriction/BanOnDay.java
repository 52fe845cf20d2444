package org.tieline.restriction;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.BanState;
import org.tieline.model.PartialDate;

/**
 * A ban as it stood on a day.
 *
 * @param ban the ban as it was known: dates and sources that were not known yet are left out
 * @param state its state
 * @param flags what to know before relying on it; of one that has ended because it was replaced, those of the other
 * @param replacement the ban that replaces it and was in force, as it was known; null if there was none
 */
public record BanOnDay(
        Ban ban,
        BanState state,
        Set<BanFlag> flags,
        @Nullable Ban replacement) {
    /** The id of the ban that replaces it and was in force; null if there was none. */
    public @Nullable String replacedBy() {
        return replacement == null ? null : replacement.id();
    }

    /** The same with one more flag. */
    public BanOnDay flagged(BanFlag flag) {
        EnumSet<BanFlag> all = EnumSet.of(flag);
        all.addAll(flags);
        return new BanOnDay(ban, state, Collections.unmodifiableSet(all), replacement);
    }

    /**
     * The date from which on the ban is in force, until it ends: when it took effect or, where no date says so and its status
     * does, when it was announced or else reported. Null if it never came so far, as far as is known, or nothing dates it.
     */
    public @Nullable PartialDate inForceFrom() {
        return inForceFrom(ban);
    }

    /** The same of another ban. */
    public static @Nullable PartialDate inForceFrom(Ban ban) {
        return switch (ban.status()) {
            case REJECTED -> null;
            case REPORTED, PROPOSED, ANNOUNCED -> ban.effective();
            case IN_FORCE, LIFTED ->
                Stream.of(ban.effective(), ban.announced(), ban.reported())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        };
    }
}

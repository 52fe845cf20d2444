package org.tieline.restriction;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.BanState;
import org.tieline.model.BanStatus;
import org.tieline.model.PartialDate;

/**
 * Tells how bans stood on one day, as far as was known by another.
 *
 * <p>A date of reduced precision counts from its first day, a publication date of reduced precision as its last. A date
 * that starts after {@code knownAt} counts as empty, as if nobody had written it down yet. A ban has ended, too, while one that
 * replaces it is in force.
 */
public final class BanClock {
    private final LocalDate asOf;
    private final @Nullable LocalDate knownAt;
    private final Function<String, @Nullable PartialDate> published;
    private final List<Ban> replacing;
    private final Set<String> supposed;

    /**
     * @param asOf the day in the world
     * @param knownAt only what was published by then counts; null for everything on record
     * @param published the publication date of a source by its id
     * @param bans those among which others may have been replaced
     * @param supposed ids of bans that are known with all their dates, whatever {@code knownAt} is
     */
    public BanClock(
            LocalDate asOf,
            @Nullable LocalDate knownAt,
            Function<String, @Nullable PartialDate> published,
            Collection<Ban> bans,
            Set<String> supposed) {
        this.asOf = Objects.requireNonNull(asOf);
        this.knownAt = knownAt;
        this.published = published;
        replacing = bans.stream()
                .filter(ban -> !ban.replaces().isEmpty())
                .sorted(Comparator.comparing(Ban::id))
                .toList();
        this.supposed = supposed;
    }

    /** The ban as far as it was known, without the dates and sources that were not; empty if nothing of it was. */
    public Optional<Ban> known(Ban ban) {
        if (supposed.contains(ban.id())) {
            return Optional.of(ban);
        }
        List<String> sources =
                ban.sources().stream().filter(source -> counts(source, ban)).toList();
        return sources.isEmpty() && !ban.sources().isEmpty() || !beginningIsKnown(ban)
                ? Optional.empty()
                : Optional.of(asKnown(ban, sources));
    }

    /** How the ban stood; empty if it did not exist yet, or was not known. */
    public Optional<BanOnDay> on(Ban ban) {
        return known(ban).flatMap(known -> {
            Optional<Ban> other = replacement(known);
            return other.isPresent() ? Optional.of(replaced(known, other.get())) : standing(known);
        });
    }

    private BanOnDay replaced(Ban known, Ban other) {
        Optional<BanOnDay> own = standing(known).filter(onDay -> onDay.state() == BanState.ENDED);
        return new BanOnDay(
                known,
                BanState.ENDED,
                own.or(() -> standing(other)).map(BanOnDay::flags).orElseThrow(),
                other);
    }

    /** How the ban stood by its own dates, whatever replaced it; empty if it did not exist yet, or was not known. */
    public Optional<BanOnDay> byItsDates(Ban ban) {
        return known(ban).flatMap(this::standing);
    }

    /**
     * The ban that took the place of another one; the first by id if there are several. Only the replacing ban's own dates
     * say whether it is in force, so that a ban stays replaced when its successor is replaced in its turn, and a circle ends.
     */
    private Optional<Ban> replacement(Ban ban) {
        for (Ban other : replacing) {
            if (other.replaces().contains(ban.id())) {
                Optional<BanOnDay> onDay = byItsDates(other);
                if (onDay.isPresent() && onDay.get().state() == BanState.IN_FORCE) {
                    return Optional.of(onDay.get().ban());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<BanOnDay> standing(Ban known) {
        Set<BanFlag> flags = EnumSet.noneOf(BanFlag.class);
        BanState state = state(known, flags);
        if (state == null) {
            return Optional.empty();
        }
        if (known.sources().stream().allMatch(source -> published.apply(source) == null)) {
            flags.add(BanFlag.UNDATED_EVIDENCE);
        }
        return Optional.of(new BanOnDay(known, state, Collections.unmodifiableSet(flags), null));
    }

    /** Null if the ban did not exist yet. */
    private @Nullable BanState state(Ban known, Set<BanFlag> flags) {
        if (reached(known.ended(), flags)) {
            return BanState.ENDED;
        }
        if (known.isUndated()) {
            flags.add(BanFlag.ASSUMED_START);
            return stateByStatus(known.status());
        }
        if (known.status() == BanStatus.REJECTED) {
            return reached(known.reported(), flags) ? BanState.REPORTED : null;
        }
        if (reached(BanOnDay.inForceFrom(known), flags)) {
            if (known.effective() == null) {
                flags.add(BanFlag.ASSUMED_START);
            }
            return BanState.IN_FORCE;
        }
        if (reached(known.announced(), flags)) {
            return known.status() == BanStatus.PROPOSED ? BanState.PROPOSED : BanState.ANNOUNCED;
        }
        return reached(known.reported(), flags) ? BanState.REPORTED : null;
    }

    /** Of a ban whose dates cannot be read: it stands as its sources last had it. */
    private static BanState stateByStatus(BanStatus status) {
        return switch (status) {
            case REPORTED -> BanState.REPORTED;
            case PROPOSED -> BanState.PROPOSED;
            case ANNOUNCED -> BanState.ANNOUNCED;
            case IN_FORCE -> BanState.IN_FORCE;
            case LIFTED, REJECTED -> BanState.ENDED;
        };
    }

    private boolean beginningIsKnown(Ban ban) {
        return ban.isUndated()
                || known(ban.reported()) != null
                || known(ban.announced()) != null
                || known(ban.effective()) != null;
    }

    /** Whether a date has come; if it is the one that decides and is no full date, that is flagged. */
    private boolean reached(@Nullable PartialDate date, Set<BanFlag> flags) {
        if (date == null || asOf.isBefore(date.firstDay())) {
            return false;
        }
        if (!date.isFullDate()) {
            flags.add(BanFlag.REDUCED_PRECISION);
        }
        return true;
    }

    /** The date, or null if it lay ahead of what was known. */
    private @Nullable PartialDate known(@Nullable PartialDate date) {
        boolean ahead = date != null && knownAt != null && date.firstDay().isAfter(knownAt);
        return ahead ? null : date;
    }

    private boolean counts(String source, Ban ban) {
        if (knownAt == null) {
            return true;
        }
        PartialDate date = published.apply(source);
        LocalDate from = date != null ? date.lastDay() : firstDate(ban);
        return !from.isAfter(knownAt);
    }

    private static LocalDate firstDate(Ban ban) {
        return Stream.of(ban.reported(), ban.announced(), ban.effective(), ban.deadline(), ban.ended())
                .filter(Objects::nonNull)
                .map(PartialDate::firstDay)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    private Ban asKnown(Ban ban, List<String> sources) {
        return ban.with(seen -> seen.reported(known(ban.reported()))
                .announced(known(ban.announced()))
                .effective(known(ban.effective()))
                .deadline(known(ban.deadline()))
                .ended(known(ban.ended()))
                .sources(sources));
    }
}

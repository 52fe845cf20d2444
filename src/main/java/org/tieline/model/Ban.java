package org.tieline.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A measure of a government against vendors (at times against carriers).
 *
 * @param id lower kebab case, unique among bans
 * @param government the id of the government, ministry or authority that imposes it
 * @param country where it applies: ISO 3166-1 alpha-2 code, {@code EU} or {@code XK}
 * @param targets ids of the organizations it names or is understood to mean, at least one
 * @param named whether it names them itself
 * @param carriers ids of the only organizations that it binds; empty if it binds all in the country
 * @param nature how far it binds
 * @param scope where it bites and what it does; empty in a graph where that cannot be read
 * @param status how far it has come, as its sources last had it
 * @param reported when others than the government first reported it; may be null like each of these dates, and like all
 *     of them in a graph where none can be read
 * @param announced when the government announced it
 * @param effective when it took effect
 * @param deadline by when what it demands must be done
 * @param ended when it was lifted, expired, was withdrawn or rejected
 * @param replaces ids of the bans that have ended once this one is in force; may be empty
 * @param sources ids of the sources that state it; empty in a graph where they cannot be read
 * @param ownershipRule which organizations owned by its targets it reaches besides; null where the law says nothing of it
 * @param summary one or two sentences of our own
 */
@RecordBuilder
public record Ban(
        String id,
        String government,
        String country,
        List<String> targets,
        boolean named,
        List<String> carriers,
        BanNature nature,
        List<Scope> scope,
        BanStatus status,
        @Nullable PartialDate reported,
        @Nullable PartialDate announced,
        @Nullable PartialDate effective,
        @Nullable PartialDate deadline,
        @Nullable PartialDate ended,
        List<String> replaces,
        List<String> sources,
        @Nullable OwnershipRule ownershipRule,
        @Nullable String summary)
        implements BanBuilder.With {
    /** @throws InvalidValue naming the field, its value and what would be right */
    public Ban {
        FieldCheck.id("id", id);
        FieldCheck.id("government", government);
        FieldCheck.country("country", country);
        Objects.requireNonNull(nature, "nature");
        Objects.requireNonNull(status, "status");
        requireSome("targets", targets);
        for (PartialDate start : Stream.of(reported, announced, effective)
                .filter(Objects::nonNull)
                .toList()) {
            requireNotBefore("ended", ended, start);
            requireNotBefore("deadline", deadline, start);
        }
        if (ended != null && effective != null && !ended.overBy().isAfter(effective.firstDay())) {
            throw new InvalidValue("ended", ended, "must be after effective (%s)".formatted(effective));
        }
        targets = List.copyOf(targets);
        carriers = List.copyOf(carriers);
        scope = List.copyOf(scope);
        replaces = List.copyOf(replaces);
        for (String replaced : replaces) {
            FieldCheck.id("replaces", replaced);
            if (replaced.equals(id)) {
                throw new InvalidValue("replaces", replaced, "must be another ban");
            }
        }
        sources = List.copyOf(sources);
    }

    /**
     * This ban, if it has all that a data set must say of one.
     *
     * @throws InvalidValue if it has no scope, no sources, or no date of its beginning
     */
    public Ban complete() {
        requireSome("scope", scope);
        requireSome("sources", sources);
        if (isUndated()) {
            throw InvalidValue.together(
                    List.of("reported", "announced", "effective"),
                    "one of reported, announced and effective must be given");
        }
        return this;
    }

    /** Whether nothing says when it began. */
    public boolean isUndated() {
        return reported == null && announced == null && effective == null;
    }

    /** This ban with other targets and another end. */
    public Ban with(List<String> others, @Nullable PartialDate end) {
        return with(ban -> ban.targets(others).ended(end));
    }

    private static void requireSome(String field, List<?> values) {
        if (values.isEmpty()) {
            throw new InvalidValue(field, null, "must name at least one");
        }
    }

    private static void requireNotBefore(String field, @Nullable PartialDate date, PartialDate start) {
        if (date != null && !date.dayAfter().isAfter(start.firstDay())) {
            throw new InvalidValue(field, date, "must not be before the measure began (%s)".formatted(start));
        }
    }
}

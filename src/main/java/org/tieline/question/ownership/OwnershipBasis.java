package org.tieline.question.ownership;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Evidence;
import org.tieline.model.OwnershipRule;
import org.tieline.model.Term;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.parameter.BanParameters;
import org.tieline.question.parameter.KnownAt;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.BanFilter;

/**
 * What ownership is asked by: a rule, the organizations that count as listed, and which stakes count.
 *
 * @param rule the rule
 * @param listed ids, at most {@link #MOST_LISTED}; empty for every organization that is restricted on the day by a
 *     ban that carries the rule
 * @param bans which bans make an organization restricted, where none is named
 * @param asOf the day in the world
 * @param known what counts as known; null for everything on record
 * @param minEvidence the weakest grade of a stake that counts
 */
public record OwnershipBasis(
        OwnershipRule rule,
        Set<String> listed,
        BanFilter bans,
        LocalDate asOf,
        @Nullable KnownAt known,
        Evidence minEvidence) {
    /** The most organizations that a question may name as listed. */
    public static final int MOST_LISTED = 1_000;

    /** @throws BadQuestion if too many organizations are named */
    public OwnershipBasis {
        Objects.requireNonNull(rule, "rule");
        if (listed.size() > MOST_LISTED) {
            throw new BadQuestion(
                    "listed", "listed may name %d at most, named %d".formatted(MOST_LISTED, listed.size()));
        }
        listed = Set.copyOf(listed);
    }

    private static final Parameter<OwnershipRule> RULE = Parameter.of(
                    "rule", Types.word(OwnershipRule.class), "The ownership rule; none is applied by itself.")
            .required("one of %s; none is applied by itself"
                    .formatted(String.join(", ", Term.words(OwnershipRule.class))));

    private static final Parameter<Set<String>> LISTED = Parameter.of(
            "listed",
            Types.IDS,
            "Organizations that count as listed; all restricted on the day by a ban that carries the rule if absent.");

    /** What every question of ownership may be told. */
    static final Parameters COMMON = Parameters.of(
                    RULE, SearchParameters.AS_OF, LISTED, SearchParameters.KNOWN_AT, SearchParameters.MIN_EVIDENCE)
            .and(BanParameters.ALL);

    /** Of the values of a question that has {@link #COMMON}. */
    static OwnershipBasis of(Values values) {
        return new OwnershipBasis(
                values.get(RULE),
                values.get(LISTED),
                BanParameters.filter(values),
                values.get(SearchParameters.AS_OF),
                values.get(SearchParameters.KNOWN_AT),
                values.get(SearchParameters.MIN_EVIDENCE));
    }

    /** The values of a question that has {@link #COMMON}, as they are here. */
    Values set(Values values) {
        return BanParameters.set(values, bans)
                .with(RULE, rule)
                .with(LISTED, listed)
                .with(SearchParameters.AS_OF, asOf)
                .with(SearchParameters.KNOWN_AT, known)
                .with(SearchParameters.MIN_EVIDENCE, minEvidence);
    }

    /** The same with one listed organization. */
    public OwnershipBasis by(String organization) {
        return new OwnershipBasis(rule, Set.of(organization), bans, asOf, known, minEvidence);
    }

    /** What was published by then counts; null for everything on record of what is asked. */
    @Nullable
    LocalDate knownAt() {
        return KnownAt.day(known);
    }

    /** The listed organizations in the order of their ids. */
    List<String> listedInOrder() {
        return listed.stream().sorted().toList();
    }
}

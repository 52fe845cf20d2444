package org.tieline.question.ownership;



import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tieline.model.Evidence;
import org.tieline.model.OwnershipRule;
import org.tieline.model.Term;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.GivenParameters;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.restriction.BanFilter;


/**
 * What ownership is asked by: a rule, the organizations that count as listed, and which stakes count.
 *
 * @param rule the rule
 * @param listed ids, at most {@link #MOST_LISTED}; empty for every organization that is restricted on the day by a
 *     ban that carries the rule
 * @param bans which bans make an organization restricted, where none is named
 * @param asOf the day in the world
 * @param knownAt what was published by then counts; null for everything on record
 * @param minEvidence the weakest grade of a stake that counts
 */
public record OwnershipBasis(
        OwnershipRule rule,
        Set<String> listed,
        BanFilter bans,
        LocalDate asOf,
        LocalDate knownAt,
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

    /**
     * Reads the parameters that every question of ownership has.
     *
     * @param today the day that {@code asOf} means when it is absent
     * @throws BadQuestion if there is no rule, or a value is not known
     */
    static OwnershipBasis read(GivenParameters parameters, LocalDate today) {
        OwnershipRule rule = parameters
                .term("rule", OwnershipRule.class)
                .orElseThrow(() -> new BadQuestion(
                        "rule",
                        "rule must be given, one of %s: none is applied by itself"
                                .formatted(String.join(", ", Term.words(OwnershipRule.class)))));
        return new OwnershipBasis(
                rule,
                parameters.ids("listed"),
                ExposureQuestion.bans(parameters),
                parameters.day("asOf").orElse(today),
                parameters.day("knownAt").orElse(null),
                ExposureQuestion.weakest(parameters));
    }

    /** The same with one listed organization. */
    public OwnershipBasis by(String organization) {
        return new OwnershipBasis(rule, Set.of(organization), bans, asOf, knownAt, minEvidence);
    }

    /** The listed organizations in the order of their ids. */
    List<String> listedInOrder() {
        return listed.stream().sorted().toList();
    }
}

package org.tieline.exposure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** Gives facts the dates of a life at random, where they do not contradict those that the facts have. */
public final class RandomLives {
    private final Random random;
    private final Supplier<PartialDate> dates;

    /** @param dates a date at random */
    public RandomLives(Random random, Supplier<PartialDate> dates) {
        this.random = random;
        this.dates = dates;
    }

    /** Most organizations live for ever. */
    public Organization of(Organization organization) {
        Organization begun = random.nextInt(6) > 0
                ? organization
                : ifRight(organization, other -> other.living(dates.get(), other.until(), other.successor()));
        return random.nextInt(5) > 0
                ? begun
                : ifRight(begun, living -> living.living(living.since(), dates.get(), null));
    }

    /** Every third tie is being removed, was verified, has a share or a place; two of three have a sentence. */
    public Tie of(Tie tie) {
        Tie lived = tie;
        if (random.nextInt(3) == 0) {
            lived = ifRight(lived, other -> other.withRemoving(dates.get()));
        }
        if (random.nextInt(3) == 0) {
            lived = ifRight(lived, other -> other.withVerified(dates.get()));
        }
        if (tie.type() == TieType.SUPPLIES && random.nextInt(3) == 0) {
            lived = lived.withShare(BigDecimal.valueOf(random.nextInt(101))).withShareOn(dates.get());
        }
        if (tie.type() == TieType.SUPPLIES && random.nextInt(3) == 0) {
            lived = lived.withCountries(random.nextBoolean() ? List.of("DE") : List.of("US", "JP"));
        }
        return lived.withSummary(
                random.nextInt(3) == 0 ? "" : "Said of %s, %d.".formatted(tie.id(), random.nextInt(100)));
    }

    private static <F> F ifRight(F fact, UnaryOperator<F> change) {
        try {
            return change.apply(fact);
        } catch (InvalidValue e) {
            return fact;
        }
    }
}

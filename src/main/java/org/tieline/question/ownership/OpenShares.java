package org.tieline.question.ownership;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tieline.question.ownership.OwnershipAnswer.Addition;
import org.tieline.question.ownership.OwnershipAnswer.Counts;
import org.tieline.question.ownership.OwnershipAnswer.Holding;
import org.tieline.question.ownership.OwnershipAnswer.Open;
import org.tieline.restriction.RuleProfile;

/** Finds what leaves the verdict on one organization open, and what it would have to be. */
final class OpenShares {
    private final Addition addition;
    private final RuleProfile.Version version;

    OpenShares(Addition addition, RuleProfile.Version version) {
        this.addition = addition;
        this.version = version;
    }

    /** The shares of which more than one size is possible, and those whose owner counts possibly only; by owner. */
    List<Open> list() {
        List<Open> open = new ArrayList<>();
        for (Holding holding : addition.added().results()) {
            boolean owned = holding.counts() != Counts.POSSIBLY_CAUGHT;
            boolean sized = holding.share().lowest().compareTo(holding.share().highest()) == 0;
            if (!owned || !sized) {
                open.add(open(holding, owned));
            }
        }
        return open;
    }

    private Open open(Holding holding, boolean owned) {
        BigDecimal others = BigDecimal.ZERO;
        if (version.aggregates()) {
            BigDecimal certain = owned ? holding.share().lowest() : BigDecimal.ZERO;
            others = addition.sum().lowest().subtract(certain);
        }
        BigDecimal needed =
                Objects.requireNonNull(version.threshold()).subtract(others).max(BigDecimal.ZERO);
        boolean enough = version.isReachedBy(
                others.add(holding.share().highest()).movePointRight(2).longValueExact());
        return new Open(
                addition.organization().id(),
                holding.owner().id(),
                holding.counts(),
                holding.share(),
                Objects.requireNonNull(version.comparison()),
                needed,
                enough,
                text(holding, owned, needed, enough));
    }

    private String text(Holding holding, boolean owned, BigDecimal needed, boolean enough) {
        String held = "%s holds %s of %s"
                .formatted(
                        holding.owner().name(),
                        Percent.text(holding.share()),
                        addition.organization().name());
        String counting = owned ? "" : ", if it counts, which is open itself";
        return held + counting + "; " + needs(Percent.text(needed), enough);
    }

    private String needs(String needed, boolean enough) {
        String atLeast = version.isStrict() ? "more than " + needed : "at least " + needed;
        if (!enough) {
            return "alone it would have to be %s, which it cannot be".formatted(atLeast);
        }
        return "a stake of %s would %s %s"
                .formatted(
                        atLeast,
                        version.isStrict() ? "exceed" : "reach",
                        Percent.text(Objects.requireNonNull(version.threshold())));
    }
}

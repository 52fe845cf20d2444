package org.tieline.question.exposures;

import java.util.List;
import org.tieline.model.BanState;
import org.tieline.question.included.Inclusion;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.BanFlag;
import org.tieline.restriction.Covers;
import org.tieline.restriction.Jurisdiction;

/**
 * What a ban is to an exposed carrier, see {@link BanAgainst}. The ban itself stands once beside the results of the answer.
 *
 * @param ban its id
 * @param state how it stood on the day that was asked about
 */
public record AgainstView(
        String ban,
        BanState state,
        Jurisdiction jurisdiction,
        Covers covers,
        String coveredTie,
        boolean conflict,
        String conflictTie,
        boolean pastDeadline,
        List<BanFlag> flags) {
    /** Those of the bans that are listed. */
    static List<AgainstView> of(List<BanAgainst> bans, Inclusion inclusion) {
        return bans.stream().filter(inclusion::wants).map(AgainstView::of).toList();
    }

    public static AgainstView of(BanAgainst against) {
        return new AgainstView(
                against.onDay().ban().id(),
                against.onDay().state(),
                against.jurisdiction(),
                against.covers(),
                against.coveredTie(),
                against.conflict(),
                against.conflictTie(),
                against.pastDeadline(),
                against.flags().stream().sorted().toList());
    }
}

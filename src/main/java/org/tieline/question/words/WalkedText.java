package org.tieline.question.words;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tieline.exposure.path.Direction;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.LeftOut;
import org.tieline.model.Term;

/** What texts of answers about walked ties have in common. */
public final class WalkedText {
    private WalkedText() {}

    public static String flags(Set<Flag> flags) {
        return flags.stream().sorted().map(Term::text).collect(Collectors.joining(" "));
    }

    /** {@code huawei -PARTNERS_WITH-> softbank-group -OWNS-> sprint}; the arrow points as the tie does. */
    public static String path(List<Hop> hops) {
        StringBuilder path = new StringBuilder(hops.getFirst().from());
        for (Hop hop : hops) {
            String arrow = hop.direction() == Direction.FORWARD ? " -%s-> " : " <-%s- ";
            path.append(arrow.formatted(hop.type().text())).append(hop.to());
        }
        return path.toString();
    }

    public static String leftOut(LeftOut out) {
        return "left out at the edge: %d denied, %d not known yet, %d outside the time, %d of weak evidence, %d of old evidence, %d small stakes"
                .formatted(
                        out.denied(),
                        out.notKnown(),
                        out.outsideTime(),
                        out.weakEvidence(),
                        out.notEvidencedSince(),
                        out.belowMinStake());
    }
}

package org.tieline.question.records;

import java.util.Map;
import org.tieline.model.Organization;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.Snapshot;

/** A tie with its two ends. */
public record TieBetween(Tie tie, Organization from, Organization to) {
    private static final Map<TieType, String> SAYS = Map.of(
            TieType.SUPPLIES, "supplies",
            TieType.OWNS, "holds a stake in",
            TieType.PARTNERS_WITH, "is a partner of",
            TieType.SHARES_NETWORK_WITH, "shares a network with",
            TieType.MEMBER_OF, "is a member of");

    /**
     * A tie on record, with its summary.
     *
     * @param packed as the graph for searches has it
     */
    public static TieBetween of(Tie packed, Snapshot snapshot) {
        return new TieBetween(packed, snapshot.organization(packed.from()), snapshot.organization(packed.to()));
    }

    /** What it says of the two, without when: {@code Huawei supplies BT}. */
    public String sentence() {
        return "%s %s %s".formatted(from.name(), SAYS.get(tie.type()), to.name());
    }
}

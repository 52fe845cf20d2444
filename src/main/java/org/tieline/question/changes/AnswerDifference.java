package org.tieline.question.changes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.TieOnDay;
import org.tieline.model.Ban;
import org.tieline.model.BanState;
import org.tieline.model.PartialDate;
import org.tieline.question.words.FactNames;
import org.tieline.restriction.BanOnDay;

/** Two answers that differ in one respect alone, so that whatever differs between them has its reason there. */
public abstract class AnswerDifference {
    public final ComparedAnswer before;
    public final ComparedAnswer after;

    public AnswerDifference(ComparedAnswer before, ComparedAnswer after) {
        this.before = before;
        this.after = after;
    }

    /** How sentences call what is on record on a side. */
    public static FactNames names(ComparedAnswer side) {
        return new FactNames(side.snapshot());
    }

    /** A tie, by its ends as the later side has them. */
    protected final String name(TieOnDay tie) {
        return names(after).tie(tie.type(), tie.from(), tie.to());
    }

    /** The respect in which the two differ. */
    public abstract ChangeOrigin origin();

    /** Why a tie that is walked on one side is not on the other; at least one reason. */
    public abstract List<Reason> walked(String tie);

    /** Why something else is shown of a tie that is walked on both sides; at least one reason. */
    public abstract List<Reason> shown(String tie);

    /** Why a ban stands otherwise. */
    public abstract Reason ban(String ban);

    /** From one day to a later one with the same facts. */
    public static AnswerDifference world(ComparedAnswer before, ComparedAnswer after) {
        return new WorldDifference(before, after);
    }

    /** Why a tie and a ban that covers it stand otherwise; empty if neither does. */
    public final List<Reason> of(String tie, String ban) {
        List<Reason> reasons = new ArrayList<>();
        if (!before.ban(ban).map(Aspect::standing).equals(after.ban(ban).map(Aspect::standing))) {
            reasons.add(ban(ban));
        }
        boolean then = before.walks(tie);
        if (then != after.walks(tie)) {
            reasons.addAll(walked(tie));
        } else if (then) {
            reasons.addAll(shown(tie));
        }
        return reasons;
    }

    /** How a ban stood, for a sentence. */
    public static String state(@Nullable BanState state) {
        return state == null ? "none" : state.text().replace('-', ' ');
    }

    /** The date that decides the state of a ban. */
    public static @Nullable PartialDate deciding(BanOnDay onDay) {
        Ban ban = onDay.ban();
        return switch (onDay.state()) {
            case ENDED -> onDay.replacement() == null ? ban.ended() : BanOnDay.inForceFrom(onDay.replacement());
            case IN_FORCE -> onDay.inForceFrom();
            case ANNOUNCED, PROPOSED -> ban.announced();
            case REPORTED -> ban.reported();
        };
    }
}

package org.tieline.question.changes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Hop;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.restriction.BanFilter;

/**
 * Finds the reasons of a step for one pair.
 *
 * <p>They are complete. If all ties of both paths were walked on both sides, either path would be open on both, and the
 * one that comes first would be the answer of both; so where the answers have different paths, or one has none, a tie of
 * one path is walked on one side alone, or only one side starts at the vendor. Where they have the same path, they differ
 * in what a tie of it shows, or in a ban.
 */
final class Explanation {
    private final AnswerDifference step;
    private final boolean pathsAlone;

    /** @param pathsAlone whether only that a path opened or closed matters, and not what else is shown of the exposure */
    Explanation(AnswerDifference step, boolean pathsAlone) {
        this.step = step;
        this.pathsAlone = pathsAlone;
    }

    /** The reasons: vendor, ties of the path before, ties of the path after, bans; empty if the step makes no difference. */
    SequencedSet<Reason> of(String vendor, String carrier) {
        Found before = step.before.found(vendor, carrier);
        Found after = step.after.found(vendor, carrier);
        SequencedSet<Reason> reasons = new LinkedHashSet<>();
        if (before == null && after == null) {
            return reasons;
        }
        if (step.before.searches(vendor, carrier) != step.after.searches(vendor, carrier)) {
            reasons.addAll(restriction(vendor, carrier));
        }
        path(before).forEach(hop -> reasons.addAll(tie(hop, after, step.after)));
        path(after).forEach(hop -> reasons.addAll(tie(hop, before, step.before)));
        if (before != null && after != null && !pathsAlone) {
            bans(before, after).forEach(ban -> reasons.add(step.ban(ban)));
        }
        return reasons;
    }

    private static List<Hop> path(@Nullable Found found) {
        return found == null ? List.of() : found.exposure().path();
    }

    /** What became of a hop on the other side. */
    private List<Reason> tie(Hop hop, @Nullable Found other, ComparedAnswer otherSide) {
        Hop there = other == null ? null : Aspect.byTie(other.exposure()).get(hop.tie());
        if (there != null) {
            boolean same = pathsAlone || Aspect.facts(hop).equals(Aspect.facts(there));
            return same ? List.of() : step.shown(hop.tie());
        }
        return otherSide.walks(hop.tie()) ? List.of() : step.walked(hop.tie());
    }

    /** The bans that restrict the vendor on the one side that starts at it. */
    private List<Reason> restriction(String vendor, String carrier) {
        boolean became = step.after.searches(vendor, carrier);
        ComparedAnswer side = became ? step.after : step.before;
        BanFilter filter = side.question().bans();
        List<Reason> reasons = new ArrayList<>();
        side.snapshot().bans().values().stream()
                .filter(ban -> ban.targets().contains(vendor))
                .filter(ban -> side.ban(ban.id()).filter(filter::accepts).isPresent())
                .forEach(ban -> reasons.add(restriction(
                        step.ban(ban.id()), AnswerDifference.names(side).organization(vendor), became)));
        return reasons;
    }

    /** @param vendor its name */
    private static Reason restriction(Reason ban, String vendor, boolean became) {
        String sentence = became
                ? "%s It restricts %s.".formatted(ban.text(), vendor)
                : "%s It no longer restricts %s.".formatted(ban.text(), vendor);
        return ban.as(became ? ReasonKind.VENDOR_RESTRICTED : ReasonKind.VENDOR_NO_LONGER_RESTRICTED, sentence);
    }

    /** Ids of the bans that are listed on one side alone, or otherwise. */
    private static Set<String> bans(Found before, Found after) {
        Map<String, Object> then = Aspect.bans(before);
        Map<String, Object> now = Aspect.bans(after);
        Set<String> differing = new TreeSet<>(then.keySet());
        differing.addAll(now.keySet());
        differing.removeIf(ban -> Objects.equals(then.get(ban), now.get(ban)));
        return differing;
    }
}

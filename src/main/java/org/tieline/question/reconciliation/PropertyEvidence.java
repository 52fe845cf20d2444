package org.tieline.question.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Direction;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.Stake;
import org.tieline.model.Ban;
import org.tieline.model.Evidence;
import org.tieline.model.Identifier;
import org.tieline.model.PartialDate;
import org.tieline.model.Term;
import org.tieline.model.TieType;
import org.tieline.question.ownership.Percent;
import org.tieline.question.screening.ScreeningFindings;
import org.tieline.restriction.BanOnDay;

/** What a value stands on, in words that can be followed by hand: ids, dates, percentages and sources. */
final class PropertyEvidence {
    private static final int MOST_BANS = 5;

    private PropertyEvidence() {}

    /** {@code au-5g-2018: AU, in-force since 2018-09-18; sources a, b}. */
    static String ban(BanOnDay onDay, LocalDate asOf) {
        Ban ban = onDay.ban();
        return "%s: %s, %s since %s%s; sources %s"
                .formatted(
                        ban.id(),
                        ban.country(),
                        onDay.state().text(),
                        ScreeningFindings.since(onDay, asOf),
                        flags(onDay.flags()),
                        String.join(", ", ban.sources()));
    }

    /** {@code direct, 1 tie, confirmed, certain: a-supplies-b (a SUPPLIES b, since 2011, ...)}. */
    static String exposure(Exposure exposure, List<BanOnDay> bans) {
        return "%s, %d %s, %s, %s%s: %s. %s is restricted by %s"
                .formatted(
                        exposure.relation().text(),
                        exposure.hops(),
                        exposure.hops() == 1 ? "tie" : "ties",
                        exposure.evidence().text(),
                        exposure.certainty().text(),
                        flags(exposure.flags()),
                        exposure.path().stream().map(PropertyEvidence::hop).collect(Collectors.joining("; ")),
                        exposure.vendor(),
                        ids(bans));
    }

    private static String ids(List<BanOnDay> bans) {
        String first =
                bans.stream().limit(MOST_BANS).map(each -> each.ban().id()).collect(Collectors.joining(", "));
        return bans.size() > MOST_BANS ? "%s and %d others".formatted(first, bans.size() - MOST_BANS) : first;
    }

    /** From and to are in the direction of the tie, whichever way it was walked. */
    private static String hop(Hop hop) {
        boolean forward = hop.direction() == Direction.FORWARD;
        String from = forward ? hop.from() : hop.to();
        String to = forward ? hop.to() : hop.from();
        return tie(
                hop.tie(),
                "%s %s %s".formatted(from, hop.type().text(), to),
                hop.type() == TieType.OWNS ? percent(hop.percent()) : null,
                hop.since(),
                hop.until(),
                hop.evidence(),
                hop.certainty(),
                hop.sources());
    }

    /** {@code a-owns-b (holds 12 %, since 2011, confirmed, certain; sources s)}. */
    static String stake(Stake stake) {
        return tie(
                stake.tie(),
                "holds " + percent(stake.percent()),
                null,
                stake.since(),
                stake.until(),
                stake.evidence(),
                stake.certainty(),
                stake.sources());
    }

    /** {@code mcc-mnc:440-10, since 2011; sources s}. */
    static String identifier(Identifier identifier) {
        return "%s%s%s; sources %s"
                .formatted(
                        identifier.text(),
                        identifier.since() == null ? "" : ", since " + identifier.since(),
                        identifier.until() == null ? "" : ", until " + identifier.until(),
                        String.join(", ", identifier.sources()));
    }

    private static String percent(@Nullable BigDecimal percent) {
        return percent == null ? "an unknown share" : Percent.text(percent);
    }

    private static String tie(
            String id,
            String what,
            @Nullable String share,
            @Nullable PartialDate since,
            @Nullable PartialDate until,
            Evidence evidence,
            Certainty certainty,
            List<String> sources) {
        List<String> parts = new ArrayList<>(List.of(what));
        if (share != null) {
            parts.add(share);
        }
        if (since != null) {
            parts.add("since " + since);
        }
        if (until != null) {
            parts.add("until " + until);
        }
        parts.add(evidence.text());
        parts.add(certainty.text());
        return "%s (%s; sources %s)".formatted(id, String.join(", ", parts), String.join(", ", sources));
    }

    private static String flags(Collection<? extends Term> flags) {
        return flags.stream().map(Term::text).sorted().map(flag -> ", " + flag).collect(Collectors.joining());
    }
}

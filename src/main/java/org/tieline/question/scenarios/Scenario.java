package org.tieline.question.scenarios;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Flag;
import org.tieline.model.Ban;
import org.tieline.model.BanState;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.restriction.BanFlag;
import org.tieline.restriction.BanOnDay;

/** A scenario that was understood, laid over a snapshot. */
final class Scenario {
    private final Snapshot onRecord;
    private final Snapshot snapshot;
    private final ExposureQuestion question;
    private final TieOverlay ties;
    private final BanOverlay bans;
    private final SortedSet<String> supposedTies;
    private final SortedSet<String> supposedBans;
    private final List<String> sentences;

    /** @param sentences one for each change */
    Scenario(Snapshot onRecord, ExposureQuestion question, TieOverlay ties, BanOverlay bans, List<String> sentences) {
        this.onRecord = onRecord;
        this.question = question;
        this.ties = ties;
        this.bans = bans;
        this.sentences = List.copyOf(sentences);
        supposedTies = ties.supposed();
        supposedBans = bans.supposed();
        snapshot = onRecord.supposing(ties.graph(), bans.all());
    }

    /** The snapshot as it would be. */
    Snapshot snapshot() {
        return snapshot;
    }

    ExposureQuestion question() {
        return question;
    }

    List<String> sentences() {
        return sentences;
    }

    List<String> ties() {
        return List.copyOf(supposedTies);
    }

    List<String> bans() {
        return List.copyOf(supposedBans);
    }

    List<Integer> changesOfTie(String tie) {
        return ties.changesOf(tie);
    }

    /** The places of the changes that a ban went through, or one that replaces it: with that one's end it comes back. */
    List<Integer> changesOfBan(String ban) {
        SortedSet<Integer> changes = new TreeSet<>(bans.changesOf(ban));
        bans.replacing(ban).forEach(other -> changes.addAll(bans.changesOf(other)));
        return List.copyOf(changes);
    }

    /**
     * How a ban would stand. What is supposed is known whatever {@code knownAt} says, so that a ban which was added counts
     * with all its dates and one that was lifted is lifted, and replaces no other; until then it stands as on record.
     */
    Optional<BanOnDay> standing(Ban ban) {
        LocalDate asOf = question.search().asOf();
        LocalDate knownAt = question.search().knownAt();
        boolean supposed = supposedBans.contains(ban.id());
        if (!supposed && bans.replacing(ban.id()).isEmpty()) {
            return snapshot.clock(asOf, knownAt).on(ban);
        }
        Ban before = onRecord.bans().get(ban.id());
        boolean wholly = supposed && (before == null || isOver(ban));
        List<Ban> others = snapshot.bans().values().stream()
                .filter(other -> !supposedBans.contains(other.id()) || !isOver(other))
                .toList();
        Optional<BanOnDay> now =
                snapshot.clock(asOf, wholly ? null : knownAt, others).on(ban);
        Optional<BanState> was = Optional.ofNullable(before)
                .flatMap(known -> onRecord.clock(asOf, knownAt).on(known))
                .map(BanOnDay::state);
        return now.map(onDay -> was.equals(Optional.of(onDay.state())) ? onDay : onDay.flagged(BanFlag.SUPPOSED));
    }

    private boolean isOver(Ban ban) {
        return ban.ended() != null
                && !question.search().asOf().isBefore(ban.ended().firstDay());
    }

    /** Flags an exposure whose path takes a tie that is supposed. */
    Found mark(Found found) {
        Exposure exposure = found.exposure();
        if (exposure.path().stream().noneMatch(hop -> supposedTies.contains(hop.tie()))) {
            return found;
        }
        return new Found(
                found.vendor(),
                found.carrier(),
                new Exposure(
                        exposure.vendor(),
                        exposure.carrier(),
                        exposure.relation(),
                        exposure.evidence(),
                        exposure.certainty(),
                        with(exposure.flags(), Flag.SUPPOSED),
                        exposure.path()),
                found.bans());
    }

    private static <F extends Enum<F>> Set<F> with(Set<F> flags, F more) {
        EnumSet<F> all = EnumSet.of(more);
        all.addAll(flags);
        return Collections.unmodifiableSet(all);
    }
}

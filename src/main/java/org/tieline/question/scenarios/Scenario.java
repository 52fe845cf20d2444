package org.tieline.question.scenarios;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Flag;
import org.tieline.model.Ban;
import org.tieline.model.BanState;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.restriction.BanClock;
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
    private final SortedSet<String> supposedOrganizations;

    /** How bans stand where those that were added, or lifted by now, are known with all their dates. */
    private final BanClock clock;

    private final List<String> sentences;

    /** @param sentences one for each change */
    Scenario(
            Snapshot onRecord,
            ExposureQuestion question,
            TieOverlay ties,
            BanOverlay bans,
            Overlay<Organization> organizations,
            List<String> sentences) {
        this.onRecord = onRecord;
        this.question = question;
        this.ties = ties;
        this.bans = bans;
        this.sentences = List.copyOf(sentences);
        supposedTies = ties.supposed();
        supposedBans = bans.supposed();
        supposedOrganizations = organizations.supposed();
        Map<String, Organization> lives = new HashMap<>();
        organizations.differing((id, organization) -> lives.put(id, organization.orElseThrow()));
        snapshot = onRecord.supposing(ties.graph(lives.values()), with(lives), bans.all());
        clock = snapshot.clock(
                question.search().asOf(),
                question.search().knownAt(),
                supposedBans.stream().filter(this::isWhollyKnown).collect(Collectors.toSet()));
    }

    /** The organizations, of which some have other lives. */
    private Map<String, Organization> with(Map<String, Organization> lives) {
        if (lives.isEmpty()) {
            return onRecord.organizations();
        }
        Map<String, Organization> all = new HashMap<>(onRecord.organizations());
        all.putAll(lives);
        return all;
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

    List<String> organizations() {
        return List.copyOf(supposedOrganizations);
    }

    /** The places of the changes that a tie went through, or one of its organizations. */
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
        if (!supposedBans.contains(ban.id()) && bans.replacing(ban.id()).isEmpty()) {
            return clock.on(ban);
        }
        Optional<BanState> was = Optional.ofNullable(onRecord.bans().get(ban.id()))
                .flatMap(onRecord.clock(
                        question.search().asOf(), question.search().knownAt())::on)
                .map(BanOnDay::state);
        return clock.on(ban)
                .map(onDay -> was.equals(Optional.of(onDay.state())) ? onDay : onDay.flagged(BanFlag.SUPPOSED));
    }

    private boolean isWhollyKnown(String supposedBan) {
        PartialDate ended =
                Objects.requireNonNull(snapshot.bans().get(supposedBan)).ended();
        boolean isOver = ended != null && !question.search().asOf().isBefore(ended.firstDay());
        return isOver || !onRecord.bans().containsKey(supposedBan);
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

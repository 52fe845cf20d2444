package org.tieline.question.records;

import java.time.LocalDate;
import java.util.List;
import org.tieline.graph.bolt.Bans;
import org.tieline.model.Ban;
import org.tieline.model.Source;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.ListPart;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.restriction.BanClock;

/** Lists bans as they stood on a day, and tells what is on record of one. */
public final class BanInquiry {
    private final Snapshots snapshots;
    private final Bans bans;
    private final SourceInquiry sources;

    public BanInquiry(Snapshots snapshots, Bans bans, SourceInquiry sources) {
        this.snapshots = snapshots;
        this.bans = bans;
        this.sources = sources;
    }

    /**
     * One ban.
     *
     * @param sources those that were known, in the order of the ban
     */
    public record Answer(BanSeen seen, List<Source> sources) {}

    /**
     * By id. Looks through all bans, as many as one page of the database holds; there are hundreds of them in the world.
     *
     * @throws NotFound if the question names an organization that is not there
     */
    public ListPart<BanSeen> list(BanQuestion question) {
        snapshots.requireDatabase();
        Snapshot snapshot = snapshots.current();
        question.targets().forEach(snapshot::organization);
        question.governments().forEach(snapshot::organization);
        BanClock clock = snapshot.clock(question.asOf(), question.knownAt());
        List<BanSeen> wanted = bans.all().stream()
                .flatMap(ban -> BanSeen.of(ban, clock).stream())
                .filter(question::wants)
                .toList();
        return ListPart.of(wanted, question.page());
    }

    /**
     * One ban with its sources.
     *
     * @param knownAt what was known by then counts; null for everything on record
     * @throws NotFound if there is none with this id, or nobody had written of it by {@code knownAt}
     */
    public Answer about(String id, LocalDate asOf, LocalDate knownAt) {
        snapshots.requireDatabase();
        Snapshot snapshot = snapshots.current();
        Ban ban = bans.find(id).orElseThrow(() -> new NotFound("ban", id, snapshots.nearest(id, Snapshot::bans)));
        BanSeen seen = BanSeen.of(ban, snapshot.clock(asOf, knownAt))
                .orElseThrow(() -> new NotFound("nothing was known of the ban %s on %s".formatted(id, knownAt)));
        return new Answer(seen, sources.inOrder(seen.ban().sources()));
    }
}

package org.tieline.question.records;

import java.util.List;
import org.tieline.graph.bolt.Ties;
import org.tieline.model.Source;
import org.tieline.model.TielineException.NotFound;
import org.tieline.naming.Nearest;
import org.tieline.question.Snapshots;

/** Tells what is on record of one tie. */
public final class TieInquiry {
    private final Snapshots snapshots;
    private final Ties ties;
    private final SourceInquiry sources;

    public TieInquiry(Snapshots snapshots, Ties ties, SourceInquiry sources) {
        this.snapshots = snapshots;
        this.ties = ties;
        this.sources = sources;
    }

    /**
     * One tie.
     *
     * @param sources those that are on record, in the order of the tie
     */
    public record Answer(TieBetween tie, List<Source> sources) {}

    /** @throws NotFound if there is none with this id */
    public Answer about(String id) {
        snapshots.requireDatabase();
        TieBetween tie = ties.find(id)
                .map(TieInquiry::between)
                .orElseThrow(() -> new NotFound("tie", id, Nearest.among(ties.near(id), id)));
        return new Answer(tie, sources.inOrder(tie.tie().sources()));
    }

    /** The same as the plugin for other servers has it, which knows no driver. */
    static TieBetween between(Ties.Between read) {
        return new TieBetween(read.tie(), read.from(), read.to());
    }
}

package org.tieline.question.series;

import java.util.List;
import java.util.TreeSet;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureInquiry;

/**
 * Answers how many carriers were exposed, day after day: on each day what {@link ExposureInquiry} finds then, to the vendors
 * that were restricted then; and how many of them by ties that certainly hold.
 */
public final class SeriesInquiry {
    private SeriesInquiry() {}

    /**
     * Asks one snapshot. The points are counted while they are read.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static SeriesAnswer ask(Snapshot snapshot, SeriesQuestion question) {
        List<SweptDays> blocks = SweptDays.of(snapshot, question);
        TreeSet<String> searched = new TreeSet<>();
        blocks.forEach(block -> searched.addAll(block.vendors()));
        return new SeriesAnswer(
                searched.stream().map(snapshot::organization).toList(), new ComingPoints(snapshot, question, blocks));
    }
}

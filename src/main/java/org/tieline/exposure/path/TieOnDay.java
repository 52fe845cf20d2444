package org.tieline.exposure.path;

import java.time.LocalDate;
import java.util.List;
import org.tieline.model.PartialDate;

/**
 * What a question makes of a tie: whether it is walked, and all that decides it and changes with the day or with what is
 * known. The grade and the stake do neither.
 *
 * @param id its id
 * @param since when it began, as it was known; null if empty
 * @param until the first day on which it no longer holds, as it was known; null if empty
 * @param sources ids of the sources that count, in the order of the data
 * @param firstPublished the earliest day by which a dated one of them was out; null if none is dated
 * @param lastEvidenced the newest publication date among them; null if none is dated
 * @param known whether a source counts, or none is needed
 * @param possible whether it possibly holds
 * @param certain whether it certainly holds
 * @param fresh whether its newest source is as new as the question wants it
 * @param walked whether the question walks it
 */
public record TieOnDay(
        String id,
        PartialDate since,
        PartialDate until,
        List<String> sources,
        LocalDate firstPublished,
        PartialDate lastEvidenced,
        boolean known,
        boolean possible,
        boolean certain,
        boolean fresh,
        boolean walked) {

    /** The first day on which it possibly holds; null if it always did. */
    public LocalDate possibleFrom() {
        return since == null ? null : since.firstDay();
    }

    /** The first day on which it certainly holds; null if it never does, or always did. */
    public LocalDate certainFrom() {
        return since == null ? firstPublished : since.lastDay();
    }

    /** The first day on which it no longer certainly holds; null if it does not end. */
    public LocalDate certainTo() {
        return until == null ? null : until.firstDay();
    }

    /** The first day on which it no longer possibly holds; null if it does not end. */
    public LocalDate possibleTo() {
        return until == null ? null : until.overBy();
    }
}

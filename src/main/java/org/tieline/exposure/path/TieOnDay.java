package org.tieline.exposure.path;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;
import org.tieline.model.TieType;

/**
 * What a question makes of a tie: whether it is walked, and all that decides it and changes with the day or with what is
 * known. The grade and the stake do neither. A date that was not known yet is null.
 *
 * @param id its id
 * @param type what sort of tie
 * @param from the id of the organization that it starts at
 * @param to the id of the organization that it ends at
 * @param since when it began, as it was known; null if empty
 * @param removing from when on it is being taken out, as it was known; null if empty
 * @param verified the newest day on which a source says that it held, as it was known; null if empty
 * @param until the first day on which it no longer holds, as it was known; null if empty
 * @param share how much of the segment comes from the vendor, in percent; null if unknown or too old on the day
 * @param shareOn the day that the share was stated for; null without a share
 * @param countries where the equipment is, if not simply in the customer's own country; may be empty
 * @param state how it stands on the day
 * @param sources ids of the sources that count, in the order of the data
 * @param lastEvidenced {@code verified}, else the newest publication date among the sources; null if nothing dates it
 * @param possibleFrom the first day on which it possibly holds, and both its organizations possibly exist; null if it always did
 * @param certainFrom the first day on which it certainly holds, and both certainly exist; null if it never does, or always did
 * @param certainTo the first day on which it, or one of them, no longer certainly does; null if no day is, or it never did
 * @param possibleTo the first day on which it, or one of them, no longer possibly does; null if it does not end
 * @param known whether a source counts, or none is needed
 * @param possible whether it possibly holds
 * @param certain whether it certainly holds
 * @param stale whether it has no end and the newest evidence of it is too old on the day, or nothing dates it
 * @param fresh whether it was evidenced as lately as the question wants it
 * @param walked whether the question walks it
 */
public record TieOnDay(
        String id,
        TieType type,
        String from,
        String to,
        @Nullable PartialDate since,
        @Nullable PartialDate removing,
        @Nullable PartialDate verified,
        @Nullable PartialDate until,
        @Nullable BigDecimal share,
        @Nullable PartialDate shareOn,
        List<String> countries,
        TieState state,
        List<String> sources,
        @Nullable PartialDate lastEvidenced,
        @Nullable LocalDate possibleFrom,
        @Nullable LocalDate certainFrom,
        @Nullable LocalDate certainTo,
        @Nullable LocalDate possibleTo,
        boolean known,
        boolean possible,
        boolean certain,
        boolean stale,
        boolean fresh,
        boolean walked) {}

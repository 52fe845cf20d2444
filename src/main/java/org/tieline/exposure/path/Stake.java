package org.tieline.exposure.path;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Evidence;
import org.tieline.model.PartialDate;

/**
 * An {@code OWNS} tie that possibly holds on a day, as it was known. It is read by its own dates alone: one without an end goes
 * on, however long ago somebody said so.
 *
 * @param tie the id of the tie
 * @param owner the id of the organization that holds it
 * @param owned the id of the organization in which it is held
 * @param percent null if unknown
 * @param since when it began; null if not known
 * @param removing from when on it is being wound down; null if not known
 * @param verified the newest day on which a source says that it held; null if not known
 * @param until the first day on which it no longer holds; null if not known
 * @param evidence its grade
 * @param certainty whether it certainly holds on the day that was asked about
 * @param lastEvidenced {@code verified}, else the newest publication date among {@code sources}; null if nothing dates it
 * @param flags what to know of it before relying on it
 * @param sources ids of the sources that count, in the order of the data
 */
public record Stake(
        String tie,
        String owner,
        String owned,
        @Nullable BigDecimal percent,
        @Nullable PartialDate since,
        @Nullable PartialDate removing,
        @Nullable PartialDate verified,
        @Nullable PartialDate until,
        Evidence evidence,
        Certainty certainty,
        @Nullable PartialDate lastEvidenced,
        Set<Flag> flags,
        List<String> sources) {}

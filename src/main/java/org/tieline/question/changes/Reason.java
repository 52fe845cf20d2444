package org.tieline.question.changes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.BanState;
import org.tieline.model.PartialDate;

/**
 * A fact that explains a change, with what shows it.
 *
 * @param kind what sort of fact
 * @param origin what had to differ for it to tell
 * @param tie the id of the tie that it is about; null if it is about a ban
 * @param ban the id of the ban that it is about; null if it is about a tie
 * @param changes the places, from 0, of the changes of a scenario that it comes from; else empty
 * @param stateBefore how the ban stood; null if it did not exist or was not known, or the reason is about a tie
 * @param stateAfter how it stands; null likewise
 * @param date the date that decides, as it is on record; null if the day was read off a publication, or there is none
 * @param day the first day on which the fact told; null if no single day decides
 * @param sources ids of the sources that show it; empty where nobody published what is supposed
 * @param text one sentence for people
 */
public record Reason(
        ReasonKind kind,
        ChangeOrigin origin,
        @Nullable String tie,
        @Nullable String ban,
        List<Integer> changes,
        @Nullable BanState stateBefore,
        @Nullable BanState stateAfter,
        @Nullable PartialDate date,
        @Nullable LocalDate day,
        List<String> sources,
        String text) {

    static Reason ofTie(
            ReasonKind kind,
            ChangeOrigin origin,
            String tie,
            @Nullable PartialDate date,
            @Nullable LocalDate day,
            List<String> sources,
            String text) {
        return new Reason(kind, origin, tie, null, List.of(), null, null, date, day, sources, text);
    }

    /** The same fact, read as another sort. */
    Reason as(ReasonKind other, String sentence) {
        return new Reason(other, origin, tie, ban, changes, stateBefore, stateAfter, date, day, sources, sentence);
    }
}

package org.tieline.question.age;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;
import org.tieline.model.Term;
import org.tieline.question.Columns;
import org.tieline.question.Links;

/**
 * A tie or a ban, and how old what is known of it is.
 *
 * @param kind what it is
 * @param id its id
 * @param about the organizations that it names: of a tie its two ends, of a ban the government and then its targets
 * @param lastEvidenced the newest day on which somebody vouched for it, as far as was known; null if no source has a date
 * @param days from then to the day that is asked about, 0 if it is later; null if {@code lastEvidenced} is
 * @param answers how many exposures stand on it, at least one
 * @param weight {@code answers} times {@code days}; without {@code days} times those of the oldest fact of all
 * @param sources ids of those that count
 * @param links where its record and its sources are
 */
record AgedFact(
        Kind kind,
        String id,
        List<String> about,
        @Nullable PartialDate lastEvidenced,
        @Nullable Long days,
        int answers,
        long weight,
        List<String> sources,
        Addresses links) {
    /** What fits a line. */
    static final Columns<AgedFact> SHORT = Columns.<AgedFact>none()
            .and("kind", AgedFact::kind)
            .and("id", AgedFact::id)
            .and("lastEvidenced", AgedFact::lastEvidenced)
            .and("days", AgedFact::days)
            .and("answers", AgedFact::answers)
            .and("weight", AgedFact::weight);

    static final Columns<AgedFact> COLUMNS = SHORT.and("about", AgedFact::about).and("sources", AgedFact::sources);

    /** Which of the two. */
    enum Kind implements Term {
        TIE,
        BAN
    }

    /**
     * Where to read on.
     *
     * @param self the record
     * @param sources those that count
     */
    record Addresses(String self, List<String> sources) {
        static Addresses of(Kind kind, String id, List<String> sources) {
            return new Addresses(
                    switch (kind) {
                        case TIE -> Links.tie(id);
                        case BAN -> Links.ban(id);
                    },
                    Links.sources(sources));
        }
    }
}

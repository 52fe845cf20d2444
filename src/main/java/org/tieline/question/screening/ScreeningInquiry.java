package org.tieline.question.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.screening.ScreeningResult.Outcome;

/** Tells, entry by entry, which organization a name means and what is on record of it. */
public final class ScreeningInquiry {
    /** Entries whose names are compared side by side, on as many cores as there are. */
    static final int AT_ONCE = 64;

    private ScreeningInquiry() {}

    /** Takes a screening as it is worked. */
    public interface Sink {
        /** Once, before all results: what is searched. */
        void searched(ExposureAnswer.Searched searched);

        /** One result for each entry, in their order; few further entries are looked at before this returns. */
        void result(ScreeningResult result);
    }

    /**
     * Asks one snapshot. The searches from all restricted vendors are done once, before the first result.
     *
     * @return how many entries had each outcome
     * @throws org.tieline.model.TielineException.NotFound before the sink is called, if the question names a government
     *     that is not there
     */
    public static Map<Outcome, Integer> ask(
            Snapshot snapshot, ScreeningQuestion question, Iterable<ScreeningEntry> entries, Sink sink) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        List.of(Outcome.values()).forEach(outcome -> counts.put(outcome, 0));
        ScreeningMatcher matcher = new ScreeningMatcher(
                snapshot, question.search().asOf(), question.search().knownAt());
        ScreeningFindings findings = new ScreeningFindings(snapshot, question);
        sink.searched(findings.searched());
        Iterator<ScreeningEntry> all = entries.iterator();
        while (all.hasNext()) {
            for (ScreeningResult matched :
                    next(all).parallelStream().map(matcher::match).toList()) {
                ScreeningResult result = matched.organization() == null
                        ? matched
                        : matched.with(findings.of(
                                snapshot.organization(matched.organization().id())));
                counts.merge(result.outcome(), 1, Integer::sum);
                sink.result(result);
            }
        }
        return counts;
    }

    private static List<ScreeningEntry> next(Iterator<ScreeningEntry> all) {
        List<ScreeningEntry> next = new ArrayList<>(AT_ONCE);
        while (all.hasNext() && next.size() < AT_ONCE) {
            next.add(all.next());
        }
        return next;
    }
}

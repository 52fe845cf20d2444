package org.tieline.question.screening;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.screening.ScreeningResult.Outcome;

/** Tells, entry by entry, which organization a name means and what is on record of it. */
public final class ScreeningInquiry {
    private ScreeningInquiry() {}

    /** Takes a screening as it is worked. */
    public interface Sink {
        /** Once, before all results: what is searched. */
        void searched(ExposureAnswer.Searched searched);

        /** One result for each entry, in their order; the next entry is not looked at before this returns. */
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
        for (ScreeningEntry entry : entries) {
            ScreeningResult result = matcher.match(entry);
            if (result.organization() != null) {
                result = result.with(
                        findings.of(snapshot.organization(result.organization().id())));
            }
            counts.merge(result.outcome(), 1, Integer::sum);
            sink.result(result);
        }
        return counts;
    }
}

package org.tieline.question.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tieline.question.Cores;
import org.tieline.question.OrganizationRef;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.screening.ScreeningResult.Outcome;

/** Tells, entry by entry, which organization a name means and what is on record of it. */
public final class ScreeningInquiry {
    /** Entries that are worked on one after the other by the same core, while others work on the next. */
    static final int TOGETHER = 8;

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
        Cores.inOrder(
                parts(entries),
                part -> part.stream()
                        .map(matcher::match)
                        .map(matched -> withFindings(matched, snapshot, findings))
                        .toList(),
                results -> results.forEach(result -> {
                    counts.merge(result.outcome(), 1, Integer::sum);
                    sink.result(result);
                }));
        return counts;
    }

    private static ScreeningResult withFindings(
            ScreeningResult matched, Snapshot snapshot, ScreeningFindings findings) {
        OrganizationRef organization = matched.organization();
        return organization == null ? matched : matched.with(findings.of(snapshot.organization(organization.id())));
    }

    private static Iterable<List<ScreeningEntry>> parts(Iterable<ScreeningEntry> entries) {
        return () -> {
            Iterator<ScreeningEntry> all = entries.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public List<ScreeningEntry> next() {
                    return ScreeningInquiry.next(all);
                }
            };
        };
    }

    private static List<ScreeningEntry> next(Iterator<ScreeningEntry> all) {
        List<ScreeningEntry> next = new ArrayList<>(TOGETHER);
        while (all.hasNext() && next.size() < TOGETHER) {
            next.add(all.next());
        }
        return next;
    }
}

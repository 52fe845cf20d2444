package org.tieline.question.exposures;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tieline.question.Snapshot;

/** Answers which carriers are tied to which vendors, and what the bans on the vendors are to them. */
public final class ExposureInquiry {
    private ExposureInquiry() {}

    /**
     * Asks one snapshot.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static ExposureAnswer ask(Snapshot snapshot, ExposureQuestion question) {
        try (ExposureSearches searching = new ExposureSearches(snapshot, question)) {
            List<ExposureAnswer.Found> page = new ArrayList<>();
            int total = 0;
            while (searching.hasNext()) {
                ExposureSearches.Candidate candidate = searching.next();
                if (question.page().holds(total++)) {
                    page.add(candidate.found());
                }
            }
            return new ExposureAnswer(searching.searched(), total, question.page(), List.copyOf(page));
        }
    }

    /**
     * All exposures in the order of the answer, without regard to the page. Each is spelled out when it is its turn; who
     * stops before the last one closes the stream.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static Stream<ExposureAnswer.Found> stream(Snapshot snapshot, ExposureQuestion question) {
        ExposureSearches searching = new ExposureSearches(snapshot, question);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(searching, Spliterator.ORDERED), false)
                .map(ExposureSearches.Candidate::found)
                .onClose(searching::close);
    }
}

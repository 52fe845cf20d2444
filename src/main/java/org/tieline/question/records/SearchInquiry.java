package org.tieline.question.records;

import org.tieline.graph.bolt.TextSearch;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.GivenParameters;
import org.tieline.question.ListPart;
import org.tieline.question.Paging;
import org.tieline.question.Snapshots;

/** Finds organizations by something like their name. */
public final class SearchInquiry {
    /** The most hits that a search has. */
    public static final int MOST_HITS = 100;

    private static final int DEFAULT_LIMIT = 20;

    private final Snapshots snapshots;
    private final TextSearch search;

    public SearchInquiry(Snapshots snapshots, TextSearch search) {
        this.snapshots = snapshots;
        this.search = search;
    }

    /** What is looked for. */
    public record Question(String text, Paging page) {
        /** @throws BadQuestion if there is nothing to look for, or a parameter is unknown or its value is */
        public static Question read(GivenParameters parameters) {
            String text = parameters.text("q").orElse(null);
            int limit = parameters.integer("limit").orElse(DEFAULT_LIMIT);
            int offset = parameters.integer("offset").orElse(0);
            parameters.refuseOthers();
            if (text == null) {
                throw new BadQuestion("q", "q must be given: a name or a part of one, as in q=huawei");
            }
            if (limit < 1 || limit > MOST_HITS) {
                throw new BadQuestion("limit", "limit must be 1..%d, was %d".formatted(MOST_HITS, limit));
            }
            return new Question(text, new Paging(limit, offset));
        }
    }

    /** An organization that was found by its name, an alias or its id, whichever {@code matched}. */
    public record Hit(String id, String name, String matched, double score) {}

    /** Best first; of all hits the {@link #MOST_HITS} best. */
    public ListPart<Hit> find(Question question) {
        snapshots.requireDatabase();
        return ListPart.of(
                search.search(question.text(), MOST_HITS).stream()
                        .map(hit -> new Hit(hit.id(), hit.name(), hit.matched(), hit.score()))
                        .toList(),
                question.page());
    }
}

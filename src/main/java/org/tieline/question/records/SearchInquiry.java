package org.tieline.question.records;

import org.tieline.graph.bolt.TextSearch;
import org.tieline.question.ListPart;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

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
        private static final Parameter<String> TEXT = Parameter.of(
                        "q", Types.TEXT, "A name, an alias or an id, or a part of one, in any script.")
                .required("a name or a part of one, as in q=huawei");

        private static final Parameter<Integer> LIMIT = Parameter.of(
                        "limit", Types.whole(1, MOST_HITS), "The most hits.")
                .orElse(DEFAULT_LIMIT);

        /** What it may be told. */
        public static final Parameters PARAMETERS = Parameters.of(TEXT, LIMIT, PageParameters.OFFSET);

        /** Of the values of {@link #PARAMETERS}. */
        public static Question of(Values values) {
            return new Question(values.get(TEXT), new Paging(values.get(LIMIT), values.get(PageParameters.OFFSET)));
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

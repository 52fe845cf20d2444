package org.tieline.question.records;

import java.util.List;
import org.tieline.naming.fulltext.SearchHit;
import org.tieline.question.Answer;
import org.tieline.question.Columns;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.Links;
import org.tieline.question.ListPart;
import org.tieline.question.Listing;
import org.tieline.question.Question;
import org.tieline.question.SelfLink;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

/** Which organizations are called something like a text. */
public record SearchQuestion(String text, Paging page) {
    /** The most hits that a search has. */
    private static final int MOST_HITS = 100;

    private static final int DEFAULT_LIMIT = 20;

    private static final Parameter<String> TEXT = Parameter.of(
                    "q",
                    Types.TEXT,
                    "A name, an alias or an id, or a part of one, in any script; or an identifier, with its scheme or without.")
            .required("a name or a part of one, as in q=huawei");

    private static final Parameter<Integer> LIMIT =
            Parameter.of("limit", Types.whole(1, MOST_HITS), "The most hits.").orElse(DEFAULT_LIMIT);

    public static final Question DECLARED = Question.of(
                    "search",
                    "Which organizations are called something like a text.",
                    Parameters.of(TEXT, LIMIT, PageParameters.OFFSET),
                    values -> snapshot -> of(values).answer(snapshot, values),
                    "/v1/search")
            .answering(Json.type(Hits.class), Json.type(Hit.class), Hit.COLUMNS)
            .offering();

    /**
     * What was found.
     *
     * @param total how many organizations, 100 at most
     * @param truncated whether there are more of them than that, which nobody counts; these are the best
     */
    record Hits(
            Echo<Listing.FoundOut> searched, long total, boolean truncated, int limit, int offset, List<Hit> results) {
        Hits(Listing<Hit> listed, boolean truncated) {
            this(listed.searched(), listed.total(), truncated, listed.limit(), listed.offset(), listed.results());
        }
    }

    /**
     * An organization that was found.
     *
     * @param matched the name, alias, id or identifier that comes nearest to what was looked for
     * @param score 0 to 4, higher is better; from 3 up it is what was looked for, however it is written, from 2 up
     *     {@code matched} begins with it, from 1 up they have words in common
     */
    record Hit(String id, String name, String matched, double score, SelfLink links) {
        static final Columns<Hit> COLUMNS = Columns.<Hit>none()
                .and("id", Hit::id)
                .and("name", Hit::name)
                .and("matched", Hit::matched)
                .and("score", Hit::score);

        static Hit of(SearchHit hit) {
            return new Hit(
                    hit.id(), hit.name(), hit.matched(), hit.score(), new SelfLink(Links.organization(hit.id())));
        }
    }

    private static SearchQuestion of(Values values) {
        return new SearchQuestion(values.get(TEXT), new Paging(values.get(LIMIT), values.get(PageParameters.OFFSET)));
    }

    /** Best first; of all hits the {@link #MOST_HITS} best. */
    private Answer<Hit> answer(Snapshot snapshot, Values values) {
        List<SearchHit> found = FoundByName.orIdentifier(snapshot, text, MOST_HITS + 1);
        boolean truncated = found.size() > MOST_HITS;
        ListPart<SearchHit> part = ListPart.of(truncated ? found.subList(0, MOST_HITS) : found, page);
        Listing<Hit> listed = Listing.of(values, snapshot, part, Hit::of);
        Answer<Hit> answer =
                Answer.of(new Hits(listed, truncated), listed.results(), Hit.COLUMNS, listed.total(), page);
        return truncated ? answer.ofTheBest() : answer;
    }
}

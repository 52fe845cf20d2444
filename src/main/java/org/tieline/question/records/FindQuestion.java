package org.tieline.question.records;

import java.util.List;
import org.tieline.question.Answer;
import org.tieline.question.Columns;
import org.tieline.question.Json;
import org.tieline.question.Question;
import org.tieline.question.SelfLink;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

/**
 * What of any kind a text may mean.
 *
 * @param limit the most of each kind
 */
public record FindQuestion(String text, int limit) {
    private static final int MOST = 50;
    private static final int DEFAULT = 5;

    private static final Parameter<String> TEXT = Parameter.of(
                    "q",
                    Types.TEXT,
                    "A name in any script, an identifier, an id, a country, or words of a ban, a tie or a source.")
            .required("a name, an id or some words, as in q=huawei germany");

    private static final Parameter<Integer> LIMIT = Parameter.of(
                    "limit", Types.whole(1, MOST), "The most of each kind.")
            .orElse(DEFAULT);

    public static final Question DECLARED = Question.of(
                    "find",
                    "Which organizations, countries, bans, ties and sources a text may mean.",
                    Parameters.of(TEXT, LIMIT),
                    values -> of(values)::answer,
                    "/v1/find")
            .answering(Json.type(Found.class), Json.type(Match.class), Match.COLUMNS);

    /**
     * What was looked for.
     *
     * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
     */
    record Searched(String q, int problems) {}

    /**
     * What was found.
     *
     * @param total how many there are of all kinds, of organizations at most 100
     * @param limit the most of each kind that {@code results} has
     */
    record Found(Searched searched, int total, int limit, List<Match> results) {}

    /**
     * Something that may be meant.
     *
     * @param kind {@code country}, {@code ban}, {@code tie} or {@code source}; of an organization its own kind
     * @param id its id; of a country its code
     * @param name what people call it
     * @param why the name, identifier, id or text that fits
     * @param score 0 to 4, higher is better; from 3 up it is what was looked for, however it is written
     */
    record Match(String kind, String id, String name, String why, double score, SelfLink links) {
        static final Columns<Match> COLUMNS = Columns.<Match>none()
                .and("kind", Match::kind)
                .and("id", Match::id)
                .and("name", Match::name)
                .and("why", Match::why)
                .and("score", Match::score);
    }

    private static FindQuestion of(Values values) {
        return new FindQuestion(values.get(TEXT), values.get(LIMIT));
    }

    /** Best first; equally good ones by kind, as {@link FoundOfAnyKind} has them, then by name. */
    private Answer<Match> answer(Snapshot snapshot) {
        FoundOfAnyKind found = new FoundOfAnyKind(snapshot, text);
        List<Match> matches = found.best(limit);
        return Answer.of(
                new Found(new Searched(text, snapshot.problems().size()), found.total(), limit, matches),
                matches,
                Match.COLUMNS,
                (long) found.total(),
                null);
    }
}

package org.tieline.question.records;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Answer;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.KnownAt;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Types;

/**
 * What is on record of one ban.
 *
 * @param knownAt what was known by then counts; null for everything on record
 */
public record BanQuestion(
        String id, LocalDate asOf, @Nullable LocalDate knownAt) {
    private static final Parameter<String> ID = Parameter.of("id", Types.TEXT, "The ban that is asked about.")
            .required("the id of a ban, like us-ndaa-889a-2019");

    public static final Question DECLARED = Question.of(
                    "bans",
                    BansQuestion.DECLARED.sentence(),
                    Parameters.of(ID, SearchParameters.AS_OF, SearchParameters.KNOWN_AT),
                    values -> new BanQuestion(
                            values.get(ID),
                            values.get(SearchParameters.AS_OF),
                            KnownAt.day(values.get(SearchParameters.KNOWN_AT)))::answer,
                    "/v1/bans/{id}")
            .chosenBy(ID)
            .answering(WithSources.type(BanView.class), WithSources.type(BanView.class), BanView.COLUMNS)
            .shownAt("/bans/{id}")
            .offering();

    /** @throws NotFound if there is none with this id, or nobody had written of it by {@code knownAt} */
    private Answer<Object> answer(Snapshot snapshot) {
        BanView ban = BanSeen.of(snapshot.ban(id), snapshot.clock(asOf, knownAt))
                .map(seen -> BanView.of(seen, snapshot))
                .orElseThrow(() -> new NotFound("nothing was known of the ban %s on %s".formatted(id, knownAt)));
        return OneRecord.of(WithSources.of(ban, ban.sources(), snapshot), ban, BanView.COLUMNS);
    }
}

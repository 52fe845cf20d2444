package org.tieline.question.records;

import java.time.LocalDate;
import org.tieline.model.Source;
import org.tieline.question.Answer;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Types;

/**
 * What is on record of one source, and what rests on it.
 *
 * @param asOf the day on which its bans are seen
 */
public record SourceQuestion(String id, LocalDate asOf) {
    private static final Parameter<String> ID = Parameter.of("id", Types.TEXT, "The source that is asked about.")
            .required("the id of a source, like reuters-2018-12-07-japan-ban");

    public static final Question DECLARED = Question.of(
                    "sources",
                    "What is on record of a source, and which ties and bans rest on it.",
                    Parameters.of(ID, SearchParameters.AS_OF),
                    values -> new SourceQuestion(values.get(ID), values.get(SearchParameters.AS_OF))::answer,
                    "/v1/sources/{id}")
            .answering(SourceDetail.class, SourceDetail.class, SourceView.COLUMNS);

    private Answer<Object> answer(Snapshot snapshot) {
        Source source = snapshot.source(id);
        return OneRecord.of(SourceDetail.of(source, snapshot, asOf), SourceView.of(source), SourceView.COLUMNS);
    }
}

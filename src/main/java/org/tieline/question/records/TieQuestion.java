package org.tieline.question.records;

import org.tieline.question.Answer;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;

/** What is on record of one tie. */
public record TieQuestion(String id) {
    private static final Parameter<String> ID = Parameter.of("id", Types.TEXT, "The tie that is asked about.")
            .required("the id of a tie, like huawei-partners-with-softbank-group");

    public static final Question DECLARED = Question.of(
                    "ties",
                    "What is on record of a tie.",
                    Parameters.of(ID),
                    values -> new TieQuestion(values.get(ID))::answer,
                    "/v1/ties/{id}")
            .answering(WithSources.type(TieView.class), WithSources.type(TieView.class), TieView.COLUMNS)
            .offering();

    private Answer<Object> answer(Snapshot snapshot) {
        TieView tie = TieView.of(TieBetween.of(snapshot.tie(id), snapshot));
        return OneRecord.of(WithSources.of(tie, tie.sources(), snapshot), tie, TieView.COLUMNS);
    }
}

package org.tieline.question.scenarios;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Answer;
import org.tieline.question.Columns;
import org.tieline.question.Json;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.TextTable;
import org.tieline.question.changes.ChangeText;
import org.tieline.question.changes.ChangeView;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;

/** What would differ if something were so. It is posted: what is supposed, and what is asked then. */
public final class ScenarioQuestion {
    public static final Question DECLARED = Question.posted(
                    "scenario",
                    "What would differ if ties, stakes, bans or lives of organizations were other than they are.",
                    Parameters.of(),
                    (values, body, reading) -> {
                        ScenarioText text = Json.read(body, ScenarioBody.class).text();
                        LocalDate today = reading.today();
                        return snapshot -> answer(snapshot, text, today);
                    },
                    "/v1/scenarios")
            .answering(ScenarioList.class, ChangeView.class, columns(null))
            .remarking("Reads the JSON that POST /v1/scenarios takes. Nothing is written.");

    private ScenarioQuestion() {}

    private static Answer<ChangeView> answer(Snapshot snapshot, ScenarioText text, LocalDate today) {
        ScenarioAnswer answer = ScenarioInquiry.ask(snapshot, text, today);
        ScenarioList list = ScenarioList.of(snapshot.of(answer.question().values()), answer, text);
        return Answer.of(
                        list,
                        list.results(),
                        columns(answer.question().search().asOf()),
                        (long) list.total(),
                        answer.difference().page())
                .told(() -> text(answer));
    }

    private static Columns<ChangeView> columns(@Nullable LocalDate asOf) {
        return ChangeView.COLUMNS.and(SearchParameters.AS_OF.name(), view -> asOf);
    }

    /** As people read it. */
    private static String text(ScenarioAnswer answer) {
        List<String> changes = IntStream.range(0, answer.changes().size())
                .mapToObj(i -> "changes[%d]: %s".formatted(i, answer.changes().get(i)))
                .toList();
        return TextTable.lines(changes)
                + ChangeText.table(answer.difference())
                + TextTable.lines(List.of(
                        "compared: %s as on record and as supposed; nothing was written"
                                .formatted(answer.question().search().asOf()),
                        Json.NOTICE));
    }
}

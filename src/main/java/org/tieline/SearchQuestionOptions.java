package org.tieline;

import java.util.List;
import org.tieline.exposure.path.Certainty;
import org.tieline.model.Evidence;
import org.tieline.model.TieType;

/** What every question takes that walks ties: the day, and which ties are walked. */
final class SearchQuestionOptions {
    static final List<QuestionOption> ALL = List.of(
            new QuestionOption("asOf", "DAY", "The day that is asked about, like 2018-12-08; today if absent."),
            new QuestionOption("knownAt", "DAY", "Only sources published by this day count."),
            QuestionOption.words(
                    "certainty",
                    "Walk ties that possibly hold, or only those that certainly do",
                    Certainty.class,
                    List.of()),
            new QuestionOption("evidencedSince", "DAY", "Drop ties whose newest source is older."),
            QuestionOption.words("ties", "The only types of ties to walk", TieType.class, List.of()),
            QuestionOption.words(
                    "minEvidence", "The weakest evidence of a tie to walk", Evidence.class, List.of(Evidence.DENIED)),
            new QuestionOption("minStake", "PERCENT", "Smaller known stakes are not walked; 20 if absent."),
            new QuestionOption("maxHops", "N", "The most ties of a path, 1 to 10; 4 if absent."));

    private SearchQuestionOptions() {}
}

package org.tieline;



import java.util.List;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;


/** What every question takes that asks who is restricted: which bans restrict. */
final class BanQuestionOptions {
    static final List<QuestionOption> ALL = List.of(
            QuestionOption.words("nature", "The nature of bans that restrict a vendor", BanNature.class, List.of()),
            QuestionOption.words(
                    "minBan",
                    "The weakest state of a ban that restricts a vendor",
                    BanState.class,
                    List.of(BanState.ENDED)),
            new QuestionOption("government", "ID", "Only bans of these governments restrict."),
            new QuestionOption("country", "CODE", "Only bans of these countries restrict."),
            new QuestionOption("scope", "SCOPE", "Only bans of these scopes restrict, like 5g or 5g:core."));

    private BanQuestionOptions() {}
}

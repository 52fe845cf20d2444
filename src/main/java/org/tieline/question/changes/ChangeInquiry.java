package org.tieline.question.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tieline.exposure.SearchOptions;
import org.tieline.question.Snapshot;

/** Answers what changed between two days, and why. */
public final class ChangeInquiry {
    private ChangeInquiry() {}

    /**
     * Asks one snapshot. Where knowledge moves too, it moves first: the day {@code from} is seen again with the knowledge of
     * the end, so that what is left then is a change of the world.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static ChangeAnswer ask(Snapshot snapshot, ChangeQuestion question) {
        List<ComparedAnswer> sides = new ArrayList<>();
        try {
            List<AnswerDifference> steps = new ArrayList<>();
            sides.add(ComparedAnswer.of(snapshot, question.before()));
            if (!Objects.equals(question.knownFrom(), question.knownTo())) {
                sides.add(ComparedAnswer.of(snapshot, question.between()));
                steps.add(new KnowledgeDifference(sides.getFirst(), sides.getLast()));
            }
            SearchOptions reached = sides.getLast().question().search();
            if (steps.isEmpty() || !reached.equals(question.after().search())) {
                sides.add(ComparedAnswer.of(snapshot, question.after()));
                steps.add(new WorldDifference(sides.get(sides.size() - 2), sides.getLast()));
            }
            return new Comparison(
                            steps,
                            question.kinds(),
                            question.aspects(),
                            question.exposures().page())
                    .answer();
        } finally {
            sides.forEach(ComparedAnswer::close);
        }
    }
}

package org.tieline.web;



import org.tieline.question.changes.ChangeAnswer;
import org.tieline.question.changes.ChangeKind;


/** How many pairs differ, by kind, whatever part of them is listed. */
record ChangeCounts(int appeared, int disappeared, int changed) {
    static ChangeCounts of(ChangeAnswer answer) {
        return new ChangeCounts(
                answer.counts().get(ChangeKind.APPEARED),
                answer.counts().get(ChangeKind.DISAPPEARED),
                answer.counts().get(ChangeKind.CHANGED));
    }

    /** How many exposures the two answers have. */
    record Totals(int before, int after) {
        static Totals of(ChangeAnswer answer) {
            return new Totals(answer.totalBefore(), answer.totalAfter());
        }
    }
}

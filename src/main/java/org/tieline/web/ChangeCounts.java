package org.tieline.web;

import org.tieline.inquiry.ChangeAnswer;
import org.tieline.inquiry.ChangeKind;

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

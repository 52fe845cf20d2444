package org.tieline.question.changes;

/** How many pairs differ, by kind, whatever part of them is listed. */
public record ChangeCounts(int appeared, int disappeared, int changed) {
    public static ChangeCounts of(ChangeAnswer answer) {
        return new ChangeCounts(
                answer.counts().getOrDefault(ChangeKind.APPEARED, 0),
                answer.counts().getOrDefault(ChangeKind.DISAPPEARED, 0),
                answer.counts().getOrDefault(ChangeKind.CHANGED, 0));
    }

    /** How many exposures the two answers have. */
    public record Totals(int before, int after) {
        public static Totals of(ChangeAnswer answer) {
            return new Totals(answer.totalBefore(), answer.totalAfter());
        }
    }
}

package org.tieline.exchange;

import java.util.regex.Pattern;
import org.tieline.model.InvalidValue;

/** Turns what a check says of one row into a reason that many rows can share. */
final class Remedies {
    private static final Pattern PARTICULAR = Pattern.compile(" \\([^)]*\\)|, was .*|; did you mean .*");

    private Remedies() {}

    /** Why a value was refused, without the value. */
    static String reason(InvalidValue refusal) {
        return reason(refusal.field().isEmpty() ? refusal.remedy() : refusal.field() + " " + refusal.remedy());
    }

    static String reason(String remedy) {
        if (remedy.startsWith("must not hold beside")) {
            return "another stake of the same owner in it certainly holds on the same day";
        }
        if (remedy.startsWith("must not lift")) {
            return "the stakes in it would certainly add up to more than 100 percent";
        }
        if (remedy.startsWith("must be the id of a row")) {
            return "it refers to something that was left";
        }
        if (remedy.startsWith("must be the same row as")) {
            return "the data beside have another row with this id";
        }
        return PARTICULAR.matcher(remedy).replaceAll("");
    }

    /** Without the line of a file that nobody has seen. */
    static String withoutLine(String remedy) {
        return remedy.replaceAll(" \\(line \\d+\\)", "");
    }
}

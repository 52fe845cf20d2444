package org.tieline.exchange.imports;

import java.util.regex.Pattern;
import org.tieline.model.DataError;
import org.tieline.model.InvalidValue;

/** Turns what a check says of one row into a reason that many rows can share. */
public final class RefusalReason {
    private static final Pattern PARTICULAR = Pattern.compile(" \\([^)]*\\)|, was .*|; did you mean .*");

    private RefusalReason() {}

    /** Why a value was refused, without the value. */
    public static String of(InvalidValue refusal) {
        return reason(refusal.field().isEmpty() ? refusal.remedy() : refusal.field() + " " + refusal.remedy());
    }

    /** Why a row was refused. */
    static String of(DataError error) {
        return switch (error.rule()) {
            case ONE_STAKE -> "another stake of the same owner in it certainly holds on the same day";
            case WITHIN_100 -> "the stakes in it would certainly add up to more than 100 percent";
            case KNOWN_ID -> "it refers to something that was left";
            case SAME_ROW -> "the data beside have another row with this id";
            case FORM -> reason(error.remedy());
        };
    }

    private static String reason(String remedy) {
        return PARTICULAR.matcher(remedy).replaceAll("");
    }

    /** Without the line of a file that nobody has seen. */
    static String withoutLine(String remedy) {
        return remedy.replaceAll(" \\(line \\d+\\)", "");
    }
}

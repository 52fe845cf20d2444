package org.tieline.question.included;

import java.util.EnumSet;
import java.util.Set;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.Jurisdiction;

/** The parameters of every question whose results refer to records: what stands beside them. They change no result. */
public final class IncludeParameters {
    public static final Parameter<Set<Jurisdiction>> JURISDICTION = Parameter.of(
                    "jurisdiction",
                    Types.wordsOrAny(Jurisdiction.class),
                    "Whose bans are listed with each exposure, seen from the carrier; any for all of them.")
            .orElse(EnumSet.of(Jurisdiction.HOME, Jurisdiction.BLOC, Jurisdiction.OWNER));

    public static final Parameter<Set<IncludedKind>> INCLUDE = Parameter.of(
            "include",
            Types.words(IncludedKind.class),
            "Records that JSON tells once behind the results that refer to them; bans always are.");

    public static final Parameters ALL = Parameters.of(JURISDICTION, INCLUDE);

    private IncludeParameters() {}

    /** What is told besides, of a question that has them all. */
    public static Inclusion inclusion(Values values) {
        return new Inclusion(values.get(JURISDICTION), values.get(INCLUDE));
    }
}

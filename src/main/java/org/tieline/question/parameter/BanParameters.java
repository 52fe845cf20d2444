package org.tieline.question.parameter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.restriction.BanFilter;

/** The parameters of every question that asks who is restricted: which bans restrict. */
public final class BanParameters {
    public static final Parameter<BanState> MIN_BAN = Parameter.of(
                    "minBan",
                    Types.wordBut(BanState.class, BanState.ENDED),
                    "The weakest state in which a ban restricts and is listed.")
            .orElse(BanState.ANNOUNCED);

    public static final Parameter<Set<BanNature>> NATURE = Parameter.of(
                    "nature", Types.words(BanNature.class), "How far a ban must bind to restrict.")
            .orElse(EnumSet.of(BanNature.ORDER));

    public static final Parameter<Set<String>> GOVERNMENT =
            Parameter.of("government", Types.IDS, "Only bans of these governments count; any if absent.");

    public static final Parameter<Set<String>> COUNTRY = Parameter.of(
            "country",
            Types.COUNTRIES,
            "Only bans of these countries count, EU for the measures of the Union itself; any if absent.");

    public static final Parameter<Set<String>> SCOPE = Parameter.of(
            "scope", Types.SCOPES, "Items of scope of which a ban must have one, like 5g or 5g:core; any if absent.");

    public static final Parameters ALL = Parameters.of(MIN_BAN, NATURE, GOVERNMENT, COUNTRY, SCOPE);

    private BanParameters() {}

    /** Which bans restrict, of a question that has them all. */
    public static BanFilter filter(Values values) {
        return new BanFilter(
                values.get(NATURE),
                values.get(MIN_BAN),
                values.get(GOVERNMENT),
                values.get(COUNTRY),
                values.get(SCOPE));
    }

    /** The parameters that the filter was made of, but for {@code minBan}, which is of use with named vendors too. */
    public static List<String> chosen(BanFilter filter) {
        List<String> parameters = new ArrayList<>();
        if (!filter.governments().isEmpty()) {
            parameters.add(GOVERNMENT.name());
        }
        if (!filter.countries().isEmpty()) {
            parameters.add(COUNTRY.name());
        }
        if (!filter.scopes().isEmpty()) {
            parameters.add(SCOPE.name());
        }
        if (!filter.natures().equals(BanFilter.DEFAULT.natures())) {
            parameters.add(NATURE.name());
        }
        return parameters;
    }

    /** The values of a question that has them all, as a filter has them. */
    public static Values set(Values values, BanFilter filter) {
        return values.change()
                .set(MIN_BAN, filter.minBan())
                .set(NATURE, filter.natures())
                .set(GOVERNMENT, filter.governments())
                .set(COUNTRY, filter.countries())
                .set(SCOPE, filter.scopes())
                .build();
    }
}

package org.tieline.question.summary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.question.exposures.ExposureAnswer;

/**
 * A day in numbers.
 *
 * @param searched what was searched
 * @param all all carriers together, each once; its key and name are null
 * @param rows by key, relations in their order; carriers without a country, or in no bloc, are in the last one, whose key is null
 */
public record SummaryAnswer(ExposureAnswer.Searched searched, Row all, List<Row> rows) {

    /**
     * One row.
     *
     * @param key the code of a country or bloc, the id of a vendor, or a relation; null of all together, and of carriers that are in none
     * @param name what it is called; null where the key is
     * @param onRecord the carriers of the country or bloc that exist on the day; of a vendor or relation all carriers
     * @param exposed those that are exposed
     * @param findings those that are in conflict with a ban
     */
    public record Row(
            @Nullable String key, @Nullable String name, Weight onRecord, Exposed exposed, Findings findings) {}

    /**
     * Carriers that are exposed to a vendor.
     *
     * @param possibly by ties that possibly hold, those of {@code certainly} among them
     * @param certainly by ties that certainly hold
     */
    public record Exposed(Tied possibly, Tied certainly) {}

    /**
     * Carriers that are exposed, and what part they are of those on record.
     *
     * @param weight how many they are
     * @param ofCarriers what part they are of the carriers on record, in percent, with one decimal; null if there are none
     * @param ofSubscribers what part they have of the subscribers on record: of the counts that are added up there, those of exposed
     *     carriers, in percent, with one decimal; null if there is no count
     */
    public record Tied(
            @JsonUnwrapped Weight weight,
            @Nullable BigDecimal ofCarriers,
            @Nullable BigDecimal ofSubscribers) {}

    /** Conflicts by how well they stand; a carrier may have some of both. */
    public record Findings(Finding established, Finding presumed) {}

    /**
     * Conflicts that stand alike.
     *
     * @param conflicts how many: one for each carrier, vendor and ban
     * @param weight the carriers that have one at least
     */
    public record Finding(int conflicts, @JsonUnwrapped Weight weight) {}
}

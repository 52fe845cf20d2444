package org.tieline.exposure;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.column.CodeColumn;
import org.tieline.exposure.column.Gather;
import org.tieline.exposure.column.Packed;
import org.tieline.exposure.column.Splice;
import org.tieline.exposure.column.ValueTables;
import org.tieline.model.Tie;

/**
 * What is on record of some ties alone, in the order of the ties; {@link TieTable#detail} tells the place of each. Place -1
 * is that of all ties of which nothing of it is.
 */
final class TieDetails {
    private final ValueTables values;

    /** Codes of dates. */
    private final CodeColumn removing;

    private final CodeColumn verified;
    private final CodeColumn shareOn;

    /** In hundredths of a percent, or {@link TieTable#UNKNOWN_STAKE}. */
    private char[] share;

    private final CodeColumn countries;

    /** Of ties that came later, with their places after all of these; null if there are none. */
    private final @Nullable TieDetails later;

    /** To be filled. */
    TieDetails(ValueTables values) {
        this(values, new CodeColumn(), new CodeColumn(), new CodeColumn(), new char[16], new CodeColumn());
    }

    TieDetails(
            ValueTables values,
            CodeColumn removing,
            CodeColumn verified,
            CodeColumn shareOn,
            char[] share,
            CodeColumn countries) {
        this(values, removing, verified, shareOn, share, countries, null);
    }

    private TieDetails(
            ValueTables values,
            CodeColumn removing,
            CodeColumn verified,
            CodeColumn shareOn,
            char[] share,
            CodeColumn countries,
            @Nullable TieDetails later) {
        this.later = later;
        this.values = values;
        this.removing = removing;
        this.verified = verified;
        this.shareOn = shareOn;
        this.share = share;
        this.countries = countries;
    }

    /** Adds what is on record of a tie; false if nothing is. */
    boolean add(Tie tie) {
        boolean nothing = tie.removing() == null
                && tie.verified() == null
                && tie.share() == null
                && tie.countries().isEmpty();
        if (nothing) {
            return false;
        }
        int place = size();
        share = place == share.length ? Arrays.copyOf(share, 2 * place) : share;
        share[place] = hundredths(tie.share());
        removing.add(values.dates().code(tie.removing()));
        verified.add(values.dates().code(tie.verified()));
        shareOn.add(values.dates().code(tie.shareOn()));
        countries.add(values.code(tie.countries()));
        return true;
    }

    /** The same with those of ties that came later, which have the values of these and more. */
    TieDetails with(TieDetails others) {
        return new TieDetails(others.values, removing, verified, shareOn, share, countries, others);
    }

    private TieDetails later() {
        return Objects.requireNonNull(later);
    }

    /** In another order. */
    TieDetails gathered(int[] order) {
        return new TieDetails(
                values,
                removing.gathered(order),
                verified.gathered(order),
                shareOn.gathered(order),
                Gather.gathered(share, order),
                countries.gathered(order));
    }

    /** Those of two, of which the second has the values of the first and more. */
    TieDetails joined(TieDetails second, Splice splice) {
        return new TieDetails(
                second.values,
                removing.joined(second.removing, splice),
                verified.joined(second.verified, splice),
                shareOn.joined(second.shareOn, splice),
                splice.elements(share, second.share, new char[splice.size()]),
                countries.joined(second.countries, splice));
    }

    int size() {
        return removing.size();
    }

    long bytes() {
        return removing.bytes()
                + verified.bytes()
                + shareOn.bytes()
                + (long) Character.BYTES * share.length
                + countries.bytes();
    }

    /** The code of the date, 0 if none is on record. */
    int removing(int place) {
        return place < 0 ? 0 : place < size() ? removing.get(place) : later().removing(place - size());
    }

    /** The code of the date, 0 if none is on record. */
    int verified(int place) {
        return place < 0 ? 0 : place < size() ? verified.get(place) : later().verified(place - size());
    }

    /** The code of the date, 0 if there is no share. */
    int shareOn(int place) {
        return place < 0 ? 0 : place < size() ? shareOn.get(place) : later().shareOn(place - size());
    }

    /** Null if unknown. */
    @Nullable
    BigDecimal share(int place) {
        return place < 0 ? null : place < size() ? percent(share[place]) : later().share(place - size());
    }

    /** May be empty. */
    List<String> countries(int place) {
        if (place >= size()) {
            return later().countries(place - size());
        }
        return place < 0 ? List.of() : values.countries(countries.get(place));
    }

    /** In hundredths of a percent; {@link TieTable#UNKNOWN_STAKE} for none. */
    static char hundredths(@Nullable BigDecimal percent) {
        return percent == null ? TieTable.UNKNOWN_STAKE : (char) Math.round(100 * percent.doubleValue());
    }

    /** Null for {@link TieTable#UNKNOWN_STAKE}. */
    static @Nullable BigDecimal percent(char hundredths) {
        return hundredths == TieTable.UNKNOWN_STAKE
                ? null
                : new BigDecimal(
                        BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString());
    }

    void write(DataOutputStream out) throws IOException {
        removing.write(out);
        verified.write(out);
        shareOn.write(out);
        Packed.write(out, share, size());
        countries.write(out);
    }

    static TieDetails read(DataInputStream in, ValueTables values) throws IOException {
        return new TieDetails(
                values,
                CodeColumn.read(in),
                CodeColumn.read(in),
                CodeColumn.read(in),
                Packed.chars(in),
                CodeColumn.read(in));
    }
}

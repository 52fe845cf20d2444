package org.tieline.exposure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;

/** What is on record of some ties alone, in columns that grow; place 0 is that of all ties of which nothing of it is. */
final class TieDetails {
    /** See {@link #encode}. */
    private int[] removing = new int[1];

    private int[] verified = new int[1];

    /** In hundredths of a percent, or {@link TieTable#UNKNOWN_STAKE}. */
    private char[] share = {TieTable.UNKNOWN_STAKE};

    private int[] shareOn = new int[1];
    private final List<List<String>> countries = new ArrayList<>(List.of(List.of()));

    /** The place of what is on record of a tie. */
    int add(Tie tie) {
        boolean nothing = tie.removing() == null
                && tie.verified() == null
                && tie.share() == null
                && tie.countries().isEmpty();
        if (nothing) {
            return 0;
        }
        int place = countries.size();
        reserve(place + 1);
        removing[place] = encode(tie.removing());
        verified[place] = encode(tie.verified());
        share[place] = hundredths(tie.share());
        shareOn[place] = encode(tie.shareOn());
        countries.add(tie.countries());
        return place;
    }

    /** Those of both: place p of the second becomes p plus the size of the first minus one, but for place 0. */
    static TieDetails joined(TieDetails first, TieDetails second) {
        if (second.size() == 1) {
            return first;
        }
        TieDetails both = new TieDetails();
        both.append(first);
        both.append(second);
        return both;
    }

    private void append(TieDetails other) {
        int place = size();
        int length = other.size() - 1;
        reserve(place + length);
        System.arraycopy(other.removing, 1, removing, place, length);
        System.arraycopy(other.verified, 1, verified, place, length);
        System.arraycopy(other.share, 1, share, place, length);
        System.arraycopy(other.shareOn, 1, shareOn, place, length);
        countries.addAll(other.countries.subList(1, other.size()));
    }

    private void reserve(int length) {
        if (length > removing.length) {
            int longer = Math.max(length, 2 * removing.length);
            removing = Arrays.copyOf(removing, longer);
            verified = Arrays.copyOf(verified, longer);
            share = Arrays.copyOf(share, longer);
            shareOn = Arrays.copyOf(shareOn, longer);
        }
    }

    /** How many places there are. */
    int size() {
        return countries.size();
    }

    boolean hasRemoving(int place) {
        return removing[place] != 0;
    }

    boolean hasVerified(int place) {
        return verified[place] != 0;
    }

    /** Null if not on record. */
    @Nullable
    PartialDate removing(int place) {
        return decode(removing[place]);
    }

    /** Null if not on record. */
    @Nullable
    PartialDate verified(int place) {
        return decode(verified[place]);
    }

    /** Null if unknown. */
    @Nullable
    BigDecimal share(int place) {
        return percent(share[place]);
    }

    /** Null if there is no share. */
    @Nullable
    PartialDate shareOn(int place) {
        return decode(shareOn[place]);
    }

    /** May be empty. */
    List<String> countries(int place) {
        return countries.get(place);
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

    /** The decimal digits of the date, months and days that are not known being 00; 0 for no date. */
    static int encode(@Nullable PartialDate date) {
        if (date == null) {
            return 0;
        }
        String text = date.toString();
        int year = Integer.parseInt(text, 0, 4, 10);
        int month = text.length() > 4 ? Integer.parseInt(text, 5, 7, 10) : 0;
        int day = text.length() > 7 ? Integer.parseInt(text, 8, 10, 10) : 0;
        return (year * 100 + month) * 100 + day;
    }

    /** Null for 0. */
    static @Nullable PartialDate decode(int digits) {
        if (digits == 0) {
            return null;
        }
        String all = Integer.toString(100_000_000 + digits).substring(1);
        String year = all.substring(0, 4);
        String month = all.substring(4, 6);
        String day = all.substring(6);
        if (month.equals("00")) {
            return PartialDate.parse(year);
        }
        return PartialDate.parse(day.equals("00") ? year + "-" + month : year + "-" + month + "-" + day);
    }
}

package org.tieline.exchange.ftm;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads percentages as people write them, and none that could mean something else.
 *
 * <p>Taken are numbers from 0 to 100 with a point or a comma and at most two decimals, with or without a percent sign:
 * {@code 50.1}, {@code 50,1 %}. Not taken are ranges and bounds, three decimals (rounding could cross a threshold of a rule;
 * after a comma they may be thousands), numbers below one without a sign (some files write fractions of one), and several
 * values.
 */
final class FtmPercentage {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,2})0*)?( ?%)?");

    private FtmPercentage() {}

    /** The percentage; empty if it is not certain what the values mean. */
    static Optional<BigDecimal> read(List<String> values) {
        BigDecimal share = null;
        for (String value : values) {
            Matcher number = NUMBER.matcher(value);
            if (!number.matches() || value.matches("\\d+,\\d{3} ?%?")) {
                return Optional.empty();
            }
            BigDecimal read = new BigDecimal(number.group(1) + (number.group(2) == null ? "" : "." + number.group(2)));
            boolean fraction = read.signum() > 0 && read.compareTo(BigDecimal.ONE) < 0 && number.group(3) == null;
            if (fraction
                    || read.compareTo(BigDecimal.valueOf(100)) > 0
                    || share != null && share.compareTo(read) != 0) {
                return Optional.empty();
            }
            share = read;
        }
        return Optional.ofNullable(share);
    }
}

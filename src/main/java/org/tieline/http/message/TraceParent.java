package org.tieline.http.message;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request belongs in a trace, as the header {@code traceparent} of the W3C Recommendation Trace Context says it
 * (section 3.2).
 *
 * @param trace the whole trace, 32 hexadecimal digits
 * @param span one step of it, 16 hexadecimal digits
 * @param flags two hexadecimal digits
 */
record TraceParent(String trace, String span, String flags) {
    static final String HEADER = "traceparent";

    /** A version after 00 may append more; what is known is read all the same, as the recommendation asks. */
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-[!-~]*)?");

    private static final int MOST_CHARACTERS = 256;
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Empty if the text is none, which restarts the trace. */
    static Optional<TraceParent> read(@Nullable String text) {
        Matcher parts = FORM.matcher(text == null || text.length() > MOST_CHARACTERS ? "" : text);
        if (!parts.matches()
                || parts.group(1).equals("ff")
                || parts.group(1).equals("00") && parts.group(5) != null
                || parts.group(2).equals(NO_TRACE)
                || parts.group(3).equals(NO_SPAN)) {
            return Optional.empty();
        }
        return Optional.of(new TraceParent(parts.group(2), parts.group(3), parts.group(4)));
    }

    /** The beginning of a trace that nobody has asked to be recorded. */
    static TraceParent begun() {
        byte[] trace = new byte[16];
        RANDOM.nextBytes(trace);
        return new TraceParent(HexFormat.of().formatHex(trace), newSpan(), "00");
    }

    /** A step of the server's own in the same trace. */
    TraceParent step() {
        return new TraceParent(trace, newSpan(), flags);
    }

    private static String newSpan() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    /** As the header has it. */
    @Override
    public String toString() {
        return "00-%s-%s-%s".formatted(trace, span, flags);
    }
}

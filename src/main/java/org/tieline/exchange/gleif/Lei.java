package org.tieline.exchange.gleif;

import java.util.regex.Pattern;

/** Legal entity identifiers, ISO 17442-1. */
final class Lei {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");
    private static final int MODULUS = 97;

    private Lei() {}

    /** Whether a text has the form, and the check digits of ISO/IEC 7064 MOD 97-10 are right. */
    static boolean isValid(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % MODULUS;
        }
        return rest == 1;
    }
}

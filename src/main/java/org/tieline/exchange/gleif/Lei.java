package org.tieline.exchange.gleif;

/** Legal entity identifiers, ISO 17442-1: 18 capital letters and digits, and two check digits. */
final class Lei {
    private static final int LENGTH = 20;
    private static final int BASE = 36;
    private static final int MODULUS = 97;

    private Lei() {}

    /** Whether a text has the form, and the check digits of ISO/IEC 7064 MOD 97-10 are right. */
    static boolean isValid(String text) {
        if (!hasForm(text)) {
            return false;
        }
        int rest = 0;
        for (int i = 0; i < LENGTH; i++) {
            int value = Character.digit(text.charAt(i), BASE);
            rest = (rest * (value > 9 ? 100 : 10) + value) % MODULUS;
        }
        return rest == 1;
    }

    /** Whether a text has the form; by hand, as there are some ten million to look at. */
    private static boolean hasForm(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && (i >= LENGTH - 2 || c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }
}

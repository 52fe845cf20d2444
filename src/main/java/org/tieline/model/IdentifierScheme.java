package org.tieline.model;

import java.util.regex.Pattern;

/** A register that gives organizations identifiers, and the form that these have. */
public enum IdentifierScheme implements Term {
    /** An item of Wikidata, {@code Q160120}. */
    WIKIDATA("Q[1-9][0-9]*", "must be an item of Wikidata like Q160120"),

    /** A Legal Entity Identifier: 20 letters and digits, of which the last two are check digits (ISO 17442, ISO/IEC 7064). */
    LEI("[A-Z0-9]{18}[0-9]{2}", "must be a legal entity identifier of 20 capital letters and digits") {
        @Override
        boolean checks(String value) {
            int rest = 0;
            for (int i = 0; i < value.length(); i++) {
                int digit = Character.digit(value.charAt(i), 36);
                rest = (rest * (digit > 9 ? 100 : 10) + digit) % 97;
            }
            return rest == 1;
        }
    },

    /** An International Securities Identification Number: 12 letters and digits, the last one a check digit (ISO 6166). */
    ISIN("[A-Z]{2}[A-Z0-9]{9}[0-9]", "must be an ISIN of two capital letters, nine letters or digits and a digit") {
        @Override
        boolean checks(String value) {
            String digits = digits(value);
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int doubled = (digits.charAt(digits.length() - 1 - i) - '0') * (1 + i % 2);
                sum += doubled / 10 + doubled % 10;
            }
            return sum % 10 == 0;
        }
    },

    /** Mobile country code and mobile network code of a public land mobile network (ITU-T E.212), {@code 440-10}. */
    MCC_MNC("[2-9][0-9]{2}-[0-9]{2,3}", "must be a mobile country and network code like 440-10"),

    /** The number of an autonomous system (RFC 6793). */
    ASN("[1-9][0-9]{0,9}", "must be the number of an autonomous system like 3215") {
        @Override
        boolean checks(String value) {
            return Long.parseLong(value) <= 0xFFFF_FFFFL;
        }
    },

    /** A number in a company register, after the country of the register: {@code SE 556016-0680}. */
    REGISTER("[A-Z]{2} \\S[^|]*", "must be the country of a company register and a number like SE 556016-0680");

    private final Pattern form;
    private final String remedy;

    IdentifierScheme(String form, String remedy) {
        this.form = Pattern.compile(form);
        this.remedy = remedy;
    }

    /**
     * The value, if it has the form of this scheme and its check digits agree.
     *
     * @throws InvalidValue if not
     */
    public String require(String value) {
        if (value == null || !form.matcher(value).matches()) {
            throw new InvalidValue("value", value, remedy);
        }
        if (!checks(value)) {
            throw new InvalidValue("value", value, remedy + " whose check digits agree");
        }
        return value;
    }

    /** Whether a value has the form of this scheme and its check digits agree. */
    public boolean accepts(String value) {
        return form.matcher(value).matches() && checks(value);
    }

    boolean checks(String value) {
        return true;
    }

    /** Letters as the numbers 10 to 35, as both standards have them. */
    private static String digits(String value) {
        StringBuilder digits = new StringBuilder();
        value.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return digits.toString();
    }
}

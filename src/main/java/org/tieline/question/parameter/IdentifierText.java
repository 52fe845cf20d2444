package org.tieline.question.parameter;

import java.util.Arrays;
import java.util.List;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.InvalidValue;
import org.tieline.model.Term;

/**
 * What stands in place of the id of an organization: {@code lei:5493…}, {@code mcc-mnc:440-10}. An id has no colon.
 *
 * @param value in the form of the scheme
 */
public record IdentifierText(IdentifierScheme scheme, String value) {
    private static final List<String> SCHEMES =
            Arrays.stream(IdentifierScheme.values()).map(Term::text).toList();

    /** Whether a text is meant as one, well written or not. */
    public static boolean isMeant(String text) {
        return text.indexOf(':') >= 0;
    }

    /** Whether a text that may be a name begins with a scheme and a colon. */
    public static boolean hasScheme(String text) {
        return isMeant(text)
                && SCHEMES.contains(text.substring(0, text.indexOf(':')).strip());
    }

    /**
     * Reads one.
     *
     * @throws InvalidValue without a field, if it has no known scheme or its value has not the form of that
     */
    public static IdentifierText parse(String text) {
        String word = text.substring(0, Math.max(0, text.indexOf(':'))).strip();
        IdentifierScheme scheme = Arrays.stream(IdentifierScheme.values())
                .filter(each -> each.text().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        "", text, "must be an identifier like mcc-mnc:440-10, whose scheme is one of " + SCHEMES));
        try {
            return new IdentifierText(
                    scheme, scheme.require(text.substring(text.indexOf(':') + 1).strip()));
        } catch (InvalidValue e) {
            throw new InvalidValue("", text, e.remedy() + " behind " + word + ":");
        }
    }

    /** As it is written, {@code mcc-mnc:440-10}. */
    @Override
    public String toString() {
        return scheme.text() + ":" + value;
    }
}

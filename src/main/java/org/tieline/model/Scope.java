package org.tieline.model;

import java.util.List;
import java.util.Set;

/**
 * One item of a ban's scope: a <em>part</em> of the network in which it bites ({@code 5g}, {@code core}, or a generation
 * and a segment together, {@code 5g:ran}), or a <em>kind</em> that says what it does ({@code removal}).
 *
 * @param text the item as it is written
 */
public record Scope(String text) {
    /** What a ban may do, whatever the part of the network. */
    public static final List<String> KINDS = List.of(
            "all-new-equipment",
            "removal",
            "market-authorisation",
            "government-procurement",
            "public-funding",
            "export-control",
            "investment",
            "interconnection",
            "operating-licence",
            "cable-landing");

    /** The parts of a network; a generation may be joined to a segment with a colon. */
    public static final List<String> PARTS = List.of(
            "2g", "3g", "4g", "5g", "6g", "core", "ran", "transport", "fixed-network", "submarine-cable", "devices");

    private static final Set<String> GENERATIONS = Set.of("2g", "3g", "4g", "5g", "6g");

    /** @throws InvalidValue if it is neither a kind nor a part */
    public Scope {
        if (!KINDS.contains(text) && !isPart(text)) {
            throw new InvalidValue(
                    "",
                    text,
                    "must be one of %s, or of %s, or a generation and a segment like 5g:core".formatted(KINDS, PARTS));
        }
    }

    /** Whether the item names a part of the network. */
    public boolean isPart() {
        return isPart(text);
    }

    private static boolean isPart(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return PARTS.contains(text);
        }
        String segment = text.substring(colon + 1);
        return GENERATIONS.contains(text.substring(0, colon))
                && PARTS.contains(segment)
                && !GENERATIONS.contains(segment);
    }

    @Override
    public String toString() {
        return text;
    }
}

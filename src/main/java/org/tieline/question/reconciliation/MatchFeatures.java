package org.tieline.question.reconciliation;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.naming.MatchBasis;
import org.tieline.naming.NameCandidate;
import org.tieline.question.screening.ScreeningResult;

/** What a match stands on, taken apart into numbers and truths, as the Reconciliation Service API allows nothing else. */
public final class MatchFeatures {
    private static final String BASIS = "basis-";
    private static final String SCRIPT = "script-";

    private MatchFeatures() {}

    /** @param value a number or a truth */
    public record Feature(String id, Object value) {}

    /** What a feature says. */
    public record Meaning(String id, String meaning) {}

    /** Each id once: one basis, the scripts of what was met, and so on. */
    static List<Feature> of(ScreeningResult.Candidate match) {
        List<Feature> features = new ArrayList<>();
        features.add(new Feature(BASIS + match.basis().text(), true));
        features.add(new Feature("fuzzy", isFuzzy(match.basis())));
        features.add(new Feature("alias", match.what() == NameCandidate.What.ALIAS));
        features.add(new Feature("slips", match.slips()));
        switch (match.countries()) {
            case SAME -> features.add(new Feature("country", true));
            case DIFFERENT -> features.add(new Feature("country", false));
            case NOT_GIVEN, NOT_ON_RECORD -> {}
        }
        match.scripts().forEach(script -> features.add(new Feature(SCRIPT + word(script), true)));
        return features;
    }

    private static boolean isFuzzy(MatchBasis basis) {
        return switch (basis) {
            case IDENTIFIER, ID, EXACT, NORMALIZED, SPACING, LEGAL_FORM, SCRIPT_PART, TRADE_WORDS, TRANSLITERATION ->
                false;
            case LOOK_ALIKE, SPELLING, WORDS, INITIALS, RESEMBLANCE -> true;
        };
    }

    private static String word(String script) {
        return script.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Empty if there is no such feature. */
    public static Optional<Meaning> meaning(String id) {
        String meaning =
                switch (id) {
                    case "fuzzy" ->
                        "Whether more than the way of writing differs: slips of the pen, or words too many or too few.";
                    case "alias" -> "Whether an alias was met, and not the name or the id.";
                    case "slips" -> "How many letters must be inserted, deleted, replaced or swapped.";
                    case "country" ->
                        "Whether the country that was given is the one on record; absent if one of them is.";
                    default -> id.startsWith(SCRIPT) ? script(id) : basis(id);
                };
        return Optional.ofNullable(meaning).map(text -> new Meaning(id, text));
    }

    private static @Nullable String script(String id) {
        String name = id.substring(SCRIPT.length());
        return Arrays.stream(UnicodeScript.values())
                .filter(script -> word(script.name().replace('_', ' ')).equals(name))
                .findFirst()
                .map(script -> "The name or alias that was met has letters of this script: " + name + ".")
                .orElse(null);
    }

    private static @Nullable String basis(String id) {
        return Arrays.stream(MatchBasis.values())
                .filter(basis -> id.equals(BASIS + basis.text()))
                .findFirst()
                .map(MatchFeatures::meaning)
                .orElse(null);
    }

    private static String meaning(MatchBasis basis) {
        return switch (basis) {
            case IDENTIFIER -> "The query has an identifier that a register gave it.";
            case ID -> "The query is the id.";
            case EXACT -> "The query is a name or alias letter by letter.";
            case NORMALIZED -> "The query is a name or alias but for case, accents, width or punctuation.";
            case SPACING -> "The query is a name or alias but for where its words are parted.";
            case LEGAL_FORM -> "The query is a name or alias but for the legal form.";
            case SCRIPT_PART -> "The query is all that a name or alias has in one East Asian script.";
            case TRADE_WORDS ->
                "The query has the words that name in a name or alias; words of the trade, places or their order differ.";
            case TRANSLITERATION -> "The query is a name or alias in another script, or by its sound there.";
            case LOOK_ALIKE -> "The query looks like a name or alias, with letters of another script or digits in it.";
            case SPELLING -> "The query is a name or alias but for slips of the pen.";
            case WORDS -> "The query has all words of a name or alias and more, or the other way round.";
            case INITIALS -> "The query or a name or alias is the first letters of the words of the other.";
            case RESEMBLANCE -> "The query looks a little like a name or alias; a hint and nothing else.";
        };
    }
}

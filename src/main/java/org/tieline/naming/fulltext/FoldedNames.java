package org.tieline.naming.fulltext;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tieline.model.Organization;

/**
 * What an organization is called, its name before its aliases and its id, and the same with case, accents and hyphens set
 * aside.
 */
record FoldedNames(Organization organization, List<String> names, List<String> folded) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\-]+");
    private static final List<String> LETTERS_WITHOUT_MARKS = List.of("øo", "łl", "đd", "ıi", "ßss", "æae", "œoe");

    static FoldedNames of(Organization organization) {
        List<String> names = Stream.of(
                        Stream.of(organization.name()), organization.aliases().stream(), Stream.of(organization.id()))
                .flatMap(each -> each)
                .toList();
        return new FoldedNames(
                organization, names, names.stream().map(FoldedNames::folded).toList());
    }

    /**
     * The organization with the one of its names that is nearest to what was looked for; of equally near ones the first.
     *
     * @param wanted as {@link #folded} has it
     * @param found how well the index found it, above 0
     */
    SearchHit hit(String wanted, double found) {
        int nearest = 0;
        for (int name = 1; name < folded.size(); name++) {
            if (nearness(name, wanted) > nearness(nearest, wanted)) {
                nearest = name;
            }
        }
        double score = rank(folded.get(nearest), wanted) + found / (found + 1);
        return new SearchHit(organization.id(), organization.name(), names.get(nearest), score);
    }

    /** The rank decides before the letters that are shared. */
    private long nearness(int name, String wanted) {
        String text = folded.get(name);
        return ((long) rank(text, wanted) << Integer.SIZE) + shared(text, wanted);
    }

    private static int rank(String text, String wanted) {
        if (text.equals(wanted)) {
            return 3;
        }
        if (text.startsWith(wanted)) {
            return 2;
        }
        return text.contains(wanted) ? 1 : 0;
    }

    /** How many letters the text begins with as wanted: wrong letters are rarely the first. */
    private static int shared(String text, String wanted) {
        int length = Math.min(text.length(), wanted.length());
        int same = 0;
        while (same < length && text.charAt(same) == wanted.charAt(same)) {
            same++;
        }
        return same;
    }

    static String folded(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (String letter : LETTERS_WITHOUT_MARKS) {
            folded = folded.replace(letter.substring(0, 1), letter.substring(1));
        }
        return BETWEEN_WORDS.matcher(folded.strip()).replaceAll(" ");
    }
}

package org.tieline.naming;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Any number of organizations whose names are made of the parts of real ones, the same for the same real ones: words of the
 * trade, places and legal forms as they are, beside words that join the beginning of one that names to the end of another. A
 * few words are in very many names, most in few.
 */
final class GeneratedNames {
    private static final List<UnicodeScript> NATIVE =
            List.of(UnicodeScript.HAN, UnicodeScript.CYRILLIC, UnicodeScript.HANGUL, UnicodeScript.KATAKANA);

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<NamedOrganization> real;
    private final List<String> latin;
    private final List<List<String>> natives;
    private final List<String> trade;
    private final List<String> groups;
    private final List<String> places;
    private final List<String> forms;

    GeneratedNames(Collection<NamedOrganization> real) {
        this.real = List.copyOf(real);
        WordReader reader = new WordReader();
        List<Word> words = real.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.name()), each.aliases().stream()))
                .flatMap(name -> reader.read(name).stream())
                .toList();
        latin = texts(words, word -> word.is(WordKind.NAME) && isOf(word, UnicodeScript.LATIN));
        natives = NATIVE.stream()
                .map(script -> texts(words, word -> word.is(WordKind.NAME) && isOf(word, script)))
                .toList();
        trade = texts(words, word -> word.is(WordKind.TRADE) && isOf(word, UnicodeScript.LATIN));
        groups = texts(words, word -> word.is(WordKind.GROUP) && isOf(word, UnicodeScript.LATIN));
        places = texts(words, word -> word.is(WordKind.PLACE) && isOf(word, UnicodeScript.LATIN));
        forms = texts(words, word -> word.is(WordKind.FORM) && isOf(word, UnicodeScript.LATIN));
    }

    private static boolean isOf(Word word, UnicodeScript script) {
        return word.text().length() > 1
                && word.text().codePoints().allMatch(c -> c == ' ' || UnicodeScript.of(c) == script);
    }

    private static List<String> texts(List<Word> words, Predicate<Word> wanted) {
        return words.stream().filter(wanted).map(Word::text).distinct().toList();
    }

    /** The real ones, and made ones up to so many in all; every fifth of these has an alias in another script. */
    List<NamedOrganization> organizations(int size) {
        List<NamedOrganization> all = new ArrayList<>(size);
        all.addAll(real);
        while (all.size() < size) {
            List<String> aliases = random.nextInt(5) > 0 ? List.of() : List.of(joined(any(natives)));
            all.add(new NamedOrganization(
                    "made-" + all.size(), name(), aliases, any(real).country()));
        }
        return all;
    }

    private String name() {
        List<String> words = new ArrayList<>(List.of(joined(latin)));
        for (int more = random.nextInt(10) / 4; more > 0; more--) {
            words.add(random.nextBoolean() ? joined(latin) : frequent(latin));
        }
        maybe(60, trade, words);
        maybe(10, groups, words);
        maybe(25, places, words);
        maybe(60, forms, words);
        return capitals(String.join(" ", words));
    }

    private void maybe(int percent, List<String> from, List<String> words) {
        if (random.nextInt(100) < percent) {
            words.add(frequent(from));
        }
    }

    /** The beginning of one word and the end of another. */
    private String joined(List<String> words) {
        String first = frequent(words);
        String second = frequent(words);
        return first.substring(0, first.length() - random.nextInt((first.length() + 1) / 2))
                + second.substring(random.nextInt((second.length() + 1) / 2));
    }

    private static String capitals(String text) {
        StringBuilder capitals = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i - 1) == ' ') {
                capitals.setCharAt(i, Character.toUpperCase(text.charAt(i)));
            }
        }
        return capitals.toString();
    }

    /** The names of some, as somebody else would write them: in capitals, without a legal form, with a word more or a letter less. */
    List<String> otherwise(List<NamedOrganization> organizations, int size) {
        return Stream.generate(() -> otherwise(any(organizations).name()))
                .limit(size)
                .toList();
    }

    private String otherwise(String name) {
        int letter = 1 + random.nextInt(Math.max(1, name.length() - 1));
        return switch (random.nextInt(4)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> String.join(" ", PlainName.of(name).words());
            case 2 -> name + " " + any(trade);
            default ->
                name.substring(0, Math.min(letter, name.length() - 1))
                        + name.substring(Math.min(letter + 1, name.length()));
        };
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** One of the first more often than one of the last. */
    private String frequent(List<String> all) {
        double place = random.nextDouble();
        return all.get((int) (place * place * place * all.size()));
    }
}

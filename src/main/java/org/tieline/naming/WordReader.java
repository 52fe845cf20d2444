package org.tieline.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a name as words with a meaning. Scripts without spaces are cut where known words meet, so that what is left between
 * them is a name; what somebody wrote together or apart is read as the names on record have it.
 */
final class WordReader {
    private static final int MOST_JOINED = 3;
    private static final int SHORTEST_JOINED = 5;
    private static final int SHORTEST_MISSPELT = 8;
    private static final int SHORTEST_PARTED = 7;
    private static final int LONGEST_PARTED = 40;
    private static final int SHORTEST_PART = 3;

    /** What a letter costs that belongs to no known word, and each piece besides. */
    private static final int UNKNOWN_LETTER = 10;

    private static final int PIECE = 1;

    /** Whether a word names something on record. */
    private final Predicate<String> known;

    private record Piece(String text, @Nullable WordMeaning meaning) {}

    /** Whether a word that is not on record may stand for one that is. */
    private final Predicate<String> resembling;

    /** Whether names are read that are put on record themselves: everything is meant as it is written. */
    private final boolean onRecord;

    /** Reads names that are put on record themselves. */
    WordReader() {
        known = word -> false;
        resembling = word -> false;
        onRecord = true;
    }

    /**
     * @param known whether a word names something on record
     * @param resembling whether a word that is not on record may stand for one that is
     */
    WordReader(Predicate<String> known, Predicate<String> resembling) {
        this.known = known;
        this.resembling = resembling;
        onRecord = false;
    }

    /** All words of a name in their order; at least one of them counts, if there is any. */
    List<Word> read(String name) {
        List<Piece> pieces = new ArrayList<>();
        for (String word : PlainName.words(name, List.of())) {
            if (Scripts.unspaced(word.codePointAt(0))) {
                cut(word, pieces);
            } else {
                pieces.add(new Piece(word, null));
            }
        }
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < pieces.size()) {
            at = next(pieces, at, words);
        }
        return words.stream().anyMatch(Word::counts)
                ? words
                : words.stream().map(word -> Word.named(word.text())).toList();
    }

    /** Reads what begins at a piece. Returns the first piece that is left. */
    private int next(List<Piece> pieces, int at, List<Word> words) {
        int joined = onRecord ? 0 : joined(pieces, at);
        if (joined > 0) {
            words.add(Word.joined(text(pieces, at, at + joined, " ")));
            return at + joined;
        }
        int most = Lexicon.longest(pieces.get(at).text);
        for (int count = Math.min(most, pieces.size() - at); count > 0; count--) {
            List<String> texts =
                    pieces.subList(at, at + count).stream().map(Piece::text).toList();
            WordMeaning meaning = Lexicon.meaning(texts);
            if (meaning != null && fits(meaning, texts, at, at + count == pieces.size())) {
                words.add(Word.of(text(pieces, at, at + count, " "), meaning));
                return at + count;
            }
        }
        Piece piece = pieces.get(at);
        WordMeaning meaning = piece.meaning != null || onRecord || known.test(piece.text)
                ? piece.meaning
                : Lexicon.resembling(piece.text, at > 0);
        if (meaning != null) {
            words.add(Word.of(piece.text, meaning));
        } else if (onRecord || known.test(piece.text) || resembling.test(piece.text)) {
            words.add(Word.named(piece.text));
        } else if (!parted(piece.text, words)) {
            WordMeaning slip = Lexicon.misspelt(piece.text);
            words.add(slip == null ? Word.named(piece.text) : Word.of(piece.text, slip));
        }
        return at + 1;
    }

    /** Short words of a form, and links that are a name on record, mean nothing where a name begins. */
    private boolean fits(WordMeaning meaning, List<String> texts, int at, boolean last) {
        return switch (meaning.kind()) {
            case FORM -> at > 0 || LegalForms.leads(texts) && !last;
            case LINK -> at > 0 || !known.test(texts.getFirst());
            default -> true;
        };
    }

    /** How many pieces are one word on record; 0 if they are not. */
    private int joined(List<Piece> pieces, int at) {
        for (int count = Math.min(MOST_JOINED, pieces.size() - at); count > 1; count--) {
            String text = text(pieces, at, at + count, "");
            boolean letters = text.length() == count;
            if ((letters || text.length() >= SHORTEST_JOINED) && known.test(text)) {
                return count;
            }
        }
        return misspelt(pieces, at) ? 2 : 0;
    }

    /** Whether two words that mean nothing are one that is on record but for a slip. */
    private boolean misspelt(List<Piece> pieces, int at) {
        if (at + 2 > pieces.size()) {
            return false;
        }
        String text = text(pieces, at, at + 2, "");
        return text.length() >= SHORTEST_MISSPELT
                && pieces.subList(at, at + 2).stream()
                        .allMatch(piece -> piece.text.length() < text.length() - 1
                                && Lexicon.meaning(List.of(piece.text)) == null
                                && !known.test(piece.text))
                && resembling.test(text);
    }

    /** Adds the words on record that one unknown word is made of; false if it is not. */
    private boolean parted(String text, List<Word> words) {
        if (text.length() < SHORTEST_PARTED || text.length() > LONGEST_PARTED || known.test(text)) {
            return false;
        }
        for (int end = text.length() - SHORTEST_PART; end >= SHORTEST_PART; end--) {
            Word first = part(text.substring(0, end));
            if (first != null) {
                List<Word> rest = new ArrayList<>();
                Word second = part(text.substring(end));
                if (second != null) {
                    rest.add(second);
                } else if (!parted(text.substring(end), rest)) {
                    continue;
                }
                words.add(first);
                words.addAll(rest);
                return true;
            }
        }
        return false;
    }

    private @Nullable Word part(String text) {
        if (known.test(text)) {
            return Word.named(text);
        }
        WordMeaning meaning = Lexicon.meaning(List.of(text));
        return meaning == null || meaning.kind() == WordKind.LINK ? null : Word.of(text, meaning);
    }

    /** Cuts letters of a script without spaces so that as few as possible belong to no known word. */
    private void cut(String run, List<Piece> pieces) {
        int length = run.length();
        int[] cost = new int[length + 1];
        int[] from = new int[length + 1];
        WordMeaning[] meaning = new WordMeaning[length + 1];
        boolean[] isKnown = new boolean[length + 1];
        for (int end = 1; end <= length; end++) {
            int follows = end > 1 && !isKnown[end - 1] ? 0 : PIECE;
            cost[end] = cost[end - 1] + UNKNOWN_LETTER + follows;
            from[end] = end - 1;
            for (int start = Math.max(0, end - Lexicon.LONGEST_UNSPACED); start <= end - 2; start++) {
                String part = run.substring(start, end);
                WordMeaning found = Lexicon.unspaced(part);
                if (cost[start] + PIECE < cost[end] && (found != null || known.test(part))) {
                    cost[end] = cost[start] + PIECE;
                    from[end] = start;
                    meaning[end] = found;
                    isKnown[end] = true;
                }
            }
        }
        List<Piece> backwards = new ArrayList<>();
        int end = length;
        while (end > 0) {
            int start = from[end];
            while (!isKnown[end] && start > 0 && !isKnown[start]) {
                start = from[start];
            }
            backwards.add(new Piece(run.substring(start, end), meaning[end]));
            end = start;
        }
        pieces.addAll(backwards.reversed());
    }

    private static String text(List<Piece> pieces, int from, int to, String between) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : between).append(pieces.get(i).text);
        }
        return text.toString();
    }
}

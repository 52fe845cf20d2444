package org.tieline.mcp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Answer;
import org.tieline.question.Json;

/**
 * An answer as its JSON has it, which can be made to fit: its longest lists lose their ends.
 *
 * @param fields of the answer
 * @param cuts what was cut, a sentence each
 */
record AnswerTree(Map<String, Object> fields, List<String> cuts) {
    /** In characters: some 7,000 tokens; the text beside it has the rest of what an answer may have. */
    static final int MOST = 28_000;

    /** Of what would fit by the size of the results alone: what stands around them grows less. */
    private static final double CAUTION = 0.9;

    static AnswerTree of(Answer<?> answer) {
        return new AnswerTree(Json.fields(answer.whole()), List.of());
    }

    boolean fits() {
        return size(fields) <= MOST;
    }

    /** How many results may fit, fewer than there are and 1 at least. */
    int fewer(int results) {
        return Math.clamp((long) (results * CAUTION * MOST / size(fields)), 1, results - 1);
    }

    /** The same in the size that an answer may have, unless even lists of one are too large. */
    AnswerTree fitting() {
        if (fits()) {
            return this;
        }
        Map<String, Object> shorter = Json.fields(fields);
        Map<String, Cut> cuts = new LinkedHashMap<>();
        Place longest = longest("", shorter, null);
        while (longest != null && size(shorter) > MOST) {
            List<Object> list = longest.list();
            Cut cut = new Cut(list.size(), list.size() / 2);
            list.subList(cut.shown(), list.size()).clear();
            cuts.merge(longest.path(), cut, (before, now) -> new Cut(before.of(), now.shown()));
            longest = longest("", shorter, null);
        }
        List<String> sentences = new ArrayList<>();
        cuts.forEach((path, cut) -> sentences.add("%s: %d of %d are shown".formatted(path, cut.shown(), cut.of())));
        return new AnswerTree(shorter, sentences);
    }

    private record Cut(int of, int shown) {}

    /** A list of the answer, and how many characters it has. */
    private record Place(String path, List<Object> list, int size) {}

    /** The list that has most characters among those with several elements; of lists in each other the inner one if it is most of it. */
    private static @Nullable Place longest(String path, @Nullable Object value, @Nullable Place best) {
        Place found = best;
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> field : map.entrySet()) {
                String name = path.isEmpty() ? field.getKey().toString() : path + "." + field.getKey();
                found = longest(name, field.getValue(), found);
            }
        } else if (value instanceof List<?> list) {
            if (list.size() > 1) {
                @SuppressWarnings("unchecked") // The lists of JSON hold anything.
                Place here = new Place(path, (List<Object>) list, size(list));
                found = found == null || here.size() > found.size() ? here : found;
            } else if (!list.isEmpty()) {
                found = longest(path, list.getFirst(), found);
            }
        }
        return found;
    }

    private static int size(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8).length();
    }
}

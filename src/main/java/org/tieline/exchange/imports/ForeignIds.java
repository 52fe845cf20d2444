package org.tieline.exchange.imports;

import java.util.HashMap;
import java.util.Map;

/**
 * Makes ids of foreign ids, of one kind of facts within one import: distinct ones of distinct ones, and always the same of the
 * same. An id is the foreign one in lower kebab case; if an earlier one has become that, it gets a number, as in
 * {@code nk-ab-2}; if nothing is left of it, the number follows a word: {@code organization-1}.
 */
public final class ForeignIds {
    private final String word;
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> numbered = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** @param word stands for a foreign id of which nothing is left; lower kebab case */
    public ForeignIds(String word) {
        this.word = word;
    }

    /** The id of a foreign one. */
    public String of(String foreign) {
        return of("", foreign, foreign);
    }

    /**
     * The id of what has no foreign id but a name.
     *
     * @param before the beginning of the id, like {@code gov-}
     * @param key what is the same for the same thing and for nothing else
     */
    public String of(String before, String key, String name) {
        String known = numbered.get(key);
        if (known != null) {
            return known;
        }
        String plain = ForeignText.kebab(name);
        if (!plain.isEmpty()) {
            String owner = owners.putIfAbsent(before + plain, key);
            if (owner == null || owner.equals(key)) {
                return before + plain;
            }
        }
        String stem = before + (plain.isEmpty() ? word : plain);
        int number = last.getOrDefault(stem, plain.isEmpty() ? 0 : 1) + 1;
        while (owners.putIfAbsent(stem + "-" + number, key) != null) {
            number++;
        }
        last.put(stem, number);
        numbered.put(key, stem + "-" + number);
        return stem + "-" + number;
    }
}

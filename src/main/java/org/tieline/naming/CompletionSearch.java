package org.tieline.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One look-up of what somebody begins to type. Of one organization the best find is kept. */
final class CompletionSearch {
    private static final int WHOLE = 0;
    private static final int NAME = 1;
    private static final int ALIAS_OR_ID = 2;
    private static final int WORD = 3;

    private final NameTable table;
    private final String typed;
    private final Map<Integer, Hit> best = new HashMap<>();

    private record Hit(int rank, String matched) {}

    CompletionSearch(NameTable table, String typed) {
        this.table = table;
        this.typed = typed;
    }

    List<NameCompletion> found() {
        ids();
        List<String> words = PlainName.words(typed);
        Set<String> keys = new LinkedHashSet<>(List.of(PlainName.of(typed).key(), String.join("", words)));
        if (!words.isEmpty()) {
            keys.forEach(this::names);
            words(words);
        }
        return best.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Integer, Hit> each) -> each.getValue().rank)
                        .thenComparing(each -> each.getValue().matched)
                        .thenComparing(Map.Entry::getKey))
                .limit(NameCompletion.MOST)
                .map(each -> new NameCompletion(table.ids.get(each.getKey()), each.getValue().matched))
                .toList();
    }

    private void ids() {
        int first = table.ids.first(typed);
        int end = Math.min(table.ids.size(), NameCompletion.MOST + first);
        for (int at = first; at < end; at++) {
            String id = table.ids.get(at);
            if (!id.startsWith(typed)) {
                return;
            }
            keep(at, id.equals(typed) ? WHOLE : ALIAS_OR_ID, id);
        }
    }

    /** Names are numbered by their keys, so those that begin alike stand together. */
    private void names(String key) {
        int first = table.first(key);
        int end = Math.min(table.size(), NameCompletion.MOST + first);
        for (int name = first; name < end; name++) {
            String own = table.key(name);
            if (!own.startsWith(key)) {
                return;
            }
            int rank = table.isAlias(name) || table.isPart(name) ? ALIAS_OR_ID : NAME;
            keep(table.organization(name), own.equals(key) ? WHOLE : rank, table.text(name));
        }
    }

    /** Names that have all words, of which the last may be only begun. */
    private void words(List<String> words) {
        List<Integer> complete = new ArrayList<>();
        for (String word : words.subList(0, words.size() - 1)) {
            int number = table.knownWords.find(word);
            if (number < 0) {
                return;
            }
            complete.add(number);
        }
        String last = words.getLast();
        int looked = 0;
        for (int word = table.knownWords.first(last);
                word < table.knownWords.size() && table.knownWords.get(word).startsWith(last);
                word++) {
            for (int i = 0; i < table.frequency(word); i++) {
                int name = table.nameWith(word, i);
                if (looked++ >= NameCompletion.MOST) {
                    return;
                }
                if (!table.isPart(name) && complete.stream().allMatch(each -> table.hasWord(name, each))) {
                    keep(table.organization(name), WORD, table.text(name));
                }
            }
        }
    }

    private void keep(int organization, int rank, String matched) {
        Hit before = best.get(organization);
        if (before == null || rank < before.rank) {
            best.put(organization, new Hit(rank, matched));
        }
    }
}

package org.tieline.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Names as Jaro-Winkler similarity finds them, in small letters, by a look at each. */
final class JaroWinklerNames {
    /** Names that are kept, so that there are ten organizations among them. */
    private static final int KEPT = 30;

    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    private final List<String> ids = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private record Near(int name, double similarity) {}

    JaroWinklerNames(List<NamedOrganization> organizations) {
        for (NamedOrganization each : organizations) {
            add(each.id(), each.name());
            each.aliases().forEach(alias -> add(each.id(), alias));
        }
    }

    private void add(String id, String name) {
        ids.add(id);
        names.add(name.toLowerCase(Locale.ROOT));
    }

    /** The ids of the ten best. */
    List<String> find(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        PriorityQueue<Near> best = new PriorityQueue<>(Comparator.comparingDouble(Near::similarity));
        for (int i = 0; i < names.size(); i++) {
            double near = similarity.apply(small, names.get(i));
            if (best.size() < KEPT || near > best.peek().similarity) {
                best.add(new Near(i, near));
                if (best.size() > KEPT) {
                    best.remove();
                }
            }
        }
        Set<String> found = new LinkedHashSet<>();
        best.stream()
                .sorted(Comparator.comparingDouble(Near::similarity).reversed().thenComparingInt(Near::name))
                .forEach(near -> found.add(ids.get(near.name)));
        return found.stream().limit(AskedNames.TEN).toList();
    }
}

package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.graph.FactRows;
import org.tieline.graph.bolt.LoadReport.Changes;
import org.tieline.model.Source;
import org.tieline.scratch.Scratch;

/** Facts that meet what the graph holds, one by one, against sets of both in memory; so many that rows and ids lie in files. */
class DifferenceTests {
    private static final int IDS = 30_000;

    /** @param fingerprint null for what was made by hand */
    private record Held(String id, Long fingerprint, boolean complete, String joined) {}

    private final Map<String, Source> facts = new HashMap<>();
    private final List<Held> held = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldFindWhatSetsInMemoryFind(long seed) {
        fill(new Random(seed));
        Map<String, List<Held>> byId = held.stream().collect(Collectors.groupingBy(Held::id));
        Set<String> added = new HashSet<>();
        Set<String> outdated = new HashSet<>();
        facts.values().forEach(fact -> {
            List<Held> all = byId.getOrDefault(fact.id(), List.of());
            if (all.isEmpty()) {
                added.add(fact.id());
            } else if (!all.stream().allMatch(each -> isSame(each, fact))) {
                outdated.add(fact.id());
            }
        });
        List<String> obsolete = held.stream()
                .filter(each -> each.fingerprint != null && !facts.containsKey(each.id))
                .map(Held::id)
                .toList();

        try (Scratch scratch = Scratch.ofSystem()) {
            Difference<Source> difference = new Difference<>(FactRows::of, DifferenceTests::joined, scratch);
            difference.hold("forgotten", 1L, true, null);
            difference.begin();
            held.forEach(each -> difference.hold(each.id, each.fingerprint, each.complete, each.joined));
            difference.heldAll();
            facts.values().forEach(fact -> difference.meet(fact, difference.row(fact)));
            difference.end();

            assertThat(difference.report())
                    .isEqualTo(new Changes(
                            added.size(),
                            outdated.size(),
                            obsolete.size(),
                            facts.size() - added.size() - outdated.size()));
            assertThat(difference.changes()).isEqualTo(added.size() + outdated.size() + obsolete.size());
            // More than once, as a transaction that failed is done again.
            for (int time = 0; time < 2; time++) {
                Set<String> foundAdded = new HashSet<>();
                Set<String> foundOutdated = new HashSet<>();
                difference.forEachWanted((row, old) -> {
                    String id = (String) row.get("id");
                    (old ? foundOutdated : foundAdded).add(id);
                    assertThat(FactRows.fingerprint(row)).isEqualTo(fingerprint(facts.get(id)));
                });
                List<String> foundObsolete = new ArrayList<>();
                difference.forEachObsolete(foundObsolete::add);
                assertThat(foundAdded).isEqualTo(added);
                assertThat(foundOutdated).isEqualTo(outdated);
                assertThat(foundObsolete).isEqualTo(obsolete);
            }
            assertThat(facts.keySet()).allMatch(difference::has);
            assertThat(held).allMatch(each -> difference.has(each.id) == facts.containsKey(each.id));
        }
        assertThat(List.of(added.size(), outdated.size(), obsolete.size())).allMatch(count -> count > IDS / 100);
    }

    private void fill(Random random) {
        for (int i = 0; i < IDS; i++) {
            String id = "source-" + i;
            Source fact = source(id, "Report " + random.nextInt(3));
            int dice = random.nextInt(100);
            if (dice < 90) {
                facts.put(id, fact);
            }
            boolean isHeld = dice >= 5;
            for (int times = random.nextInt(20) == 0 ? 2 : 1; isHeld && times > 0; times--) {
                boolean same = random.nextInt(20) > 0;
                held.add(new Held(
                        id,
                        random.nextInt(30) == 0 ? null : fingerprint(same ? fact : source(id, "Other")),
                        random.nextInt(30) > 0,
                        random.nextInt(30) == 0 ? "elsewhere" : joined(fact)));
            }
        }
    }

    private static boolean isSame(Held held, Source fact) {
        return Objects.equals(held.fingerprint, fingerprint(fact))
                && held.complete
                && Objects.equals(held.joined, joined(fact));
    }

    private static Source source(String id, String title) {
        return new Source(id, "Press", title, null, null);
    }

    private static String joined(Source fact) {
        return fact.title().endsWith("0") ? null : "joined to " + fact.title();
    }

    private static Long fingerprint(Source fact) {
        return FactRows.fingerprint(FactRows.of(fact));
    }
}

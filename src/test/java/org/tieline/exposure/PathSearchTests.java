package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tieline.exposure.path.FoundPaths;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.LeftOut;
import org.tieline.model.Evidence;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.testing.TestFacts;

/** Paths on graphs small enough to see the answer, and on graphs dense enough to hide it. */
class PathSearchTests {
    private static final SearchOptions OPTIONS = SearchOptions.on(LocalDate.of(2021, 1, 1));

    private final TieGraphBuilder builder = TieGraph.builder();

    /**
     * <pre>
     * v ═supplies (t1, t2)═> a ─owns t3→ b      w ─supplies t6→ b
     * v ─supplies t4→ w      a ─shares t5─ b    gov ─owns t7→ a, t8→ c
     * v ─owns t9→ s ─supplies t10→ a            d stands alone
     * </pre>
     */
    private TieGraph drawn() {
        organizations(OrganizationKind.VENDOR, "v", "w");
        organizations(OrganizationKind.CARRIER, "a", "b", "c", "d");
        organizations(OrganizationKind.COMPANY, "s");
        organizations(OrganizationKind.GOVERNMENT, "gov");
        tie("t1", "v", TieType.SUPPLIES, "a");
        tie("t2", "v", TieType.SUPPLIES, "a");
        tie("t3", "a", TieType.OWNS, "b");
        tie("t4", "v", TieType.SUPPLIES, "w");
        tie("t5", "b", TieType.SHARES_NETWORK_WITH, "a");
        tie("t6", "w", TieType.SUPPLIES, "b");
        tie("t7", "gov", TieType.OWNS, "a");
        tie("t8", "gov", TieType.OWNS, "c");
        tie("t9", "v", TieType.OWNS, "s");
        tie("t10", "s", TieType.SUPPLIES, "a");
        return build();
    }

    @Test
    void shouldListEveryPathShortestFirstThenByTies() {
        FoundPaths found = new PathSearch(drawn()).paths("v", "b", OPTIONS, 100);

        assertThat(plain(found))
                .containsExactly(
                        "t1 t3 parent",
                        "t1 t5 network-sharing",
                        "t2 t3 parent",
                        "t2 t5 network-sharing",
                        "t4 t6 supply-chain",
                        "t9 t10 t3 parent",
                        "t9 t10 t5 network-sharing");
        assertThat(found.cut()).isNull();
        assertThat(found.leftOut()).isEqualTo(LeftOut.NONE);
    }

    @Test
    void shouldSayWhenALimitCutTheList() {
        PathSearch search = new PathSearch(drawn());

        FoundPaths first = search.paths("v", "b", OPTIONS, 3);

        assertThat(plain(first)).containsExactly("t1 t3 parent", "t1 t5 network-sharing", "t2 t3 parent");
        assertThat(first.cut()).isEqualTo(FoundPaths.Cut.LIMIT);
        assertThat(search.paths("v", "b", OPTIONS, 7).cut()).isNull();
    }

    @Test
    void shouldListWaysWithinTheVendorsSideWithoutARelation() {
        PathSearch search = new PathSearch(drawn());

        assertThat(plain(search.paths("v", "s", OPTIONS, 100))).containsExactly("t9 null");
        assertThat(plain(search.paths("v", "w", OPTIONS, 100))).containsExactly("t4 null");
    }

    @Test
    void shouldEndAtAGovernmentAndPassThroughNone() {
        PathSearch search = new PathSearch(drawn());

        assertThat(plain(search.paths("v", "gov", OPTIONS, 100)))
                .containsExactly(
                        "t1 t7 subsidiary", "t2 t7 subsidiary", "t9 t10 t7 subsidiary", "t4 t6 t3 t7 subsidiary");
        assertThat(plain(search.paths("v", "c", OPTIONS, 100))).isEmpty();
        assertThat(plain(search.paths("gov", "b", OPTIONS, 100))).contains("t7 t3 null");
        assertThat(plain(search.paths("gov", "c", OPTIONS, 100))).containsExactly("t8 null");
        assertThat(plain(search.paths("v", "d", OPTIONS, 100))).isEmpty();
    }

    @Test
    void shouldNotPassAnOrganizationTwice() {
        organizations(OrganizationKind.VENDOR, "v");
        organizations(OrganizationKind.CARRIER, "a", "b", "c");
        tie("t1", "v", TieType.OWNS, "a");
        tie("t2", "a", TieType.OWNS, "b");
        tie("t3", "b", TieType.SUPPLIES, "a");
        tie("t4", "a", TieType.SHARES_NETWORK_WITH, "c");
        TieGraph graph = build();

        try (FoundExposures reach = new ExposureSearch(graph).reach("v", OPTIONS)) {
            assertThat(IntStream.range(0, reach.size()).mapToObj(reach::exposure))
                    .as("the way of the exposure passes a as an affiliate and again as a customer")
                    .anySatisfy(exposure -> {
                        assertThat(exposure.carrier()).isEqualTo("c");
                        assertThat(exposure.path().stream().map(Hop::tie)).containsExactly("t1", "t2", "t3", "t4");
                    });
        }
        assertThat(plain(new PathSearch(graph).paths("v", "c", OPTIONS, 100))).isEmpty();
        assertThat(plain(new PathSearch(graph).paths("v", "a", OPTIONS, 100))).containsExactly("t1 null");
    }

    @Test
    void shouldCountTheTiesThatWouldHaveLedToTheEnd() {
        organizations(OrganizationKind.VENDOR, "v");
        organizations(OrganizationKind.CARRIER, "a", "b", "c", "far");
        tie("t1", "v", TieType.SUPPLIES, "a");
        tie("t2", "v", TieType.SUPPLIES, "b", Evidence.DENIED, null);
        tie("t3", "a", TieType.OWNS, "b", Evidence.CONFIRMED, "12.5");
        tie("t4", "b", TieType.OWNS, "a", Evidence.CONFIRMED, "12.5");
        tie("t5", "c", TieType.SHARES_NETWORK_WITH, "b", Evidence.REPORTED, null);
        tie("t6", "v", TieType.SUPPLIES, "far", Evidence.DENIED, null);
        PathSearch search = new PathSearch(build());

        // t4 leads to b too, upwards; from c nothing came, but a tie to c would have led on.
        assertThat(search.paths("v", "b", OPTIONS, 100).leftOut()).isEqualTo(new LeftOut(1, 0, 0, 0, 0, 2));
        assertThat(search.paths("v", "b", confirmed(), 100).leftOut()).isEqualTo(new LeftOut(1, 0, 0, 1, 0, 2));
        assertThat(plain(search.paths("v", "b", OPTIONS, 100))).isEmpty();
        assertThat(plain(search.paths("v", "a", OPTIONS, 100))).containsExactly("t1 direct");
    }

    @Test
    void shouldEndOnLayersThatAreAllConnected() {
        TieGraph graph = layers(4, 50);
        SearchOptions six = OPTIONS.withMaxHops(6);

        FoundPaths found = new PathSearch(graph).paths("v", "end", six, PathSearch.MOST_PATHS);

        assertThat(found.paths()).hasSize(PathSearch.MOST_PATHS);
        assertThat(found.cut()).isEqualTo(FoundPaths.Cut.LIMIT);
        List<List<String>> ids = found.paths().stream()
                .map(path -> path.path().stream().map(Hop::tie).toList())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allSatisfy(path -> assertThat(path)
                .hasSize(5));
        assertThat(ids).isSortedAccordingTo(Comparator.comparing(path -> String.join(" ", path)));

        FoundPaths lazy = new PathSearch(graph, 20_000).paths("v", "end", six, PathSearch.MOST_PATHS);

        assertThat(lazy.cut()).isEqualTo(FoundPaths.Cut.EFFORT);
        assertThat(lazy.paths()).isNotEmpty().hasSizeLessThan(PathSearch.MOST_PATHS);
        assertThat(lazy.paths()).isEqualTo(found.paths().subList(0, lazy.paths().size()));
    }

    /** From v every walk leads to a0 first, and only a0 leads to the end: longer walks all come back to it. */
    @Test
    void shouldEndWhereNearlyEveryWalkComesBackToItself() {
        organizations(OrganizationKind.VENDOR, "v");
        organizations(OrganizationKind.CARRIER, "end");
        String[] affiliates = names("a", 40);
        organizations(OrganizationKind.COMPANY, affiliates);
        tie("t", "v", TieType.OWNS, "a0");
        tie("u", "a0", TieType.SUPPLIES, "end");
        for (String one : affiliates) {
            for (String other : affiliates) {
                if (!one.equals(other)) {
                    tie(one + "-" + other, one, TieType.OWNS, other);
                }
            }
        }

        FoundPaths found = new PathSearch(build()).paths("v", "end", OPTIONS.withMaxHops(10), 100);

        assertThat(plain(found)).containsExactly("t u vendor-affiliate");
        assertThat(found.cut()).isEqualTo(FoundPaths.Cut.EFFORT);
    }

    @Test
    void shouldRefuseWhatItCannotSearch() {
        PathSearch search = new PathSearch(drawn());

        assertThatThrownBy(() -> search.paths("v", "v", OPTIONS, 1)).hasMessageContaining("another organization");
        assertThatThrownBy(() -> search.paths("v", "x", OPTIONS, 1)).hasMessageContaining("x");
        assertThatThrownBy(() -> search.paths("v", "a", OPTIONS, 0)).hasMessage("limit must be 1..1000, was 0");
        assertThatThrownBy(() -> search.paths("v", "a", OPTIONS, 1_001)).hasMessageContaining("1001");
    }

    /** v owns every one of the first layer, each of a layer owns every one of the next, the last supplies the end. */
    private TieGraph layers(int depth, int width) {
        organizations(OrganizationKind.VENDOR, "v");
        organizations(OrganizationKind.CARRIER, "end");
        List<String[]> layers = new ArrayList<>();
        layers.add(new String[] {"v"});
        for (int layer = 0; layer < depth; layer++) {
            layers.add(names("l" + layer + "n", width));
            organizations(OrganizationKind.COMPANY, layers.getLast());
        }
        for (int layer = 0; layer < depth; layer++) {
            for (String one : layers.get(layer)) {
                for (String other : layers.get(layer + 1)) {
                    tie(one + "-" + other, one, TieType.OWNS, other);
                }
            }
        }
        for (String one : layers.getLast()) {
            tie(one + "-end", one, TieType.SUPPLIES, "end");
        }
        return build();
    }

    private static String[] names(String prefix, int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = prefix + i;
        }
        return names;
    }

    private static SearchOptions confirmed() {
        return new SearchOptions(
                OPTIONS.asOf(),
                null,
                OPTIONS.certainty(),
                null,
                OPTIONS.minStake(),
                OPTIONS.maxHops(),
                OPTIONS.ties(),
                Evidence.CONFIRMED);
    }

    private void organizations(OrganizationKind kind, String... ids) {
        for (String id : ids) {
            builder.add(TestFacts.organization(id, id, kind, null));
        }
    }

    private void tie(String id, String from, TieType type, String to) {
        builder.add(TestFacts.tie(id, from, type, to));
    }

    private void tie(String id, String from, TieType type, String to, Evidence evidence, String percent) {
        builder.add(new Tie(
                id,
                from,
                type,
                to,
                null,
                null,
                percent == null ? null : new BigDecimal(percent),
                List.of(),
                List.of(),
                evidence,
                List.of("s"),
                ""));
    }

    private TieGraph build() {
        return builder.build(id -> {
            throw new AssertionError("twice: " + id);
        });
    }

    private static List<String> plain(FoundPaths found) {
        return found.paths().stream()
                .map(path -> path.path().stream().map(hop -> hop.tie() + " ").reduce("", String::concat)
                        + (path.relation() == null ? null : path.relation().text()))
                .toList();
    }
}

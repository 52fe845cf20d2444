package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Exposure;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.testing.RandomWorld;
import org.tieline.testing.TestFacts;

/** Graphs that are made of others, against graphs that are built of the same facts. */
class TieGraphEditTests {
    private static final Source BBC = new Source("bbc-2020", "BBC", "Report", PartialDate.parse("2020-07-14"), null);
    private static final List<Organization> ORGANIZATIONS = List.of(
            TestFacts.organization("huawei", "Huawei", OrganizationKind.VENDOR, "CN"),
            TestFacts.organization("bt", "BT", OrganizationKind.CARRIER, "GB"),
            TestFacts.organization("ee", "EE", OrganizationKind.CARRIER, "GB"));
    private static final Tie BT = TestFacts.tie("huawei-supplies-bt", "huawei", TieType.SUPPLIES, "bt");
    private static final Tie EE = TestFacts.tie("bt-owns-ee", "bt", TieType.OWNS, "ee");

    @Property(tries = 500)
    void shouldAnswerLikeAGraphBuiltOfTheOtherLives(@ForAll long seed) {
        RandomWorld world = new RandomWorld(seed);
        RandomLives lives = new RandomLives(world.random(), world::date);
        List<Organization> others = world.organizations().stream()
                .filter(organization -> world.random().nextInt(3) == 0)
                .map(lives::of)
                .toList();
        TreeMap<String, Organization> all = new TreeMap<>();
        world.organizations().forEach(organization -> all.put(organization.id(), organization));
        others.forEach(organization -> all.put(organization.id(), organization));
        TieGraph made =
                build(world.organizations(), world.sources(), world.ties()).living(others);
        TieGraph built = build(List.copyOf(all.values()), world.sources(), world.ties());
        SearchOptions options = world.options(world.day(), null);

        for (String vendor : List.of("o0", "o1")) {
            assertThat(exposures(made, vendor, options)).isEqualTo(exposures(built, vendor, options));
        }
    }

    @Test
    void shouldKnowASupposedLifeFromTheBeginning() {
        TieGraph graph = build(ORGANIZATIONS, List.of(BBC), List.of(BT, EE));
        LocalDate day = LocalDate.of(2025, 1, 1);
        SearchOptions early = SearchOptions.on(day).withKnownAt(LocalDate.of(2021, 1, 1));
        Organization ended = ORGANIZATIONS.get(2).living(null, PartialDate.of(day), null);

        assertThat(exposures(graph, "huawei", early)).containsOnlyKeys("bt", "ee");
        assertThat(exposures(graph.living(List.of(ended)), "huawei", early)).containsOnlyKeys("bt");
        assertThat(exposures(graph, "huawei", early)).containsOnlyKeys("bt", "ee");
        assertThat(graph.living(List.of())).isSameAs(graph);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> graph.living(List.of(TestFacts.organization("x", "X", OrganizationKind.CARRIER, "GB"))))
                .withMessage("there is no organization with the id x");
    }

    @Property
    void shouldAnswerLikeAGraphBuiltOfTheEditedFacts(@ForAll long seed) {
        RandomWorld world = new RandomWorld(seed);
        RandomLives lives = new RandomLives(world.random(), world::date);
        List<Organization> organizations =
                world.organizations().stream().map(lives::of).toList();
        List<Tie> ties = world.ties().stream().map(lives::of).toList();
        TieGraph before = build(organizations, world.sources(), ties);
        List<Tie> edited = new ArrayList<>();
        List<String> without = new ArrayList<>();
        List<Tie> more = new ArrayList<>();
        for (Tie tie : ties) {
            switch (world.random().nextInt(5)) {
                case 0 -> without.add(tie.id());
                case 1 -> {
                    without.add(tie.id());
                    more.add(lives.of(world.tie(tie.id())));
                }
                default -> edited.add(tie);
            }
        }
        for (int i = world.random().nextInt(4); i > 0; i--) {
            more.add(lives.of(world.tie("t" + (100 + world.random().nextInt(800)) + "-" + i)));
        }
        edited.addAll(more);

        TieGraph after = before.edited(without, more, Set.of());
        TieGraph built = build(organizations, world.sources(), edited);

        assertThat(after.page(0).offsets).isEqualTo(built.page(0).offsets);
        assertThat(after.page(0).rows).isEqualTo(built.page(0).rows);
        assertThat(after.page(0).tieOfRow).isEqualTo(built.page(0).tieOfRow);
        SearchOptions options = world.options(world.day(), world.random().nextBoolean() ? null : world.day());
        for (Organization vendor : world.organizations()) {
            assertThat(exposures(after, vendor.id(), options)).isEqualTo(exposures(built, vendor.id(), options));
        }
    }

    @Property(tries = 300)
    void shouldFindTiesAsTheyWere(@ForAll long seed) {
        RandomWorld world = new RandomWorld(seed);
        RandomLives lives = new RandomLives(world.random(), world::date);
        List<Tie> ties = world.ties().stream().map(lives::of).toList();
        TieGraph graph = build(world.organizations(), world.sources(), ties);
        Map<String, Tie> all = new TreeMap<>();
        ties.forEach(tie -> all.put(tie.id(), tie));

        assertThat(graph.ties(all.keySet())).isEqualTo(all);

        String some = world.organizations().get(3).id();
        all.values().removeIf(tie -> !tie.from().equals(some) && !tie.to().equals(some));
        assertThat(graph.tiesOf(List.of(some))).isEqualTo(all);
    }

    @Test
    void shouldShareTheGraphIfNothingChanges() {
        TieGraph graph = build(ORGANIZATIONS, List.of(BBC), List.of(BT));

        assertThat(graph.edited(List.of(), List.of(), Set.of())).isSameAs(graph);
    }

    @Test
    void shouldLeaveTheGraphThatIsEditedAsItWas() {
        TieGraph graph = build(ORGANIZATIONS, List.of(BBC), List.of(BT));
        SearchOptions options = SearchOptions.on(LocalDate.of(2021, 1, 1));

        TieGraph edited = graph.edited(List.of(BT.id()), List.of(EE), Set.of());

        assertThat(exposures(graph, "huawei", options)).containsOnlyKeys("bt");
        assertThat(exposures(edited, "huawei", options)).isEmpty();
    }

    /**
     * <pre>
     * huawei ─SUPPLIES→ bt ─OWNS→ ee       both without a source, the second from 2030 on
     * </pre>
     */
    @Test
    void shouldWalkWhatIsSupposedWhateverWasKnown() {
        Tie later = new Tie(
                EE.id(),
                "bt",
                TieType.OWNS,
                "ee",
                PartialDate.parse("2030-01-01"),
                null,
                null,
                List.of(),
                List.of(),
                EE.evidence(),
                List.of("nobody"),
                null);
        Tie now = new Tie(
                BT.id(),
                "huawei",
                TieType.SUPPLIES,
                "bt",
                null,
                null,
                null,
                List.of(),
                List.of(),
                BT.evidence(),
                List.of("nobody"),
                null);
        TieGraph graph = build(ORGANIZATIONS, List.of(BBC), List.of())
                .edited(List.of(), List.of(now, later), Set.of(BT.id(), EE.id()));
        LocalDate early = LocalDate.of(1999, 1, 1);
        SearchOptions before = certain(LocalDate.of(2029, 12, 31), early);

        assertThat(exposures(graph, "huawei", before)).containsOnlyKeys("bt");
        assertThat(exposures(graph, "huawei", certain(LocalDate.of(2030, 1, 1), early)))
                .containsOnlyKeys("bt", "ee");
        assertThat(exposures(graph, "huawei", before)
                        .get("bt")
                        .path()
                        .getFirst()
                        .sources())
                .isEmpty();
        TieGraph again = graph.edited(List.of(BT.id()), List.of(BT), Set.of());
        assertThat(exposures(again, "huawei", certain(LocalDate.of(2030, 1, 1), early)))
                .as("it still knows what is supposed when more is changed")
                .isEmpty();
        assertThat(again.onDay(certain(early, early))
                        .apply(EE.id())
                        .orElseThrow()
                        .known())
                .isTrue();
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        TieGraph graph = build(ORGANIZATIONS, List.of(BBC), List.of(BT));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.edited(List.of("bt"), List.of(), Set.of()))
                .withMessage("there is no tie with the id bt");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.edited(List.of(), List.of(BT), Set.of()))
                .withMessage("there is a tie with the id huawei-supplies-bt already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.edited(List.of(), List.of(EE, EE), Set.of()))
                .withMessage("two ties are added with the id bt-owns-ee");
        Tie elsewhere = TestFacts.tie("bt-owns-o2", "bt", TieType.OWNS, "o2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.edited(List.of(), List.of(elsewhere), Set.of()))
                .withMessage("tie bt-owns-o2 names no organization of this graph: o2");
    }

    @Test
    void shouldNameTiesAroundAnId() {
        TieGraph graph = build(ORGANIZATIONS, List.of(BBC), List.of(BT, EE));

        assertThat(graph.tieIdsAround("huawei-supplies-b", 1)).containsExactly(BT.id());
        assertThat(graph.tieIdsAround("zzz", 10)).containsExactly(EE.id(), BT.id());
    }

    private static SearchOptions certain(LocalDate asOf, LocalDate evidencedSince) {
        SearchOptions usual = SearchOptions.on(asOf);
        return new SearchOptions(
                asOf,
                LocalDate.of(2000, 1, 1),
                Certainty.CERTAIN,
                evidencedSince,
                usual.minStake(),
                usual.maxHops(),
                usual.ties(),
                usual.minEvidence());
    }

    static Map<String, Exposure> exposures(TieGraph graph, String vendor, SearchOptions options) {
        Map<String, Exposure> exposures = new TreeMap<>();
        try (FoundExposures reach = new ExposureSearch(graph).reach(vendor, options)) {
            for (int i = 0; i < reach.size(); i++) {
                exposures.put(reach.carrier(i), reach.exposure(i));
            }
        }
        return exposures;
    }

    static TieGraph build(List<Organization> organizations, List<Source> sources, List<Tie> ties) {
        TieGraphBuilder builder = TieGraph.builder();
        organizations.forEach(builder::add);
        sources.forEach(builder::add);
        ties.forEach(builder::add);
        return builder.build(id -> {
            throw new AssertionError("two ties " + id);
        });
    }
}

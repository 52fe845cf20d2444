package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.testing.RandomWorld;

/** Graphs that keep what became other beside their pages, change after change, against graphs that are built of the same facts. */
class LaterTiesTests {
    private static final int CHANGES = 6;

    private final TreeMap<String, Organization> organizations = new TreeMap<>();
    private final TreeMap<String, Source> sources = new TreeMap<>();
    private final TreeMap<String, Tie> ties = new TreeMap<>();
    private RandomWorld world;
    private RandomLives lives;
    private int made;

    @Property(tries = 300)
    void shouldAnswerLikeAGraphBuiltOfTheFacts(@ForAll long seed) {
        begin(seed);
        TieGraph changed = large(build());
        for (int change = 0; change < CHANGES; change++) {
            changed = changed.changed(changes(false));
            requireSame(changed, build());
        }
        requireSame(LaterTies.copied(changed, List.of()), build());
    }

    @Property(tries = 200)
    void shouldAnswerLikeAGraphBuiltOfTheFactsWithOtherOrganizations(@ForAll long seed) {
        begin(seed);
        TieGraph changed = large(build());
        for (int change = 0; change < CHANGES; change++) {
            changed = changed.changed(changes(world.random().nextBoolean()));
            requireSame(changed, build());
            changed = world.random().nextBoolean() ? large(changed) : changed;
        }
    }

    /** Whoever supposes something asks a graph of his own. */
    @Property(tries = 100)
    void shouldLeaveTheGraphBeforeAsItWas(@ForAll long seed) {
        begin(seed);
        TieGraph before = large(build()).changed(changes(false));
        TieGraph same = build();
        List<Tie> more = List.of(world.tie("more"));

        TieGraph supposing = before.edited(List.copyOf(ties.keySet()), more, Set.of("more"));

        assertThat(supposing.tieCount()).isEqualTo(1);
        assertThat(supposing.ties.isSupposed(supposing.ties.find("more"))).isTrue();
        requireSame(before, same);
    }

    @Example
    void shouldBeCopiedWhenMuchIsOther() {
        begin(1);
        TieGraph changed = large(build());
        for (int change = 1; change <= 5; change++) {
            List<Tie> more = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                more.add(lives.of(world.tie("t" + change + "-" + i)));
            }
            more.forEach(tie -> ties.put(tie.id(), tie));
            changed = changed.changed(new TieGraph.Changes(List.of(), more, Map.of(), List.of(), List.of(), List.of()));

            assertThat(changed.isGrown()).isEqualTo(change == 3 || change == 4);
            assertThat(changed.later() == null).isEqualTo(change == 5);
            assertThat(changed.copied().later()).isNull();
            assertThat(changed.copied().tiesOf(organizations.keySet())).isEqualTo(ties);
        }
    }

    /** As if it were too large to be copied. */
    private static TieGraph large(TieGraph graph) {
        return graph.later() == null ? LaterTies.edited(graph, List.of(), List.of(), Set.of()) : graph;
    }

    private void begin(long seed) {
        world = new RandomWorld(seed);
        lives = new RandomLives(world.random(), world::date);
        organizations.clear();
        sources.clear();
        ties.clear();
        world.organizations().forEach(organization -> organizations.put(organization.id(), organization));
        world.sources().forEach(source -> sources.put(source.id(), source));
        world.ties().stream().map(lives::of).forEach(tie -> ties.put(tie.id(), tie));
    }

    private TieGraph.Changes changes(boolean others) {
        Map<String, PartialDate> dates = new HashMap<>();
        for (int i = world.random().nextInt(3); i > 0; i--) {
            PartialDate date = world.random().nextBoolean() ? null : world.date();
            String id = "s" + world.random().nextInt(9);
            dates.put(id, date);
            sources.put(id, new Source(id, "Press", "Report", date, null));
        }
        List<String> without = new ArrayList<>();
        List<Tie> more = new ArrayList<>();
        for (String id : List.copyOf(ties.keySet())) {
            switch (world.random().nextInt(12)) {
                case 0 -> without.add(id);
                case 1 -> {
                    without.add(id);
                    more.add(lives.of(world.tie(id)));
                }
                default -> {}
            }
        }
        for (int i = world.random().nextInt(3); i > 0; i--) {
            more.add(lives.of(world.tie("t" + world.random().nextInt(800) + "-" + made++)));
        }
        List<Organization> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        if (others) {
            OrganizationKind kind = OrganizationKind.values()[world.random().nextInt(5)];
            added.add(lives.of(
                    new Organization("o" + world.random().nextInt(100) + "-" + made++, "New", kind, "US", List.of())));
            organizations.keySet().stream()
                    .filter(id -> id.contains("-"))
                    .findFirst()
                    .ifPresent(removed::add);
        }
        List<Organization> living = new ArrayList<>();
        world.organizations().stream()
                .filter(organization -> world.random().nextInt(6) == 0)
                .map(lives::of)
                .forEach(living::add);
        without.forEach(ties::remove);
        more.forEach(tie -> ties.put(tie.id(), tie));
        removed.forEach(organizations::remove);
        living.forEach(organization -> organizations.put(organization.id(), organization));
        added.forEach(organization -> organizations.put(organization.id(), organization));
        return new TieGraph.Changes(without, more, dates, living, added, removed);
    }

    private TieGraph build() {
        return TieGraphEditTests.build(
                List.copyOf(organizations.values()), List.copyOf(sources.values()), List.copyOf(ties.values()));
    }

    private void requireSame(TieGraph changed, TieGraph built) {
        assertThat(changed.tieCount()).isEqualTo(built.tieCount());
        assertThat(changed.tiesOf(organizations.keySet())).isEqualTo(ties);
        assertThat(changed.ties(ties.keySet())).isEqualTo(ties);
        assertThat(changed.tieIdsAround("t3", 5)).isEqualTo(built.tieIdsAround("t3", 5));
        assertThat(changed.tieIdsAround("x", 3)).isEqualTo(built.tieIdsAround("x", 3));
        assertThat(changed.tiesCiting("s1")).isEqualTo(built.tiesCiting("s1"));
        for (OrganizationKind kind : OrganizationKind.values()) {
            assertThat(List.copyOf(changed.organizations(kind))).isEqualTo(List.copyOf(built.organizations(kind)));
        }
        for (Tie tie : ties.values()) {
            assertThat(changed.tieIds(tie.from(), tie.to())).isEqualTo(built.tieIds(tie.from(), tie.to()));
        }
        SearchOptions options = world.options(world.day(), world.random().nextBoolean() ? null : world.day());
        for (Organization vendor : organizations.values()) {
            assertThat(TieGraphEditTests.exposures(changed, vendor.id(), options))
                    .isEqualTo(TieGraphEditTests.exposures(built, vendor.id(), options));
            if (!vendor.id().equals("o0")) {
                assertThat(new PathSearch(changed).paths("o0", vendor.id(), options, 20))
                        .isEqualTo(new PathSearch(built).paths("o0", vendor.id(), options, 20));
            }
        }
        StakesOnDay theirs = new StakesOnDay(changed, options.asOf(), options.knownAt(), options.minEvidence());
        StakesOnDay right = new StakesOnDay(built, options.asOf(), options.knownAt(), options.minEvidence());
        for (int organization = 0; organization < built.organizationCount(); organization++) {
            assertThat(theirs.in(organization)).isEqualTo(right.in(organization));
        }
    }
}

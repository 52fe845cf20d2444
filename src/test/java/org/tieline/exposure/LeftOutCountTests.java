package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.LeftOut;
import org.tieline.model.Day;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;

/** What is left out, told from rows alone and told from all that is on record of a tie, and by walking as it is defined. */
class LeftOutCountTests {
    /** So many that a search which finds all others is a small one. */
    private static final int UNTIED = 2_000;

    @Property
    void shouldCountWhatASimpleWalkLeavesOut(@ForAll long seed) {
        RandomFacts facts = RandomFacts.of(seed);
        List<Organization> organizations = new ArrayList<>(facts.organizations());
        if (facts.random().nextBoolean()) {
            for (int i = 0; i < UNTIED; i++) {
                organizations.add(new Organization("u" + i, "Untied", OrganizationKind.COMPANY, null, List.of()));
            }
        }
        TieGraph graph =
                ExposureSearchAgreementTests.graph(facts.random(), organizations, facts.ties(), facts.sources());
        ExposureSearch search = new ExposureSearch(graph, facts.random().nextBoolean() ? 0 : Integer.MAX_VALUE);
        SearchOptions options = facts.options();

        LeftOutCount all = new LeftOutCount();
        Map<Integer, TieFilter.Verdict> leftOutByAny = new HashMap<>();
        for (Organization vendor : facts.organizations()) {
            try (FoundExposures reach = search.reach(vendor.id(), options)) {
                Map<Integer, TieFilter.Verdict> leftOut = walk(graph, vendor.id(), options);
                assertThat(leftOut(reach))
                        .as("from %s with %s", vendor.id(), options)
                        .isEqualTo(total(leftOut));
                all.add(reach);
                leftOutByAny.putAll(leftOut);
                assertThat(all.total()).isEqualTo(total(leftOutByAny));
            }
        }
    }

    /** The ties that a walk through every state comes to and is not let walk, with the reason. */
    private static Map<Integer, TieFilter.Verdict> walk(TieGraph graph, String vendor, SearchOptions options) {
        record Place(int organization, WalkState state) {}
        TieFilter filter = new TieFilter(graph, options);
        int start = graph.find(vendor).orElseThrow();
        Map<Integer, TieFilter.Verdict> leftOut = new HashMap<>();
        Set<Place> level = Set.of(new Place(start, WalkState.VENDOR));
        for (int hops = 1; hops <= options.maxHops(); hops++) {
            Set<Place> next = new HashSet<>();
            for (Place place : level) {
                if (graph.isGovernment(place.organization) && place.organization != start) {
                    continue;
                }
                RowPage page = graph.page(place.organization);
                for (int row = page.from(place.organization); row < page.to(place.organization); row++) {
                    WalkState state = place.state.after(page.step(row));
                    if (state == null
                            || page.target(row) == start
                            || !options.ties().contains(page.step(row).type())) {
                        continue;
                    }
                    TieFilter.Verdict verdict = filter.judge(page.tieOfRow[row]);
                    if (verdict == TieFilter.Verdict.WALKED) {
                        next.add(new Place(page.target(row), state));
                    } else {
                        leftOut.put(page.tieOfRow[row], verdict);
                    }
                }
            }
            level = next;
        }
        return leftOut;
    }

    private static LeftOut total(Map<Integer, TieFilter.Verdict> leftOut) {
        int[] counts = new int[TieFilter.Verdict.values().length];
        leftOut.values().forEach(verdict -> counts[verdict.ordinal()]++);
        return TieFilter.Verdict.leftOut(counts);
    }

    /** By its last day everything on record is known, so that only the way to the answer differs. */
    @Property
    void shouldTellTheSameFromRowsAlone(@ForAll long seed) {
        RandomFacts facts = RandomFacts.of(seed);
        ExposureSearch search = new ExposureSearch(facts.graph());
        SearchOptions some = facts.options();
        SearchOptions byRows = new SearchOptions(
                some.asOf(),
                null,
                Certainty.POSSIBLE,
                null,
                facts.random().nextBoolean() ? BigDecimal.valueOf(20) : some.minStake(),
                some.maxHops(),
                some.ties(),
                Evidence.REPORTED);
        SearchOptions byRecord = byRows.withKnownAt(Day.LAST);

        LeftOutCount all = new LeftOutCount();
        for (Organization vendor : facts.organizations()) {
            try (FoundExposures fast = search.reach(vendor.id(), byRows);
                    FoundExposures slow = search.reach(vendor.id(), byRecord)) {
                LeftOut one = leftOut(fast);
                assertThat(one).isEqualTo(leftOut(slow));
                assertThat(leftOut(fast, fast, slow)).isEqualTo(one);
                all.add(fast);
                assertThat(sum(all.total())).isGreaterThanOrEqualTo(sum(one));
            }
        }
        assertThat(sum(all.total())).isLessThanOrEqualTo(facts.ties().size());
    }

    private static int sum(LeftOut leftOut) {
        return leftOut.denied()
                + leftOut.notKnown()
                + leftOut.outsideTime()
                + leftOut.weakEvidence()
                + leftOut.notEvidencedSince()
                + leftOut.belowMinStake();
    }

    private static LeftOut leftOut(FoundExposures... reaches) {
        LeftOutCount count = new LeftOutCount();
        for (FoundExposures reach : reaches) {
            count.add(reach);
        }
        return count.total();
    }
}

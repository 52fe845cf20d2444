package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.LeftOut;
import org.tieline.model.Day;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;

/** What is left out, told from rows alone and told from all that is on record of a tie. */
class LeftOutCountTests {
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

package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tieline.model.Organization;

/** The snapshot engine against the naive reading of the rules, on small random graphs with every option. */
class ExposureSearchAgreementTests {

    @Property(tries = 3_000)
    void shouldAgreeWithTheNaiveReading(@ForAll long seed) {
        Random random = new Random(seed);
        RandomFacts facts = new RandomFacts(random);
        NaiveExposures naive = new NaiveExposures(facts.organizations(), facts.ties(), facts.sources());
        ExposureSearch engine = new ExposureSearch(facts.graph());

        for (int question = 0; question < 5; question++) {
            SearchOptions options = facts.options();
            for (Organization vendor : facts.organizations()) {
                try (Reach reach = engine.reach(vendor.id(), options)) {
                    assertThat(answers(reach))
                            .as("from %s with %s", vendor.id(), options)
                            .isEqualTo(naive.of(naiveQuestion(vendor.id(), options)));
                }
            }
        }
    }

    private static TreeMap<String, NaiveExposures.Exposure> answers(Reach reach) {
        TreeMap<String, NaiveExposures.Exposure> answers = new TreeMap<>();
        for (int i = 0; i < reach.size(); i++) {
            Exposure exposure = reach.exposure(i);
            assertThat(exposure.hops()).isEqualTo(reach.hops(i));
            answers.put(
                    exposure.carrier(),
                    new NaiveExposures.Exposure(
                            exposure.carrier(),
                            exposure.hops(),
                            exposure.relation().text(),
                            exposure.path().stream().map(Hop::tie).toList(),
                            exposure.certainty() == Certainty.CERTAIN,
                            exposure.evidence()));
        }
        assertThat(answers).as("each carrier once").hasSize(reach.size());
        return answers;
    }

    private static NaiveExposures.Question naiveQuestion(String vendor, SearchOptions options) {
        return new NaiveExposures.Question(
                vendor,
                options.asOf(),
                options.knownAt(),
                options.certainty() == Certainty.CERTAIN,
                options.evidencedSince(),
                options.minStake(),
                options.maxHops(),
                options.ties(),
                options.minEvidence());
    }
}

package org.tieline.exposure;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;

/**
 * A small random graph whose dates lie close together, and questions about it.
 *
 * @param random goes on to choose the questions
 */
public record RandomFacts(Random random, List<Source> sources, List<Organization> organizations, List<Tie> ties) {

    public static RandomFacts of(long seed) {
        Random random = new Random(seed);
        List<Source> sources = ExposureSearchAgreementTests.sources(random);
        List<Organization> organizations = ExposureSearchAgreementTests.organizations(random);
        List<Tie> ties = ExposureSearchAgreementTests.ties(random, organizations, sources);
        return new RandomFacts(random, sources, organizations, ties);
    }

    /** Packed; the ties arrive in any order. */
    public TieGraph graph() {
        return ExposureSearchAgreementTests.graph(random, organizations, ties, sources);
    }

    /** Any options; every third time only day and hops are not as by default. */
    public SearchOptions options() {
        return ExposureSearchAgreementTests.options(random);
    }

    /** A day on or beside a bound of the dates. */
    public LocalDate day() {
        return ExposureSearchAgreementTests.day(random);
    }
}

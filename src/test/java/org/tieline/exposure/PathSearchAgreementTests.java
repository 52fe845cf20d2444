package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.FoundPaths;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.TiePath;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Source;
import org.tieline.model.Tie;

/** The search for paths against the naive reading of the rule, on small random graphs with every option. */
class PathSearchAgreementTests {

    @Property(tries = 800)
    void shouldAgreeWithTheNaiveReading(@ForAll long seed) {
        Random random = new Random(seed);
        List<Source> sources = ExposureSearchAgreementTests.sources(random);
        List<Organization> organizations = ExposureSearchAgreementTests.organizations(random);
        List<Tie> ties = ExposureSearchAgreementTests.ties(random, organizations, sources);
        NaivePaths naive = new NaivePaths(organizations, ties, sources);
        TieGraph graph = ExposureSearchAgreementTests.graph(random, organizations, ties, sources);

        for (int question = 0; question < 3; question++) {
            SearchOptions options = ExposureSearchAgreementTests.options(random);
            int limit = random.nextBoolean() ? PathSearch.MOST_PATHS : 1 + random.nextInt(5);
            String from =
                    organizations.get(random.nextInt(organizations.size())).id();
            for (Organization to : organizations) {
                if (!to.id().equals(from)) {
                    List<NaivePaths.Path> all =
                            naive.between(ExposureSearchAgreementTests.naiveQuestion(from, options), to.id());
                    FoundPaths found = new PathSearch(graph).paths(from, to.id(), options, limit);

                    assertThat(found.paths().stream()
                                    .map(PathSearchAgreementTests::plain)
                                    .toList())
                            .as("from %s to %s with %s", from, to.id(), options)
                            .isEqualTo(all.stream().limit(limit).toList());
                    assertThat(found.cut()).isEqualTo(all.size() > limit ? FoundPaths.Cut.LIMIT : null);
                }
            }
        }
    }

    @Property(tries = 500)
    void shouldBeginWithThePathOfTheExposure(@ForAll long seed) {
        Random random = new Random(seed);
        List<Source> sources = ExposureSearchAgreementTests.sources(random);
        List<Organization> organizations = ExposureSearchAgreementTests.organizations(random);
        List<Tie> ties = ExposureSearchAgreementTests.ties(random, organizations, sources);
        TieGraph graph = ExposureSearchAgreementTests.graph(random, organizations, ties, sources);
        SearchOptions options = ExposureSearchAgreementTests.options(random);
        PathSearch paths = new PathSearch(graph);

        for (Organization vendor : organizations) {
            try (FoundExposures reach = new ExposureSearch(graph).reach(vendor.id(), options)) {
                for (Organization carrier : organizations) {
                    if (carrier.kind() == OrganizationKind.CARRIER && carrier != vendor) {
                        Optional<Exposure> exposure = IntStream.range(0, reach.size())
                                .mapToObj(reach::exposure)
                                .filter(one -> one.carrier().equals(carrier.id()))
                                .findFirst();
                        Optional<TiePath> first =
                                paths.paths(vendor.id(), carrier.id(), options, PathSearch.MOST_PATHS).paths().stream()
                                        .filter(path -> path.relation() != null)
                                        .findFirst();
                        requireSame(exposure, first);
                    }
                }
            }
        }
    }

    /** An exposure may pass an organization on the vendor's side and again as a customer; no path does. */
    private static void requireSame(Optional<Exposure> exposure, Optional<TiePath> first) {
        if (exposure.isPresent() && !isSimple(exposure.get().path())) {
            assertThat(first.map(TiePath::hops).orElse(SearchOptions.MOST_HOPS))
                    .isGreaterThanOrEqualTo(exposure.get().hops());
        } else {
            assertThat(first)
                    .isEqualTo(exposure.map(one ->
                            new TiePath(one.relation(), one.evidence(), one.certainty(), one.flags(), one.path())));
        }
    }

    private static boolean isSimple(List<Hop> path) {
        List<String> passed = Stream.concat(
                        Stream.of(path.getFirst().from()), path.stream().map(Hop::to))
                .toList();
        return passed.stream().distinct().count() == passed.size();
    }

    private static NaivePaths.Path plain(TiePath path) {
        return new NaivePaths.Path(
                path.relation() == null ? null : path.relation().text(),
                path.path().stream().map(Hop::tie).toList());
    }
}

package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** The sweep over many days against a search of each of them. */
class ExposureSweepTests {
    @Property
    void shouldAgreeWithASearchOfEachDay(@ForAll long seed) {
        RandomFacts facts = RandomFacts.of(seed);
        ExposureSearch search = new ExposureSearch(facts.graph());
        ExposureSweep sweep = new ExposureSweep(search.graph());

        for (int question = 0; question < 3; question++) {
            List<SearchOptions> questions = questions(facts);
            for (Organization vendor : facts.organizations()) {
                assertThat(swept(search.graph(), sweep, vendor.id(), questions))
                        .as("from %s with %s", vendor.id(), questions)
                        .isEqualTo(searched(search, vendor.id(), questions));
            }
        }
    }

    @Test
    void shouldAgreeOnAGraphThatNeedsMoreRoom() {
        Random random = new Random(1);
        List<Source> sources = List.of(new Source("s0", "Press", "Report", PartialDate.parse("2018-01-02"), null));
        List<Organization> organizations = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            OrganizationKind kind = OrganizationKind.values()[i % 20 == 0 ? 0 : 1 + random.nextInt(2)];
            organizations.add(new Organization("o" + i, "O " + i, kind, null, List.of()));
        }
        List<Tie> ties = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            ties.add(tie(i, random, organizations));
        }
        ExposureSearch search =
                new ExposureSearch(ExposureSearchAgreementTests.graph(random, organizations, ties, sources));
        ExposureSweep sweep = new ExposureSweep(search.graph());
        List<SearchOptions> months = Stream.iterate(LocalDate.of(2004, 12, 31), day -> day.plusDays(37))
                .limit(130)
                .map(SearchOptions::on)
                .toList();

        for (String vendor : List.of("o0", "o20", "o40", "o0")) {
            List<Map<String, String>> found = swept(search.graph(), sweep, vendor, months);
            assertThat(found).isEqualTo(searched(search, vendor, months));
            assertThat(found.getLast()).hasSizeGreaterThan(100);
        }
    }

    private static Tie tie(int i, Random random, List<Organization> organizations) {
        int from = random.nextInt(2_000) * random.nextInt(2_000) / 2_000;
        int to = (from + 1 + random.nextInt(1_998)) % 2_000;
        TieType type = TieType.values()[random.nextInt(4)];
        LocalDate since = LocalDate.of(2005, 1, 1).plusDays(random.nextInt(5_000));
        return new Tie(
                "t" + i,
                organizations.get(from).id(),
                type,
                organizations.get(to).id(),
                random.nextBoolean() ? PartialDate.of(since) : null,
                random.nextInt(4) == 0 ? PartialDate.of(since.plusDays(1 + random.nextInt(2_000))) : null,
                null,
                List.of(),
                List.of(),
                Evidence.CONFIRMED,
                List.of("s0"),
                "");
    }

    @Test
    void shouldBeAskedByManyAtOnce() {
        RandomFacts facts = RandomFacts.of(7);
        ExposureSearch search = new ExposureSearch(facts.graph());
        ExposureSweep sweep = new ExposureSweep(search.graph());
        List<SearchOptions> questions =
                days(facts).stream().map(SearchOptions::on).toList();

        IntStream.range(0, 2_000).parallel().forEach(i -> {
            String vendor =
                    facts.organizations().get(i % facts.organizations().size()).id();
            assertThat(swept(search.graph(), sweep, vendor, questions)).isEqualTo(searched(search, vendor, questions));
        });
    }

    @Test
    void shouldRefuseWhatIsNoRowOfDays() {
        ExposureSweep sweep = new ExposureSweep(RandomFacts.of(1).graph());
        SearchOptions first = SearchOptions.on(LocalDate.of(2018, 1, 2));
        SearchOptions longer = SearchOptions.on(LocalDate.of(2018, 1, 3)).withMaxHops(5);
        ExposureSweep.Sink none = (carrier, hops, relation, from, to) -> {};

        assertThatThrownBy(() -> sweep.sweep("nobody", List.of(first), none)).hasMessageContaining("the id nobody");
        assertThatThrownBy(() -> sweep.sweep("o0", List.of(first, first), none))
                .hasMessage("days must be in ascending order, were 2018-01-02, 2018-01-02");
        assertThatThrownBy(() -> sweep.sweep("o0", List.of(first, longer), none))
                .hasMessageStartingWith("questions may differ in asOf, knownAt and evidencedSince alone");
        sweep.sweep("o0", List.of(), none);
    }

    /** The same question on some days, with the same knowledge or that of each day, or evidence no older than something. */
    private static List<SearchOptions> questions(RandomFacts facts) {
        SearchOptions options = facts.options();
        boolean knownThen = facts.random().nextInt(4) == 0;
        boolean freshThen = facts.random().nextInt(4) == 0;
        return days(facts).stream()
                .map(day -> new SearchOptions(
                        day,
                        knownThen ? day : options.knownAt(),
                        options.certainty(),
                        freshThen ? day.minusDays(20) : options.evidencedSince(),
                        options.maxAge(),
                        options.minStake(),
                        options.maxHops(),
                        options.ties(),
                        options.minEvidence()))
                .toList();
    }

    private static List<LocalDate> days(RandomFacts facts) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (int i = facts.random().nextInt(20); i >= 0; i--) {
            days.add(facts.day());
        }
        if (facts.random().nextInt(8) == 0) {
            LocalDate first = facts.day();
            for (int i = facts.random().nextInt(200); i >= 0; i--) {
                days.add(first.plusDays(i));
            }
        }
        if (facts.random().nextInt(4) == 0) {
            days.add(facts.options().asOf());
        }
        return List.copyOf(days);
    }

    /** By day: the carriers with hops and relation. */
    private static List<Map<String, String>> searched(
            ExposureSearch search, String vendor, List<SearchOptions> questions) {
        List<Map<String, String>> found = new ArrayList<>();
        for (SearchOptions question : questions) {
            Map<String, String> onDay = new TreeMap<>();
            try (FoundExposures reach = search.reach(vendor, question)) {
                for (int i = 0; i < reach.size(); i++) {
                    onDay.put(reach.carrier(i), reach.hops(i) + " " + reach.relation(i));
                }
            }
            found.add(onDay);
        }
        return found;
    }

    private static List<Map<String, String>> swept(
            TieGraph graph, ExposureSweep sweep, String vendor, List<SearchOptions> questions) {
        List<String> carriers = List.copyOf(graph.organizations(OrganizationKind.CARRIER));
        List<Map<String, String>> found = new ArrayList<>();
        questions.forEach(question -> found.add(new TreeMap<>()));
        sweep.sweep(vendor, questions, (carrier, hops, relation, from, to) -> {
            assertThat(from).isLessThan(to);
            for (int day = from; day < to; day++) {
                assertThat(found.get(day).put(carriers.get(carrier), hops + " " + relation))
                        .as("each carrier once a day")
                        .isNull();
            }
        });
        return found;
    }
}

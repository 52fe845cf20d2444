package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.Hop;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** The snapshot engine against the naive reading of the rules, on small random graphs with every option. */
class ExposureSearchAgreementTests {
    private static final int MOST_HOPS_OF_ALL_WALKS = 4;
    private static final List<Period> AGES = List.of(
            Period.ofDays(1),
            Period.ofDays(20),
            Period.ofMonths(1),
            Period.of(0, 1, 3),
            Period.ofYears(1),
            Period.ofYears(5),
            Period.ofYears(50));

    /** It searches small graphs and those that are large in two ways: both are tried on small ones. */
    private static ExposureSearch engine(
            Random random, List<Organization> organizations, List<Tie> ties, List<Source> sources) {
        return new ExposureSearch(
                graph(random, organizations, ties, sources), random.nextBoolean() ? 0 : Integer.MAX_VALUE);
    }

    @Property
    void shouldAgreeWithTheNaiveReading(@ForAll long seed) {
        Random random = new Random(seed);
        List<Source> sources = sources(random);
        List<Organization> organizations = organizations(random);
        List<Tie> ties = ties(random, organizations, sources);
        NaiveExposures naive = new NaiveExposures(organizations, ties, sources);
        ExposureSearch engine = engine(random, organizations, ties, sources);

        for (int question = 0; question < 5; question++) {
            SearchOptions options = options(random);
            for (Organization vendor : organizations) {
                try (FoundExposures reach = engine.reach(vendor.id(), options)) {
                    assertThat(answers(reach))
                            .as("from %s with %s", vendor.id(), options)
                            .isEqualTo(naive.of(naiveQuestion(vendor.id(), options)));
                }
            }
        }
    }

    @Property
    void shouldFindEveryContactOnAShortestPath(@ForAll long seed) {
        Random random = new Random(seed);
        List<Source> sources = sources(random);
        List<Organization> organizations = organizations(random);
        List<Tie> ties = ties(random, organizations, sources);
        NaiveExposures naive = new NaiveExposures(organizations, ties, sources);
        ExposureSearch engine = engine(random, organizations, ties, sources);

        SearchOptions any = options(random);
        SearchOptions options = any.withMaxHops(Math.min(any.maxHops(), MOST_HOPS_OF_ALL_WALKS));
        for (Organization vendor : organizations) {
            try (FoundExposures reach = engine.reach(vendor.id(), options)) {
                TreeMap<String, List<NaiveExposures.Contact>> contacts = new TreeMap<>();
                // Backwards, so that the second look is also taken deep at once and shallow afterwards.
                for (int i = reach.size() - 1; i >= 0; i--) {
                    contacts.put(
                            reach.carrier(i),
                            reach.contacts(i).stream()
                                    .map(contact -> new NaiveExposures.Contact(
                                            contact.hop().tie(), contact.hop().to(), contact.owners()))
                                    .toList());
                    assertThat(reach.contacts(i).stream().map(contact -> contact.hop()))
                            .as("the path that is shown has one of them")
                            .containsAnyElementsOf(reach.exposure(i).path());
                }
                assertThat(contacts)
                        .as("from %s with %s", vendor.id(), options)
                        .isEqualTo(naive.contacts(naiveQuestion(vendor.id(), options)));
            }
        }
    }

    private static TreeMap<String, NaiveExposures.Exposure> answers(FoundExposures reach) {
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
                            exposure.evidence(),
                            exposure.flags().stream().map(Flag::text).collect(Collectors.toSet())));
        }
        assertThat(answers).as("each carrier once").hasSize(reach.size());
        return answers;
    }

    static NaiveExposures.Question naiveQuestion(String vendor, SearchOptions options) {
        return new NaiveExposures.Question(
                vendor,
                options.asOf(),
                options.knownAt(),
                options.certainty() == Certainty.CERTAIN,
                options.evidencedSince(),
                options.maxAge(),
                options.minStake(),
                options.maxHops(),
                options.ties(),
                options.minEvidence());
    }

    /** In pages of any size, as they come in graphs that are far too large for a test; every second time with far targets. */
    static TieGraph graph(Random random, List<Organization> organizations, List<Tie> ties, List<Source> sources) {
        List<Tie> shuffled = new ArrayList<>(ties);
        Collections.shuffle(shuffled, random);
        TieGraphBuilder builder = TieGraph.builder();
        organizations.forEach(builder::add);
        sources.forEach(builder::add);
        shuffled.forEach(builder::add);
        int mostOfOne = organizations.stream()
                .mapToInt(organization -> (int) ties.stream()
                        .filter(tie -> Set.of(tie.from(), tie.to()).contains(organization.id()))
                        .count())
                .max()
                .orElse(0);
        boolean far = random.nextBoolean();
        return builder.build(
                id -> assertThat(id).as("no duplicates here").isNull(),
                random.nextBoolean() ? RowPage.MOST_ROWS : Math.max(1, mostOfOne),
                far);
    }

    static List<Source> sources(Random random) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            PartialDate published = random.nextInt(4) == 0 ? null : date(random);
            sources.add(new Source("s" + i, "Press", "Report", published, null));
        }
        return sources;
    }

    static List<Organization> organizations(Random random) {
        List<Organization> organizations = new ArrayList<>();
        RandomLives lives = new RandomLives(random, () -> date(random));
        int count = 4 + random.nextInt(8);
        OrganizationKind[] kinds = OrganizationKind.values();
        for (int i = 0; i < count; i++) {
            OrganizationKind kind =
                    random.nextBoolean() ? OrganizationKind.CARRIER : kinds[random.nextInt(kinds.length)];
            organizations.add(lives.of(new Organization("o" + i, "O " + i, kind, null, List.of())));
        }
        return organizations;
    }

    static List<Tie> ties(Random random, List<Organization> organizations, List<Source> sources) {
        List<Tie> ties = new ArrayList<>();
        RandomLives lives = new RandomLives(random, () -> date(random));
        int count = random.nextInt(4 * organizations.size());
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(organizations.size());
            int to = (from + 1 + random.nextInt(organizations.size() - 1)) % organizations.size();
            TieType type = TieType.values()[random.nextInt(TieType.values().length)];
            PartialDate since = random.nextInt(3) > 0 ? null : date(random);
            PartialDate until = random.nextInt(3) > 0 ? null : date(random);
            boolean reversed = since != null && until != null && !until.overBy().isAfter(since.firstDay());
            BigDecimal percent =
                    type == TieType.OWNS && random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(10_001), 2) : null;
            ties.add(lives.of(new Tie(
                    "t" + i,
                    organizations.get(from).id(),
                    type,
                    organizations.get(to).id(),
                    since,
                    reversed ? null : until,
                    percent,
                    List.of(),
                    List.of(),
                    random.nextInt(8) == 0 ? Evidence.DENIED : Evidence.values()[random.nextInt(3)],
                    sources.subList(0, 1 + random.nextInt(sources.size())).stream()
                            .map(Source::id)
                            .toList(),
                    "")));
        }
        return ties;
    }

    /** A few close dates of every precision, so that bounds meet. */
    private static PartialDate date(Random random) {
        int month = 1 + random.nextInt(3);
        return PartialDate.parse(
                switch (random.nextInt(3)) {
                    case 0 -> "201" + (7 + random.nextInt(2));
                    case 1 -> "2018-0" + month;
                    default -> "2018-0" + month + "-0" + (1 + random.nextInt(3));
                });
    }

    static SearchOptions options(Random random) {
        boolean plain = random.nextInt(3) == 0;
        Period maxAge = plain ? SearchOptions.DEFAULT_MAX_AGE : AGES.get(random.nextInt(AGES.size()));
        Set<TieType> types = EnumSet.allOf(TieType.class);
        if (!plain && random.nextInt(3) == 0) {
            types.remove(TieType.values()[random.nextInt(TieType.values().length)]);
        }
        return new SearchOptions(
                random.nextInt(3) > 0 ? day(random) : endOfEvidence(random, maxAge),
                plain || random.nextBoolean() ? null : day(random),
                plain || random.nextBoolean() ? Certainty.POSSIBLE : Certainty.CERTAIN,
                plain || random.nextInt(3) > 0 ? null : day(random),
                maxAge,
                BigDecimal.valueOf(plain || random.nextBoolean() ? 20 : random.nextInt(101)),
                1 + random.nextInt(6),
                types,
                plain ? Evidence.REPORTED : Evidence.values()[random.nextInt(3)]);
    }

    /** The last day on which evidence carries, or the one after it. */
    private static LocalDate endOfEvidence(Random random, Period maxAge) {
        return date(random).lastDay().plus(maxAge).plusDays(random.nextInt(2));
    }

    static LocalDate day(Random random) {
        PartialDate date = date(random);
        return switch (random.nextInt(4)) {
            case 0 -> date.firstDay().minusDays(1);
            case 1 -> date.lastDay();
            case 2 -> date.dayAfter();
            default -> date.firstDay();
        };
    }
}

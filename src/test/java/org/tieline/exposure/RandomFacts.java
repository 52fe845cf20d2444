package org.tieline.exposure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** A small random graph whose dates lie close together, and questions about it. */
public final class RandomFacts {
    private final Random random;
    private final List<Source> sources;
    private final List<Organization> organizations;
    private final List<Tie> ties;

    public RandomFacts(Random random) {
        this.random = random;
        sources = sources(random);
        organizations = organizations(random);
        ties = ties(random, organizations, sources);
    }

    public List<Organization> organizations() {
        return organizations;
    }

    public List<Tie> ties() {
        return ties;
    }

    public List<Source> sources() {
        return sources;
    }

    /** The facts packed; the ties arrive in any order. */
    TieGraph graph() {
        List<Tie> shuffled = new ArrayList<>(ties);
        Collections.shuffle(shuffled, random);
        TieGraphBuilder builder = TieGraph.builder();
        organizations.forEach(builder::add);
        sources.forEach(builder::add);
        shuffled.forEach(builder::add);
        return builder.build(id -> {
            throw new AssertionError("two ties " + id);
        });
    }

    private static List<Source> sources(Random random) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            PartialDate published = random.nextInt(4) == 0 ? null : date(random);
            sources.add(new Source("s" + i, "Press", "Report", published, null));
        }
        return sources;
    }

    private static List<Organization> organizations(Random random) {
        List<Organization> organizations = new ArrayList<>();
        int count = 4 + random.nextInt(8);
        OrganizationKind[] kinds = OrganizationKind.values();
        for (int i = 0; i < count; i++) {
            OrganizationKind kind =
                    random.nextBoolean() ? OrganizationKind.CARRIER : kinds[random.nextInt(kinds.length)];
            organizations.add(new Organization("o" + i, "O " + i, kind, null, List.of()));
        }
        return organizations;
    }

    private static List<Tie> ties(Random random, List<Organization> organizations, List<Source> sources) {
        List<Tie> ties = new ArrayList<>();
        int count = random.nextInt(4 * organizations.size());
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(organizations.size());
            int to = (from + 1 + random.nextInt(organizations.size() - 1)) % organizations.size();
            TieType type = TieType.values()[random.nextInt(TieType.values().length)];
            PartialDate since = random.nextInt(3) > 0 ? null : date(random);
            PartialDate until = random.nextInt(3) > 0 ? null : date(random);
            boolean reversed =
                    since != null && until != null && !until.dayAfter().isAfter(since.firstDay());
            BigDecimal percent =
                    type == TieType.OWNS && random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(10_001), 2) : null;
            ties.add(new Tie(
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
                    ""));
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

    /** Any options; every third time only day and hops differ from the default. */
    public SearchOptions options() {
        LocalDate asOf = day();
        boolean plain = random.nextInt(3) == 0;
        Set<TieType> types = EnumSet.allOf(TieType.class);
        if (!plain && random.nextInt(3) == 0) {
            types.remove(TieType.values()[random.nextInt(TieType.values().length)]);
        }
        return new SearchOptions(
                asOf,
                plain || random.nextBoolean() ? null : day(),
                plain || random.nextBoolean() ? Certainty.POSSIBLE : Certainty.CERTAIN,
                plain || random.nextInt(3) > 0 ? null : day(),
                BigDecimal.valueOf(plain || random.nextBoolean() ? 20 : random.nextInt(101)),
                1 + random.nextInt(6),
                types,
                plain ? Evidence.REPORTED : Evidence.values()[random.nextInt(3)]);
    }

    /** A day on or beside a bound of the dates. */
    public LocalDate day() {
        PartialDate date = date(random);
        return switch (random.nextInt(4)) {
            case 0 -> date.firstDay().minusDays(1);
            case 1 -> date.lastDay();
            case 2 -> date.dayAfter();
            default -> date.firstDay();
        };
    }
}

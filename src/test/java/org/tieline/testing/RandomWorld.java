package org.tieline.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** A small made-up world whose few dates of every precision lie close together, so that bounds meet; and questions. */
public final class RandomWorld {
    private static final TieType[] TYPES = TieType.values();

    private final Random random;

    /** For the dates of lives, so that the rest of a world is the same whatever is known of them. */
    private final Random lives;

    private final List<Organization> organizations = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
    private final List<Ban> bans = new ArrayList<>();
    private final List<Identifier> identifiers = new ArrayList<>();
    private final List<SubscriberCount> subscribers = new ArrayList<>();

    public RandomWorld(long seed) {
        random = new Random(seed);
        lives = new Random(~seed);
        for (int i = 0; i < 5; i++) {
            PartialDate published = random.nextInt(4) == 0 ? null : date();
            sources.add(new Source("s" + i, "Press", "Report", published, null));
        }
        OrganizationKind[] kinds = OrganizationKind.values();
        int count = 5 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            OrganizationKind kind = i < 2
                    ? OrganizationKind.VENDOR
                    : random.nextInt(3) > 0 ? OrganizationKind.CARRIER : kinds[random.nextInt(kinds.length)];
            organizations.add(new Organization("o" + i, "O " + i, kind, i % 3 == 0 ? "US" : "JP", List.of()));
        }
        organizations.replaceAll(this::living);
        organizations.add(new Organization("gov", "Government", OrganizationKind.GOVERNMENT, "US", List.of()));
        organizations.forEach(this::addDetails);
        int many = 2 * count + random.nextInt(2 * count);
        for (int i = 0; i < many; i++) {
            ties.add(tie("t" + i));
        }
        int measures = random.nextInt(5);
        for (int i = 0; i < measures; i++) {
            bans.add(replacing(ban("b" + i)));
        }
    }

    public Random random() {
        return random;
    }

    public List<Organization> organizations() {
        return organizations;
    }

    public List<Source> sources() {
        return sources;
    }

    public List<Tie> ties() {
        return ties;
    }

    public List<Ban> bans() {
        return bans;
    }

    public List<Identifier> identifiers() {
        return identifiers;
    }

    public List<SubscriberCount> subscribers() {
        return subscribers;
    }

    /** All of it. */
    public Dataset dataset() {
        return dataset(ties, bans);
    }

    /** The same organizations and sources with other ties and bans. */
    public Dataset dataset(List<Tie> otherTies, List<Ban> otherBans) {
        return dataset(organizations, otherTies, otherBans);
    }

    /** The same sources with other facts. */
    public Dataset dataset(List<Organization> otherOrganizations, List<Tie> otherTies, List<Ban> otherBans) {
        return new Dataset(
                "1.0.0",
                "a".repeat(64),
                otherOrganizations,
                otherTies,
                otherBans,
                sources,
                List.of(),
                identifiers,
                subscribers);
    }

    private Organization living(Organization organization) {
        PartialDate since = lives.nextInt(4) == 0 ? date(lives) : null;
        PartialDate until = lives.nextInt(4) == 0 ? date(lives) : null;
        String successor =
                organizations.get(lives.nextInt(organizations.size())).id();
        return orSame(organization, each -> each.living(since, until, lives.nextBoolean() ? successor : null));
    }

    /** A code that is passed on from one to the next, an item of its own, and a count for some. */
    private void addDetails(Organization organization) {
        if (lives.nextInt(3) == 0) {
            PartialDate until = lives.nextBoolean() ? date(lives) : null;
            identifiers.add(new Identifier(
                    organization.id(),
                    IdentifierScheme.MCC_MNC,
                    "440-1" + lives.nextInt(3),
                    null,
                    until,
                    someSources(lives)));
        }
        if (lives.nextInt(3) == 0) {
            String item = "Q" + (1 + identifiers.size());
            identifiers.add(new Identifier(
                    organization.id(), IdentifierScheme.WIKIDATA, item, date(lives), null, someSources(lives)));
        }
        if (lives.nextInt(3) == 0) {
            BigDecimal millions = new BigDecimal(lives.nextInt(9) + ".25");
            subscribers.add(new SubscriberCount(organization.id(), date(lives), millions, someSources(lives)));
        }
    }

    private Ban replacing(Ban ban) {
        return bans.isEmpty() || lives.nextInt(3) > 0
                ? ban
                : ban.withReplaces(List.of(bans.get(lives.nextInt(bans.size())).id()));
    }

    private Tie living(Tie tie) {
        Tie living = tie;
        if (lives.nextInt(4) == 0) {
            living = orSame(living, each -> each.withRemoving(date(lives)));
        }
        if (lives.nextInt(3) == 0) {
            living = orSame(living, each -> each.withVerified(date(lives)));
        }
        if (tie.type() == TieType.SUPPLIES && lives.nextInt(3) == 0) {
            living = living.withShare(BigDecimal.valueOf(lives.nextInt(101))).withShareOn(date(lives));
        }
        if (tie.type() == TieType.SUPPLIES && lives.nextInt(3) == 0) {
            living = living.withCountries(lives.nextBoolean() ? List.of("US") : List.of("JP", "DE"));
        }
        return living;
    }

    /** The fact itself where the change does not go with its other dates. */
    private static <T> T orSame(T fact, UnaryOperator<T> change) {
        try {
            return change.apply(fact);
        } catch (InvalidValue e) {
            return fact;
        }
    }

    /** Another tie. */
    public Tie tie(String id) {
        boolean fromVendor = random.nextInt(3) == 0;
        int from = fromVendor ? random.nextInt(2) : random.nextInt(organizations.size());
        int to = (from + 1 + random.nextInt(organizations.size() - 1)) % organizations.size();
        TieType type = fromVendor && random.nextBoolean() ? TieType.SUPPLIES : TYPES[random.nextInt(TYPES.length)];
        PartialDate since = random.nextInt(5) > 1 ? null : date();
        PartialDate until = random.nextInt(5) > 1 ? null : date();
        boolean reversed = since != null && until != null && !until.overBy().isAfter(since.firstDay());
        BigDecimal percent =
                type == TieType.OWNS && random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(101)) : null;
        return living(new Tie(
                id,
                organizations.get(from).id(),
                type,
                organizations.get(to).id(),
                since,
                reversed ? null : until,
                percent,
                List.of(),
                List.of(),
                random.nextInt(10) == 0 ? Evidence.DENIED : Evidence.values()[random.nextInt(3)],
                someSources(random),
                null));
    }

    /** Another ban. */
    public Ban ban(String id) {
        PartialDate announced = random.nextBoolean() ? date() : null;
        PartialDate effective = random.nextBoolean() ? date() : null;
        PartialDate reported = announced == null && effective == null || random.nextBoolean() ? date() : null;
        PartialDate ended = random.nextInt(4) == 0 ? PartialDate.parse("2018-03-03") : null;
        for (PartialDate start : new PartialDate[] {reported, announced, effective}) {
            ended = ended != null && start != null && !ended.overBy().isAfter(start.firstDay()) ? null : ended;
        }
        return new Ban(
                id,
                "gov",
                "US",
                random.nextBoolean() ? List.of("o0") : List.of("o0", "o1"),
                true,
                List.of(),
                random.nextInt(4) == 0 ? BanNature.ADVICE : BanNature.ORDER,
                List.of(new Scope(random.nextBoolean() ? "5g" : "removal")),
                BanStatus.values()[random.nextInt(BanStatus.values().length)],
                reported,
                announced,
                effective,
                null,
                ended,
                List.of(),
                someSources(random),
                null,
                "");
    }

    private List<String> someSources(Random chance) {
        int from = chance.nextInt(sources.size());
        return sources.subList(from, from + 1 + chance.nextInt(sources.size() - from)).stream()
                .map(Source::id)
                .toList();
    }

    /** One of a few close dates of any precision. */
    public PartialDate date() {
        return date(random);
    }

    private static PartialDate date(Random chance) {
        int month = 1 + chance.nextInt(3);
        return PartialDate.parse(
                switch (chance.nextInt(4)) {
                    case 0 -> "201" + (7 + chance.nextInt(2));
                    case 1 -> "2018-0" + month;
                    default -> "2018-0" + month + "-0" + (1 + chance.nextInt(3));
                });
    }

    /** A day at a bound of one of the dates. */
    public LocalDate day() {
        PartialDate date = date();
        return switch (random.nextInt(4)) {
            case 0 -> date.firstDay().minusDays(1);
            case 1 -> date.lastDay();
            case 2 -> date.dayAfter();
            default -> date.firstDay();
        };
    }

    /** How to search on a day; every third time as by default. */
    public SearchOptions options(LocalDate asOf, LocalDate knownAt) {
        boolean plain = random.nextInt(3) == 0;
        Set<TieType> types = EnumSet.allOf(TieType.class);
        if (!plain && random.nextInt(4) == 0) {
            types.remove(TYPES[random.nextInt(TYPES.length)]);
        }
        return new SearchOptions(
                asOf,
                knownAt,
                plain || random.nextInt(3) > 0 ? Certainty.POSSIBLE : Certainty.CERTAIN,
                plain || random.nextInt(3) > 0 ? null : day(),
                BigDecimal.valueOf(plain || random.nextBoolean() ? 20 : random.nextInt(101)),
                2 + random.nextInt(4),
                types,
                plain ? Evidence.REPORTED : Evidence.values()[random.nextInt(3)]);
    }
}

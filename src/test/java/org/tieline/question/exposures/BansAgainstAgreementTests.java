package org.tieline.question.exposures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tieline.exposure.NaiveExposures;
import org.tieline.exposure.path.Direction;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Source;
import org.tieline.model.Term;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.restriction.BanAgainst;
import org.tieline.testing.GivenQuestions;
import org.tieline.testing.InMemory;

/** Bans against carriers, compared with a naive reading of the rules on small random graphs. */
class BansAgainstAgreementTests {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 31);
    private static final int HOPS = 4;
    private static final List<String> COUNTRIES = List.of("DE", "GB", "US");
    private static final List<Source> SOURCES = List.of(
            new Source("s", "Press", "Report", null, null),
            new Source("old", "Press", "Report", PartialDate.parse("2013"), null),
            new Source("new", "Press", "Report", PartialDate.parse("2016-05-05"), null));
    private static final List<Membership> MEMBERSHIPS = List.of(
            new Membership("EU", "DE", LocalDate.of(1958, 1, 1), null, List.of("s")),
            new Membership("EU", "GB", LocalDate.of(1973, 1, 1), LocalDate.of(2020, 2, 1), List.of("s")));
    private static final List<OrganizationKind> KINDS = List.of(
            OrganizationKind.CARRIER,
            OrganizationKind.CARRIER,
            OrganizationKind.CARRIER,
            OrganizationKind.COMPANY,
            OrganizationKind.VENDOR,
            OrganizationKind.ASSOCIATION);
    private static final List<String> SCOPES = List.of(
            "5g",
            "4g",
            "core",
            "ran",
            "fixed-network",
            "5g:core",
            "5g:ran",
            "removal",
            "all-new-equipment",
            "public-funding",
            "market-authorisation",
            "cable-landing",
            "export-control");

    @Property
    void shouldAgreeWithTheNaiveReading(@ForAll long seed) {
        Random random = new Random(seed);
        List<Organization> organizations = organizations(random);
        List<Tie> ties = ties(random, organizations);
        List<Ban> bans = bans(random, organizations);
        LocalDate day = random.nextBoolean() ? DAY : DAY.plusDays(1);
        Snapshot snapshot = SnapshotBuilder.take(
                new InMemory(new Dataset("1", "0".repeat(64), organizations, ties, bans, SOURCES, MEMBERSHIPS)));
        NaiveExposures naive = new NaiveExposures(organizations, ties, SOURCES);
        TreeMap<String, List<NaiveExposures.Contact>> contacts = naive.contacts(new NaiveExposures.Question(
                "o0",
                day,
                null,
                false,
                null,
                BigDecimal.valueOf(20),
                HOPS,
                EnumSet.allOf(TieType.class),
                Evidence.REPORTED));
        Map<String, List<String>> parameters =
                (Map.of("vendor", List.of("o0"), "asOf", List.of(day.toString()), "limit", List.of("1000")));

        ExposureAnswer answer = ExposureInquiry.ask(snapshot, GivenQuestions.exposures(parameters, day));

        assertThat(answer.results()).hasSameSizeAs(contacts.entrySet());
        for (ExposureAnswer.Found found : answer.results()) {
            List<String> expected = bans.stream()
                    .map(ban -> read(ban, found, contacts.get(found.carrier().id()), day, snapshot, ties))
                    .toList();
            assertThat(found.bans().stream().map(BansAgainstAgreementTests::text))
                    .as("%s", found.carrier().id())
                    .containsExactlyElementsOf(expected);
        }
    }

    private static String text(BanAgainst against) {
        return "%s %s %s %s %s %s %s"
                .formatted(
                        against.onDay().ban().id(),
                        against.jurisdiction().text(),
                        against.covers().text(),
                        against.coveredTie(),
                        against.conflict() == null ? "none" : against.conflict().text(),
                        against.pastDeadline().text(),
                        against.removing());
    }

    /** The rules as they are written, on words. */
    private static String read(
            Ban ban,
            ExposureAnswer.Found found,
            List<NaiveExposures.Contact> contacts,
            LocalDate day,
            Snapshot snapshot,
            List<Tie> ties) {
        Map<String, Tie> byId = ties.stream().collect(Collectors.toMap(Tie::id, tie -> tie));
        String home = found.carrier().country();
        Set<String> owners = new TreeSet<>();
        found.exposure().path().stream()
                .filter(hop -> hop.type() == TieType.OWNS)
                .forEach(hop ->
                        owners.add(snapshot.organization(hop.direction() == Direction.BACKWARD ? hop.to() : hop.from())
                                .country()));
        String jurisdiction = "foreign";
        if (ban.country().equals(home)) {
            jurisdiction = "home";
        } else if (ban.country().equals("EU") && member(home, day)) {
            jurisdiction = "bloc";
        } else if (owners.contains(ban.country())) {
            jurisdiction = "owner";
        }
        TreeMap<String, Integer> strength = new TreeMap<>();
        for (NaiveExposures.Contact contact : contacts) {
            Organization customer = snapshot.organization(contact.customer());
            strength.merge(contact.tie(), covers(ban, byId.get(contact.tie()), contact, customer, day), Math::max);
        }
        int strongest = strength.values().stream().max(Integer::compare).orElseThrow();
        Tie covered = strength.keySet().stream()
                .filter(tie -> strongest > 0 && strength.get(tie) == strongest)
                .map(byId::get)
                .min(Comparator.comparing((Tie tie) -> certain(tie, day) ? 0 : 1)
                        .thenComparing(
                                BansAgainstAgreementTests::lastEvidenced,
                                Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Tie::id))
                .orElse(null);
        boolean inForce =
                ban.effective() != null && !day.isBefore(ban.effective().firstDay());
        boolean conflict = inForce && strongest == 2 && Set.of("home", "bloc").contains(jurisdiction);
        boolean past =
                conflict && ban.deadline() != null && !ban.deadline().firstDay().isAfter(day);
        boolean vouched = past
                && lastEvidenced(covered) != null
                && !lastEvidenced(covered).isBefore(ban.deadline().firstDay());
        boolean removing = covered != null
                && covered.removing() != null
                && !covered.removing().firstDay().isAfter(day);
        return "%s %s %s %s %s %s %s"
                .formatted(
                        ban.id(),
                        jurisdiction,
                        List.of("no", "unknown", "yes").get(strongest),
                        covered == null ? null : covered.id(),
                        !conflict ? "none" : certain(covered, day) ? "established" : "presumed",
                        !past ? "no" : vouched ? "yes" : "unknown",
                        removing ? covered.removing() : null);
    }

    private static LocalDate lastEvidenced(Tie tie) {
        return tie.verified() != null
                ? tie.verified().lastDay()
                : published(tie).max(Comparator.naturalOrder()).orElse(null);
    }

    private static Stream<LocalDate> published(Tie tie) {
        return SOURCES.stream()
                .filter(source -> tie.sources().contains(source.id()) && source.published() != null)
                .map(source -> source.published().lastDay());
    }

    /** The last day on which it may have begun; null if nothing tells. */
    private static LocalDate beganBy(Tie tie) {
        return tie.since() != null
                ? tie.since().lastDay()
                : Stream.concat(Stream.ofNullable(tie.verified()).map(PartialDate::lastDay), published(tie))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static boolean certain(Tie tie, LocalDate day) {
        LocalDate last = lastEvidenced(tie);
        return beganBy(tie) != null && !day.isBefore(beganBy(tie)) && last != null && !day.isAfter(last.plusYears(5));
    }

    private static boolean member(String country, LocalDate day) {
        return "DE".equals(country) || "GB".equals(country) && day.isBefore(LocalDate.of(2020, 2, 1));
    }

    /** 0 for no, 1 for unknown, 2 for yes. */
    private static int covers(Ban ban, Tie tie, NaiveExposures.Contact contact, Organization customer, LocalDate day) {
        if (tie.type() == TieType.PARTNERS_WITH) {
            return 0;
        }
        boolean bound = ban.carriers().isEmpty()
                || Stream.concat(Stream.of(contact.customer()), contact.owners().stream())
                        .anyMatch(ban.carriers()::contains);
        if (!bound) {
            return 0;
        }
        List<String> words = ban.scope().stream().map(Scope::text).toList();
        List<String> kinds = words.stream().filter(Scope.KINDS::contains).toList();
        int parts = kinds.size() == words.size() ? 2 : 0;
        for (String part : words) {
            if (!kinds.contains(part)) {
                int weaker = 2;
                for (String half : part.split(":")) {
                    weaker = Math.min(weaker, matches(half, tie));
                }
                parts = Math.max(parts, weaker);
            }
        }
        int does = kinds.isEmpty() ? 2 : 0;
        for (String kind : kinds) {
            does = Math.max(
                    does,
                    switch (kind) {
                        case "removal" -> 2;
                        case "all-new-equipment" -> isNew(ban, tie, day);
                        case "market-authorisation", "public-funding" -> 1;
                        default -> 0;
                    });
        }
        int there = 1;
        List<String> places = tie.countries();
        if (places.isEmpty() && customer.kind() == OrganizationKind.CARRIER) {
            places = List.of(customer.country());
        }
        if (!places.isEmpty()) {
            there = places.stream()
                            .anyMatch(place ->
                                    ban.country().equals(place) || ban.country().equals("EU") && member(place, day))
                    ? 2
                    : 0;
        }
        return Math.min(Math.min(parts, does), Math.min(there, ban.nature() == BanNature.ORDER ? 2 : 1));
    }

    private static int isNew(Ban ban, Tie tie, LocalDate day) {
        LocalDate inForce =
                ban.effective() == null ? day.plusDays(1) : ban.effective().firstDay();
        if (beganBy(tie) != null && beganBy(tie).isBefore(inForce)) {
            return 0;
        }
        boolean after = ban.effective() != null
                && tie.since() != null
                && !tie.since().firstDay().isBefore(inForce);
        return after ? 2 : 1;
    }

    private static int matches(String half, Tie tie) {
        List<String> about = half.matches("[2-5]g")
                ? tie.generation().stream()
                        .map(word -> word.text().toLowerCase(Locale.ROOT))
                        .toList()
                : tie.segment().stream().map(Term::text).toList();
        if (about.contains(half.replace("fixed-network", "fixed-access"))) {
            return 2;
        }
        return about.isEmpty() || about.contains("unknown") ? 1 : 0;
    }

    private static List<Organization> organizations(Random random) {
        List<Organization> organizations = new ArrayList<>();
        organizations.add(new Organization("o0", "O 0", OrganizationKind.VENDOR, "CN", List.of()));
        organizations.add(new Organization("state", "State", OrganizationKind.GOVERNMENT, null, List.of()));
        int count = 4 + random.nextInt(6);
        for (int i = 1; i < count; i++) {
            organizations.add(
                    new Organization("o" + i, "O " + i, any(random, KINDS), any(random, COUNTRIES), List.of()));
        }
        return organizations;
    }

    private static List<Tie> ties(Random random, List<Organization> organizations) {
        List<Tie> ties = new ArrayList<>();
        int count = organizations.size() + random.nextInt(2 * organizations.size());
        for (int i = 0; i < count; i++) {
            // Half of them start at the vendor, so that carriers have several contacts.
            int from = random.nextBoolean() ? 0 : random.nextInt(organizations.size());
            int to = (from + 1 + random.nextInt(organizations.size() - 1)) % organizations.size();
            TieType type =
                    from == 0 && random.nextInt(4) > 0 ? TieType.SUPPLIES : any(random, List.of(TieType.values()));
            boolean supply = type == TieType.SUPPLIES;
            ties.add(new Tie(
                    "t" + i,
                    organizations.get(from).id(),
                    type,
                    organizations.get(to).id(),
                    date(random, "2012", "2011-12-31", "2012-01-01", ""),
                    date(random, "2020", "2020-01-31", "2020-02-01", "", "", ""),
                    date(random, "2013-06", "2015-01-30", "2015-01-31", "2020-02-01", "", "", ""),
                    null,
                    null,
                    null,
                    null,
                    supply ? some(random, List.of(Segment.values())) : List.of(),
                    supply ? some(random, List.of(Generation.values())) : List.of(),
                    supply && random.nextInt(3) == 0 ? some(random, COUNTRIES) : List.of(),
                    Evidence.CONFIRMED,
                    List.of(any(random, List.of("s", "old", "new"))),
                    ""));
        }
        return ties;
    }

    /** All of the vendor, by id. */
    private static List<Ban> bans(Random random, List<Organization> organizations) {
        List<Ban> bans = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<Scope> scope = some(random, SCOPES).stream().map(Scope::new).toList();
            boolean inForce = random.nextInt(4) > 0;
            bans.add(new Ban(
                    "b" + i,
                    "state",
                    any(random, List.of("DE", "GB", "US", "EU", "EU")),
                    List.of("o0"),
                    true,
                    random.nextInt(3) > 0
                            ? List.of()
                            : some(
                                    random,
                                    organizations.stream().map(Organization::id).toList()),
                    random.nextInt(4) > 0 ? BanNature.ORDER : any(random, List.of(BanNature.values())),
                    scope.isEmpty() ? List.of(new Scope("removal")) : scope,
                    inForce ? BanStatus.IN_FORCE : BanStatus.ANNOUNCED,
                    null,
                    PartialDate.parse("2010"),
                    inForce ? PartialDate.parse("2012") : null,
                    date(random, "2020", "2020-01-31", "2020-02", "2020-02-01", "2015-01", "2013-06-15", ""),
                    null,
                    List.of(),
                    List.of("s"),
                    null,
                    ""));
        }
        return bans;
    }

    /** None, one or two. */
    private static <T> List<T> some(Random random, List<T> of) {
        List<T> chosen = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            T next = any(random, of);
            if (!chosen.contains(next)) {
                chosen.add(next);
            }
        }
        return chosen;
    }

    private static PartialDate date(Random random, String... texts) {
        String text = any(random, List.of(texts));
        return text.isEmpty() ? null : PartialDate.parse(text);
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

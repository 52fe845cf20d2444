package org.tieline.question.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tieline.dataset.DatasetReader;
import org.tieline.exposure.SearchOptions;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Country;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Reading;
import org.tieline.restriction.Conflict;
import org.tieline.restriction.PastDeadline;
import org.tieline.testing.InMemory;

/**
 * Every conflict on one in some of the days on which anything changes in the shipped data, and of the days before these, against
 * the rules read once more from the tables; and its sentence, word by word, against its fields. {@code -Dconflict.days=1} asks
 * about all of these days.
 */
class EveryConflictTests {
    private static final Dataset DATA = DatasetReader.read(Path.of("seed-data"));
    private static final Snapshot SNAPSHOT = SnapshotBuilder.take(new InMemory(DATA));
    private static final List<String> COVERING = List.of("removal", "all-new-equipment");
    private static final Map<String, Organization> ORGANIZATIONS = byId(DATA.organizations(), Organization::id);
    private static final Map<String, Tie> TIES = byId(DATA.ties(), Tie::id);
    private static final Map<String, Source> SOURCES = byId(DATA.sources(), Source::id);
    private static final Map<String, Ban> BANS = byId(DATA.bans(), Ban::id);

    /** Orders that are in force at some time and cover something for certain. No other ban can be in a conflict. */
    private static final List<Ban> ORDERS = DATA.bans().stream()
            .filter(ban -> ban.nature() == BanNature.ORDER && forceFrom(ban) != null)
            .filter(ban -> kinds(ban).isEmpty() || !Collections.disjoint(kinds(ban), COVERING))
            .toList();

    /** A supply from a vendor to a carrier that it is forbidden to supply, if the day is right and the order covers it. */
    private record Direct(Tie tie, Ban ban) {}

    private static final List<Direct> DIRECT = DATA.ties().stream()
            .filter(tie -> tie.type() == TieType.SUPPLIES
                    && tie.evidence() != Evidence.DENIED
                    && ORGANIZATIONS.get(tie.from()).kind() == OrganizationKind.VENDOR
                    && ORGANIZATIONS.get(tie.to()).kind() == OrganizationKind.CARRIER)
            .flatMap(tie -> ORDERS.stream()
                    .filter(ban -> ban.targets().contains(tie.from()))
                    .filter(ban -> ban.carriers().isEmpty() || ban.carriers().contains(tie.to()))
                    .map(ban -> new Direct(tie, ban)))
            .toList();

    /** One day in so many is asked about; an odd number comes to days of change and to days before them. */
    private static final int ONE_IN = Integer.getInteger("conflict.days", 21);

    private static final List<LocalDate> DAYS = days();

    /** In the second test one in so many of these is asked about. */
    private static final int KNOWN_THEN = 2;

    @Test
    void shouldStandAsTheRulesSay() {
        Map<Conflict, Long> conflicts = DAYS.stream()
                .parallel()
                .flatMap(day -> checked(day).stream())
                .collect(Collectors.groupingBy(conflict -> conflict.ban().conflict(), Collectors.counting()));

        assertThat(DAYS).hasSizeGreaterThan(1_500 / ONE_IN);
        assertThat(conflicts.get(Conflict.ESTABLISHED)).isGreaterThan(1_000 / ONE_IN);
        assertThat(conflicts.get(Conflict.PRESUMED)).isGreaterThan(1_000 / ONE_IN);
    }

    private static List<ConflictAnswer.Conflict> checked(LocalDate day) {
        List<ConflictAnswer.Conflict> conflicts = ask(day, null);
        Map<String, ConflictAnswer.Conflict> answer = new TreeMap<>();
        for (ConflictAnswer.Conflict conflict : conflicts) {
            assertThat(answer.put(key(conflict), conflict)).isNull();
            check(conflict, day);
        }
        checkDirectOnes(answer, day);
        return conflicts;
    }

    /** Nor does one say what became known later. */
    @Test
    void shouldKnowNoDateAheadOfTheDayOfKnowledge() {
        long conflicts = IntStream.range(0, DAYS.size() / KNOWN_THEN)
                .parallel()
                .mapToObj(i -> DAYS.get(i * KNOWN_THEN))
                .mapToLong(day -> {
                    List<ConflictAnswer.Conflict> known = ask(day, day);
                    for (ConflictAnswer.Conflict conflict : known) {
                        read(conflict, day);
                        assertThat(dates(conflict.sentence()))
                                .as("%s: %s", day, conflict.sentence())
                                .allMatch(date -> !date.firstDay().isAfter(day));
                    }
                    return known.size();
                })
                .sum();

        assertThat(conflicts).isGreaterThan(300 / ONE_IN);
    }

    private static String key(ConflictAnswer.Conflict conflict) {
        return "%s %s %s"
                .formatted(
                        conflict.exposure().carrier().id(),
                        conflict.exposure().vendor().id(),
                        conflict.ban().onDay().ban().id());
    }

    private static List<ConflictAnswer.Conflict> ask(LocalDate day, LocalDate knownAt) {
        Map<String, List<String>> given =
                new HashMap<>(Map.of("asOf", List.of(day.toString()), "limit", List.of(Integer.toString(Paging.MOST))));
        if (knownAt != null) {
            given.put("knownAt", List.of(knownAt.toString()));
        }
        ConflictAnswer answer = ConflictInquiry.ask(
                SNAPSHOT,
                ConflictQuestion.of(new Given(given).read(ConflictQuestion.PARAMETERS, Reading.on(LocalDate.EPOCH))));
        assertThat(answer.results()).hasSize(answer.total());
        assertThat(answer.established()).isEqualTo((int) answer.results().stream()
                .filter(conflict -> conflict.ban().conflict() == Conflict.ESTABLISHED)
                .count());
        return answer.results();
    }

    /** One conflict against section 5 of the rules. */
    private static void check(ConflictAnswer.Conflict conflict, LocalDate day) {
        String about = day + ": " + conflict.sentence();
        Ban ban = BANS.get(conflict.ban().onDay().ban().id());
        Tie tie = TIES.get(conflict.ban().coveredTie());
        String home = ORGANIZATIONS.get(conflict.exposure().carrier().id()).country();
        assertThat(tie.id()).as(about).isEqualTo(conflict.tie().tie());
        assertThat(isInForce(ban, day)).as(about).isTrue();
        assertThat(isUnder(home, ban, day)).as("%s, home", about).isTrue();
        assertThat(ban.targets())
                .as(about)
                .contains(conflict.exposure().vendor().id());
        assertThat(possiblyHolds(tie, day)).as(about).isTrue();
        assertThat(covers(ban, tie, day)).as("%s, covered", about).isTrue();
        assertThat(ban.carriers().isEmpty() || isBound(ban, tie.to(), day))
                .as("%s, bound", about)
                .isTrue();
        assertThat(conflict.ban().conflict())
                .as(about)
                .isEqualTo(certainlyHolds(tie, day) ? Conflict.ESTABLISHED : Conflict.PRESUMED);
        assertThat(conflict.tie().lastEvidenced()).as(about).isEqualTo(lastEvidenced(tie));
        assertThat(conflict.ban().pastDeadline()).as(about).isEqualTo(pastDeadline(ban, tie, day));
        assertThat(conflict.ban().removing()).as(about).isEqualTo(hasCome(tie.removing(), day) ? tie.removing() : null);
        read(conflict, day);
    }

    /** A supply from vendor to carrier is on a shortest path whatever else there is, so that none of these may be missing. */
    private static void checkDirectOnes(Map<String, ConflictAnswer.Conflict> answer, LocalDate day) {
        for (Direct direct : DIRECT) {
            Tie tie = direct.tie();
            Ban ban = direct.ban();
            if (possiblyHolds(tie, day)
                    && isInForce(ban, day)
                    && isUnder(ORGANIZATIONS.get(tie.to()).country(), ban, day)
                    && covers(ban, tie, day)) {
                ConflictAnswer.Conflict found = answer.get("%s %s %s".formatted(tie.to(), tie.from(), ban.id()));
                assertThat(found).as("%s and %s on %s", tie.id(), ban.id(), day).isNotNull();
                assertThat(BEST_FIRST.apply(day).compare(TIES.get(found.ban().coveredTie()), tie))
                        .as("%s before %s on %s", found.ban().coveredTie(), tie.id(), day)
                        .isNotPositive();
            }
        }
    }

    private static final Function<LocalDate, Comparator<Tie>> BEST_FIRST =
            day -> Comparator.comparing((Tie tie) -> !certainlyHolds(tie, day))
                    .thenComparing(
                            tie -> lastEvidenced(tie) == null
                                    ? null
                                    : lastEvidenced(tie).lastDay(),
                            Comparator.nullsLast(Comparator.reverseOrder()))
                    .thenComparing(Tie::id);

    // The sentence.

    private static final String DATE =
            "(?:(?:[1-3]?\\d )?(?:January|February|March|April|May|June|July|August|September|October|November|December) )?\\d{4}";

    private static final Pattern ANY_DATE = Pattern.compile(DATE);

    private static final Map<Segment, String> NETWORKS = Map.of(
            Segment.RAN, "the radio network",
            Segment.CORE, "the core",
            Segment.TRANSPORT, "the transport network",
            Segment.FIXED_ACCESS, "the fixed access network",
            Segment.SUBMARINE_CABLE, "a submarine cable",
            Segment.SERVICES, "services",
            Segment.DEVICES, "devices");

    private static final Pattern ACCUSING = Pattern.compile(
            "breach|violat|illegal|unlawful|infring|complian|complied|comply|disobey|defy|defie|ignor|despite|in spite|guilt|offen[cs]e"
                    + "|fail|should|must|control|still has|still uses|continues|refus",
            Pattern.CASE_INSENSITIVE);

    /** Reads a sentence: nothing is in it but what the fields say, and what they say of time and ban is in it. */
    private static void read(ConflictAnswer.Conflict conflict, LocalDate day) {
        String sentence = conflict.sentence();
        String about = day + ": " + sentence;
        var tie = conflict.tie();
        Ban ban = conflict.ban().onDay().ban();
        String customer = name(tie.to());
        boolean direct = tie.to().equals(conflict.exposure().carrier().id());
        Matcher read = Pattern.compile(Pattern.quote(name(tie.from()))
                        + " supplied (?<things>[a-z ,]+?)(?: \\((?<generations>[^)]+)\\))? to "
                        + Pattern.quote(customer)
                        + "(?:, in (?<countries>[^;]+))?"
                        + (direct
                                ? ""
                                : "; "
                                        + Pattern.quote(
                                                conflict.exposure().carrier().name())
                                        + " is tied to "
                                        + Pattern.quote(customer)
                                        + "(?<way> by a shared network| as a member| over other ties|, which holds a stake in it, directly or"
                                        + " in steps|, in which it holds a stake, directly or in steps| by an owner that holds stakes in"
                                        + " both, directly or in steps)")
                        + "(?:; its removal began (?:in|on) (?<removing>" + DATE
                        + "))?; (?<standing>[^;.]+)\\. An order of the "
                        + Pattern.quote(name(ban.government()))
                        + "(?:, in force since (?<force>" + DATE
                        + "),)? covers it(?:; its deadline (?<tense>is|was) (?<deadline>"
                        + DATE
                        + ")(?<past>, and [^;.]+)?)?\\.")
                .matcher(sentence);

        assertThat(read.matches()).as(about).isTrue();
        assertThat(ACCUSING.matcher(withoutNames(sentence, conflict)).find())
                .as(about)
                .isFalse();
        readThings(read, conflict, about);
        assertThat(read.group("removing"))
                .as(about)
                .isEqualTo(words(conflict.ban().removing()));
        assertThat(read.group("force"))
                .as(about)
                .isEqualTo(words(conflict.ban().onDay().inForceFrom()));
        readStanding(read.group("standing"), conflict, day, about);
        readDeadline(read, conflict, day, about);
    }

    private static void readThings(Matcher read, ConflictAnswer.Conflict conflict, String about) {
        var tie = conflict.tie();
        Set<String> told = new HashSet<>();
        for (String thing : read.group("things").split(", and |, | and ")) {
            told.add(thing.replaceFirst("^equipment for ", ""));
        }
        Set<String> expected = tie.segment().stream()
                .filter(NETWORKS::containsKey)
                .map(NETWORKS::get)
                .collect(Collectors.toCollection(HashSet::new));
        if (expected.isEmpty()) {
            expected.add("equipment");
        } else if (told.contains("equipment")) {
            assertThat(expected).as(about).isSubsetOf("services", "devices");
            expected.add("equipment");
        }
        assertThat(told).as(about).isEqualTo(expected);
        assertThat(read.group("generations"))
                .as(about)
                .isEqualTo(
                        tie.generation().isEmpty()
                                ? null
                                : tie.generation().stream()
                                        .map(generation -> generation.text())
                                        .collect(Collectors.joining(", ")));
        assertThat(read.group("countries") == null)
                .as(about)
                .isEqualTo(tie.countries().isEmpty());
        tie.countries()
                .forEach(code -> assertThat(read.group("countries")).as(about).contains(Country.english(code)));
    }

    private static void readStanding(String standing, ConflictAnswer.Conflict conflict, LocalDate day, String about) {
        var tie = conflict.tie();
        PartialDate evidence = tie.lastEvidenced();
        boolean carries = evidence != null
                && !evidence.lastDay().plus(SearchOptions.DEFAULT_MAX_AGE).isBefore(day);
        if (conflict.ban().conflict() == Conflict.ESTABLISHED) {
            assertThat(standing)
                    .as(about)
                    .isEqualTo(
                            evidence == null
                                    ? "by its dates it was there on " + words(PartialDate.of(day))
                                    : "it was last confirmed %s %s"
                                            .formatted(evidence.isFullDate() ? "on" : "in", words(evidence)));
            assertThat(carries || tie.until() != null).as(about).isTrue();
        } else if (standing.startsWith("it ended")) {
            assertThat(standing)
                    .as(about)
                    .isEqualTo("it ended some time in %s, and may have been over", words(tie.until()));
            assertThat(hasCome(tie.until(), day) && day.isBefore(tie.until().overBy()))
                    .as(about)
                    .isTrue();
        } else if (standing.startsWith("it began")) {
            assertThat(standing)
                    .as(about)
                    .isEqualTo("it began some time in %s, and may not have begun", words(tie.since()));
            assertThat(hasCome(tie.since(), day) && day.isBefore(tie.since().lastDay()))
                    .as(about)
                    .isTrue();
        } else if (standing.startsWith("nobody")) {
            assertThat(standing).as(about).isEqualTo("nobody on record has confirmed it since " + words(evidence));
            assertThat(carries).as(about).isFalse();
        } else if (evidence == null) {
            assertThat(standing).as(about).isEqualTo("no dated source on record confirms it");
        } else {
            assertThat(standing)
                    .as(about)
                    .isEqualTo("whether it was there on %s is not established", words(PartialDate.of(day)));
        }
    }

    private static void readDeadline(Matcher read, ConflictAnswer.Conflict conflict, LocalDate day, String about) {
        PartialDate deadline = conflict.ban().onDay().ban().deadline();
        PartialDate evidence = conflict.tie().lastEvidenced();
        assertThat(read.group("deadline")).as(about).isEqualTo(words(deadline));
        boolean past = hasCome(deadline, day);
        boolean older = evidence == null || past && evidence.lastDay().isBefore(deadline.firstDay());
        assertThat(conflict.ban().pastDeadline())
                .as(about)
                .isEqualTo(past ? older ? PastDeadline.UNKNOWN : PastDeadline.YES : PastDeadline.NO);
        assertThat(read.group("tense")).as(about).isEqualTo(deadline == null ? null : past ? "was" : "is");
        assertThat(read.group("past"))
                .as(about)
                .isEqualTo(
                        switch (conflict.ban().pastDeadline()) {
                            case NO -> null;
                            case YES -> ", and the evidence is not older than that";
                            case UNKNOWN ->
                                ", and whether the equipment was still there then no evidence on record tells";
                        });
    }

    private static String withoutNames(String sentence, ConflictAnswer.Conflict conflict) {
        return Stream.of(
                        name(conflict.tie().from()),
                        name(conflict.tie().to()),
                        conflict.exposure().carrier().name(),
                        name(conflict.ban().onDay().ban().government()))
                .reduce(sentence, (text, name) -> text.replace(name, ""));
    }

    private static List<PartialDate> dates(String sentence) {
        return ANY_DATE.matcher(sentence)
                .results()
                .map(result -> result.group().split(" "))
                .map(words -> PartialDate.parse(
                        switch (words.length) {
                            case 1 -> words[0];
                            case 2 -> "%s-%02d".formatted(words[1], month(words[0]));
                            default -> "%s-%02d-%02d".formatted(words[2], month(words[1]), Integer.parseInt(words[0]));
                        }))
                .toList();
    }

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private static int month(String name) {
        return MONTHS.indexOf(name) + 1;
    }

    /** Null for none. */
    private static String words(PartialDate date) {
        if (date == null) {
            return null;
        }
        String[] parts = date.toString().split("-");
        String month = parts.length > 1 ? MONTHS.get(Integer.parseInt(parts[1]) - 1) + " " : "";
        return (parts.length > 2 ? Integer.parseInt(parts[2]) + " " : "") + month + parts[0];
    }

    private static String name(String organization) {
        return ORGANIZATIONS.get(organization).name();
    }

    // The rules, read once more.

    private static boolean hasCome(PartialDate date, LocalDate day) {
        return date != null && !day.isBefore(date.firstDay());
    }

    private static boolean possiblyHolds(Tie tie, LocalDate day) {
        return (tie.since() == null || hasCome(tie.since(), day))
                && (tie.until() == null || day.isBefore(tie.until().overBy()))
                && ends(tie)
                        .allMatch(end -> (end.since() == null || hasCome(end.since(), day))
                                && (end.until() == null
                                        || day.isBefore(end.until().overBy())));
    }

    private static boolean certainlyHolds(Tie tie, LocalDate day) {
        LocalDate from = tie.since() == null ? firstEvidenced(tie) : tie.since().lastDay();
        LocalDate to = tie.until() != null ? tie.until().firstDay() : staleFrom(tie);
        return from != null
                && to != null
                && !day.isBefore(from)
                && day.isBefore(to)
                && ends(tie)
                        .allMatch(end -> (end.since() == null
                                        || !day.isBefore(end.since().lastDay()))
                                && (end.until() == null
                                        || day.isBefore(end.until().firstDay())));
    }

    private static Stream<Organization> ends(Tie tie) {
        return Stream.of(ORGANIZATIONS.get(tie.from()), ORGANIZATIONS.get(tie.to()));
    }

    private static Stream<PartialDate> published(Tie tie) {
        return tie.sources().stream().map(id -> SOURCES.get(id).published()).filter(Objects::nonNull);
    }

    private static PartialDate lastEvidenced(Tie tie) {
        return tie.verified() != null
                ? tie.verified()
                : published(tie)
                        .max(Comparator.comparing(PartialDate::lastDay).thenComparing(PartialDate::firstDay))
                        .orElse(null);
    }

    private static LocalDate firstEvidenced(Tie tie) {
        return Stream.concat(Stream.ofNullable(tie.verified()), published(tie))
                .map(PartialDate::lastDay)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static LocalDate staleFrom(Tie tie) {
        PartialDate last = lastEvidenced(tie);
        return last == null
                ? null
                : last.lastDay().plus(SearchOptions.DEFAULT_MAX_AGE).plusDays(1);
    }

    private static PartialDate forceFrom(Ban ban) {
        if (ban.status() == BanStatus.REJECTED) {
            return null;
        }
        if (ban.effective() != null || ban.status() != BanStatus.IN_FORCE && ban.status() != BanStatus.LIFTED) {
            return ban.effective();
        }
        return ban.announced() != null ? ban.announced() : ban.reported();
    }

    private static boolean isInForce(Ban ban, LocalDate day) {
        return isInForceByItsDates(ban, day)
                && DATA.bans().stream()
                        .filter(other -> other.replaces().contains(ban.id()))
                        .noneMatch(other -> isInForceByItsDates(other, day));
    }

    private static boolean isInForceByItsDates(Ban ban, LocalDate day) {
        return !hasCome(ban.ended(), day) && hasCome(forceFrom(ban), day);
    }

    private static boolean isUnder(String country, Ban ban, LocalDate day) {
        return ban.country().equals(country)
                || DATA.memberships().stream()
                        .filter(one ->
                                one.country().equals(country) && one.bloc().equals(ban.country()))
                        .anyMatch(one -> isMember(one, day));
    }

    private static boolean isMember(Membership one, LocalDate day) {
        return !day.isBefore(one.since()) && (one.until() == null || day.isBefore(one.until()));
    }

    private static boolean isBound(Ban ban, String customer, LocalDate day) {
        Set<String> owners = new HashSet<>(Set.of(customer));
        while (owners.addAll(DATA.ties().stream()
                .filter(tie -> tie.type() == TieType.OWNS && owners.contains(tie.to()) && possiblyHolds(tie, day))
                .map(Tie::from)
                .toList())) {}
        return ban.carriers().stream().anyMatch(owners::contains);
    }

    /** Whether it does for certain. */
    private static boolean covers(Ban ban, Tie tie, LocalDate day) {
        List<String> parts =
                ban.scope().stream().filter(Scope::isPart).map(Scope::text).toList();
        List<String> kinds = kinds(ban);
        PartialDate since = tie.since();
        boolean isNew =
                since != null && !since.firstDay().isBefore(forceFrom(ban).firstDay());
        return tie.type() == TieType.SUPPLIES
                && (parts.isEmpty() || parts.stream().anyMatch(part -> isAbout(tie, part)))
                && (kinds.isEmpty() || kinds.contains("removal") || kinds.contains("all-new-equipment") && isNew)
                && places(tie).stream().anyMatch(place -> isUnder(place, ban, day));
    }

    private static List<String> kinds(Ban ban) {
        return ban.scope().stream()
                .filter(item -> !item.isPart())
                .map(Scope::text)
                .toList();
    }

    private static boolean isAbout(Tie tie, String part) {
        return Stream.of(part.split(":"))
                .map(half -> half.equals("fixed-network") ? "fixed-access" : half)
                .allMatch(half -> tie.generation().stream()
                                .anyMatch(one -> one.text().equalsIgnoreCase(half))
                        || tie.segment().stream().anyMatch(one -> one.text().equals(half)));
    }

    private static List<String> places(Tie tie) {
        if (!tie.countries().isEmpty()) {
            return tie.countries();
        }
        Organization customer = ORGANIZATIONS.get(tie.to());
        boolean athome = customer.kind() == OrganizationKind.CARRIER || customer.kind() == OrganizationKind.GOVERNMENT;
        return athome && customer.country() != null ? List.of(customer.country()) : List.of();
    }

    private static PastDeadline pastDeadline(Ban ban, Tie tie, LocalDate day) {
        if (!hasCome(ban.deadline(), day)) {
            return PastDeadline.NO;
        }
        PartialDate evidence = lastEvidenced(tie);
        return evidence != null && !evidence.lastDay().isBefore(ban.deadline().firstDay())
                ? PastDeadline.YES
                : PastDeadline.UNKNOWN;
    }

    // The days.

    /**
     * Every day on which something changes that a conflict could stand on, and the day before; of the days before the first
     * order, one in {@value #EARLIER}. What a vendor supplies that no order reaches is of no interest.
     */
    private static List<LocalDate> days() {
        Set<String> reached = reached();
        Collection<LocalDate> changes = new ArrayList<>();
        for (Tie tie : DATA.ties()) {
            if (tie.type() == TieType.SUPPLIES && !reached.contains(tie.from())) {
                continue;
            }
            addLife(changes, tie.since(), tie.until());
            Stream.of(
                            tie.removing() == null ? null : tie.removing().firstDay(),
                            tie.since() == null ? firstEvidenced(tie) : null,
                            tie.until() == null ? staleFrom(tie) : null)
                    .filter(Objects::nonNull)
                    .forEach(changes::add);
        }
        DATA.organizations().forEach(organization -> addLife(changes, organization.since(), organization.until()));
        DATA.bans().stream()
                .flatMap(
                        ban -> Stream.of(ban.reported(), ban.announced(), ban.effective(), ban.deadline(), ban.ended()))
                .filter(Objects::nonNull)
                .map(PartialDate::firstDay)
                .forEach(changes::add);
        DATA.memberships().forEach(one -> {
            changes.add(one.since());
            Stream.ofNullable(one.until()).forEach(changes::add);
        });
        LocalDate first = ORDERS.stream()
                .map(ban -> forceFrom(ban).firstDay())
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minusDays(1);
        List<LocalDate> days = List.copyOf(changes.stream()
                .flatMap(day -> Stream.of(day.minusDays(1), day))
                .filter(day -> !day.isBefore(LocalDate.EPOCH))
                .collect(Collectors.toCollection(TreeSet::new)));
        return IntStream.range(0, days.size())
                .filter(i -> i % (days.get(i).isBefore(first) ? EARLIER : ONE_IN) == 0)
                .mapToObj(days::get)
                .toList();
    }

    private static final int EARLIER = 25;

    /** The targets of orders, what they own, and the vendors that these supply. */
    private static Set<String> reached() {
        Set<String> reached = new HashSet<>();
        ORDERS.forEach(ban -> reached.addAll(ban.targets()));
        while (reached.addAll(DATA.ties().stream()
                .filter(tie -> reached.contains(tie.from())
                        && (tie.type() == TieType.OWNS
                                || tie.type() == TieType.SUPPLIES
                                        && ORGANIZATIONS.get(tie.to()).kind() == OrganizationKind.VENDOR))
                .map(Tie::to)
                .toList())) {}
        return reached;
    }

    private static void addLife(Collection<LocalDate> changes, PartialDate since, PartialDate until) {
        if (since != null) {
            changes.add(since.firstDay());
            changes.add(since.lastDay());
        }
        if (until != null) {
            changes.add(until.firstDay());
            changes.add(until.overBy());
        }
    }

    private static <T> Map<String, T> byId(Collection<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}

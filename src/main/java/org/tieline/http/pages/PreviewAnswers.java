package org.tieline.http.pages;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.exposure.path.Certainty;
import org.tieline.model.Ban;
import org.tieline.model.BanState;
import org.tieline.model.Country;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Snapshot;
import org.tieline.question.conflicts.ConflictAnswer;
import org.tieline.question.conflicts.ConflictInquiry;
import org.tieline.question.conflicts.ConflictQuestion;
import org.tieline.question.exposures.ContactFilter;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureInquiry;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Values;
import org.tieline.question.records.TieBetween;
import org.tieline.question.summary.SummaryAnswer;
import org.tieline.question.summary.SummaryBy;
import org.tieline.question.summary.SummaryInquiry;
import org.tieline.question.summary.SummaryQuestion;
import org.tieline.question.words.BanName;
import org.tieline.restriction.Conflict;
import org.tieline.restriction.RestrictedIn;

/**
 * What pictures tell: for each kind of record the one answer for which somebody would open its page. It says no more than the
 * page does, and asks as the page does by default.
 */
final class PreviewAnswers {
    /** What a question may be told of which there is a picture; whatever else a page is told does not change the answer. */
    static final Parameters QUESTION = ExposureQuestion.COMMON.and(ContactFilter.PARAMETERS);

    private static final Parameters COMPARISON = Parameters.of(ExposureQuestion.CARRIER, SearchParameters.AS_OF);
    private static final Parameters DAY = Parameters.of(SearchParameters.AS_OF);
    private static final Paging ALL = new Paging(Paging.MOST, 0);
    private static final int COMPARED = 2;
    private static final int NAMED = 3;

    private final Snapshot snapshot;
    private final LocalDate today;
    private final Given given;

    /** @param given with the day, and for questions with what they ask */
    PreviewAnswers(Snapshot snapshot, LocalDate today, Given given) {
        this.snapshot = snapshot;
        this.today = today;
        this.given = given;
    }

    /**
     * Of a record.
     *
     * @param kind as pages have it in their addresses: {@code carriers}
     * @throws NotFound if there is no such record
     * @throws org.tieline.model.TielineException.BadQuestion if the day is none
     */
    PreviewAnswer ofRecord(String kind, String id) {
        LocalDate asOf = read(DAY).get(SearchParameters.AS_OF);
        return switch (kind) {
            case "carriers", "organizations" -> ofOrganization(snapshot.organization(snapshot.currentId(id)), asOf);
            case "bans" -> ofBan(snapshot.ban(id), asOf);
            case "ties" -> ofTie(snapshot.tie(id), asOf);
            case "sources" -> ofSource(snapshot.source(id), asOf);
            case "countries" -> ofCountry(id, asOf);
            default -> throw new NotFound("picture of records", kind, List.of());
        };
    }

    private PreviewAnswer ofOrganization(Organization organization, LocalDate asOf) {
        return organization.kind() == OrganizationKind.CARRIER
                ? ofCarrier(organization, asOf)
                : told(organization, asOf, lines(organization, asOf), 0);
    }

    private List<String> lines(Organization organization, LocalDate asOf) {
        return switch (organization.kind()) {
            case VENDOR -> {
                SummaryAnswer counted = counted(question(asOf).withVendors(Set.of(organization.id())));
                yield List.of(tied(counted), conflicts(counted));
            }
            case GOVERNMENT -> {
                List<Ban> imposed = bans(ban -> ban.government().equals(organization.id()));
                yield List.of("%s on record, %d in force".formatted(many(imposed, "ban"), inForce(imposed, asOf)));
            }
            case CARRIER, COMPANY, ASSOCIATION -> {
                Map<String, Tie> ties = snapshot.search().graph().tiesOf(List.of(organization.id()));
                yield List.of(many(ties.keySet(), "tie") + " on record");
            }
        };
    }

    private List<Ban> bans(Predicate<Ban> wanted) {
        return snapshot.bans().values().stream().filter(wanted).toList();
    }

    private PreviewAnswer ofCarrier(Organization carrier, LocalDate asOf) {
        ConflictAnswer conflicts = conflictsOf(question(asOf).withCarriers(Set.of(carrier.id())));
        ExposureAnswer exposures = ExposureInquiry.ask(
                snapshot, question(asOf).withCarriers(Set.of(carrier.id())).withPage(ALL));
        return told(carrier, asOf, List.of(conflicts(conflicts), ties(exposures)), conflicts.established());
    }

    /** How many conflicts stand, and on how old evidence; empty if there are none. */
    private static String conflicts(ConflictAnswer found) {
        if (found.total() == 0) {
            return "";
        }
        Conflict best = found.established() > 0 ? Conflict.ESTABLISHED : Conflict.PRESUMED;
        int count = found.established() > 0 ? found.established() : found.total();
        String last = found.results().stream()
                .filter(each -> each.ban().conflict() == best)
                .map(each -> each.tie().lastEvidenced())
                .filter(Objects::nonNull)
                .max(Comparator.comparing(PartialDate::lastDay))
                .map(date -> "; last evidence " + date)
                .orElse("");
        return many(count, best.text() + " conflict") + last;
    }

    private static String ties(ExposureAnswer found) {
        if (found.total() == 0) {
            return "No tie to a restricted vendor was found";
        }
        boolean certain =
                found.results().stream().anyMatch(each -> each.exposure().certainty() == Certainty.CERTAIN);
        List<String> vendors = found.results().stream()
                .map(each -> called(each.vendor()))
                .distinct()
                .toList();
        return (certain ? "Tied to " : "Possibly tied to ") + listed(vendors);
    }

    private PreviewAnswer ofBan(Ban ban, LocalDate asOf) {
        BanName name = BanName.of(ban, snapshot);
        String state = snapshot.clock(asOf, null)
                .on(ban)
                .map(onDay -> onDay.state().text().replace('-', ' '))
                .orElse("not there yet");
        List<ConflictAnswer.Conflict> against =
                conflictsOf(question(asOf).withVendors(Set.copyOf(ban.targets()))).results().stream()
                        .filter(each -> each.ban().onDay().ban().id().equals(ban.id()))
                        .toList();
        int established = (int) against.stream()
                .filter(each -> each.ban().conflict() == Conflict.ESTABLISHED)
                .count();
        String conflicts = against.isEmpty() ? "" : "; " + conflicts(established, against.size() - established);
        String deadline = ban.deadline() == null ? "" : "; deadline " + ban.deadline();
        return told(
                "%s, %s".formatted(begun(ban.nature().text()), name.place()),
                drawn(name.asks(), ban.id()),
                asOf,
                List.of(begun(state) + deadline + conflicts, Objects.requireNonNullElse(ban.summary(), "")),
                established);
    }

    private PreviewAnswer ofTie(Tie packed, LocalDate asOf) {
        TieBetween between = TieBetween.of(packed, snapshot);
        Tie tie = between.tie();
        String from = tie.since() == null ? "" : "from " + tie.since();
        String until = tie.until() == null ? "" : "until " + tie.until();
        String last = Stream.concat(
                        Stream.ofNullable(tie.verified()),
                        tie.sources().stream().map(snapshot::published))
                .filter(Objects::nonNull)
                .findFirst()
                .map(date -> "last evidence " + date)
                .orElse("no dated evidence");
        return told(
                "Tie, " + tie.evidence().text(),
                drawn(between.sentence(), tie.id()),
                asOf,
                List.of(
                        begun(Stream.of(from, until, last)
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", "))),
                        Objects.requireNonNullElse(tie.summary(), "")),
                0);
    }

    private PreviewAnswer ofSource(Source source, LocalDate asOf) {
        String id = source.id();
        String published = source.published() == null ? "" : ", " + source.published();
        return told(
                drawn("Source, %s%s".formatted(source.publisher(), published), "Source" + published),
                drawn(source.title(), id),
                asOf,
                List.of("%s and %s rest on it"
                        .formatted(
                                many(snapshot.search().graph().tiesCiting(id).keySet(), "tie"),
                                many(bans(ban -> ban.sources().contains(id)), "ban"))),
                0);
    }

    private PreviewAnswer ofCountry(String code, LocalDate asOf) {
        if (!Country.isCode(code)) {
            throw new NotFound("country", code, List.of());
        }
        List<Ban> own = bans(ban -> ban.country().equals(code));
        SummaryAnswer counted = counted(question(asOf).withCarrierCountries(Set.of(code)));
        return told(
                code.equals(Country.EU) ? "Bloc" : "Country",
                Country.english(code),
                asOf,
                List.of(conflicts(counted), many(inForce(own, asOf), "ban") + " in force", tied(counted)),
                counted.all().findings().established().conflicts());
    }

    /**
     * Of two carriers beside each other.
     *
     * @throws NotFound if one of them is not there
     * @throws org.tieline.model.TielineException.BadQuestion if something given cannot be understood
     */
    PreviewAnswer ofComparison() {
        Values values = read(COMPARISON);
        LocalDate asOf = values.get(SearchParameters.AS_OF);
        List<PreviewAnswer> both = values.get(ExposureQuestion.CARRIER).stream()
                .map(snapshot::organization)
                .sorted(Comparator.comparing(PreviewAnswers::called))
                .limit(COMPARED)
                .map(carrier -> ofCarrier(carrier, asOf))
                .toList();
        return told(
                "Comparison",
                compared(),
                asOf,
                both.isEmpty()
                        ? List.of("Which of them is tied to whom")
                        : both.stream()
                                .map(each -> "%s: %s"
                                        .formatted(each.name(), each.lines().getFirst()))
                                .toList(),
                0);
    }

    /**
     * Of the question of exposures, as the page asks it by default.
     *
     * @throws NotFound if it names something that is not there
     * @throws org.tieline.model.TielineException.BadQuestion if something given cannot be understood
     */
    PreviewAnswer ofQuestion() {
        ExposureQuestion question = asked();
        SummaryAnswer counted = counted(question);
        return told(
                "Question",
                question(),
                question.search().asOf(),
                // Conflicts are not counted by single contacts.
                List.of(tied(counted), question.contacts().isAny() ? conflicts(counted) : ""),
                0);
    }

    /** Whether anything was given that a question may be told. */
    boolean asks() {
        return QUESTION.all().stream().anyMatch(parameter -> given.has(parameter.name()));
    }

    /** The question in words, as far as a heading has room. */
    String question() {
        ExposureQuestion question = asked();
        String vendors = question.vendors().isEmpty()
                ? "restricted vendors"
                : listed(named(question.vendors().stream().map(this::called)));
        String where = question.carrierCountries().isEmpty()
                ? ""
                : listed(named(question.carrierCountries().stream().map(Country::english))) + ": ";
        return begun("%scarriers tied to %s".formatted(where, vendors));
    }

    /** The names of the carriers that are compared. */
    String compared() {
        Set<String> carriers = read(COMPARISON).get(ExposureQuestion.CARRIER);
        return carriers.isEmpty()
                ? "Two carriers compared"
                : named(carriers.stream().map(this::called)).stream()
                        .limit(COMPARED)
                        .collect(Collectors.joining(" and "));
    }

    private ExposureQuestion asked() {
        Values values = read(QUESTION);
        ExposureQuestion question = ExposureQuestion.of(values, ALL).with(ContactFilter.of(values));
        return given.has(ExposureQuestion.RESTRICTED_IN.name())
                ? question
                : question.withRestrictedIn(RestrictedIn.HOME_OR_SEVERAL);
    }

    private String called(String organization) {
        return called(snapshot.organization(organization));
    }

    private static List<String> named(Stream<String> names) {
        return names.sorted().toList();
    }

    private Values read(Parameters parameters) {
        return given.among(parameters).read(parameters, snapshot.reading(today));
    }

    /** The question of a day, as pages ask it by default. */
    private ExposureQuestion question(LocalDate asOf) {
        Values values = new Given(Map.of(SearchParameters.AS_OF.name(), List.of(asOf.toString())))
                .read(ExposureQuestion.COMMON, snapshot.reading(today));
        return ExposureQuestion.of(values, ALL).withRestrictedIn(RestrictedIn.HOME_OR_SEVERAL);
    }

    private ConflictAnswer conflictsOf(ExposureQuestion question) {
        return ConflictInquiry.ask(snapshot, new ConflictQuestion(question, Set.of(), Set.of(), null));
    }

    private SummaryAnswer counted(ExposureQuestion question) {
        return SummaryInquiry.ask(snapshot, new SummaryQuestion(SummaryBy.RELATION, question));
    }

    private static String tied(SummaryAnswer counted) {
        SummaryAnswer.Exposed exposed = counted.all().exposed();
        return "%d of %s on record tied to %s, %d certainly"
                .formatted(
                        exposed.possibly().weight().carriers(),
                        many(counted.all().onRecord().carriers(), "carrier"),
                        counted.searched().allRestricted()
                                ? "restricted vendors"
                                : listed(counted.searched().vendors().stream()
                                        .map(PreviewAnswers::called)
                                        .toList()),
                        exposed.certainly().weight().carriers());
    }

    private static String conflicts(SummaryAnswer counted) {
        SummaryAnswer.Findings findings = counted.all().findings();
        return conflicts(findings.established().conflicts(), findings.presumed().conflicts());
    }

    /** Empty if there are none. */
    private static String conflicts(int established, int presumed) {
        if (established == 0) {
            return presumed == 0 ? "" : many(presumed, "presumed conflict");
        }
        return many(established, "established conflict") + (presumed == 0 ? "" : ", %d presumed".formatted(presumed));
    }

    private int inForce(List<Ban> bans, LocalDate asOf) {
        var clock = snapshot.clock(asOf, null);
        return (int) bans.stream()
                .filter(ban -> clock.on(ban)
                        .filter(onDay -> onDay.state() == BanState.IN_FORCE)
                        .isPresent())
                .count();
    }

    private PreviewAnswer told(Organization organization, LocalDate asOf, List<String> lines, int established) {
        return told(kind(organization), called(organization), asOf, lines, established);
    }

    private PreviewAnswer told(String kind, String name, LocalDate asOf, List<String> lines, int established) {
        String data = snapshot.dataVersion().isEmpty() ? "" : ", data " + snapshot.dataVersion();
        return new PreviewAnswer(
                kind,
                name,
                lines.stream()
                        .filter(line -> !line.isBlank() && PreviewFont.REGULAR.draws(line))
                        .toList(),
                established > 0,
                "As of %s%s · A tie is not a finding of wrongdoing.".formatted(asOf, data));
    }

    private static String kind(Organization organization) {
        String what = begun(organization.kind().text());
        return organization.country() == null || organization.kind() == OrganizationKind.GOVERNMENT
                ? what
                : "%s, %s".formatted(what, Country.english(organization.country()));
    }

    /** The first of its names that can be drawn, else its id. */
    private static String called(Organization organization) {
        return Stream.concat(Stream.of(organization.name()), organization.aliases().stream())
                .filter(PreviewFont.BOLD::draws)
                .findFirst()
                .orElse(organization.id());
    }

    private static String drawn(String text, String otherwise) {
        return PreviewFont.BOLD.draws(text) ? text : otherwise;
    }

    private static String begun(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String many(Collection<?> things, String what) {
        return many(things.size(), what);
    }

    private static String many(int count, String what) {
        return "%d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }

    private static String listed(List<String> names) {
        List<String> shown = names.size() > NAMED ? names.subList(0, NAMED) : names;
        String more = names.size() > NAMED ? " and %d more".formatted(names.size() - NAMED) : "";
        return String.join(", ", shown) + more;
    }
}

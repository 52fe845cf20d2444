package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tieline.csv.CsvRows;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.testing.HeldPart;

/** The shipped data: sound, sorted, and as the datasheet says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedDataTests {
    private static final Path FOLDER = Path.of("seed-data");

    private Dataset dataset;
    private String datasheet;

    @BeforeAll
    void read() throws IOException {
        dataset = DatasetReader.read(FOLDER);
        datasheet = Files.readString(FOLDER.resolve("README.md"));
    }

    @Test
    void shouldBeSoundAndWhole() {
        assertThat(dataset.version()).isEqualTo("2026.12.0");
        assertThat(dataset.organizations()).hasSizeGreaterThan(700);
        assertThat(dataset.ties()).hasSizeGreaterThan(1500);
        assertThat(dataset.bans()).hasSizeGreaterThan(200);
        assertThat(dataset.sources()).hasSizeGreaterThan(1700);
        assertThat(dataset.identifiers()).hasSizeGreaterThan(400);
        assertThat(dataset.subscribers()).hasSizeGreaterThan(100);
    }

    /** Whoever compares the digest of what was downloaded with that of a page must find the same. */
    @Test
    void shouldHaveTheDigestThatTheDocumentsPrint() throws IOException {
        Pattern digest = Pattern.compile("\\b[0-9a-f]{64}\\b");
        List<String> printed = new ArrayList<>();
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            for (Path page : Stream.concat(pages, Stream.of(Path.of("README.md"), FOLDER.resolve("README.md")))
                    .filter(each -> each.toString().endsWith(".md"))
                    .toList()) {
                digest.matcher(Files.readString(page)).results().forEach(found -> printed.add(found.group()));
            }
        }

        assertThat(printed).isNotEmpty().containsOnly(dataset.sha256());
        assertThat(Files.readString(Path.of("docs/formats.md")))
                .contains("data set %s, sha256 %s: %d organizations, %d ties, %d bans, %d sources"
                        .formatted(
                                dataset.version(),
                                dataset.sha256(),
                                dataset.organizations().size(),
                                dataset.ties().size(),
                                dataset.bans().size(),
                                dataset.sources().size()));
    }

    @Test
    void shouldTellInTheDatasheetWhatItCoversAndHowFreshItIs() throws IOException {
        Set<String> inferred = Set.copyOf(Files.readAllLines(FOLDER.resolve("inferred-dates.txt")));
        Coverage coverage = new Coverage(dataset, LocalDate.of(2026, 12, 1));

        assertThat(dataset.sources().stream()
                        .filter(source -> source.published() != null)
                        .map(Source::id))
                .containsAll(inferred);
        HeldPart.holds(FOLDER.resolve("README.md"), "dates", coverage.dates());
        HeldPart.holds(FOLDER.resolve("README.md"), "ages", coverage.ages());
        HeldPart.holds(FOLDER.resolve("README.md"), "carriers", coverage.carriers());
        HeldPart.holds(FOLDER.resolve("README.md"), "sources", coverage.sources(inferred));
    }

    @Test
    void shouldUseEverySourceAndOrganization() {
        assertThat(Stream.of(
                                dataset.ties().stream().map(Tie::sources),
                                dataset.bans().stream().map(Ban::sources),
                                dataset.memberships().stream().map(Membership::sources),
                                dataset.identifiers().stream().map(Identifier::sources),
                                dataset.subscribers().stream().map(SubscriberCount::sources))
                        .flatMap(Function.identity()))
                .flatMap(Function.identity())
                .containsAll(dataset.sources().stream().map(Source::id).toList());
        List<String> used = new ArrayList<>();
        dataset.ties().forEach(tie -> used.addAll(List.of(tie.from(), tie.to())));
        dataset.bans().forEach(ban -> {
            used.add(ban.government());
            used.addAll(ban.targets());
            used.addAll(ban.carriers());
        });
        assertThat(used)
                .containsAll(
                        dataset.organizations().stream().map(Organization::id).toList());
    }

    @Test
    void shouldSayWhereAnAliasWasReadOnlyOfAliasesThatItHas() throws IOException {
        Map<String, List<String>> aliases =
                dataset.organizations().stream().collect(Collectors.toMap(Organization::id, Organization::aliases));
        List<String> keys = new ArrayList<>();
        try (CsvRows rows = new CsvRows(Files.newBufferedReader(FOLDER.resolve("alias-sources.csv")))) {
            assertThat(rows.next().cells()).containsExactly("organization", "alias", "what", "source");
            while (rows.hasNext()) {
                List<String> row = rows.next().cells();
                keys.add(row.get(0) + " " + row.get(1));

                assertThat(aliases.get(row.get(0))).as(row.get(0)).contains(row.get(1));
                assertThat(row.get(2)).contains("name");
                assertThat(row.get(3)).as(row.get(1)).matches("https?://[^ ]+\\.[^ ]+");
            }
        }

        assertThat(keys).isSorted().doesNotHaveDuplicates();
        assertThat(datasheet).contains("The %d of [`alias-sources.csv`](alias-sources.csv)".formatted(keys.size()));
    }

    @ParameterizedTest
    @EnumSource(DatasetTable.class)
    void shouldBeSortedByKey(DatasetTable table) throws IOException {
        assumeTrue(Files.exists(FOLDER.resolve(table.file())), "the shipped folder has no such table");
        // no shipped id or cell has a line break, and no key a comma, so a line is a row and begins with its key
        List<String> keys = Files.readAllLines(FOLDER.resolve(table.file())).stream()
                .skip(1)
                .map(line ->
                        Stream.of(line.split(",")).limit(table.key().size()).collect(Collectors.joining(" ")))
                .toList();

        assertThat(keys).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "1957-12-31, 0",
        "1958-01-01, 6",
        "1973-01-01, 9",
        "2004-05-01, 25",
        "2013-07-01, 28",
        "2020-01-31, 28",
        "2020-02-01, 27",
        "2026-11-01, 27",
    })
    void shouldKnowHowManyMembersTheUnionHad(LocalDate day, int members) {
        assertThat(dataset.memberships())
                .filteredOn(membership -> membership.bloc().equals("EU") && membership.holds(day, null))
                .hasSize(members);
        assertThat(datasheet)
                .contains("(memberships.csv) | %d |"
                        .formatted(dataset.memberships().size()));
    }

    @Test
    void shouldStateItsCountsInTheDatasheet() {
        assertThat(datasheet)
                .contains("Version " + dataset.version())
                .contains("(organizations.csv) | %d | %s |"
                        .formatted(
                                dataset.organizations().size(),
                                "%d carriers, %d other companies, %d governments, %d vendors, %d associations"
                                        .formatted(
                                                organizations(OrganizationKind.CARRIER),
                                                organizations(OrganizationKind.COMPANY),
                                                organizations(OrganizationKind.GOVERNMENT),
                                                organizations(OrganizationKind.VENDOR),
                                                organizations(OrganizationKind.ASSOCIATION))))
                .contains("(ties.csv) | %d | %d `SUPPLIES`, %d `OWNS`, %d `MEMBER_OF`, %d `PARTNERS_WITH`, %d `SHARES"
                        .formatted(
                                dataset.ties().size(),
                                ties(Tie::type, TieType.SUPPLIES),
                                ties(Tie::type, TieType.OWNS),
                                ties(Tie::type, TieType.MEMBER_OF),
                                ties(Tie::type, TieType.PARTNERS_WITH),
                                ties(Tie::type, TieType.SHARES_NETWORK_WITH)))
                .contains("%d are `confirmed`, %d `announced`, %d `reported` and %d `denied`"
                        .formatted(
                                ties(Tie::evidence, Evidence.CONFIRMED),
                                ties(Tie::evidence, Evidence.ANNOUNCED),
                                ties(Tie::evidence, Evidence.REPORTED),
                                ties(Tie::evidence, Evidence.DENIED)))
                .contains("(bans.csv) | %d | %d orders, %d pieces of advice, %d powers"
                        .formatted(
                                dataset.bans().size(),
                                bans(BanNature.ORDER),
                                bans(BanNature.ADVICE),
                                bans(BanNature.POWER)))
                .contains("(sources.csv) | %d |".formatted(dataset.sources().size()));
    }

    @Test
    void shouldStateItsGapsInTheDatasheet() {
        assertThat(datasheet)
                .contains("%d ties have none".formatted(ties(Tie::since, null)))
                .contains("%d sources show no publication date"
                        .formatted(count(dataset.sources(), source -> source.published() == null)))
                .contains("(%d of them)".formatted(count(dataset.sources(), source -> source.title()
                        .startsWith("["))))
                .contains("%d of the %d stakes have no known percentage"
                        .formatted(
                                count(dataset.ties(), tie -> tie.type() == TieType.OWNS && tie.percent() == null),
                                ties(Tie::type, TieType.OWNS)))
                .contains("based in %d countries, bans apply in %d"
                        .formatted(
                                dataset.organizations().stream()
                                        .map(Organization::country)
                                        .filter(Objects::nonNull)
                                        .distinct()
                                        .count(),
                                dataset.bans().stream()
                                        .map(Ban::country)
                                        .distinct()
                                        .count()));
    }

    private long organizations(OrganizationKind kind) {
        return count(dataset.organizations(), organization -> organization.kind() == kind);
    }

    private long ties(Function<Tie, Object> field, Object value) {
        return count(dataset.ties(), tie -> field.apply(tie) == value);
    }

    private long bans(BanNature nature) {
        return count(dataset.bans(), ban -> ban.nature() == nature);
    }

    private static <T> long count(Collection<T> rows, Predicate<T> predicate) {
        return rows.stream().filter(predicate).count();
    }
}

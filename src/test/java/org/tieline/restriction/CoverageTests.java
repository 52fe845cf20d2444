package org.tieline.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.BanStatus;
import org.tieline.model.Generation;
import org.tieline.model.Membership;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Term;
import org.tieline.model.TieType;

class CoverageTests {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 15);
    private static final List<Membership> MEMBERS = List.of(
            new Membership("EU", "DE", LocalDate.of(1958, 1, 1), null, List.of("s")),
            new Membership("EU", "GB", LocalDate.of(1973, 1, 1), LocalDate.of(2020, 2, 1), List.of("s")));

    @ParameterizedTest
    @CsvSource({
        // scope, segment, generation, covers
        "5g, , 5G, yes",
        "5g, , 4G|5G, yes",
        "5g, , 4G, no",
        "5g, , , unknown",
        "5g, , fixed, no",
        "core, core, , yes",
        "core, ran|core, 4G, yes",
        "core, ran, , no",
        "core, , , unknown",
        "core, unknown, , unknown",
        "core, ran|unknown, , unknown",
        "fixed-network, fixed-access, , yes",
        "fixed-network, transport, , no",
        "submarine-cable, submarine-cable, , yes",
        "devices, devices, , yes",
        "devices, services, , no",
        "transport, transport, , yes",
        "5g:core, core, 5G, yes",
        "5g:core, core, , unknown",
        "5g:core, , 5G, unknown",
        "5g:core, core, 4G, no",
        "5g:core, ran, 5G, no",
        "5g:core, unknown, 4G, no",
        "5g:core|5g:ran, ran, 5G, yes",
        "5g:core|fixed-network, , 4G, unknown",
        "5g|removal, core, 4G, no",
        "5g|export-control, core, 5G, yes",
        "all-new-equipment, , , yes",
        "removal, core, 4G, yes",
        "market-authorisation, , , yes",
        "government-procurement, core, 5G, unknown",
        "public-funding, core, 5G, unknown",
        "export-control, core, 5G, no",
        "export-control|public-funding, core, 5G, unknown",
        "removal|public-funding, core, 5G, yes",
    })
    void shouldReadTheScope(String scope, String segment, String generation, String covers) {
        BanAgainst against = held(ban(scope, BanNature.ORDER), contact("t", segment, generation));

        assertThat(against.covers().text()).isEqualTo(covers);
        assertThat(against.coveredTie()).isEqualTo(covers.equals("no") ? null : "t");
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER, removal, yes",
        "POWER, removal, unknown",
        "ADVICE, removal, unknown",
        "POWER, 5g, unknown",
        "ADVICE, core, no",
    })
    void shouldCoverForCertainByAnOrderAlone(BanNature nature, String scope, String covers) {
        assertThat(held(ban(scope, nature), contact("t", "ran", "5G")).covers().text())
                .isEqualTo(covers);
    }

    @Test
    void shouldNotCoverAPartnership() {
        Contact partner = new Contact(
                "t", TieType.PARTNERS_WITH, List.of(Segment.CORE), List.of(Generation.G5), "c", "DE", Set.of());

        assertThat(held(ban("removal", BanNature.ORDER), partner).covers()).isEqualTo(Covers.NO);
    }

    @ParameterizedTest
    @CsvSource({
        "'',    customer, '',          yes",
        "a|b,   b,        '',          yes",
        "a|b,   customer, '',          no",
        "a|b,   customer, owner|a,     yes",
        "a|b,   customer, owner,       no",
    })
    void shouldBindOnlyTheCarriersThatItNamesAndWhatTheyOwn(
            String carriers, String customer, String owners, String covers) {
        Contact contact =
                new Contact("t", TieType.SUPPLIES, List.of(), List.of(), customer, "DE", Set.copyOf(list(owners)));

        assertThat(held(ban("DE", "removal", BanNature.ORDER, carriers, null), contact)
                        .covers()
                        .text())
                .isEqualTo(covers);
    }

    @Test
    void shouldStandOnTheStrongestTieAndOfEquallyStrongOnesOnTheFirst() {
        Ban ban = ban("5g", BanNature.ORDER);

        BanAgainst against = held(
                ban,
                contact("a", "core", "4G"),
                contact("b", "core", ""),
                contact("c", "core", "5G"),
                contact("d", "core", "5G"));

        assertThat(against.covers()).isEqualTo(Covers.YES);
        assertThat(against.coveredTie()).isEqualTo("c");
        assertThat(against.conflictTie()).isEqualTo("c");
        assertThat(held(ban, contact("a", "", "4G"), contact("b", "", "")).coveredTie())
                .isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource({
        "DE, DE, '',    2024-01-15, home",
        "EU, DE, '',    2024-01-15, bloc",
        "EU, DE, '',    1957-12-31, foreign",
        "EU, GB, '',    2020-01-31, bloc",
        "EU, GB, '',    2020-02-01, foreign",
        "EU, GB, DE,    2024-01-15, foreign",
        "FR, DE, GB|FR, 2024-01-15, owner",
        "FR, DE, GB,    2024-01-15, foreign",
        "DE, DE, DE,    2024-01-15, home",
        "DE, '', DE,    2024-01-15, owner",
        "DE, '', '',    2024-01-15, foreign",
    })
    void shouldTellWhoseMeasureItIs(
            String banCountry, String carrierCountry, String owners, LocalDate day, String jurisdiction) {
        BanAgainst against = coverage(day, null)
                .of(
                        new BanOnDay(
                                ban(banCountry, "removal", BanNature.ORDER, "", null), BanState.IN_FORCE, Set.of()),
                        new ExposedCarrier(
                                carrierCountry.isEmpty() ? null : carrierCountry,
                                Set.copyOf(list(owners)),
                                List.of(contact("t", "", ""))));

        assertThat(against.jurisdiction().text()).isEqualTo(jurisdiction);
    }

    @Test
    void shouldNotKnowOfADepartureThatLayAhead() {
        BanOnDay european = new BanOnDay(ban("EU", "removal", BanNature.ORDER, "", null), BanState.IN_FORCE, Set.of());
        ExposedCarrier british = new ExposedCarrier("GB", Set.of(), List.of());
        LocalDate later = LocalDate.of(2020, 6, 1);

        assertThat(coverage(later, LocalDate.of(2020, 1, 31))
                        .of(european, british)
                        .jurisdiction())
                .isEqualTo(Jurisdiction.BLOC);
        assertThat(coverage(later, LocalDate.of(2020, 2, 1))
                        .of(european, british)
                        .jurisdiction())
                .isEqualTo(Jurisdiction.FOREIGN);
        assertThat(coverage(later, LocalDate.of(1972, 12, 31))
                        .of(european, british)
                        .jurisdiction())
                .isEqualTo(Jurisdiction.FOREIGN);
    }

    @ParameterizedTest
    @CsvSource({
        // country of ban, carrier, customer; state; conflict
        "DE, DE, DE, IN_FORCE,  true",
        "DE, DE, DE, ANNOUNCED, false",
        "DE, DE, GB, IN_FORCE,  false",
        "DE, GB, DE, IN_FORCE,  false",
        "EU, DE, DE, IN_FORCE,  true",
        "EU, DE, GB, IN_FORCE,  false",
        "EU, GB, DE, IN_FORCE,  false",
        "DE, DE, '', IN_FORCE,  false",
    })
    void shouldBeInConflictAtHomeWithEquipmentAtHome(
            String banCountry, String carrier, String customer, BanState state, boolean conflict) {
        Contact contact = new Contact(
                "t", TieType.SUPPLIES, List.of(), List.of(), "c", customer.isEmpty() ? null : customer, Set.of());
        Ban ban = ban(banCountry, "removal", BanNature.ORDER, "", "2020-01-01");

        BanAgainst against = coverage(DAY, null)
                .of(new BanOnDay(ban, state, Set.of()), new ExposedCarrier(carrier, Set.of(), List.of(contact)));

        assertThat(against.conflict()).isEqualTo(conflict);
        assertThat(against.conflictTie()).isEqualTo(conflict ? "t" : null);
        assertThat(against.pastDeadline())
                .as("without a conflict no deadline passes")
                .isEqualTo(conflict);
    }

    @Test
    void shouldBeInConflictWithALaterTieIfTheFirstIsCoveredAbroad() {
        Contact abroad = new Contact("a", TieType.SUPPLIES, List.of(), List.of(), "c", "FR", Set.of());
        Contact atHome = new Contact("b", TieType.SUPPLIES, List.of(), List.of(), "d", "DE", Set.of());

        BanAgainst against = held(ban("removal", BanNature.ORDER), abroad, atHome);

        assertThat(against.coveredTie()).isEqualTo("a");
        assertThat(against.conflictTie()).isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-15, true,  false",
        "2024-01-16, false, false",
        "2024-01,    true,  true",
        "2024,       true,  true",
        "2023-12,    true,  true",
        "2024-02,    false, false",
        "'',         false, false",
    })
    void shouldCountADeadlineFromItsFirstDay(String deadline, boolean past, boolean flagged) {
        BanAgainst against = held(
                ban("DE", "removal", BanNature.ORDER, "", deadline.isEmpty() ? null : deadline), contact("t", "", ""));

        assertThat(against.pastDeadline()).isEqualTo(past);
        assertThat(against.flags()).isEqualTo(flagged ? Set.of(BanFlag.REDUCED_PRECISION) : Set.of());
    }

    @ParameterizedTest
    @CsvSource({"2g", "3g", "4g", "5g"})
    void shouldKnowEveryPart(String generation) {
        for (String part : Scope.PARTS) {
            assertThat(held(ban(part, BanNature.ORDER), contact("t", "", "")).covers())
                    .isEqualTo(Covers.UNKNOWN);
        }
        assertThat(held(ban(generation, BanNature.ORDER), contact("t", "", generation.replace('g', 'G')))
                        .covers())
                .isEqualTo(Covers.YES);
        for (String kind : Scope.KINDS) {
            assertThat(held(ban(kind, BanNature.ORDER), contact("t", "", "")).covers())
                    .isNotNull();
        }
    }

    private static BanAgainst held(Ban ban, Contact... contacts) {
        return coverage(DAY, null)
                .of(
                        new BanOnDay(ban, BanState.IN_FORCE, Set.of()),
                        new ExposedCarrier("DE", Set.of(), List.of(contacts)));
    }

    private static Coverage coverage(LocalDate day, LocalDate knownAt) {
        return new Coverage(day, new Blocs(MEMBERS, day, knownAt));
    }

    private static Contact contact(String id, String segment, String generation) {
        return new Contact(
                id,
                TieType.SUPPLIES,
                list(segment).stream()
                        .map(word -> Term.parse(Segment.class, word))
                        .toList(),
                list(generation).stream()
                        .map(word -> Term.parse(Generation.class, word))
                        .toList(),
                "c",
                "DE",
                Set.of());
    }

    private static Ban ban(String scope, BanNature nature) {
        return ban("DE", scope, nature, "", null);
    }

    private static Ban ban(String country, String scope, BanNature nature, String carriers, String deadline) {
        return new Ban(
                "ban",
                "state",
                country,
                List.of("vendor"),
                true,
                list(carriers),
                nature,
                list(scope).stream().map(Scope::new).toList(),
                BanStatus.IN_FORCE,
                null,
                PartialDate.parse("1950"),
                null,
                deadline == null ? null : PartialDate.parse(deadline),
                null,
                List.of("s"),
                null,
                "");
    }

    private static List<String> list(String bars) {
        return bars == null || bars.isEmpty()
                ? List.of()
                : Arrays.stream(bars.split("\\|")).collect(Collectors.toList());
    }
}

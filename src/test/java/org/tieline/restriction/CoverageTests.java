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
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Segment;
import org.tieline.model.Term;
import org.tieline.model.TieType;

class CoverageTests {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 15);
    private static final Contact.Customer CUSTOMER = new Contact.Customer("c", OrganizationKind.CARRIER, "DE");
    private static final Contact.Life STANDING = new Contact.Life(null, null, true, null, null);
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
        "6g, , 5G, no",
        "6g, , , unknown",
        "6g:core, core, 5G, no",
        "6g:core, core, , unknown",
        "6g:core, ran, , no",
        "5g|removal, core, 4G, no",
        "5g|removal, core, 5G, yes",
        "5g|removal, core, , unknown",
        "5g|export-control, core, 5G, no",
        "5g|export-control, core, , no",
        "5g|market-authorisation, core, 5G, unknown",
        "5g|market-authorisation, core, 4G, no",
        "5g|all-new-equipment, core, 5G, unknown",
        "5g|all-new-equipment|removal, core, 5G, yes",
        "core|public-funding|removal, core, , yes",
        "removal, core, 4G, yes",
        "all-new-equipment, , , unknown",
        "market-authorisation, , , unknown",
        "government-procurement, core, 5G, unknown",
        "public-funding, core, 5G, unknown",
        "export-control, core, 5G, no",
        "investment, core, 5G, no",
        "interconnection, core, 5G, no",
        "operating-licence, core, 5G, no",
        "cable-landing, submarine-cable, , no",
        "investment|market-authorisation, core, 5G, unknown",
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
                "t",
                TieType.PARTNERS_WITH,
                List.of(Segment.CORE),
                List.of(Generation.G5),
                List.of(),
                CUSTOMER,
                Set.of(),
                STANDING);

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
        Contact contact = new Contact(
                "t",
                TieType.SUPPLIES,
                List.of(),
                List.of(),
                List.of(),
                new Contact.Customer(customer, OrganizationKind.CARRIER, "DE"),
                Set.copyOf(list(owners)),
                STANDING);

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
                        onDay(ban(banCountry, "removal", BanNature.ORDER, "", null), BanState.IN_FORCE),
                        new ExposedCarrier(
                                carrierCountry.isEmpty() ? null : carrierCountry,
                                Set.copyOf(list(owners)),
                                List.of(contact("t", "", ""))));

        assertThat(against.jurisdiction().text()).isEqualTo(jurisdiction);
    }

    @Test
    void shouldNotKnowOfADepartureThatLayAhead() {
        BanOnDay european = onDay(ban("EU", "removal", BanNature.ORDER, "", null), BanState.IN_FORCE);
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
    @CsvSource(nullValues = "-", textBlock = """
        # in force,  since,      verified,   covers
        2020-07-14,  2020-07-14, -,          yes
        2020-07-14,  2020-07-13, -,          no
        2020-07-14,  2020-07,    -,          unknown
        2020-07-14,  2020,       -,          unknown
        2020-07-14,  2021,       -,          yes
        2020-07-14,  2019,       -,          no
        2020-07-14,  -,          2020-07-13, no
        2020-07-14,  -,          2020-07-14, unknown
        2020-07-14,  -,          -,          unknown
        2020-07,     2020-07,    -,          yes
        2020-07,     2020-06,    -,          no
        """)
    void shouldForbidNewEquipmentAlone(String inForce, String since, String verified, String covers) {
        Contact contact = living(began(since, verified));

        assertThat(coverage(DAY, null)
                        .of(onDay(ban("all-new-equipment", inForce), BanState.IN_FORCE), german(contact))
                        .covers()
                        .text())
                .isEqualTo(covers);
        assertThat(coverage(DAY, null)
                        .of(onDay(ban("removal", inForce), BanState.IN_FORCE), german(contact))
                        .covers())
                .isEqualTo(Covers.YES);
    }

    @Test
    void shouldCountAnAssumedStartOfABanOnNewEquipment() {
        Ban assumed = ban("DE", "all-new-equipment", BanNature.ORDER, "", null);
        assertThat(assumed.effective()).isNull();

        assertThat(held(assumed, living(began("1950", null))).covers()).isEqualTo(Covers.YES);
        assertThat(held(assumed, living(began("1949", null))).covers()).isEqualTo(Covers.NO);
    }

    @Test
    void shouldNotForbidWhatWasInstalledBeforeABanThatIsToCome() {
        Ban announced = new Ban(
                "ban",
                "state",
                "DE",
                List.of("vendor"),
                true,
                List.of(),
                BanNature.ORDER,
                List.of(new Scope("all-new-equipment")),
                BanStatus.ANNOUNCED,
                null,
                PartialDate.parse("2023-01-01"),
                null,
                null,
                null,
                List.of(),
                List.of("s"),
                null,
                "");

        assertThat(covers(announced, began("2023-06-01", null))).isEqualTo(Covers.NO);
        assertThat(covers(announced, began("2024", null))).isEqualTo(Covers.UNKNOWN);
        assertThat(covers(announced, began(null, null))).isEqualTo(Covers.UNKNOWN);
    }

    private static Covers covers(Ban announced, Contact.Life life) {
        return coverage(DAY, null)
                .of(onDay(announced, BanState.ANNOUNCED), german(living(life)))
                .covers();
    }

    @ParameterizedTest
    @CsvSource({
        // country of ban; countries of the equipment; kind and country of the customer; covers
        "DE, '',    CARRIER, DE, yes",
        "DE, '',    CARRIER, GB, no",
        "DE, '',    CARRIER, '', unknown",
        "DE, '',    COMPANY, DE, unknown",
        "DE, '',    COMPANY, GB, unknown",
        "DE, '',    ASSOCIATION, DE, unknown",
        "DE, '',    GOVERNMENT, DE, yes",
        "DE, GB,    CARRIER, DE, no",
        "DE, GB|DE, CARRIER, GB, yes",
        "DE, DE,    COMPANY, GB, yes",
        "DE, GB,    COMPANY, DE, no",
        "EU, '',    CARRIER, DE, yes",
        "EU, '',    CARRIER, GB, no",
        "EU, GB|DE, CARRIER, GB, yes",
        "EU, GB,    CARRIER, DE, no",
    })
    void shouldReachEquipmentInItsCountryOrBloc(
            String banCountry, String countries, OrganizationKind kind, String customerCountry, String covers) {
        Contact contact = new Contact(
                "t",
                TieType.SUPPLIES,
                List.of(),
                List.of(),
                list(countries),
                new Contact.Customer("c", kind, customerCountry.isEmpty() ? null : customerCountry),
                Set.of(),
                STANDING);

        assertThat(held(ban(banCountry, "removal", BanNature.ORDER, "", null), contact)
                        .covers()
                        .text())
                .isEqualTo(covers);
    }

    @ParameterizedTest
    @CsvSource({
        // country of ban, carrier, equipment; nature; state; whether the tie certainly holds; conflict
        "DE, DE, DE, ORDER,  IN_FORCE,  true,  established",
        "DE, DE, DE, ORDER,  IN_FORCE,  false, presumed",
        "DE, DE, DE, ORDER,  ANNOUNCED, true,  none",
        "DE, DE, DE, POWER,  IN_FORCE,  true,  none",
        "DE, DE, DE, ADVICE, IN_FORCE,  true,  none",
        "DE, DE, GB, ORDER,  IN_FORCE,  true,  none",
        "DE, GB, DE, ORDER,  IN_FORCE,  true,  none",
        "EU, DE, DE, ORDER,  IN_FORCE,  true,  established",
        "EU, DE, GB, ORDER,  IN_FORCE,  true,  none",
        "EU, GB, DE, ORDER,  IN_FORCE,  true,  none",
    })
    void shouldBeInConflictAtHomeWithEquipmentAtHome(
            String banCountry,
            String carrier,
            String place,
            BanNature nature,
            BanState state,
            boolean certain,
            String conflict) {
        Contact contact = new Contact(
                "t",
                TieType.SUPPLIES,
                List.of(),
                List.of(),
                List.of(place),
                CUSTOMER,
                Set.of(),
                life(certain, "2024-01-01", null));
        Ban ban = ban(banCountry, "removal", nature, "", "2020-01-01");

        BanAgainst against =
                coverage(DAY, null).of(onDay(ban, state), new ExposedCarrier(carrier, Set.of(), List.of(contact)));

        assertThat(against.conflict()).isEqualTo(conflict.equals("none") ? null : Term.parse(Conflict.class, conflict));
        assertThat(against.pastDeadline())
                .as("without a conflict no deadline passes")
                .isEqualTo(against.isConflict() ? PastDeadline.YES : PastDeadline.NO);
    }

    @Test
    void shouldStandOnAnEstablishedTieBeforeAPresumedOne() {
        Ban removal = ban("DE", "removal", BanNature.ORDER, "", "2020-01-01");
        Contact presumed = living("a", life(false, "2024-01-01", null));
        Contact older = living("b", life(true, "2019-06-01", null));
        Contact newer = living("c", life(true, "2019-12", null));
        Contact undated = living("d", life(true, null, null));

        assertThat(held(removal, presumed, undated, older, newer).coveredTie()).isEqualTo("c");
        assertThat(held(removal, presumed, undated, older).coveredTie()).isEqualTo("b");
        assertThat(held(removal, presumed, undated).coveredTie()).isEqualTo("d");
        assertThat(held(removal, presumed, undated).conflict()).isEqualTo(Conflict.ESTABLISHED);
        assertThat(held(removal, presumed).conflict()).isEqualTo(Conflict.PRESUMED);
    }

    @Test
    void shouldTellOfTheTieThatItStandsOnThatItIsBeingTakenOut() {
        Ban core = ban("core", BanNature.ORDER);
        Contact removing = living("a", life(true, "2023-01-01", "2022"));

        assertThat(held(core, removing).removing()).hasToString("2022");
        assertThat(held(core, living("b", life(true, "2023-06-01", null)), removing)
                        .removing())
                .isNull();
        assertThat(held(core).removing()).isNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # deadline,  evidence,   past,    flagged
        2024-01-15,  2024-01-15, yes,     false
        2024-01-15,  2024-01-14, unknown, false
        2024-01-15,  2024-01,    yes,     false
        2024-01-15,  2023,       unknown, false
        2023-12-31,  2023,       yes,     false
        2024-01-15,  -,          unknown, false
        2024-01-16,  2024-01-15, no,      false
        2024-01-16,  2024-02-01, no,      false
        2024-01,     2024-01-01, yes,     true
        2024-01,     2023-12-31, unknown, true
        2024,        2024,       yes,     true
        2023-12,     2023-11-30, unknown, true
        2024-02,     2024-01-15, no,      false
        -,           2024-01-15, no,      false
        """)
    void shouldBePastADeadlineOnlyIfVouchedForSince(String deadline, String evidence, String past, boolean flagged) {
        BanAgainst against =
                held(ban("DE", "removal", BanNature.ORDER, "", deadline), living("t", life(true, evidence, "2020")));

        assertThat(against.pastDeadline().text()).isEqualTo(past);
        assertThat(against.flags()).isEqualTo(flagged ? Set.of(BanFlag.REDUCED_PRECISION) : Set.of());
        assertThat(against.removing()).hasToString("2020");
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
        return coverage(DAY, null).of(onDay(ban, BanState.IN_FORCE), german(contacts));
    }

    private static BanOnDay onDay(Ban ban, BanState state) {
        return new BanOnDay(ban, state, Set.of(), null);
    }

    private static ExposedCarrier german(Contact... contacts) {
        return new ExposedCarrier("DE", Set.of(), List.of(contacts));
    }

    private static Contact living(Contact.Life life) {
        return living("t", life);
    }

    private static Contact living(String id, Contact.Life life) {
        return new Contact(id, TieType.SUPPLIES, List.of(Segment.CORE), List.of(), List.of(), CUSTOMER, Set.of(), life);
    }

    private static Contact.Life life(boolean certain, String lastEvidenced, String removing) {
        return new Contact.Life(null, null, certain, date(lastEvidenced), date(removing));
    }

    private static Contact.Life began(String since, String verified) {
        PartialDate beginning = date(since);
        return since != null
                ? new Contact.Life(beginning.firstDay(), beginning.lastDay(), true, null, null)
                : new Contact.Life(null, verified == null ? null : LocalDate.parse(verified), true, null, null);
    }

    private static PartialDate date(String text) {
        return text == null || text.isEmpty() ? null : PartialDate.parse(text);
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
                List.of(),
                CUSTOMER,
                Set.of(),
                STANDING);
    }

    /** An order in force from a day on. */
    private static Ban ban(String scope, String effective) {
        return ban("DE", scope, BanNature.ORDER, "", effective, null);
    }

    private static Ban ban(String scope, BanNature nature) {
        return ban("DE", scope, nature, "", null);
    }

    private static Ban ban(String country, String scope, BanNature nature, String carriers, String deadline) {
        return ban(country, scope, nature, carriers, null, deadline);
    }

    private static Ban ban(
            String country, String scope, BanNature nature, String carriers, String effective, String deadline) {
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
                date(effective),
                date(deadline),
                null,
                List.of(),
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

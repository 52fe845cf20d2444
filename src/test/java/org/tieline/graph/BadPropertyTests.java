package org.tieline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.Scope;
import org.tieline.restriction.BanClock;
import org.tieline.restriction.BanFilter;
import org.tieline.restriction.BanOnDay;
import org.tieline.restriction.Blocs;
import org.tieline.restriction.Coverage;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.TestFacts;

/** One property that cannot be read costs that property alone: its element stays, and so does all else. */
@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadPropertyTests {
    private static final List<String> ELEMENTS = List.of(
            "(x:Organization)",
            "(x:Ban)",
            "(x:Source)",
            "(x:Country)",
            "()-[x:SUPPLIES]->()",
            "()-[x:OWNS]->()",
            "()-[x:BELONGS_TO]->()");

    /** What may hold a ban within limits. Without {@code announced} the one here only begins later. */
    private static final Set<String> LIMITS = Set.of("carriers", "nature", "status", "effective", "ended");

    private final EmbeddedServer server;
    private final Neo4j neo4j;
    private List<Object> unharmed;

    BadPropertyTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeAll
    void load() {
        EmbeddedNeo4jExtension.fill(server, neo4j, TestFacts.dataset());
        unharmed = facts(Collected.from(new EmbeddedGraphReader(server.database())));
        for (String element : ELEMENTS) {
            server.database()
                    .executeTransactionally("MATCH %s CREATE (k:Kept) SET k = properties(x), k.keptOf = elementId(x)"
                            .formatted(element));
        }
    }

    @AfterEach
    void mend() {
        for (String element : ELEMENTS) {
            server.database().executeTransactionally("""
                    MATCH %s MATCH (k:Kept {keptOf: elementId(x)}) SET x = properties(k) REMOVE x.keptOf
                    """.formatted(element));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            organization | (x:Organization {id: 'huawei'})         | name          | 7; true; ['a']; ''; date('2020-01-01')
            organization | (x:Organization {id: 'huawei'})         | country       | 7; 'XX1'; ['CN']; 'China'
            organization | (x:Organization {id: 'huawei'})         | aliases       | 7; 'HW'; [1, 2]; true; point({x: 1, y: 2})
            organization | (x:Organization {id: 'huawei'})         | formerIds     | 7; 'hw'; ['Not Kebab']; ['huawei']; [1.5]
            tie          | ()-[x:OWNS {id: 'bt-owns-ee'}]-()       | since         | 7; 'soon'; ['2018']; '2018-13'; duration('P1Y')
            tie          | ()-[x:OWNS {id: 'bt-owns-ee'}]-()       | until         | 7; 'soon'; ['2018']; '1900'; date('-0005-01-01')
            tie          | ()-[x:OWNS {id: 'bt-owns-ee'}]-()       | percent       | 140; -1; 'half'; [20]; 33.333; 0.0 / 0.0
            tie          | ()-[x:SUPPLIES]-()                      | percent       | 20
            tie          | ()-[x:SUPPLIES]-()                      | segment       | 7; 'ran'; ['radio']; [1]
            tie          | ()-[x:SUPPLIES]-()                      | generation    | 7; '5G'; ['9G']; [true]
            tie          | ()-[x:SUPPLIES]-()                      | sources       | 7; 'bbc-2020'; [1]; []
            ban          | (x:Ban)                                 | named         | 7; 'yes'; [true]
            ban          | (x:Ban)                                 | carriers      | 7; 'bt'; [1]
            ban          | (x:Ban)                                 | nature        | 7; 'maybe'; ['order']
            ban          | (x:Ban)                                 | scope         | 7; '5g'; ['everything']; [5]; []
            ban          | (x:Ban)                                 | status        | 7; 'maybe'; true
            ban          | (x:Ban)                                 | reported      | 7; 'soon'; ['2020']
            ban          | (x:Ban)                                 | announced     | 7; 'soon'; 2020.5
            ban          | (x:Ban)                                 | effective     | 7; 'soon'; '2020-02-30'
            ban          | (x:Ban)                                 | deadline      | 7; 'soon'; '1999'
            ban          | (x:Ban)                                 | ended         | 7; 'soon'; '1999'
            ban          | (x:Ban)                                 | ownershipRule | 7; 'uk'; ['uk-50']
            ban          | (x:Ban)                                 | summary       | 7; ['a']
            source       | (x:Source)                              | publisher     | 7; ''; ['BBC']
            source       | (x:Source)                              | title         | 7; ''; ['a']
            source       | (x:Source)                              | published     | 7; 'soon'; ['2020']
            source       | (x:Source)                              | url           | 7; 'ftp://x'; ['https://x']
            membership   | ()-[x:BELONGS_TO]->()                   | sources       | 7; 'bbc-2020'; [1]; []
            """)
    void shouldLeaveOutThePropertyAlone(String what, String pattern, String property, String values) {
        KeptProperty kept = new KeptProperty(server.database(), pattern, property);
        for (String value : values.split("; ")) {
            kept.giveBack();
            for (Collected read : readings("MATCH %s SET x.%s = %s".formatted(pattern, property, value))) {
                assertThat(read.problems).as(value).singleElement().satisfies(problem -> {
                    assertThat(problem.what()).isEqualTo(what);
                    assertThat(problem.where()).isNotBlank();
                    assertThat(problem.property()).isEqualTo(property);
                    assertThat(problem.remedy()).startsWith(property.equals("percent") ? "" : "must");
                    assertThat(problem.message()).startsWith(property + " ").contains("; ");
                });
                assertThat(without(property, facts(read)))
                        .as(value)
                        .containsExactlyInAnyOrderElementsOf(without(property, unharmed));
                assertThat(read.bans.getFirst().nature())
                        .as(value)
                        .isEqualTo(LIMITS.contains(property) ? BanNature.ADVICE : BanNature.ORDER);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REMOVE x:Vendor           | must have exactly one of the labels
            SET x:Carrier             | must have exactly one of the labels
            """)
    void shouldKeepAnOrganizationOfNoKindOrTwo(String change, String message) {
        for (Collected read : readings("MATCH (x {id: 'huawei'}) " + change)) {
            assertThat(read.problems).singleElement().satisfies(problem -> assertThat(problem.message())
                    .startsWith(message));
            assertThat(without("kind", facts(read))).containsExactlyInAnyOrderElementsOf(without("kind", unharmed));
        }
        server.database().executeTransactionally("MATCH (x {id: 'huawei'}) SET x:Vendor REMOVE x:Carrier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "'England'", "['GB']"})
    void shouldKeepABanWhoseCountryHasNoCode(String code) {
        for (Collected read : readings("MATCH (x:Country {code: 'GB'}) SET x.code = " + code)) {
            assertThat(read.bans).singleElement().satisfies(ban -> {
                assertThat(ban.country()).isEqualTo("GB");
                assertThat(ban.nature()).isEqualTo(BanNature.ADVICE);
            });
            assertThat(read.problems).extracting(GraphProblem::what).contains("country", "ban", "membership");
            assertThat(read.ties).hasSize(2);
        }
    }

    /** Nothing that is left of such a ban may say more than what was there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            x.nature = 'oder'                                     | uk-2020 nature must
            x.status = 'rejectd'                                  | uk-2020 status must
            x.carriers = 'bt'                                     | uk-2020 carriers must
            x.ended = 'soon'                                      | uk-2020 ended must
            x.effective = 'soon'                                  | uk-2020 effective must
            x.announced = 'soon', x.effective = null              | uk-2020 announced must
            x.reported = 5, x.announced = null, x.effective = null | uk-2020 reported must
            """)
    void shouldRestrictNobodyByABanWhoseLimitsCannotBeRead(String change, String told) {
        for (Collected read : readings("MATCH (x:Ban) SET " + change)) {
            Ban ban = read.bans.getFirst();
            BanClock clock = new BanClock(LocalDate.of(2021, 1, 1), null, id -> null, List.of(ban), Set.of());
            BanOnDay onDay = clock.on(ban).orElseThrow();
            assertThat(BanFilter.DEFAULT.accepts(onDay)).isFalse();
            assertThat(new Coverage(LocalDate.of(2021, 1, 1), new Blocs(List.of(), LocalDate.of(2021, 1, 1), null))
                            .mayConflict(onDay, "GB"))
                    .isFalse();
            assertThat(read.problems)
                    .extracting(problem -> "%s %s".formatted(problem.where(), problem.message()))
                    .anyMatch(message -> message.startsWith(told) && message.endsWith("the ban counts as advice"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'removal', '6gg' | -", "'removal', '5g:ran', '6gg' | 5g:ran"},
            quoteCharacter = '"')
    void shouldNotWidenAScopeOfWhichAPartCannotBeRead(String scope, String left) {
        for (Collected read : readings("MATCH (x:Ban) SET x.scope = [%s]".formatted(scope))) {
            assertThat(read.bans.getFirst().scope().stream().map(Scope::text).toList())
                    .isEqualTo(left.equals("-") ? List.of() : List.of(left));
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"since, 7", "since, 'soon'", "since, '1973'", "until, 7", "until, 'soon'", "until, '1960-01-01'"})
    void shouldLeaveOutAMembershipThatWouldHoldForLonger(String property, String value) {
        for (Collected read : readings("MATCH ()-[x:BELONGS_TO]->() SET x.%s = %s".formatted(property, value))) {
            assertThat(read.memberships).isEmpty();
            assertThat(read.problems).singleElement().satisfies(problem -> {
                assertThat(problem.property()).isEqualTo(property);
                assertThat(problem.message()).endsWith("; the membership is left out");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"ban, (x:Ban)", "source, (x:Source)", "tie, ()-[x:SUPPLIES]-()"})
    void shouldLeaveOutWhatHasNoId(String what, String pattern) {
        for (Collected read : readings("MATCH " + pattern + " SET x.id = 7")) {
            assertThat(read.problems)
                    .filteredOn(problem -> problem.what().equals(what))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.message())
                                .isEqualTo("id must be a text, was 7; the %s is left out".formatted(what));
                    });
            assertThat(facts(read)).hasSize(unharmed.size() - 1);
        }
    }

    private List<Collected> readings(String change) {
        server.database().executeTransactionally(change);
        Collected inside = Collected.from(new EmbeddedGraphReader(server.database()));
        Collected overBolt = Collected.from(new DriverGraphReader(neo4j));
        assertThat(overBolt.problems)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("value", "message")
                .containsExactlyInAnyOrderElementsOf(inside.problems);
        return List.of(inside, overBolt);
    }

    private static List<Object> facts(Collected read) {
        return Stream.of(read.organizations, read.ties, read.bans, read.sources, read.memberships)
                .<Object>flatMap(List::stream)
                .toList();
    }

    /** The facts as the values of their fields but one, which all kinds of facts lack alike. */
    private static List<Object> without(String property, List<Object> facts) {
        List<Object> rest = new ArrayList<>();
        for (Object fact : facts) {
            rest.add(Stream.of(fact.getClass().getRecordComponents())
                    .filter(component -> !component.getName().equals(property)
                            && !component.getName().equals("nature"))
                    .map(component -> value(component, fact))
                    .toList());
        }
        return rest;
    }

    private static Map.Entry<String, String> value(RecordComponent component, Object fact) {
        try {
            return Map.entry(
                    component.getName(), String.valueOf(component.getAccessor().invoke(fact)));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

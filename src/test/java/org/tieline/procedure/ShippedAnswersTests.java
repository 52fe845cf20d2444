package org.tieline.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.tieline.dataset.DatasetReader;
import org.tieline.exposure.path.Flag;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.ownership.OwnershipAnswer;
import org.tieline.question.ownership.OwnershipInquiry;
import org.tieline.question.parameter.Paging;
import org.tieline.question.paths.PathAnswer;
import org.tieline.question.paths.PathInquiry;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.GivenQuestions;
import org.tieline.testing.Nightly;
import org.tieline.testing.ShippedGraph;

/** The procedures over Bolt, on the shipped data, beside the inquiries of the API and the queries in plain Cypher. */
@ShippedGraph
class ShippedAnswersTests {
    private static final String COLUMNS =
            "carrier, hops, relation, evidence, path, vendor, certainty, flags, ties, bans";

    private final EmbeddedServer server;
    private final Neo4j neo4j;

    ShippedAnswersTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
    }

    @BeforeAll
    static void load(Neo4j neo4j) {
        new DatasetLoader(neo4j, Clock.systemUTC()).load(DatasetReader.read(Path.of("seed-data")), Progress.NONE);
    }

    /** A day in the past and today; every night two more. */
    static List<LocalDate> days() {
        List<LocalDate> days = List.of(
                LocalDate.of(2018, 12, 8),
                LocalDate.now(ZoneOffset.UTC),
                LocalDate.of(2018, 11, 1),
                LocalDate.of(2021, 6, 1));
        return days.subList(0, Nightly.or(2, days.size()));
    }

    @ParameterizedTest
    @MethodSource("days")
    void shouldAnswerAsTheInquiryForEveryRestrictedVendor(LocalDate day) {
        List<ComparedExposure> expected = inquiry(Map.of("asOf", List.of(day.toString())));
        List<ComparedExposure> answered = call("CALL tieline.exposures(null, {asOf: $day})", Map.of("day", day));

        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(answered).containsExactlyElementsOf(expected);
    }

    /** Each option as the API takes it, and as a value of Cypher. */
    static Stream<Arguments> options() {
        return Stream.of(
                arguments("minStake=50 maxHops=6", "{minStake: 50, maxHops: 6}"),
                arguments("minStake=33.34", "{minStake: 33.34}"),
                arguments(
                        "knownAt=2018-12-08 certainty=certain", "{knownAt: date('2018-12-08'), certainty: 'certain'}"),
                arguments("ties=SUPPLIES,OWNS minHops=2", "{ties: ['SUPPLIES', 'OWNS'], minHops: 2}"),
                arguments("ties=SUPPLIES,OWNS relation=parent", "{ties: 'SUPPLIES,OWNS', relation: 'parent'}"),
                arguments("minEvidence=confirmed", "{minEvidence: 'confirmed', knownAt: null}"),
                arguments("evidencedSince=2017-01-01", "{evidencedSince: '2017-01-01'}"),
                arguments("carrierCountry=US,JP", "{carrierCountry: ['us', 'JP']}"),
                arguments("scope=core,5g:ran minBan=reported", "{scope: ['core', '5g:ran'], minBan: 'reported'}"),
                arguments("nature=advice,power country=GB", "{nature: ['advice', 'power'], country: 'gb'}"),
                arguments("government=tw-ncc", "{government: 'tw-ncc'}"));
    }

    @ParameterizedTest
    @MethodSource("options")
    void shouldTakeTheOptionsOfTheApi(String parameters, String options) {
        Map<String, List<String>> asked = new HashMap<>(Map.of("asOf", List.of("2018-12-08")));
        for (String parameter : parameters.split(" ")) {
            asked.put(parameter.split("=")[0], List.of(parameter.split("=")[1]));
        }
        String call = "CALL tieline.exposures(null, %s)".formatted(options.replace("}", ", asOf: date('2018-12-08')}"));

        List<ComparedExposure> expected = inquiry(asked);
        assertThat(expected).isNotEmpty().isNotEqualTo(inquiry(Map.of("asOf", asked.get("asOf"))));
        assertThat(call(call, Map.of())).containsExactlyElementsOf(expected);
    }

    @Test
    void shouldGiveThePageThatIsAskedFor() {
        List<ComparedExposure> all = call("CALL tieline.exposures('huawei')", Map.of());

        assertThat(all).hasSizeGreaterThan(Paging.DEFAULT_LIMIT);
        assertThat(call("CALL tieline.exposures(['huawei'], {limit: 3, offset: 2})", Map.of()))
                .isEqualTo(all.subList(2, 5));
        assertThat(call("CALL tieline.exposures('huawei', {offset: 7})", Map.of()))
                .isEqualTo(all.subList(7, all.size()));
        assertThat(call("CALL tieline.exposures('huawei') YIELD %s RETURN * LIMIT 4".formatted(COLUMNS), Map.of()))
                .isEqualTo(all.subList(0, 4));
    }

    @ParameterizedTest
    @MethodSource("days")
    void shouldReachTheCarriersThatTheQueryReaches(LocalDate day) {
        String query = query("exposures");
        List<String> vendors = neo4j.read(tx -> tx.run(
                        "CALL tieline.restricted({asOf: $day}) YIELD vendor RETURN vendor.id AS id", Map.of("day", day))
                .list(row -> row.get("id").asString()));

        assertThat(vendors).hasSizeGreaterThan(1);
        for (String vendor : vendors) {
            List<String> expected = neo4j.read(tx -> tx.run(
                            query,
                            Map.of(
                                    "vendor",
                                    vendor,
                                    "asOf",
                                    day,
                                    "maxAge",
                                    Period.ofYears(5),
                                    "minStake",
                                    20,
                                    "maxHops",
                                    4,
                                    "limit",
                                    100_000))
                    .list(row -> "%s %s %s".formatted(row.get("carrier"), row.get("hops"), row.get("ties"))));
            List<String> answered = neo4j.read(tx -> tx.run("""
                            CALL tieline.exposures($vendor, {asOf: $day}) YIELD carrier, hops, path
                            RETURN carrier.id AS carrier, hops, [tie IN relationships(path) | tie.id] AS ties
                            """, Map.of("vendor", vendor, "day", day))
                    .list(row -> "%s %s %s".formatted(row.get("carrier"), row.get("hops"), row.get("ties"))));

            assertThat(answered).as(vendor).containsExactlyElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void shouldRestrictTheVendorsThatTheQueryRestricts(LocalDate day) {
        String query = query("restricted-vendors");
        for (String least : List.of("reported", "proposed", "announced", "in-force")) {
            for (List<String> natures : List.of(List.of("order"), List.of("order", "power", "advice"))) {
                Map<String, Object> asked = Map.of("asOf", day, "minBan", least, "natures", natures, "limit", 100_000);
                List<String> expected =
                        neo4j.read(tx -> tx.run(query, asked).list(row -> row.get("vendor") + " " + row.get("bans")));
                List<String> answered =
                        neo4j.read(tx -> tx.run("""
                                CALL tieline.restricted({asOf: $asOf, minBan: $minBan, nature: $natures})
                                YIELD vendor, bans
                                RETURN vendor.id AS vendor, [b IN bans |
                                  {id: b.ban.id, country: b.country, nature: b.ban.nature, state: b.state}] AS bans
                                """, asked).list(row -> row.get("vendor") + " " + row.get("bans")));

                assertThat(answered).as("%s %s", least, natures).containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void shouldAnswerWithTheSamePathsAsTheInquiry() {
        Map<String, List<String>> asked = Map.of(
                "from", List.of("huawei"),
                "to", List.of("t-mobile-us"),
                "asOf", List.of("2018-12-08"),
                "limit", List.of("2"));
        PathAnswer expected = PathInquiry.ask(
                SharedSnapshots.of(server.database()).fresh(),
                GivenQuestions.paths((asked), LocalDate.now(ZoneOffset.UTC)));
        List<Record> rows = neo4j.read(
                tx -> tx.run("CALL tieline.paths('huawei', 't-mobile-us', {asOf: date('2018-12-08'), limit: 2})")
                        .list());

        assertThat(expected.results()).hasSize(2);
        assertThat(rows.stream()
                        .map(row -> ComparedExposure.path(row.get("path").asPath())))
                .containsExactlyElementsOf(expected.results().stream()
                        .map(path -> ComparedExposure.path(path.path()))
                        .toList());
        assertThat(rows.stream().map(row -> "%s %s %s %s %s"
                        .formatted(
                                row.get("hops").asLong(),
                                row.get("relation").asString(),
                                row.get("evidence").asString(),
                                row.get("certainty").asString(),
                                row.get("flags").asList(Value::asString))))
                .containsExactlyElementsOf(expected.results().stream()
                        .map(path -> "%d %s %s %s %s"
                                .formatted(
                                        path.hops(),
                                        path.relation().text(),
                                        path.evidence().text(),
                                        path.certainty().text(),
                                        path.flags().stream()
                                                .sorted()
                                                .map(Flag::text)
                                                .toList()))
                        .toList());
        assertThat(rows).allMatch(row -> row.get("truncatedBy").asString().equals("limit"));
    }

    @ParameterizedTest
    @CsvSource({
        "hmn-tech, ofac-50, 2018-12-08",
        "td-tech, bis-affiliates, 2025-10-01",
        "td-tech, eu-50, 2024-07-02",
        "huawei, ofac-50, 2021-06-01",
        "sprint, uk-50, 2018-12-08"
    })
    void shouldAnswerOnOwnershipAsTheInquiry(String organization, String rule, LocalDate day) {
        OwnershipAnswer expected = OwnershipInquiry.ask(
                SharedSnapshots.of(server.database()).fresh(),
                GivenQuestions.ownership(
                        organization,
                        (Map.of(
                                "rule", List.of(rule),
                                "listed", List.of("huawei"),
                                "asOf", List.of(day.toString()))),
                        day));
        Record row = neo4j.read(tx -> tx.run(
                        "CALL tieline.ownership($organization, $rule, {listed: ['huawei'], asOf: $day})",
                        Map.of("organization", organization, "rule", rule, "day", day))
                .single());

        assertThat(row.get("organization").asNode().get("id").asString()).isEqualTo(organization);
        assertThat(row.get("verdict").asString()).isEqualTo(expected.verdict().text());
        assertThat(row.get("ifInForce").asString())
                .isEqualTo(expected.ifInForce().text());
        assertThat(row.get("explanation").asString()).isEqualTo(expected.explanation());
        assertThat(row.get("listed").asBoolean()).isEqualTo(expected.listed());
        assertThat(row.get("searched").get("asOf").asLocalDate()).isEqualTo(day);
        assertThat(row.get("searched").get("listed").asList()).containsExactly("huawei");
        assertThat(row.get("warnings").get("results").asList(warning -> warning.get("text")
                        .asString()))
                .containsExactlyElementsOf(expected.warnings().results().stream()
                        .map(OwnershipAnswer.Warning::text)
                        .toList());
        List<String> stakes = expected.steps().results().stream()
                .flatMap(step -> step.added().results().stream())
                .flatMap(holding -> holding.stakes().stream())
                .map(held -> held.stake().tie())
                .toList();
        assertThat(row.get("stakes").asList(stake -> stake.get("id").asString()))
                .containsExactlyElementsOf(stakes);
        assertThat(row.get("steps").get("results").asList(step -> "%s %s %s"
                        .formatted(
                                step.get("organization").asString(),
                                step.get("sum").get("lowest").asDouble(),
                                step.get("sum").get("highest").asDouble())))
                .containsExactlyElementsOf(expected.steps().results().stream()
                        .map(step -> "%s %s %s"
                                .formatted(
                                        step.organization().id(),
                                        step.sum().lowest().doubleValue(),
                                        step.sum().highest().doubleValue()))
                        .toList());
    }

    private List<ComparedExposure> call(String call, Map<String, Object> parameters) {
        return ComparedExposure.called(neo4j, call, parameters);
    }

    private static String query(String name) {
        try {
            return Files.readString(Path.of("cypher", "queries", name + ".cypher"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ComparedExposure> inquiry(Map<String, List<String>> parameters) {
        return ComparedExposure.asked(SharedSnapshots.of(server.database()).fresh(), parameters);
    }
}

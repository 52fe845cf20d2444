package org.tieline.http.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.http.ApiClient;
import org.tieline.model.Dataset;
import org.tieline.model.OrganizationKind;
import org.tieline.question.Json;

/** Matches names of tables with the shipped data; every answer is held to the rules of the specification. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconcileApiTests {
    private static final Dataset FACTS = DatasetReader.read(Path.of("seed-data"));

    private final ReconcileClient service = new ReconcileClient(FACTS);

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void shouldSayWhatItCanDoByAddressesThatWork() {
        JsonNode manifest = service.read(ReconcileRules.MANIFEST, "/reconcile");
        String base = "http://127.0.0.1:" + service.port();

        assertThat(ApiClient.texts(manifest.at("/versions"))).containsExactly("0.2");
        assertThat(manifest.at("/identifierSpace").textValue()).isEqualTo(base + "/v1/organizations/");
        assertThat(manifest.at("/view/url").textValue()).isEqualTo(base + "/v1/organizations/{{id}}");
        assertThat(manifest.at("/defaultTypes"))
                .extracting(type -> type.get("id").textValue())
                .containsExactly("vendor", "carrier", "company", "government", "association");
        for (String what : List.of("entity", "type", "property")) {
            JsonNode suggest = manifest.at("/suggest/" + what);
            service.read(ReconcileRules.SUGGESTIONS, path(suggest, "service") + "?prefix=c");
            String id = Map.of("entity", "kddi", "type", "carrier", "property", "owner")
                    .get(what);
            JsonNode flyout = service.read(
                    ReconcileRules.FLYOUT, path(suggest, "flyout_service").replace("${id}", id));
            assertThat(flyout.get("id").textValue()).isEqualTo(id);
        }
        service.read(
                ReconcileRules.PROPOSAL, path(manifest.at("/extend/propose_properties"), "service") + "?type=carrier");
        assertThat(service.api()
                        .text(template(manifest, "preview", "kddi"), "*/*")
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.api()
                        .read(template(manifest, "feature_view", "basis-exact"))
                        .get("meaning")
                        .textValue())
                .isNotBlank();
        JsonNode settings = manifest.at("/extend/property_settings");
        String usual = ApiClient.elements(settings).stream()
                .map(setting -> "\"%s\":\"%s\""
                        .formatted(
                                setting.get("name").textValue(),
                                setting.get("default").asText()))
                .collect(Collectors.joining(","));
        service.extend("{\"ids\":[\"kddi\"],\"properties\":[{\"id\":\"owner\",\"settings\":{%s}}]}".formatted(usual));
    }

    private String path(JsonNode place, String field) {
        String base = "http://127.0.0.1:" + service.port();
        assertThat(place.get(field + "_url").textValue()).isEqualTo(base);
        return place.get(field + "_path").textValue();
    }

    private String template(JsonNode manifest, String field, String id) {
        String base = "http://127.0.0.1:" + service.port();
        String url = manifest.get(field).get("url").textValue();
        assertThat(url).startsWith(base);
        return url.substring(base.length()).replace("{{id}}", id);
    }

    @Test
    void shouldNameItsAddressAsTheClientHasItAndNotAsAnyoneSays() {
        assertThat(raw("")).contains("\"http://localhost:81/reconcile/preview/{{id}}\"");
        assertThat(raw("X-Forwarded-Proto: https\r\nX-Forwarded-Host: graph.example.org\r\n"))
                .contains("\"http://localhost:81/reconcile/preview/{{id}}\"");
    }

    private String raw(String headers) {
        return ReconcileRawTests.exchange(
                service.port(),
                "GET /reconcile HTTP/1.1\r\nHost: localhost:81\r\n%sConnection: close\r\n\r\n".formatted(headers));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "华为           | huawei | 98  | true | basis-exact,alias,script-han",
                "Huawei        | huawei | 100 | true | basis-exact,script-latin",
                "huawei        | huawei | 100 | true | basis-id,script-latin",
                "Hauwei        | huawei | 88  | true | basis-spelling,fuzzy,script-latin",
                "HUAWEI TECHNOLOGIES | huawei | 95 | true | basis-normalized,alias,script-latin",
                "SoftBank      | softbank-group | 98 | false | basis-exact,alias,script-latin"
            })
    void shouldSayWhyANameMatches(String name, String id, int score, boolean match, String features) {
        JsonNode best = service.query("\"query\":\"%s\"".formatted(name)).at("/result/0");

        assertThat(best.get("id").textValue()).isEqualTo(id);
        assertThat(best.get("score").intValue()).isEqualTo(score);
        assertThat(best.get("match").booleanValue()).isEqualTo(match);
        assertThat(best.get("description").textValue()).contains("; found by ");
        assertThat(ApiClient.elements(best.get("features")).stream()
                        .filter(feature -> feature.get("value").asBoolean()
                                && !feature.get("id").textValue().equals("slips"))
                        .map(feature -> feature.get("id").textValue()))
                .containsExactly(features.split(","));
        best.get("features").forEach(feature -> assertThat(service.api()
                        .get("/reconcile/features/" + feature.get("id").textValue())
                        .status())
                .isEqualTo(200));
    }

    /** Every name and alias on record, and each with a slip. */
    @Test
    void shouldMatchWhatAScreeningMatchesAndNothingElse() {
        List<String> names = FACTS.organizations().stream()
                .flatMap(each -> Stream.concat(Stream.of(each.name()), each.aliases().stream()))
                .distinct()
                .flatMap(name -> Stream.of(name, name.substring(0, name.length() / 2), name + "s"))
                .filter(name -> !name.isBlank())
                .toList();
        List<String> screened = new ArrayList<>();
        service.api()
                .post(
                        "/v1/screenings",
                        "text/csv",
                        "name\n"
                                + names.stream()
                                        .map(name -> "\"" + name.replace("\"", "\"\"") + "\"")
                                        .collect(Collectors.joining("\n")))
                .results()
                .forEach(result -> screened.add(result.at("/organization/id").textValue()));

        List<String> matched = new ArrayList<>();
        List<String> narrowed = new ArrayList<>();
        for (int from = 0; from < names.size(); from += ReconcileManifest.BATCH) {
            List<String> batch = names.subList(from, Math.min(names.size(), from + ReconcileManifest.BATCH));
            service.queries(batch(batch, "")).forEach(each -> matched.add(match(each)));
            service.queries(batch(batch, ",\"type\":\"carrier\"")).forEach(each -> narrowed.add(match(each)));
        }

        assertThat(matched).hasSizeGreaterThan(2_000).isEqualTo(screened).contains((String) null);
        Map<String, OrganizationKind> kinds = new HashMap<>();
        FACTS.organizations().forEach(each -> kinds.put(each.id(), each.kind()));
        assertThat(narrowed)
                .isEqualTo(matched.stream()
                        .map(id -> kinds.get(id) == OrganizationKind.CARRIER ? id : null)
                        .toList());
    }

    private static String batch(List<String> names, String more) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> "\"q%d\":{\"query\":%s%s}"
                        .formatted(i, new String(Json.bytes(names.get(i)), StandardCharsets.UTF_8), more))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The id of the only candidate that is a match, which must be the best; null if there is none. */
    private static String match(JsonNode answer) {
        List<JsonNode> matches = ApiClient.elements(answer.get("result")).stream()
                .filter(candidate -> candidate.get("match").booleanValue())
                .toList();
        assertThat(matches).hasSizeLessThan(2).allSatisfy(only -> assertThat(only)
                .isEqualTo(answer.at("/result/0")));
        return matches.isEmpty() ? null : matches.getFirst().get("id").textValue();
    }

    @Test
    void shouldNarrowByTypeAndCountryButNotDecideByThem() {
        JsonNode carriers = service.query("\"query\":\"SoftBank\",\"type\":[\"carrier\"],\"type_strict\":\"should\"");
        JsonNode german =
                service.query("\"query\":\"Vodafone\",\"properties\":[{\"pid\":\"country\",\"v\":\"Germany\"}]");
        JsonNode elsewhere = service.query("\"query\":\"KDDI\",\"properties\":[{\"pid\":\"country\",\"v\":\"us\"}]");
        JsonNode several = service.query(
                "\"query\":\"KDDI\",\"properties\":[{\"pid\":\"country\",\"v\":[\"us\",{\"id\":\"JPN\",\"name\":\"Japan\"}]}]");
        JsonNode none = service.query("\"query\":\"KDDI\",\"type\":[\"carrier\",\"vendor\"],\"type_strict\":\"all\"");

        assertThat(ids(carriers)).containsExactly("softbank-corp");
        assertThat(match(carriers)).isNull();
        assertThat(carriers.get("explanation").textValue())
                .isEqualTo("98 and 92 are too near to decide; 1 of another kind or country is left out");
        assertThat(ids(german)).containsExactly("vodafone-germany");
        assertThat(match(german)).isEqualTo("vodafone-germany");
        assertThat(feature(german.at("/result/0"), "country").booleanValue()).isTrue();
        assertThat(ids(elsewhere)).isEmpty();
        assertThat(match(several)).isEqualTo("kddi");
        assertThat(ids(none)).isEmpty();
        assertThat(none.get("explanation").textValue()).contains("that is kddi, a carrier of JP");
    }

    private static List<String> ids(JsonNode answer) {
        return ApiClient.elements(answer.get("result")).stream()
                .map(each -> each.get("id").textValue())
                .toList();
    }

    private static JsonNode feature(JsonNode candidate, String id) {
        return ApiClient.elements(candidate.get("features")).stream()
                .filter(each -> each.get("id").textValue().equals(id))
                .findFirst()
                .orElseThrow()
                .get("value");
    }

    @Test
    void shouldNotLetOneCellSpoilABatch() {
        JsonNode answer = service.queries("""
                {"a":{"query":"KDDI","properties":[{"pid":"country","v":"Frankonia"}]},
                 "b":{"query":"%s"},
                 "c":{"query":" "},
                 "d":{"query":"KDDI","properties":[{"pid":"kind","v":"band"},{"pid":"country","v":""}]},
                 "e":{"query":"KDDI"}}""".formatted("x".repeat(301)));

        assertThat(match(answer.get("a"))).isNull();
        assertThat(answer.at("/a/result/0/score").intValue()).isEqualTo(100);
        assertThat(answer.at("/a/explanation").textValue()).endsWith("nothing is decided: country Frankonia");
        assertThat(answer.at("/b/explanation").textValue()).contains("more than 300 characters");
        assertThat(answer.at("/c/result")).isEmpty();
        assertThat(match(answer.get("d"))).isNull();
        assertThat(match(answer.get("e"))).isEqualTo("kddi");
    }

    @Test
    void shouldFindByWhatIsKnownWithoutAName() {
        JsonNode byId = service.query("\"properties\":[{\"pid\":\"id\",\"v\":\"kddi\"}]");
        JsonNode byCountry = service.query(
                "\"limit\":2,\"properties\":[{\"pid\":\"country\",\"v\":\"JP\"},{\"pid\":\"kind\",\"v\":\"carrier\"}]");
        long carriers = FACTS.organizations().stream()
                .filter(each -> "JP".equals(each.country()) && each.kind() == OrganizationKind.CARRIER)
                .count();

        assertThat(match(byId)).isEqualTo("kddi");
        assertThat(byCountry.get("result")).hasSize(2).allSatisfy(each -> {
            assertThat(each.get("score").intValue()).isZero();
            assertThat(each.get("match").booleanValue()).isFalse();
        });
        assertThat(byCountry.get("total").longValue()).isEqualTo(carriers).isGreaterThan(2);
    }

    @Test
    void shouldNotMatchAnIdWithTheNameOfSomebodyElse() {
        assertThat(match(service.query("\"query\":\"KDDI\",\"properties\":[{\"pid\":\"id\",\"v\":\"kddi\"}]")))
                .isEqualTo("kddi");
        JsonNode contradicting = service.query("\"query\":\"KDDI\",\"properties\":[{\"pid\":\"id\",\"v\":\"sprint\"}]");
        assertThat(match(contradicting)).isNull();
        assertThat(ids(contradicting)).contains("kddi", "sprint");
    }

    @Test
    void shouldGiveAsManyCandidatesAsAreWanted() {
        JsonNode few = service.query("\"query\":\"Vodafone\",\"limit\":3");
        JsonNode many = service.query("\"query\":\"Vodafone\",\"limit\":100.0");

        assertThat(few.get("result")).hasSize(3);
        assertThat(few.get("total").intValue())
                .isEqualTo(many.get("result").size())
                .isGreaterThan(10);
        assertThat(ids(many).subList(0, 3)).isEqualTo(ids(few));
        assertThat(ApiClient.elements(many.get("result")).stream()
                        .map(each -> -each.get("score").intValue()))
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{}}",
                "{\"a\":{\"properties\":[]}}",
                "{\"a\":{\"query\":3}}",
                "{\"a\":{\"query\":\"x\",\"limit\":\"3\"}}",
                "{\"a\":{\"query\":\"x\",\"type\":3}}",
                "{\"a\":{\"query\":\"x\",\"type_strict\":\"maybe\"}}",
                "{\"a\":{\"query\":\"x\",\"name\":\"y\"}}",
                "{\"a\":{\"query\":\"x\",\"properties\":[{\"pid\":\"country\"}]}}",
                "{\"a\":{\"query\":\"x\",\"properties\":[{\"v\":\"JP\"}]}}",
                "{\"a\":{\"query\":\"x\",\"properties\":[{\"pid\":\"country\",\"v\":{\"name\":\"Japan\"}}]}}",
                "{\"a\":{\"query\":\"x\",\"properties\":\"country\"}}",
                "{\"a\":\"x\"}",
                "[\"x\"]"
            })
    void shouldRefuseWhatTheRulesRefuse(String batch) {
        ApiClient.Reply reply = service.post("queries", batch);

        assertThat(ReconcileRules.QUERIES.broken(batch)).isNotEmpty();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail").textValue()).startsWith("queries");
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":{\"query\":\"x\",\"limit\":0}}    | queries.a.limit must be a whole number from 1 to 100, was 0",
                "{\"a\":{\"query\":\"x\",\"limit\":101}}  | queries.a.limit must be a whole number from 1 to 100, was 101",
                "{\"a\":{\"query\":\"x\",\"limit\":1.5}}  | was 1.5",
                "{\"a\":{\"query\":\"x\",\"type\":\"band\"}} | queries.a.type must be one of [vendor, carrier, company, government, association], was band",
                "{\"a\":{\"query\":\"x\",\"properties\":[{\"pid\":\"owner\",\"v\":3}]}} | queries.a.properties[0].pid must be one of [id, kind, country, wikidata, lei, isin, mcc-mnc, asn, register], was owner",
                "{\"a\":{\"query\":\"x\"                   | queries cannot be read as JSON",
            })
    void shouldSayWhereABatchIsWrong(String batch, String detail) {
        ApiClient.Reply reply = service.post("queries", batch);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail").textValue()).contains(detail);
    }

    @Test
    void shouldRefuseABatchThatIsTooLarge() {
        List<String> names = IntStream.range(0, 101).mapToObj(i -> "n" + i).toList();
        ApiClient.Reply reply = service.post("queries", batch(names, ""));

        assertThat(service.queries(batch(names.subList(0, 100), ""))).hasSize(100);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.at("/detail").textValue()).contains("a batch may have 100 queries, had 101");
    }

    @Test
    void shouldSuggestWhatSomebodyIsTyping() {
        JsonNode first = service.read(ReconcileRules.SUGGESTIONS, "/reconcile/suggest/entity?prefix=voda&limit=5");
        JsonNode rest = service.read(ReconcileRules.SUGGESTIONS, "/reconcile/suggest/entity?prefix=voda&cursor=5");

        assertThat(ids(first)).hasSize(5).startsWith("vodacom-drc", "vodacom");
        assertThat(ids(rest)).doesNotContainAnyElementsOf(ids(first)).contains("one-nz");
        assertThat(first.get("total").intValue())
                .isEqualTo(ids(first).size() + ids(rest).size());
        assertThat(ids(service.read(ReconcileRules.SUGGESTIONS, "/reconcile/suggest/entity?prefix=%E5%8D%8E%E4%B8%BA")))
                .startsWith("huawei");
        assertThat(ids(service.read(ReconcileRules.SUGGESTIONS, "/reconcile/suggest/entity?prefix=Hauwei")))
                .startsWith("huawei");
        assertThat(ids(service.read(ReconcileRules.SUGGESTIONS, "/reconcile/suggest/entity?prefix=voda&cursor=999")))
                .isEmpty();
        assertThat(ids(service.read(ReconcileRules.SUGGESTIONS, "/reconcile/suggest/entity?prefix=hua&type=vendor")))
                .startsWith("huawei");
        assertThat(ids(service.read(
                        ReconcileRules.SUGGESTIONS, "/reconcile/suggest/entity?prefix=huawei&type=carrier")))
                .doesNotContain("huawei");
        assertThat(ids(service.read(ReconcileRules.SUGGESTIONS, "/reconcile/suggest/type?prefix=C")))
                .containsExactly("carrier", "company");
        assertThat(ids(service.read(ReconcileRules.SUGGESTIONS, "/reconcile/suggest/property?prefix=since")))
                .containsExactly("restrictedSince");
        assertThat(ids(service.read(ReconcileRules.SUGGESTIONS, "/reconcile/suggest/property")))
                .hasSize(18);
        assertThat(service.api()
                        .get("/reconcile/suggest/entity?prefix=a&cursor=-1")
                        .at("/detail")
                        .textValue())
                .contains("cursor must be 0 or more");
    }

    @Test
    void shouldSuggestEveryOrganizationByItsNameAndItsId() {
        FACTS.organizations().stream().limit(150).forEach(each -> {
            assertThat(ids(service.read(
                            ReconcileRules.SUGGESTIONS,
                            "/reconcile/suggest/entity?prefix=" + ReconcileClient.encoded(each.name()))))
                    .contains(each.id());
            assertThat(ids(service.read(ReconcileRules.SUGGESTIONS, "/reconcile/suggest/entity?prefix=" + each.id())))
                    .contains(each.id());
        });
    }

    @Test
    void shouldProposePropertiesOfAType() {
        JsonNode vendor = service.read(ReconcileRules.PROPOSAL, "/reconcile/properties?type=vendor");
        JsonNode any = service.read(ReconcileRules.PROPOSAL, "/reconcile/properties?type=&limit=3");

        assertThat(vendor.get("properties"))
                .extracting(each -> each.get("id").textValue())
                .contains("country", "restrictedSince", "owner")
                .doesNotContain("exposedTo");
        assertThat(any.get("properties")).hasSize(3);
        assertThat(any.get("limit").intValue()).isEqualTo(3);
        assertThat(service.api().get("/reconcile/properties?type=band").status())
                .isEqualTo(400);
    }
}

package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.http.ApiClient.elements;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events over HTTP on the shipped data. */
class EventApiTests extends ShippedApiTest {
    private static final String AUTUMN = "/v1/events?after=2018-08-01&until=2019-01-01&vendor=huawei";

    @Test
    void shouldTellTheAutumnOf2018OfAVendor() {
        JsonNode answer = api.read(AUTUMN + "&limit=1000");

        List<JsonNode> events = elements(answer.get("results"));
        assertThat(events).isNotEmpty().hasSize(answer.get("total").intValue()).allSatisfy(event -> {
            assertThat(event.at("/vendor/id").textValue()).isEqualTo("huawei");
            assertThat(event.get("reasons")).isNotEmpty();
            assertThat(event.get("cause").textValue()).isIn("law", "date");
            assertThat(api.get(event.at("/links/carrier").textValue()).status()).isEqualTo(200);
        });
        assertThat(events.stream().map(event -> event.get("at").textValue()).toList())
                .isSorted();
        assertThat(events.stream().map(event -> event.get("id").textValue()).toList())
                .doesNotHaveDuplicates();
        assertThat(answer.get("timepoint").textValue()).isEqualTo("2019-01-01T00:00:00Z~0");
        assertThat(api.read("/v1/events?after=2019-01-01T00:00:00Z~0&until=2019-01-01")
                        .get("total")
                        .intValue())
                .isZero();
    }

    /** What an event says is what the two days say. */
    @Test
    void shouldAgreeWithChangesOfTheDay() {
        JsonNode answer = api.read(AUTUMN + "&limit=1000&subject=exposure&kind=appeared,disappeared");

        assertThat(elements(answer.get("results"))).isNotEmpty().allSatisfy(event -> {
            LocalDate day = LocalDate.parse(event.get("day").textValue());
            JsonNode changes = api.read("/v1/changes?from=%s&to=%s&vendor=huawei&carrier=%s&kind=%s"
                    .formatted(
                            day.minusDays(1),
                            day,
                            event.at("/carrier/id").textValue(),
                            event.get("kind").textValue()));
            assertThat(changes.get("total").intValue()).isOne();
            assertThat(changes.at("/results/0/reasons")).isEqualTo(event.get("reasons"));
        });
    }

    @Test
    void shouldComeInEveryFormOfAListAndAsFeeds() throws Exception {
        JsonNode first = api.read(AUTUMN + "&limit=3").get("results");
        int total = api.read(AUTUMN).get("total").intValue();

        String[] lines =
                api.text(AUTUMN + "&limit=3", "application/jsonl").body().split("\n");
        HttpResponse<String> atom = api.text(AUTUMN + "&limit=3", "application/atom+xml");
        HttpResponse<String> json = api.text(AUTUMN + "&limit=3", "text/html;q=0.2, application/feed+json");

        assertThat(lines).hasSize(3);
        assertThat(ApiClient.json(lines[0])).isEqualTo(first.get(0));
        assertThat(atom.headers().firstValue("Content-Type")).hasValue("application/atom+xml;charset=utf-8");
        assertThat(api.text(AUTUMN + "&limit=3&format=atom", "*/*").body())
                .isEqualTo(atom.body().replaceAll("&amp;limit=3(?=[\"<])", "&amp;limit=3&amp;format=atom"));
        SyndFeed read = new SyndFeedInput().build(new StringReader(atom.body()));
        assertThat(read.getTitle())
                .isEqualTo("Tieline: What has happened to an answer since a point in time, and why.");
        JsonNode feed = ApiClient.json(json.body());
        assertThat(feed.get("version").textValue()).isEqualTo("https://jsonfeed.org/version/1.1");
        List<JsonNode> items = elements(feed.get("items"));
        assertThat(items).hasSize(3);
        // Who is shown a part is told so, and where the rest is.
        assertThat(atom.headers().firstValue("Tieline-Total")).hasValue(String.valueOf(total));
        String earlier = AUTUMN + "&limit=3&offset=" + (total - 6);
        assertThat(feed.get("next_url").textValue()).endsWith(earlier + "&format=jsonfeed");
        assertThat(feed.get("description").textValue()).endsWith("3 of %d events.".formatted(total));
        assertThat(atom.body()).contains("rel=\"next\"", earlier.replace("&", "&amp;"));
        JsonNode end = ApiClient.json(
                api.text(AUTUMN + "&limit=3&offset=0&format=jsonfeed", "*/*").body());
        assertThat(end.path("next_url").isTextual()).isFalse();
        // The newest, though the first part of the list has the oldest.
        JsonNode last = api.read(AUTUMN + "&limit=3&offset=" + (total - 3)).get("results");
        assertThat(items.stream().map(item -> item.get("id").textValue()).toList())
                .containsExactlyInAnyOrderElementsOf(last.findValuesAsText("id").stream()
                        .filter(id -> id.startsWith("ev_"))
                        .toList());
        assertThat(read.getEntries().stream().map(SyndEntry::getUri).toList())
                .isEqualTo(items.stream()
                        .map(item -> "urn:tieline:" + item.get("id").textValue())
                        .toList());
        assertThat(read.getEntries().getFirst().getUpdatedDate().toInstant())
                .isEqualTo(Instant.parse(items.getFirst().get("date_published").textValue()));
        assertThat(api.exchange(
                                "GET",
                                AUTUMN + "&limit=3&format=atom",
                                Map.of("If-None-Match", tag(AUTUMN + "&limit=3&format=atom")),
                                null)
                        .statusCode())
                .isEqualTo(304);
        assertThat(api.get("/v1/exposures?format=atom").status()).isEqualTo(400);
    }

    private String tag(String path) {
        return api.text(path, "*/*").headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void shouldTellTheLastThirtyDaysIfNobodySaysSinceWhen() {
        JsonNode answer = api.read("/v1/events");

        Instant after = Instant.parse(answer.at("/searched/after").textValue().replaceAll("~.*", ""));
        Instant reached = Instant.parse(answer.get("timepoint").textValue().replaceAll("~.*", ""));
        assertThat(Duration.between(after, reached)).isEqualTo(Duration.ofDays(30));
        assertThat(reached.getEpochSecond() % 900).isZero();
    }

    @Test
    void shouldRefuseWhatIsTooOldOrNoTimepoint() {
        ApiClient.Reply old = api.get("/v1/events?after=2017-01-01&until=2018-12-31");

        assertThat(old.status()).isEqualTo(410);
        assertThat(old.at("/type").textValue()).isEqualTo("/problems/too-old");
        assertThat(old.at("/oldest").textValue()).isEqualTo("2017-11-26T00:00:00Z~0");
        assertThat(old.at("/detail").textValue()).startsWith("after must not be before 2017-11-26T00:00:00Z~0");
        assertThat(api.get("/v1/events?after=2018-11-30T00:00:00Z~99&until=2018-12-31")
                        .status())
                .isEqualTo(410);
        assertThat(api.get("/v1/events?after=yesterday").at("/detail").textValue())
                .startsWith("after must be a timepoint of an earlier answer");
        assertThat(api.get("/v1/events?after=2018-12-01&until=2018-11-01").status())
                .isEqualTo(400);
        assertThat(api.get("/v1/events?vendor=nobody").status()).isEqualTo(404);
        assertThat(api.get("/v1/events?asOf=2018-12-01").status()).isEqualTo(400);
    }
}

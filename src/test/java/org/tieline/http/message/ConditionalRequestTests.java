package org.tieline.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.http.Api;
import org.tieline.http.RawHttp;
import org.tieline.question.AnswerForm;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.Committed;
import org.tieline.testing.TestFacts;

/** Tags of answers, and requests that have one already. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionalRequestTests {
    private static final String ON_A_DAY = "GET /v1/exposures?vendor=huawei&asOf=2019-01-01";
    private static final String TODAY = "GET /v1/exposures?vendor=huawei";

    private final Committed facts = new Committed(TestFacts.dataset());
    private final Snapshots snapshots = new Snapshots(facts);
    private Api server;
    private RawHttp http;

    @BeforeAll
    void start() {
        snapshots.refresh();
        server = Api.start("127.0.0.1", 0, new Inquiries(snapshots));
        http = new RawHttp(server.port());
    }

    @AfterAll
    void stop() {
        server.close();
        snapshots.close();
    }

    @Test
    void shouldAnswerNothingToWhoHasTheAnswer() {
        RawHttp.Reply first = http.ask(ON_A_DAY);
        String tag = first.header("ETag");

        assertThat(first.status()).isEqualTo(200);
        assertThat(tag).matches("\"[A-Za-z0-9_-]{20}\"");
        for (String held : List.of(
                tag,
                "W/" + tag,
                "\"other\", " + tag,
                "\"a,b\", W/" + tag + ", \"c\"",
                "\"x\"\r\nIf-None-Match: " + tag,
                "*")) {
            RawHttp.Reply second = http.ask(ON_A_DAY, "If-None-Match: " + held);

            assertThat(second.status()).as(held).isEqualTo(304);
            assertThat(second.body()).isEmpty();
            assertThat(second.header("ETag")).isEqualTo(tag);
            assertThat(second.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(second.header("Vary")).contains("Accept", "Accept-Encoding");
            assertThat(second.header("Tieline-Snapshot")).isEqualTo(first.header("Tieline-Snapshot"));
            assertThat(second.header("Content-Type")).isNull();
        }
        assertThat(http.ask(ON_A_DAY.replace("GET", "HEAD"), "If-None-Match: " + tag)
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "other", "W/\"\"", "\"unclosed", "", ",,"})
    void shouldAnswerWhoHasAnother(String held) {
        assertThat(http.ask(ON_A_DAY, "If-None-Match: " + held).status()).isEqualTo(200);
    }

    @Test
    void shouldTellWhatIsWrongEvenToWhoHasAnyAnswer() {
        RawHttp.Reply unknown = http.ask("GET /v1/exposures?vendor=huawe", "If-None-Match: *");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("ETag")).isNull();
        assertThat(unknown.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void shouldHaveOneTagForEachAnswer() {
        List<String> tags = new ArrayList<>();
        tags.add(http.ask(ON_A_DAY).header("ETag"));
        tags.add(http.ask(ON_A_DAY, "Accept: text/csv").header("ETag"));
        tags.add(http.ask(ON_A_DAY, "Accept: application/x-ndjson").header("ETag"));
        tags.add(http.ask(ON_A_DAY, "Accept: application/jsonl").header("ETag"));
        tags.add(http.ask(ON_A_DAY, "Accept-Encoding: gzip").header("ETag"));
        tags.add(http.ask(ON_A_DAY + "&limit=1").header("ETag"));
        tags.add(http.ask("GET /v1/carriers/bt/exposures?vendor=huawei&asOf=2019-01-01")
                .header("ETag"));

        assertThat(tags).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(http.ask(ON_A_DAY).header("ETag")).isEqualTo(tags.getFirst());
        assertThat(http.ask(ON_A_DAY.replace("GET", "HEAD")).header("ETag")).isEqualTo(tags.getFirst());
    }

    @Test
    void shouldForgetTheTagWhenSomebodyCommits() {
        String before = http.ask(ON_A_DAY).header("ETag");

        facts.commit().incrementAndGet();
        snapshots.refresh();
        RawHttp.Reply after = http.ask(ON_A_DAY, "If-None-Match: " + before);

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.header("ETag")).isNotEqualTo(before);
        assertThat(after.text())
                .contains("\"snapshot\":\"" + after.header("Tieline-Snapshot") + "\"")
                .isNotEqualTo(http.ask(TODAY).text());
    }

    @Test
    void shouldNotShareATagAcrossDaysWhereTheQuestionLeavesTheDayOpen() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Negotiation.Wanted json = new Negotiation.Wanted(AnswerForm.JSON, "application/json");
        HashSet<String> open = new HashSet<>();
        HashSet<String> fixed = new HashSet<>();
        for (int days = 0; days < 3; days++) {
            open.add(tag(TODAY, today.plusDays(days), json));
            fixed.add(tag(ON_A_DAY, today.plusDays(days), json));
        }

        assertThat(open).hasSize(3);
        assertThat(fixed).hasSize(1);
    }

    private String tag(String request, LocalDate today, Negotiation.Wanted wanted) {
        String[] address = request.substring("GET ".length()).split("\\?");
        return EntityTag.of(
                        snapshots.current(),
                        address[0],
                        address[1],
                        address[1].contains("asOf="),
                        today.toString(),
                        wanted.contentType(),
                        "")
                .orElseThrow()
                .text();
    }

    @Test
    void shouldGiveNoTagToWhatChangesWithoutACommitOrHasNoNameForEver() {
        assertThat(http.ask("GET /v1/catalog").header("ETag")).isNull();
        assertThat(http.ask("GET /v1/catalog").header("Cache-Control")).isEqualTo("no-store");
        assertThat(http.ask("GET /v1/catalog").header("Tieline-Snapshot")).isNotNull();
        long settled = facts.commit().get();
        facts.commit().set(-7);
        snapshots.refresh();
        RawHttp.Reply restless = http.ask(ON_A_DAY);
        facts.commit().set(settled + 1);
        snapshots.refresh();

        assertThat(restless.status()).isEqualTo(200);
        assertThat(restless.header("ETag")).isNull();
        assertThat(restless.header("Cache-Control")).isEqualTo("no-store");
    }
}

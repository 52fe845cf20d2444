package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** The id and the trace of a request, from the client's header to the last line of the log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestMarksTests {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String PATH = "/v1/exposures?vendor=huawei";

    private final Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
    private Api api;

    @BeforeAll
    void start() {
        snapshots.refresh();
        api = Api.start("127.0.0.1", 0, new Inquiries(snapshots));
    }

    @AfterAll
    void stop() {
        api.close();
        snapshots.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7b1e-42", "01J9ZQ", "Root=1-67891233-abcdef", "a/b+c==", "x"})
    void shouldReturnAGoodId(String id) throws IOException {
        assertThat(RawHttp.get(api.port(), PATH, "X-Request-ID: " + id).header("X-Request-ID"))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "\"", "é", "a\tb", "x;y", "%0d%0aX: 1"})
    void shouldReplaceABadId(String id) throws IOException {
        RawHttp.Reply reply = RawHttp.get(api.port(), PATH, "X-Request-ID: " + id);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("X-Request-ID")).matches(UUID);
    }

    @Test
    void shouldReplaceAnIdThatIsTooLongOrSentTwice() throws IOException {
        assertThat(RawHttp.get(api.port(), PATH, "X-Request-ID: " + "x".repeat(128))
                        .header("X-Request-ID"))
                .hasSize(128);
        assertThat(RawHttp.get(api.port(), PATH, "X-Request-ID: " + "x".repeat(129))
                        .header("X-Request-ID"))
                .matches(UUID);
        assertThat(RawHttp.get(api.port(), PATH, "X-Request-ID: a", "X-Request-ID: b")
                        .header("X-Request-ID"))
                .matches(UUID);
    }

    @Test
    void shouldMarkEveryAnswerWhateverItIs() throws IOException {
        String mark = "X-Request-ID: mine";

        assertThat(RawHttp.get(api.port(), "/nothing", mark).header("X-Request-ID"))
                .isEqualTo("mine");
        // A path that cannot be read ends the reading of the request before its headers.
        assertThat(RawHttp.get(api.port(), "/v1/organizations/%ZZ").header("X-Request-ID"))
                .matches(UUID);
        assertThat(RawHttp.get(api.port(), PATH).header("X-Request-ID")).matches(UUID);
        RawHttp.Reply failed = RawHttp.get(api.port(), "/v1/export?format=csv", mark);
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.header("X-Request-ID")).isEqualTo("mine");
        assertThat(failed.json().get("request").textValue()).isEqualTo("mine");
        assertThat(RawHttp.get(api.port(), "/v1/exposures?limit=0", mark).json().has("request"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00-%s-%s-01", "cc-%s-%s-01", "cc-%s-%s-01-what-a-later-version-adds"})
    void shouldGoOnWithATrace(String form) throws IOException {
        String returned = RawHttp.get(api.port(), PATH, "traceparent: " + form.formatted(TRACE, SPAN))
                .header("traceparent");

        assertThat(returned).matches("00-" + TRACE + "-[0-9a-f]{16}-01").doesNotContain(SPAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01"
            })
    void shouldBeginATraceInPlaceOfABadOne(String sent) throws IOException {
        String returned = RawHttp.get(api.port(), PATH, "traceparent: " + sent).header("traceparent");

        assertThat(returned)
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                .doesNotContainIgnoringCase(TRACE)
                .doesNotContain("0".repeat(16));
    }

    @Test
    void shouldMarkEveryLineOfTheLogAndNoLineOfTheNextRequest() throws IOException {
        try (Logged log = new Logged()) {
            RawHttp.get(
                    api.port(),
                    "/v1/export?format=csv",
                    "X-Request-ID: first",
                    "traceparent: 00-%s-%s-01".formatted(TRACE, SPAN));
            RawHttp.get(api.port(), "/v1/exposures?vendor=huawei", "X-Request-ID: second");

            assertThat(log.lines())
                    .extracting(line -> line.getMDCPropertyMap().get("request"))
                    .containsExactly("first", "first", "second");
            assertThat(log.lines().getFirst().getFormattedMessage()).startsWith("incident ");
            assertThat(log.lines().get(1).getFormattedMessage())
                    .startsWith("GET /v1/export 500 in ")
                    .doesNotContain("csv");
            assertThat(log.lines().get(1).getMDCPropertyMap()).containsEntry("trace", TRACE);
            assertThat(log.lines().getLast().getMDCPropertyMap().get("trace")).isNotEqualTo(TRACE);
        }
    }
}

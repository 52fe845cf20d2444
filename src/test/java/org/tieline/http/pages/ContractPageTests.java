package org.tieline.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.http.Api;
import org.tieline.http.ApiClient;
import org.tieline.http.Contract;
import org.tieline.http.ContractAnswers;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** The contract as a file and as a page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractPageTests {
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"]*)\"");
    private static final Pattern SCRIPT = Pattern.compile("(?s)<script([^>]*)>(.*?)</script>");

    private final Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
    private Api server;
    private ApiClient api;

    @BeforeAll
    void start() {
        server = Api.start("127.0.0.1", 0, new Inquiries(snapshots));
        api = new ApiClient(server.port());
    }

    @AfterAll
    void stop() {
        api.close();
        server.close();
        snapshots.close();
    }

    @Test
    void shouldGiveTheContractAsItIs() {
        HttpResponse<String> contract = get("/openapi.yaml");

        assertThat(ContractAnswers.type(contract)).isEqualTo("application/yaml");
        assertThat(contract.body()).isEqualTo(Contract.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/"})
    void shouldShowAPageWhoseFilesAreAllHere(String path) {
        HttpResponse<String> page = get(path);
        List<String> addresses = ADDRESS.matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Tieline</title>");
        assertThat(addresses).hasSizeGreaterThan(4).allSatisfy(address -> {
            assertThat(address).startsWith("/").doesNotStartWith("//");
            assertThat(get(address).statusCode()).isEqualTo(200);
        });
        assertThat(SCRIPT.matcher(page.body()).results()).isNotEmpty().allSatisfy(script -> {
            assertThat(script.group(1)).contains("src=");
            assertThat(script.group(2)).isBlank();
        });
    }

    @Test
    void shouldLetThePageLoadFromHereAlone() {
        String policy =
                get("/docs").headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "http:", "https:", "*");
        assertThat(get("/docs").headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    /** The page has to ask for the contract of this server, and Swagger UI to be told not to report on it elsewhere. */
    @Test
    void shouldAskNobodyElse() {
        assertThat(get("/docs/docs.js").body())
                .contains("\"/openapi.yaml\"", "validatorUrl: null")
                .doesNotContain("http:", "https:");
    }

    @ParameterizedTest
    @CsvSource({
        "docs.js, text/javascript",
        "docs.css, text/css",
        "swagger-ui-bundle.js, text/javascript",
        "swagger-ui.css, text/css",
        "favicon-32x32.png, image/png"
    })
    void shouldSayWhatAFileIs(String name, String type) {
        HttpResponse<String> file = get("/docs/" + name);

        assertThat(ContractAnswers.type(file)).isEqualTo(type);
        assertThat(file.body()).isNotEmpty();
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "..%2Fopenapi.yaml", "swagger-ui.js", "pom.xml"})
    void shouldGiveNothingElse(String name) {
        assertThat(get("/docs/" + name).statusCode()).isIn(400, 404);
    }

    private HttpResponse<String> get(String path) {
        return api.exchange("GET", path, Map.of(), null);
    }
}

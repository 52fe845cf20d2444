package org.tieline.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.http.Api;
import org.tieline.http.ApiClient;
import org.tieline.http.ApiOptions;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** How the explorer is served, and what its files may not hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorerRoutesTests {
    private static final Path FILES = Path.of("src/main/resources/org/tieline/http/pages/explorer");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import\\()\\s*'\\./([^']+)'");

    private final Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()));
    private Api api;
    private ApiClient client;

    @BeforeAll
    void start() {
        snapshots.refresh();
        api = Api.start(
                "127.0.0.1",
                0,
                new Inquiries(snapshots),
                ApiOptions.DEFAULT.withPages(PageOptions.DEFAULT.opening(new Neo4jBrowser(
                        URI.create("http://127.0.0.1:7474/browser/"), URI.create("bolt://127.0.0.1:7687")))));
        client = new ApiClient(api.port());
    }

    @AfterAll
    void stop() {
        client.close();
        api.close();
        snapshots.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?vendor=huawei",
                "/exposures",
                "/carriers/bt",
                "/organizations/huawei",
                "/bans",
                "/bans/uk-2020",
                "/countries",
                "/countries/GB",
                "/sources/bbc-2020",
                "/ties/huawei-supplies-bt",
                "/compare?carrier=bt,ee",
                "/changes?from=2020-01-01",
                "/events?from=2020-01-01",
                "/matrix",
                "/embed/carriers/bt",
                "/scenario",
                "/screening"
            })
    void shouldServeOnePageAtEveryAddressOfItsOwn(String path) {
        HttpResponse<String> page = client.text(path, "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body()).contains("A tie is not a finding of wrongdoing.", "/explorer/main.js");
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';")
                .doesNotContain("unsafe", "http", "*"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void shouldTellWhatAPageIsCalledWhereItIsLinkedTo() {
        String carrier = client.text("/carriers/bt?asOf=2021-01-01&x=%3Cb%3E%22", "text/html")
                .body();
        String unknown = client.text("/carriers/nobody-of-this-id", "text/html").body();

        assertThat(carrier)
                .containsOnlyOnce("<title>")
                .contains(
                        "<title>BT on 2021-01-01 · Tieline</title>",
                        "<meta property=\"og:title\" content=\"BT on 2021-01-01 · Tieline\">",
                        "<meta property=\"og:description\" content=\"Carrier, United Kingdom: its ties",
                        "/carriers/bt?asOf=2021-01-01&amp;x=%3Cb%3E%22\">",
                        "/preview/carriers/bt.png?asOf=2021-01-01\">")
                .containsOnlyOnce("name=\"description\"");
        assertThat(client.text("/bans/uk-2020", "text/html").body())
                .contains("<title>United Kingdom, 2020: Remove Huawei from 5G radio networks · Tieline</title>");
        assertThat(client.text("/countries/DE", "text/html").body()).contains("<title>Germany · Tieline</title>");
        assertThat(client.text("/carriers/bt?asOf=%3Cscript%3E", "text/html").body())
                .contains("<title>BT · Tieline</title>");
        assertThat(unknown).contains("<title>Not on record · Tieline</title>");
        assertThat(client.text("/countries/XQ", "text/html").body()).contains("<title>Not on record · Tieline</title>");
        assertThat(client.text("/no-such-page", "text/html").body()).contains("<title>No such page · Tieline</title>");
    }

    @Test
    void shouldLetPagesFrameCardsAloneAndOnlyWhereTheSettingsSaySo() {
        ApiOptions open = ApiOptions.DEFAULT.withPages(
                PageOptions.DEFAULT.framedBy(List.of("https://news.example.org", "https://example.com")));
        try (Api other = Api.start("127.0.0.1", 0, new Inquiries(snapshots), open);
                ApiClient framed = new ApiClient(other.port())) {
            assertThat(policy(framed, "/embed/carriers/bt"))
                    .endsWith("frame-ancestors https://news.example.org https://example.com");
            assertThat(policy(framed, "/carriers/bt")).endsWith("frame-ancestors 'none'");
        }
        assertThat(policy(client, "/embed/carriers/bt")).endsWith("frame-ancestors 'none'");
    }

    private static String policy(ApiClient client, String path) {
        return client.text(path, "text/html")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
    }

    @Test
    void shouldServeEveryFileWithATagAndNotSendItAgain() {
        for (String file : Stream.concat(ExplorerRoutes.FILES.stream(), ExplorerRoutes.LIBRARIES.keySet().stream())
                .toList()) {
            HttpResponse<String> answer = client.text("/explorer/" + file, "*/*");
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
            String tag = answer.headers().firstValue("ETag").orElseThrow();

            assertThat(client.ifNoneMatch("/explorer/" + file, tag)).as(file).isEqualTo(304);
        }
        assertThat(client.text("/explorer/nothing.js", "*/*").statusCode()).isEqualTo(404);
        assertThat(client.text("/explorer/..%2findex.html", "*/*").statusCode()).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nosuchpage", "/carriers", "/bans/uk-2020/more"})
    void shouldAnswerAPersonWhoIsLostWithAPage(String path) {
        HttpResponse<String> page = client.text(path, "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.body()).contains("/explorer/main.js");
        assertThat(client.text(path, "*/*").headers().firstValue("Content-Type"))
                .contains("application/problem+json;charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nosuchpage", "/explorer/nothing.js", "/problems/none"})
    void shouldAnswerProgramsWithAProblemWhateverTheyAccept(String path) {
        HttpResponse<String> problem = client.text(path, "text/html");

        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json;charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/organizations/nosuch",
                "/carriers/nosuch",
                "/bans/nosuch",
                "/ties/nosuch",
                "/sources/nosuch",
                "/countries/nosuch",
                "/countries/gb",
                "/embed/carriers/nosuch"
            })
    void shouldAnswerWithThePageAndNotFoundWhereAnIdIsNotOnRecord(String path) {
        HttpResponse<String> page = client.text(path, "text/html");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.headers().firstValue("ETag")).isEmpty();
        assertThat(page.body()).contains("/explorer/main.js");
    }

    @Test
    void shouldTellWhatTheLatestReleaseOfTheDataChanged() throws IOException {
        JsonNode release = client.read("/explorer/release.json");
        String list = Files.readString(Path.of("seed-data/CHANGELOG.md"));
        int added = 0;
        int changed = 0;
        int withdrawn = 0;
        for (JsonNode table : release.get("tables")) {
            added += table.get("added").intValue();
            changed += table.get("changed").intValue();
            withdrawn += table.get("withdrawn").intValue();
        }

        assertThat(list)
                .contains("## " + release.get("version").textValue())
                .contains("Facts since %s: %d added, %d changed, %d withdrawn."
                        .formatted(release.get("since").textValue(), added, changed, withdrawn));
        assertThat(client.text("/explorer/data-changes.md", "*/*").body()).isEqualTo(list);
    }

    @Test
    void shouldTellWhereNeo4jBrowserIs() {
        assertThat(client.read("/explorer/config.json").get("neo4jBrowser").toString())
                .isEqualTo("{\"address\":\"http://127.0.0.1:7474/browser/\",\"bolt\":\"bolt://127.0.0.1:7687\"}");
        try (Api foreign = Api.start("127.0.0.1", 0, new Inquiries(snapshots));
                ApiClient other = new ApiClient(foreign.port())) {
            assertThat(other.read("/explorer/config.json").get("neo4jBrowser").isNull())
                    .isTrue();
        }
    }

    @Test
    void shouldListExactlyTheFilesThatThereAre() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(file -> !file.equals("index.html")))
                    .containsExactlyInAnyOrderElementsOf(ExplorerRoutes.FILES);
        }
        for (String file : scripts()) {
            Matcher imported = IMPORT.matcher(Files.readString(FILES.resolve(file)));
            while (imported.find()) {
                assertThat(imported.group(1))
                        .as(file)
                        .matches(each ->
                                ExplorerRoutes.LIBRARIES.containsKey(each) || ExplorerRoutes.FILES.contains(each));
            }
        }
    }

    /** Text from the data has no way to become markup, and nothing needs a looser policy. */
    @Test
    void shouldNeitherParseMarkupNorHoldScriptsAndStylesInThePage() throws IOException {
        for (String file : scripts()) {
            assertThat(Files.readString(FILES.resolve(file)))
                    .as(file)
                    .doesNotContain(
                            "innerHTML",
                            "outerHTML",
                            "insertAdjacentHTML",
                            "document.write",
                            "DOMParser",
                            "eval(",
                            "new Function",
                            "setHTML",
                            "srcdoc",
                            "console.");
        }
        assertThat(Files.readString(FILES.resolve("index.html")))
                .doesNotContain("<style", "style=", "onclick", "http:", "https:")
                .doesNotContainPattern("<script(?![^>]* src=\"/explorer/\\w+\\.js\"></script>)");
    }

    private static List<String> scripts() {
        return ExplorerRoutes.FILES.stream()
                .filter(file -> file.endsWith(".js"))
                .toList();
    }

    @Test
    void shouldListOnlyBansOfTheJurisdictionsThatAreWanted() {
        ApiClient.Reply all = client.get("/v1/exposures?vendor=huawei&asOf=2021-01-01");
        ApiClient.Reply home = client.get("/v1/exposures?vendor=huawei&asOf=2021-01-01&jurisdiction=home,bloc");
        ApiClient.Reply owner =
                client.get("/v1/carriers/bt/exposures?vendor=huawei&asOf=2021-01-01&jurisdiction=owner");

        assertThat(ApiClient.texts(all.at("/jurisdictions"))).containsExactly("home", "bloc", "owner");
        assertThat(all.at("/results/0/bans/0/jurisdiction").textValue()).isEqualTo("home");
        assertThat(ApiClient.texts(home.at("/jurisdictions"))).containsExactly("home", "bloc");
        assertThat(home.at("/results/0/bans")).isEqualTo(all.at("/results/0/bans"));
        assertThat(owner.at("/results/0/bans")).isEmpty();
        assertThat(owner.at("/total")).isEqualTo(all.at("/total"));
        assertThat(client.get("/v1/exposures?jurisdiction=near").status()).isEqualTo(400);
    }
}

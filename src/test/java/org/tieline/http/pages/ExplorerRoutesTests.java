package org.tieline.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

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
                ApiOptions.DEFAULT.opening(new Neo4jBrowser(
                        URI.create("http://127.0.0.1:7474/browser/"), URI.create("bolt://127.0.0.1:7687"))));
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
            strings = {"/", "/?vendor=huawei", "/carriers/bt", "/organizations/huawei", "/bans/uk-2020", "/scenario"})
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
    void shouldServeEveryFileWithATagAndNotSendItAgain() {
        for (String file : Stream.concat(ExplorerRoutes.FILES.stream(), Stream.of("cytoscape.js"))
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
                        .matches(each -> each.equals("cytoscape.js") || ExplorerRoutes.FILES.contains(each));
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
                .containsOnlyOnce("<script");
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

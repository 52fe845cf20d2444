package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.tieline.guide.Guide;
import org.tieline.guide.Slide;
import org.tieline.http.PageExamples;
import org.tieline.http.pages.Chromium;
import org.tieline.server.EmbeddedServer;
import org.tieline.start.Application;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.EveryNight;
import org.tieline.testing.Nightly;
import org.tieline.testing.Served;

/**
 * Neo4j Browser as the program starts it, in Chromium: connected, with our guide and our colours. Neither it nor any other page
 * that the program serves asks another host for anything.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeoBrowserIT {
    private static final String VENDOR = "#F0803C";
    private static final String CARRIER = "#2A70B8";
    private static final String COMPANY = "#C9B57E";
    private static final String GOVERNMENT = "#3B4A58";
    private static final String BAN = "#6B0F1A";
    private static final List<String> OURS =
            List.of(VENDOR, CARRIER, COMPANY, GOVERNMENT, BAN, "#9FD8B4", "#D5DDE8", "#FFF3C4");

    private static final Pattern LINK =
            Pattern.compile("\\]\\(http://127\\.0\\.0\\.1:7474/browser/[^)]*?(&cmd=edit&arg=[^)]+)\\)");

    private static final String NO_OTHER_HOST =
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";

    private static final List<String> PAGES = List.of(
            "/?vendor=huawei&asOf=2018-12-08",
            "/carriers/sprint?asOf=2018-12-08",
            "/organizations/huawei",
            "/bans/us-ndaa-889a-2019",
            "/scenario",
            "/docs",
            "/browser/guide.html",
            "/reconcile/preview/huawei");

    private static final List<String> OWN = List.of("127.0.0.1", "localhost");

    /** Those whose nodes are known; the others are played every night. */
    private static final int SLIDES = 3;

    private Chromium chromium;
    private Application application;
    private URI api;
    private URI address;
    private String password;
    private URI bolt;

    /** All tests only read. */
    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        chromium = Chromium.start(NO_OTHER_HOST);
        application = new Application(EmbeddedNeo4jExtension.settings(Served.withData(folder.resolve("home"))));
        application.start();
        EmbeddedServer server = application.server().orElseThrow();
        api = application.apiUri();
        address = server.connectingBrowserUri();
        password = server.access().password();
        bolt = server.boltUri();
    }

    @AfterAll
    void stop() {
        if (application != null) {
            application.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void closePages() {
        chromium.closePages();
    }

    @Test
    void shouldConnectPlayTheGuideAndDrawEachQueryInOurColours() throws Exception {
        List<Slide> all = Guide.read().slides();
        List<Slide> slides = all.subList(0, Nightly.or(SLIDES, all.size()));
        List<String> failures = new CopyOnWriteArrayList<>();
        List<String> foreign = new CopyOnWriteArrayList<>();
        Page page = watched(foreign);
        watch(page, api, failures);
        NeoBrowser browser = new NeoBrowser(page, address, password);

        for (Slide slide : slides) {
            page.getByText(slide.title()).first().waitFor();
            assertThat(browser.queries()).isEqualTo(slide.queries().size());
            for (int i = 0; i < slide.queries().size(); i++) {
                browser.run(i);
                if (!slide.queries().get(i).contains("RETURN path")) {
                    continue;
                }
                assertThat(browser.colours()).as(slide.title()).isNotEmpty().allSatisfy((caption, colour) -> {
                    assertThat(caption).isNotBlank();
                    assertThat(colour).isIn(OURS);
                });
                assertThat(browser.drawing()
                                .locator("g.relationship path.b-outline")
                                .all())
                        .as("%s: ties that are drawn", slide.title())
                        .isNotEmpty()
                        .noneMatch(path -> path.getAttribute("d").contains("NaN"));
            }
            shouldKnowItsNodes(slide, slides, browser.colours());
            if (slide != slides.getLast()) {
                browser.next();
            }
        }
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(failures).isEmpty();
        assertThat(foreign).as("requests to other hosts").isEmpty();
    }

    @Test
    void shouldAskNoOtherHost() {
        List<String> foreign = new CopyOnWriteArrayList<>();
        for (String path : PAGES) {
            Page page = watched(foreign);
            assertThat(page.navigate(api.resolve(path).toString()).status())
                    .as(path)
                    .isEqualTo(200);
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
        assertThat(foreign).as("requests to other hosts").isEmpty();

        Page outward = watched(foreign);
        outward.navigate("data:text/html,<img src='http://elsewhere.example/seen.png'>");
        outward.waitForCondition(() -> !foreign.isEmpty());
        assertThat(foreign).containsExactly("http://elsewhere.example/seen.png");
    }

    /** A page whose requests to other hosts are noted: those that go out, which one that its policy forbids does not. */
    private Page watched(List<String> foreign) {
        Page page = chromium.page();
        page.context().onRequestFinished(request -> note(request, foreign));
        page.context().onRequestFailed(request -> {
            if (!"csp".equals(request.failure())) {
                note(request, foreign);
            }
        });
        return page;
    }

    private static void note(Request request, List<String> foreign) {
        URI asked = URI.create(request.url().split("[?#]")[0]);
        if (asked.getHost() != null && !OWN.contains(asked.getHost())) {
            foreign.add(asked.toString());
        }
    }

    /** A fresh Browser would add all that lies between the nodes: of Sprint's tie, the first, the supply that had ended. */
    @Test
    @EveryNight
    void shouldDrawExactlyWhatTheLinksOfTheReadmeAskFor() throws Exception {
        List<String> links = LINK.matcher(PageExamples.text(Path.of("README.md")))
                .results()
                .map(link -> link.group(1))
                .toList();
        try (Driver driver = GraphDatabase.driver(bolt, AuthTokens.basic("neo4j", password))) {
            assertThat(links).hasSizeGreaterThanOrEqualTo(3);
            for (String link : links) {
                NeoBrowser browser = new NeoBrowser(chromium.page(), URI.create(address + link), password);
                browser.runWhatIsThere();
                String query = URLDecoder.decode(link.replaceFirst(".*&arg=", ""), StandardCharsets.UTF_8);
                Set<String> ties = driver.executableQuery(query).execute().records().stream()
                        .flatMap(row -> StreamSupport.stream(
                                row.get("path").asPath().relationships().spliterator(), false))
                        .map(tie -> tie.elementId())
                        .collect(Collectors.toSet());
                PlaywrightAssertions.assertThat(browser.drawing().locator("g.relationship"))
                        .hasCount(ties.size());
                chromium.closePages();
            }
        }
    }

    private static void watch(Page page, URI api, List<String> failures) {
        page.onRequestFailed(request -> {
            if (URI.create(request.url()).getPort() == api.getPort()) {
                failures.add(request.url() + ": " + request.failure());
            }
        });
        page.onResponse(response -> {
            if (URI.create(response.url()).getPort() == api.getPort() && response.status() >= 400) {
                failures.add(response.url() + ": " + response.status());
            }
        });
        page.onConsoleMessage(message -> {
            if (Stream.of("NaN", "CORS").anyMatch(message.text()::contains)) {
                failures.add(message.text());
            }
        });
    }

    /** Two-label nodes have the colour of their kind, and what is written on them is a name. */
    private static void shouldKnowItsNodes(Slide slide, List<Slide> slides, Map<String, String> colours) {
        if (slide == slides.get(1)) {
            assertThat(colours)
                    .containsOnly(
                            Map.entry("Huawei", VENDOR),
                            Map.entry("SoftBank Group", COMPANY),
                            Map.entry("Sprint", CARRIER));
        }
        if (slide == slides.get(2)) {
            assertThat(colours)
                    .containsEntry("Government of Australia", GOVERNMENT)
                    .containsEntry("order 2018-08-23", BAN)
                    .containsEntry("ZTE", VENDOR);
        }
    }
}

package org.tieline.http.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.ShippedApi;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;

/** Makes the pictures of the explorer in {@code docs/images}, by {@code mvn -q -Pscreenshots verify}. */
@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorerScreenshots {
    private static final Path FOLDER = Path.of("docs/images");

    private Chromium chromium;
    private ShippedApi shipped;

    @BeforeAll
    void start(Neo4j neo4j, EmbeddedServer server) {
        chromium = Chromium.start();
        shipped = new ShippedApi(neo4j, new Neo4jBrowser(server.browserUri(), server.boltUri()));
    }

    @AfterAll
    void stop() {
        shipped.close();
        chromium.close();
    }

    private Page open(int width, int height, ColorScheme colours, String address) {
        Page page = chromium.page(width, height, colours);
        page.waitForResponse(
                response -> response.url().contains("/v1/organizations?"),
                () -> page.navigate(shipped.address() + address));
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        return page;
    }

    private static void take(Page page, String name) {
        page.mouse().move(0, 0);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)).setScale(ScreenshotScale.CSS));
    }

    @Test
    void home() {
        Page page = open(1280, 1000, ColorScheme.LIGHT, "/");
        assertThat(page.locator(".ahead li").first()).isVisible();
        take(page, "explorer-home.png");
    }

    @Test
    void map() {
        Page page = open(1280, 620, ColorScheme.LIGHT, "/");
        assertThat(page.locator(".map-table tbody tr").first()).isVisible();
        page.locator(".map h2").evaluate("heading => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 20)");
        take(page, "explorer-map.png");
    }

    @Test
    void ban() {
        Page page = open(1280, 760, ColorScheme.LIGHT, "/bans/uk-designated-vendor-direction-2022?asOf=2024-06-01");
        assertThat(page.locator(".life svg")).isVisible();
        assertThat(page.locator(".lines li").first()).isVisible();
        take(page, "explorer-ban.png");
    }

    @Test
    void table() {
        Page page = open(1280, 800, ColorScheme.LIGHT, "/?vendor=huawei&asOf=2018-12-08&find=united+states");
        page.locator("tr[data-carrier=sprint] .open").click();
        assertThat(page.locator(".more-of .sources").last()).isVisible();
        take(page, "explorer.png");
    }

    @Test
    void graph() {
        Page page = open(1280, 800, ColorScheme.LIGHT, "/?vendor=huawei&asOf=2018-12-08&view=graph");
        assertThat(page.locator(".sheet")).hasAttribute("data-drawn", Pattern.compile("\\d+"));
        take(page, "explorer-graph.png");
    }

    @Test
    void timeline() {
        Page page = open(1280, 800, ColorScheme.DARK, "/?vendor=huawei&asOf=2018-12-08&view=timeline");
        assertThat(page.locator(".timeline-svg")).isVisible();
        take(page, "explorer-timeline.png");
    }

    @Test
    void telephone() {
        Page page = open(390, 844, ColorScheme.LIGHT, "/carriers/sprint?asOf=2018-12-08");
        assertThat(page.locator(".sources").last()).isVisible();
        take(page, "explorer-phone.png");
    }
}

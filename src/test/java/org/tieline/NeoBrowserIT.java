package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.guide.Guide;
import org.tieline.guide.Slide;
import org.tieline.http.pages.Chromium;
import org.tieline.testing.Served;

/** Neo4j Browser as the program starts it, in Chromium: connected, with our guide and our colours. */
class NeoBrowserIT {
    private static final String VENDOR = "#F0803C";
    private static final String CARRIER = "#2A70B8";
    private static final String COMPANY = "#C9B57E";
    private static final String GOVERNMENT = "#3B4A58";
    private static final String BAN = "#6B0F1A";
    private static final List<String> OURS =
            List.of(VENDOR, CARRIER, COMPANY, GOVERNMENT, BAN, "#9FD8B4", "#D5DDE8", "#FFF3C4");

    @TempDir
    private Path folder;

    @Test
    void shouldConnectPlayTheGuideAndDrawEachQueryInOurColours() throws Exception {
        List<Slide> slides = Guide.read().slides();
        List<String> failures = new CopyOnWriteArrayList<>();
        try (Chromium chromium = Chromium.start();
                Served served = Served.start(folder.resolve("home"), folder.resolve("log"), Map.of())) {
            URI api = served.address("API");
            Page page = chromium.page();
            watch(page, api, failures);
            NeoBrowser browser = new NeoBrowser(page, served.address("Browser"), served.password());
            browser.click("style ");
            browser.click("config ");

            for (Slide slide : slides) {
                page.getByText(slide.title()).first().waitFor();
                assertThat(browser.queries()).isEqualTo(slide.queries().size());
                for (int i = 0; i < slide.queries().size(); i++) {
                    browser.run(i);
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
        }
        assertThat(failures).isEmpty();
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

package org.tieline;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.http.pages.Chromium;
import org.tieline.testing.Served;

/** Makes the picture of Neo4j Browser in {@code docs/images}, by {@code mvn -q -Pscreenshots verify}. */
class NeoBrowserScreenshots {
    private static final Path PICTURE = Path.of("docs", "images", "neo4j-browser.png");

    /** The slide on a ban at home. */
    private static final int SLIDE = 6;

    @TempDir
    private Path folder;

    @Test
    void guideAndPicture() throws Exception {
        try (Chromium chromium = Chromium.start();
                Served served =
                        Served.start(Served.withData(folder.resolve("home")), folder.resolve("log"), Map.of())) {
            NeoBrowser browser = new NeoBrowser(
                    chromium.page(1400, 690, ColorScheme.LIGHT), served.address("Browser"), served.password());
            browser.clear();
            for (int i = 1; i < SLIDE; i++) {
                browser.next();
            }
            browser.run(0);
            Page page = browser.page();
            page.locator("[aria-label^='Collapse the node']").first().click();
            browser.rest();
            page.locator("[aria-label=zoom-to-fit]").first().click();
            browser.rest();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE).setScale(ScreenshotScale.CSS));
        }
    }
}

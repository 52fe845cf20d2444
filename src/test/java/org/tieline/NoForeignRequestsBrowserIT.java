package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.http.pages.Chromium;
import org.tieline.testing.Served;

/** Every page that this program serves, opened in Chromium: none of them asks another host for anything. */
class NoForeignRequestsBrowserIT {
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

    @TempDir
    private Path folder;

    @Test
    void shouldAskNoOtherHost() throws Exception {
        List<String> foreign = new CopyOnWriteArrayList<>();
        try (Chromium chromium =
                        Chromium.start("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");
                Served served =
                        Served.start(Served.withData(folder.resolve("home")), folder.resolve("log"), Map.of())) {
            URI api = served.address("API");
            URI address = served.address("Browser");

            NeoBrowser browser = new NeoBrowser(watched(chromium, foreign), address, served.password());
            browser.run(0);
            assertThat(browser.colours()).isNotEmpty();
            browser.page().waitForLoadState(LoadState.NETWORKIDLE);
            for (String path : PAGES) {
                Page page = watched(chromium, foreign);
                assertThat(page.navigate(api.resolve(path).toString()).status())
                        .as(path)
                        .isEqualTo(200);
                page.waitForLoadState(LoadState.NETWORKIDLE);
            }
            assertThat(foreign).as("requests to other hosts").isEmpty();

            Page outward = watched(chromium, foreign);
            outward.navigate("data:text/html,<img src='http://elsewhere.example/seen.png'>");
            outward.waitForCondition(() -> !foreign.isEmpty());
            assertThat(foreign).containsExactly("http://elsewhere.example/seen.png");
        }
    }

    /** Notes each request that goes out, which one that the policy of the page forbids does not. */
    private static Page watched(Chromium chromium, List<String> foreign) {
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
}

package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.web.Chromium;

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

    /** What Chromium asks for itself, whatever page it shows. */
    private static final Pattern CHROMIUM = Pattern.compile(
            "(content-autofill|update|optimizationguide-pa|safebrowsing)\\.googleapis\\.com|(clients\\d?|accounts)\\.google\\.com|gvt1\\.com");

    @TempDir
    private Path folder;

    @Test
    void shouldAskNoOtherHost() throws Exception {
        List<String> reached = new CopyOnWriteArrayList<>();
        try (ServerSocket everyOtherHost = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Chromium chromium =
                        Chromium.start("--host-resolver-rules=MAP * 127.0.0.1:%d, EXCLUDE 127.0.0.1, EXCLUDE localhost"
                                .formatted(everyOtherHost.getLocalPort()));
                Served served = Served.start(folder.resolve("home"), folder.resolve("log"), Map.of())) {
            Thread.ofPlatform().daemon().start(() -> note(everyOtherHost, reached));
            URI api = served.address("API");
            URI address = served.address("Browser");

            NeoBrowser browser = new NeoBrowser(chromium.page(), address, served.password());
            browser.click("style ");
            browser.click("config ");
            browser.run(0);
            assertThat(browser.colours()).isNotEmpty();
            browser.page().waitForLoadState(LoadState.NETWORKIDLE);
            for (String path : PAGES) {
                Page page = chromium.page();
                assertThat(page.navigate(api.resolve(path).toString()).status())
                        .as(path)
                        .isEqualTo(200);
                page.waitForLoadState(LoadState.NETWORKIDLE);
            }
            assertThat(reached).as("what came to other hosts").isEmpty();

            Page outward = chromium.page();
            outward.navigate("data:text/html,<img src='http://elsewhere.example/seen.png'>");
            outward.waitForCondition(() -> !reached.isEmpty());
            assertThat(reached.getFirst()).contains("Host: elsewhere.example");
        }
    }

    /** Notes the first bytes of each connection, and answers none. */
    private static void note(ServerSocket server, List<String> reached) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setSoTimeout(5_000);
                byte[] first = new byte[2_000];
                int length = socket.getInputStream().read(first);
                // With TLS, too, the first bytes name the host.
                String asked = length < 0 ? "nothing" : new String(first, 0, length, StandardCharsets.ISO_8859_1);
                if (!CHROMIUM.matcher(asked).find()) {
                    reached.add(asked);
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    reached.add(e.toString());
                }
            }
        }
    }
}

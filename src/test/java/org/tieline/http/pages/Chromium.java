package org.tieline.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.tieline.testing.Patience;

/**
 * The Chromium of this machine, without a window. It is looked for on the PATH; the system property {@code chromium} names
 * another. Where there is none, a test is skipped and says so, but not where {@code CI} is set.
 *
 * <p>The one that never has a window comes first: it draws pages the same and starts nothing that only a window needs, for half
 * the processor time.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chrome-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "chrome");

    /** No sandbox, because tests often run as root; and nothing that asks the internet by itself. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Null until somebody wants it. */
    private static Chromium shared;

    private final Playwright playwright;
    private final Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Path executable, List<String> more) {
        PlaywrightAssertions.setDefaultAssertionTimeout(Patience.LONGEST_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(
                                Stream.concat(ARGUMENTS.stream(), more.stream()).toList()));
    }

    /** The one that the test classes of this process share, and nobody closes; else as {@link #start}. */
    static Chromium shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /**
     * Starts it, or skips the test that asks for it.
     *
     * @param more further arguments
     */
    public static Chromium start(String... more) {
        Optional<Path> executable = executable();
        if (executable.isEmpty()) {
            String reason = "no Chromium on the PATH; install one, or name it by -Dchromium=FILE";
            assertThat(System.getenv("CI")).as(reason).isNull();
            Assumptions.abort(reason);
        }
        return new Chromium(executable.orElseThrow(), List.of(more));
    }

    private static Optional<Path> executable() {
        String named = System.getProperty("chromium");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        List<String> folders = List.of(path.split(File.pathSeparator));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** An empty page of a reader who was never here, as wide as a desk's. */
    public Page page() {
        return page(1400, 900, ColorScheme.LIGHT);
    }

    /** @param width in CSS pixels, like the height */
    public Page page(int width, int height, ColorScheme colours) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB")
                .setAcceptDownloads(true));
        context.setDefaultTimeout(Patience.LONGEST_MILLIS);
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(this::note);
        return page;
    }

    private void note(Request request) {
        URI uri = URI.create(request.url().startsWith("http") ? request.url() : "http://127.0.0.1/");
        if (!Stream.of("127.0.0.1", "localhost").toList().contains(uri.getHost())) {
            complaints.add("request to another host: " + request.url());
        }
    }

    /** What the pages complained of since the last time: errors of the console and of scripts, requests to other hosts. */
    public List<String> complaints() {
        List<String> since = List.copyOf(complaints);
        complaints.clear();
        return since;
    }

    /** Closes all pages. */
    public void closePages() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

package org.tieline.http.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tieline.dataset.DatasetReader;
import org.tieline.http.Api;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;

/**
 * How long a reader who was never here waits in Chromium from the address of a page of the explorer, on the shipped data, until
 * its first answer is drawn: with a server that was just started and has answered nothing, and with one that has answered for a
 * while. Each measurement has a server and a browser of its own process; the cache of the browser is empty.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class FirstAnswerBenchmark {
    private static final int VISITS_BEFORE = 20;

    /** What shows that the first answer is there, by the address of the page. */
    private static final Map<String, String> ANSWERS = Map.of(
            "/", ".sentences li",
            "/exposures", "table.answer tbody tr",
            "/carriers/bt", ".verdict, .sources",
            "/?vendor=huawei&view=timeline", ".timeline-svg");

    @Param({"/", "/exposures", "/carriers/bt", "/?vendor=huawei&view=timeline"})
    private String page;

    @Param({"cold", "warm"})
    private String server;

    private Snapshots snapshots;
    private Api api;
    private Chromium chromium;
    private Page opened;

    @Setup(Level.Trial)
    public void start() {
        snapshots = new Snapshots(new InMemory(DatasetReader.read(Path.of("seed-data"))));
        snapshots.refresh();
        api = Api.start("127.0.0.1", 0, new Inquiries(snapshots));
        chromium = Chromium.start();
        // The browser itself has started, and has shown something.
        chromium.page().navigate("data:text/html,ready");
        if (server.equals("warm")) {
            for (int i = 0; i < VISITS_BEFORE; i++) {
                opened = chromium.page();
                visit();
                chromium.closePages();
            }
        }
        opened = chromium.page();
    }

    @TearDown(Level.Trial)
    public void stop() {
        chromium.close();
        api.close();
        snapshots.close();
    }

    @Benchmark
    public void visit() {
        opened.navigate("http://127.0.0.1:" + api.port() + page, new Page.NavigateOptions().setWaitUntil(
                WaitUntilState.COMMIT));
        opened.waitForSelector(ANSWERS.get(page));
    }
}

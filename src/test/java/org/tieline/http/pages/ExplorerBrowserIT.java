package org.tieline.http.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.ShippedApi;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.Nightly;

/** The question and its table and graph as a reader uses them, over the shipped data. */
class ExplorerBrowserIT extends ShippedExplorer {
    private static final String SPRINT = "tr[data-carrier=sprint][data-vendor=huawei]";

    /** That go by faster than they are answered. */
    private static final int DAYS = Nightly.or(10, 40);

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private Neo4j neo4j;
    private EmbeddedServer server;

    @Override
    ShippedApi serve(Neo4j connected, EmbeddedServer embedded) {
        neo4j = connected;
        server = embedded;
        return new ShippedApi(neo4j, new Neo4jBrowser(server.browserUri(), server.boltUri()));
    }

    @Test
    void shouldLeadFromANameInJapaneseToAnAnswer() {
        Page page = open("/?asOf=2018-12-06");
        page.locator("#who").pressSequentially("ファーウェイ");
        assertThat(page.locator("[role=option][data-id=huawei]")).containsText("Huawei");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("\\?vendor=huawei&asOf=2018-12-06$"));
        assertThat(page.locator(SPRINT + " .c-relation")).hasText(" direct");
        assertThat(page.locator("table.answer tbody tr")).hasCount(total("2018-12-06"));
        assertThat(page.locator(".summary")).containsText(total("2018-12-06") + " carriers were tied to Huawei");
    }

    @Test
    void shouldAskAgainAtOnceWhenTheDayMoves() {
        Page page = open("/?vendor=huawei&asOf=2018-12-06");
        assertThat(page.locator(SPRINT + " .c-relation")).hasText(" direct");
        page.locator("#day-slider").focus();

        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#day")).hasValue("2018-12-07");
        assertThat(page.locator(SPRINT + " .c-relation")).hasText(" parent");
        assertThat(page.locator(SPRINT + " .c-through")).containsText("SoftBank Group");

        page.goBack();
        assertThat(page.locator("#day")).hasValue("2018-12-06");
        assertThat(page.locator(SPRINT + " .c-relation")).hasText(" direct");

        page.locator("#day-slider").focus();
        for (int i = 0; i < DAYS; i++) {
            page.keyboard().press("ArrowRight");
        }
        String last = LocalDate.of(2018, 12, 6).plusDays(DAYS).toString();
        assertThat(page.locator("#day")).hasValue(last);
        assertThat(page.locator(".summary")).containsText(total(last) + " carriers");
        assertThat(page.locator("table.answer tbody tr")).hasCount(total(last));
    }

    @Test
    void shouldSortByItsHeadersAndSayHow() {
        Page page = open("/?vendor=huawei&asOf=2018-12-08");
        Locator head = page.locator("th[data-sort=hops]");
        assertThat(page.locator("table.answer tbody tr")).hasCount(total("2018-12-08"));

        head.locator("button").click();
        head.locator("button").click();
        assertThat(head).hasAttribute("aria-sort", "descending");
        assertThat(page).hasURL(Pattern.compile("sort=-hops"));
        assertThat(page.locator("table.answer")).not().hasAttribute("data-building", "");
        assertThat(page.locator("table.answer tbody tr")).hasCount(total("2018-12-08"));

        List<Integer> hops = page.locator("tbody .c-hops").allTextContents().stream()
                .map(Integer::valueOf)
                .toList();
        assertThat(hops).isSortedAccordingTo((a, b) -> b - a).contains(1, 2, 3);
        assertThat(page.locator("th[data-sort=carrier]")).not().hasAttribute("aria-sort", Pattern.compile(".*"));
    }

    @Test
    void shouldNarrowTheAnswerByWordsAndRelations() {
        Page page = open("/?vendor=huawei&asOf=2018-12-08");
        page.locator("#find").fill("japan");
        assertThat(page.locator("table.answer tbody tr")).hasCount(4);
        page.locator(".chip", new Page.LocatorOptions().setHasText("subsidiary"))
                .click();
        assertThat(page.locator("table.answer tbody tr")).hasCount(1);
        assertThat(page.locator("table.answer tbody tr")).hasAttribute("data-carrier", "ntt");

        page.locator("#find").fill("nobody of this name");
        assertThat(page.locator("#view h2")).hasText("Nothing fits the filter");
        page.getByText("Show all").last().click();
        assertThat(page.locator("table.answer tbody tr")).hasCount(total("2018-12-08"));
    }

    @Test
    void shouldOpenThePathOfARowAndItsSources() {
        Page page = open("/?vendor=huawei&asOf=2018-12-08&find=sprint");
        page.context()
                .route(
                        url -> !url.contains("127.0.0.1"),
                        route -> route.fulfill(new Route.FulfillOptions().setBody("")));
        page.locator(SPRINT + " .open").click();
        Locator inside = page.locator(".more-of");

        assertThat(inside.locator(".sentence"))
                .containsText("Huawei is a partner of SoftBank Group, which holds a stake of unknown size in Sprint");
        assertThat(inside.locator(".hops > li")).hasCount(2);
        assertThat(inside).containsText("last evidenced 2018-12-07");
        Locator source = inside.getByText("Dish selects its first 5G vendor: Mavenir");
        assertThat(source).hasAttribute("rel", "noopener noreferrer");
        String stated = shipped.client()
                .read("/v1/sources/lightreading-2020-04-23-dish-mavenir")
                .get("url")
                .textValue();
        Page opened = page.waitForPopup(source::click);
        assertThat(opened.url()).isEqualTo(stated);

        Response record = page.waitForResponse(
                response -> response.url().contains("/v1/sources/"),
                () -> inside.locator(".sources a.id").last().click());
        assertThat(record.status()).isEqualTo(200);
    }

    @Test
    void shouldShowTheSameFromAnAddressThatWasShared() {
        Page page = open("/?vendor=huawei&asOf=2018-12-08");
        page.locator("th[data-sort=country] button").click();
        page.locator("#find").fill("group");
        page.locator(".tabs [data-view=graph]").click();
        assertThat(page.locator(".sheet")).hasAttribute("data-drawn", Pattern.compile("\\d+"));
        page.locator(".tabs [data-view=table]").click();
        assertThat(page).hasURL(Pattern.compile("sort=country&find=group$"));
        List<String> shown = page.locator("table.answer tbody tr").allInnerTexts();
        assertThat(shown).hasSizeGreaterThan(30);

        Page other = chromium.page();
        other.navigate(page.url());
        assertThat(other.locator("table.answer tbody tr")).hasCount(shown.size());
        assertThat(other.locator("table.answer tbody tr").allInnerTexts()).isEqualTo(shown);

        page.reload();
        assertThat(page.locator("table.answer tbody tr")).hasCount(shown.size());
        assertThat(page.locator("table.answer tbody tr").allInnerTexts()).isEqualTo(shown);
    }

    @Test
    void shouldDrawTheAnswerAndFoldWhatWouldNotBeRead() throws IOException {
        Page page = open("/?vendor=huawei&asOf=2018-12-08&view=graph");
        assertThat(page.locator(".sheet")).hasAttribute("data-drawn", Pattern.compile("\\d+"));
        // A drawing that is made anew under the pointer would lose the tap.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        int folded = drawn(page);
        assertThat(folded).isBetween(40, 160);
        assertThat(page.locator(".graph-head")).containsText("folded into dashed boxes");

        tap(page, "huawei:direct");
        page.waitForFunction("before => Number(document.querySelector('.sheet').dataset.drawn) > before", folded);
        tap(page, "huawei/sprint");
        assertThat(page.locator(".beside")).containsText("SoftBank Group");

        assertThat(Files.readAllBytes(saved(page, "#save-png").path()))
                .startsWith(PNG)
                .hasSizeGreaterThan(20_000);
    }

    private static int drawn(Page page) {
        return Integer.parseInt(page.locator(".sheet").getAttribute("data-drawn"));
    }

    /** Scrolls a box of the graph into the middle, lets the page take note of it, and presses there. */
    private static void tap(Page page, String node) {
        page.waitForFunction("id => document.querySelector('.graph').explored.cy.getElementById(id).nonempty()", node);
        List<?> place = (List<?>) page.evaluate("""
                async id => {
                  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
                  const at = document.querySelector('.graph').explored.cy.getElementById(id).renderedPosition();
                  const sheet = document.querySelector('.sheet');
                  scrollTo(0, scrollY + sheet.getBoundingClientRect().top + at.y - innerHeight / 2);
                  await frame();
                  await frame();
                  const box = sheet.getBoundingClientRect();
                  return [box.left + at.x, box.top + at.y];
                }
                """, node);
        page.mouse().click(((Number) place.get(0)).doubleValue(), ((Number) place.get(1)).doubleValue());
    }

    @Test
    void shouldSaveTheRowsThatAreShown() throws IOException {
        Page page = open("/?vendor=huawei&asOf=2018-12-08&find=united+states&sort=carrier");
        assertThat(page.locator("table.answer tbody tr").first()).isVisible();
        Download download = saved(page, "#save-csv");
        List<String> lines = Files.readAllLines(download.path());

        assertThat(download.suggestedFilename()).isEqualTo("tieline-huawei-2018-12-08.csv");
        assertThat(lines).hasSize(1 + page.locator("table.answer tbody tr").count());
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .startsWith("huawei,sprint,Sprint,US,parent,2,huawei > softbank-group > sprint,")
                .contains("unknownStake", ",2018-12-08,http://127.0.0.1:"));
    }

    @Test
    void shouldOpenTheQuestionInNeo4jBrowser() {
        Page page = open("/?vendor=huawei&asOf=2018-12-08&carrierCountry=JP");
        String href = page.getByText("Open this in Neo4j Browser").getAttribute("href");
        Matcher query = Pattern.compile("&cmd=edit&arg=([^&]+)$").matcher(href);

        assertThat(href).startsWith(server.browserUri().toString()).contains("dbms=bolt%3A%2F%2Fneo4j%40");
        assertThat(query.find()).isTrue();
        String cypher = URLDecoder.decode(query.group(1), StandardCharsets.UTF_8);
        assertThat(neo4j.<Integer>read(tx -> tx.run(cypher).list().size())).isEqualTo(4);
    }

    private static Download saved(Page page, String button) {
        return page.waitForDownload(() -> page.locator(button).click());
    }

    private int total(String day) {
        return shipped.client()
                .read("/v1/exposures?limit=1&vendor=huawei&asOf=" + day)
                .get("total")
                .intValue();
    }
}

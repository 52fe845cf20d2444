package org.tieline.http.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.Api;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.FreePort;
import org.tieline.testing.Nightly;
import org.tieline.testing.TestFacts;

/** What is not the rule: many exposures, names that look like markup, questions that fail, a server that goes away. */
@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorerStatesBrowserIT {
    private static final int CARRIERS = 1100;
    private static final String MARKUP = "<img src=x onerror=alert(1)>";

    private Chromium chromium;
    private Snapshots snapshots;
    private Inquiries inquiries;
    private Api api;

    @BeforeAll
    void start(Neo4j neo4j) {
        chromium = Chromium.shared();
        new DatasetLoader(neo4j, Clock.systemUTC()).load(many(), Progress.NONE);
        snapshots = new Snapshots(new DriverGraphReader(neo4j));
        snapshots.refresh();
        // As in a server: one that has not looked at its graph for a minute is not ready.
        snapshots.start(Duration.ofSeconds(1));
        inquiries = Inquiries.over(neo4j, snapshots);
        api = Api.start("127.0.0.1", 0, inquiries);
    }

    @AfterAll
    void stop() {
        if (api != null) {
            api.close();
            snapshots.close();
        }
    }

    @AfterEach
    void closePages() {
        chromium.closePages();
        chromium.complaints();
    }

    /** A vendor that supplies 1,100 carriers, and one organization that is named like markup between it and another. */
    private static Dataset many() {
        List<Organization> organizations = new ArrayList<>(List.of(
                TestFacts.organization("vendor", "Vendor", OrganizationKind.VENDOR, "SE"),
                TestFacts.organization(
                        "markup", MARKUP, OrganizationKind.CARRIER, "JP", "</title><script>alert(2)</script>"),
                TestFacts.organization("behind", "=Behind", OrganizationKind.CARRIER, "JP")));
        List<Tie> ties = new ArrayList<>(List.of(
                tie("vendor-supplies-markup", "vendor", TieType.SUPPLIES, "markup", null),
                tie("markup-owns-behind", "markup", TieType.OWNS, "behind", new BigDecimal("50"))));
        for (int i = 0; i < CARRIERS; i++) {
            organizations.add(
                    TestFacts.organization("c%04d".formatted(i), "Carrier " + i, OrganizationKind.CARRIER, "DE"));
            ties.add(tie("vendor-supplies-c%04d".formatted(i), "vendor", TieType.SUPPLIES, "c%04d".formatted(i), null));
        }
        return new Dataset(
                "1.0.0",
                "b".repeat(64),
                organizations.stream()
                        .sorted((a, b) -> a.id().compareTo(b.id()))
                        .toList(),
                ties.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList(),
                List.of(),
                List.of(new Source("paper", MARKUP, MARKUP, PartialDate.parse("2020"), "https://example.org/\"><b>")));
    }

    private static Tie tie(String id, String from, TieType type, String to, BigDecimal percent) {
        return new Tie(
                id,
                from,
                type,
                to,
                null,
                null,
                percent,
                List.of(),
                List.of(),
                Evidence.CONFIRMED,
                List.of("paper"),
                MARKUP);
    }

    private Page open(String address) {
        Page page = chromium.page();
        page.navigate("http://127.0.0.1:" + api.port() + address);
        return page;
    }

    @Test
    void shouldBuildAThousandRowsInPartsAndSayThatThereAreMore() {
        Page page = chromium.page();
        page.addInitScript("""
                globalThis.grown = [];
                const look = () => {
                  grown.push(document.querySelectorAll('table.answer tbody tr').length);
                  requestAnimationFrame(look);
                };
                requestAnimationFrame(look);
                """);
        page.navigate("http://127.0.0.1:" + api.port() + "/?vendor=vendor&asOf=2020-01-01");

        assertThat(page.locator("table.answer tbody tr")).hasCount(1000);
        assertThat(page.locator(".summary .cut")).containsText("Of 1,102 exposures the first 1,000 are here");
        Object parts = page.evaluate(
                "() => { const steps = grown.map((n, i) => n - (grown[i - 1] ?? 0)); return [Math.max(...steps),"
                        + " steps.filter(step => step > 0).length]; }");
        assertThat((List<?>) parts)
                .satisfies(each ->
                        assertThat(((Number) each.getFirst()).intValue()).isLessThanOrEqualTo(180))
                .satisfies(
                        each -> assertThat(((Number) each.getLast()).intValue()).isGreaterThan(5));

        page.locator("th[data-sort=carrier] button").click();
        page.locator("#find").fill("carrier 99");
        assertThat(page.locator("table.answer tbody tr").first()).containsText("Carrier 99");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void shouldNeverTakeANameForMarkupOrForAFormula() throws IOException {
        Page page = open("/?vendor=vendor&asOf=2020-01-01&carrierCountry=JP");
        assertThat(page.locator("tr[data-carrier=markup] th a")).hasText(MARKUP);
        assertThat(Files.readString(
                        page.waitForDownload(() -> page.locator("#save-csv").click())
                                .path()))
                .contains(",'=Behind,", "," + MARKUP + ",");
        page.locator("tr[data-carrier=behind] .open").click();
        assertThat(page.locator(".more-of .sources").first()).containsText(MARKUP);
        page.locator("#who").fill("img");
        assertThat(page.locator("[role=option]").first()).containsText(MARKUP);
        page.keyboard().press("Escape");
        page.locator(".tabs [data-view=graph]").click();
        assertThat(page.locator(".sheet")).hasAttribute("data-drawn", Pattern.compile("3"));

        page.navigate("http://127.0.0.1:" + api.port() + "/carriers/markup?asOf=2020-01-01&vendor=vendor");
        assertThat(page.locator("h1")).hasText(MARKUP);
        assertThat(page.locator(".lead")).containsText("</title><script>alert(2)</script>");
        assertThat(page.locator(".why").first()).containsText(MARKUP);
        assertThat(page.locator("main img, main script, main b")).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithAQuestion() {
        Page page = open("/?vendor=vendr&asOf=2020-01-01");
        assertThat(page.locator(".failed")).containsText("Did you mean Vendor?");
        page.navigate("http://127.0.0.1:" + api.port() + "/?vendor=vendor&asOf=2020-01-01&maxHops=77");
        assertThat(page.locator(".failed")).containsText("maxHops must be 1..10, was 77");
        page.navigate("http://127.0.0.1:" + api.port() + "/carriers/nobody");
        assertThat(page.locator(".failed").first()).containsText("there is no organization with the id nobody");
        page.navigate("http://127.0.0.1:" + api.port() + "/?asOf=2020-01-01");
        assertThat(page.locator(".empty")).containsText("No vendor was restricted on 2020-01-01");
        assertThat(chromium.complaints())
                .allSatisfy(each -> assertThat(each).contains("Failed to load resource", "40"));
    }

    /** The last is lost in each build, the others every night. */
    static List<String> parts() {
        List<String> parts = List.of("**/explorer/main.js", "**/explorer/explorer.css", "**/explorer/words.js");
        return parts.subList(Nightly.or(2, 0), parts.size());
    }

    /** A page is some sixty files; on a bad line one of them is lost now and then. */
    @ParameterizedTest
    @MethodSource("parts")
    void shouldLoadItselfAgainWhereAPartDidNotArrive(String part) {
        Page page = losing(part, "/?vendor=vendor&asOf=2020-01-01&carrierCountry=JP");

        assertThat(page.locator("#outage")).isHidden();
        assertThat(page.locator("table.answer tbody tr")).hasCount(2);
    }

    /** The page of the contract is drawn by one large script, and empty without it. */
    @ParameterizedTest
    @ValueSource(strings = {"**/docs/swagger-ui-bundle.js", "**/docs/docs.js", "**/docs/swagger-ui.css"})
    void shouldLoadThePageOfTheContractAgainWhereAPartDidNotArrive(String part) {
        Page page = losing(part, "/docs");

        assertThat(page.locator("#outage")).isHidden();
        assertThat(page.locator("#contract .opblock").first()).isVisible();
    }

    /** A page that has loaded itself again, as a part of it was lost once. That it says so may be over before anybody looks. */
    private Page losing(String part, String address) {
        Page page = chromium.page();
        List<Request> navigations = navigations(page);
        page.route(part, Route::abort, new Page.RouteOptions().setTimes(1));
        page.navigate("http://127.0.0.1:" + api.port() + address);
        page.waitForCondition(() -> navigations.size() == 2);
        return page;
    }

    private static List<Request> navigations(Page page) {
        List<Request> navigations = new ArrayList<>();
        page.onRequest(request -> {
            if (request.isNavigationRequest()) {
                navigations.add(request);
            }
        });
        return navigations;
    }

    @Test
    void shouldShowTheContractInTheColoursOfTheReader() {
        Page page = chromium.page(390, 844, ColorScheme.DARK);
        page.navigate("http://127.0.0.1:" + api.port() + "/docs");
        assertThat(page.locator("html")).hasCSS("background-color", Pattern.compile("rgb\\(\\d\\d, \\d\\d, \\d\\d\\)"));

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(page.locator("html")).hasCSS("background-color", "rgba(0, 0, 0, 0)");
    }

    @Test
    void shouldOfferAPlaceForEachKindOfKeyAndTheFieldsOfAQuestion() {
        Page page = open("/docs");
        page.locator("#contract .authorize").first().click();
        assertThat(page.locator(".auth-container")).hasCount(2);
        assertThat(page.locator(".auth-container").first()).containsText("X-API-Key");
        page.locator(".btn-done").first().click();

        Locator question = page.locator("#contract .opblock:has([data-path='/v1/exposures'])");
        question.locator(".opblock-summary-control").click();
        assertThat(question.locator("tr[data-param-name=asOf] input")).isVisible();
    }

    /** A page that lacks a part, and says so, however often it loads itself again, until the part arrives and somebody loads it. */
    private Page lackingUntilLoadedByHand(String part, String address) {
        Page page = chromium.page();
        List<Request> navigations = navigations(page);
        page.route(part, Route::abort);
        page.navigate("http://127.0.0.1:" + api.port() + address);
        page.waitForCondition(() -> navigations.size() == 3);
        assertThat(page.locator("#outage")).containsText("A part of this page did not arrive");

        page.unroute(part);
        page.locator("#outage a").click();
        return page;
    }

    @Test
    void shouldNotLoadItselfAgainWhenTheReaderHasBegunToType() {
        Page page = chromium.page();
        List<Request> navigations = navigations(page);
        page.addInitScript("sessionStorage.setItem('loaded-in-vain', '2')");
        page.route("**/explorer/records.css", Route::abort);
        page.navigate("http://127.0.0.1:" + api.port() + "/");
        page.waitForResponse("**/health/live", () -> page.locator("#everything").fill("Nippon"));

        assertThat(page.locator("#outage")).hasText("A part of this page did not arrive. Load it again");
        assertThat(page.locator("#everything")).hasValue("Nippon");
        assertThat(navigations).hasSize(1);
    }

    @Test
    void shouldSayThatAPartOfTheContractDoesNotArriveAsLongAsItDoesNot() {
        Page page = lackingUntilLoadedByHand("**/docs/docs.js", "/docs");

        assertThat(page.locator("#contract .opblock").first()).isVisible();
        assertThat(page.locator("#outage")).isHidden();
    }

    @Test
    void shouldSayThatAPartDoesNotArriveAsLongAsItDoesNot() {
        Page page =
                lackingUntilLoadedByHand("**/explorer/words.js", "/?vendor=vendor&asOf=2020-01-01&carrierCountry=JP");

        assertThat(page.locator("table.answer tbody tr")).hasCount(2);
        assertThat(page.locator("#outage")).isHidden();
    }

    @Test
    void shouldKeepWhatItShowsWhileTheServerIsAwayAndAskAgainWhenItIsBack() {
        try (Chromium own = Chromium.start()) {
            Page page = own.page();
            int port = FreePort.find();
            try (Api first = Api.start("127.0.0.1", port, inquiries)) {
                page.navigate(
                        "http://127.0.0.1:%d/?vendor=vendor&asOf=2020-01-01&carrierCountry=JP".formatted(first.port()));
                assertThat(page.locator("table.answer tbody tr")).hasCount(2);
            }
            page.locator("#day").fill("2021-01-01");
            assertThat(page.locator("#outage")).isVisible();
            assertThat(page.locator("table.answer tbody tr")).hasCount(2);

            try (Api again = Api.start("127.0.0.1", port, inquiries)) {
                assertThat(page.locator("#outage")).isHidden();
                assertThat(page.locator("table.answer caption")).containsText("2021-01-01");
                assertThat(again.port()).isEqualTo(port);
            }
            page.locator(".tabs [data-view=timeline]").click();
            assertThat(page.locator(".drawing .failed")).isVisible();
            assertThat(Stream.of(own.complaints().toArray(String[]::new)))
                    .allSatisfy(each -> assertThat(each).contains("Failed to load resource"));
        }
    }
}

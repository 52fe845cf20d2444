package org.tieline.http.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.http.ApiClient;
import org.tieline.http.message.Requests;

/** The first page, the field that finds everything, and visits to places that there are not, over the shipped data. */
class ExplorerHomeBrowserIT extends ShippedExplorer {
    private static final int MOST_BYTES = 400 * 1024;

    @Override
    void check(List<String> complaints) {
        assertThat(complaints).allSatisfy(each -> assertThat(each).contains("Failed to load resource", "404"));
    }

    private Page home() {
        Page page = open("/");
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        return page;
    }

    @Test
    void shouldLeadWithEstablishedConflictsAndTheirEvidence() {
        JsonNode conflicts = shipped.client().read("/v1/conflicts?conflict=established&limit=100");
        Page page = home();
        Locator part = page.locator("[aria-label='Established conflicts']");

        assertThat(page).hasURL(shipped.address() + "/");
        assertThat(part).containsText(conflicts.get("total") + " conflicts");
        part.getByText("Show all " + conflicts.get("total")).click();
        assertThat(part.locator("li")).hasCount(conflicts.get("total").intValue());
        for (JsonNode conflict : conflicts.get("results")) {
            assertThat(part).containsText(conflict.get("sentence").textValue());
        }
        assertThat(part.locator("li").first()).containsText(Pattern.compile("Evidence of .*\\d{4}, .* ago"));
        part.locator("li a").first().click();
        assertThat(page).hasURL(Pattern.compile("/carriers/[^?]+\\?vendor=[^&]+&asOf=" + Requests.today()));
    }

    @Test
    void shouldTellDeadlinesThatLieAheadAndWhatTheReleaseChanged() {
        JsonNode due = shipped.client().read("/v1/conflicts?dueWithin=P12M");
        JsonNode release = shipped.client().read("/explorer/release.json");
        Page page = home();

        for (JsonNode conflict : due.get("results")) {
            assertThat(page.locator(".ahead"))
                    .containsText(conflict.get("sentence").textValue());
        }
        List<String> days = page.locator(".ahead time").all().stream()
                .map(time -> time.getAttribute("datetime"))
                .toList();
        assertThat(days).isSorted().allSatisfy(day -> assertThat(day)
                .isGreaterThanOrEqualTo(Requests.today().toString().substring(0, 4)));
        assertThat(page.locator("[aria-label='What changed lately']"))
                .containsText("Data release " + release.get("version").textValue());
        assertThat(page.locator(".figures"))
                .containsText(shipped.client().read("/v1/catalog").at("/counts/bans") + " bans");
    }

    @Test
    void shouldDrawTheWorldAndTellTheSameInATable() {
        JsonNode bans = shipped.client().read("/v1/bans?state=in-force&country=US&limit=1");
        Page page = home();
        Locator states = page.locator(".map-table tr[data-country=US]");

        assertThat(states.locator("td").first()).hasText(bans.get("total").toString());
        assertThat(page.locator(".world-svg path[data-country=US]")).hasClass("q5");
        assertThat(page.locator(".world-svg circle[data-country=SG]")).hasCount(1);
        page.locator("#map-vendors").selectOption("huawei");
        page.locator("#map-measure").selectOption("certainly");
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        JsonNode summary = shipped.client().read("/v1/summary?by=country&vendor=huawei");
        for (JsonNode row : summary.get("results")) {
            if (row.get("key").asText().equals("JP")) {
                int percent = Math.round(row.at("/exposed/certainly/carriers").floatValue()
                        * 100
                        / row.at("/onRecord/carriers").floatValue());
                assertThat(page.locator(".map-table tr[data-country=JP] td:nth-of-type(4)"))
                        .hasText(String.valueOf(percent));
            }
        }
        page.locator(".world-svg path[data-country=AU]").hover();
        assertThat(page.locator(".told")).containsText("Australia: ");
    }

    @Test
    void shouldFindThingsOfEveryKindByKeysAndByMouse() {
        Page page = home();
        page.keyboard().press("/");
        assertThat(page.locator("#everything")).isFocused();
        page.keyboard().type("huawei germany");
        assertThat(page.locator("[role=option][data-kind=ban]").first()).isVisible();
        page.locator("#everything").fill("华为");
        assertThat(page.locator("[role=option][data-id=huawei]")).isVisible();
        page.locator("#everything").fill("huawei sprint");
        assertThat(page.locator("[role=option][data-kind=tie]").first()).containsText("Huawei supplies Sprint");
        page.locator("#everything").fill("germany");
        assertThat(page.locator("[role=option][data-kind=country]")).containsText("Germany");
        page.locator("#everything").fill("us-ndaa-889a-2019");
        assertThat(page.locator("[role=option]").first()).hasAttribute("data-id", "us-ndaa-889a-2019");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/bans/us-ndaa-889a-2019"));

        page.locator("#everywhere").fill("sprint");
        page.locator("[role=option][data-kind=carrier][data-id=sprint]").click();
        assertThat(page).hasURL(Pattern.compile("/carriers/sprint"));
        assertThat(page.locator("h1")).hasText("Sprint");
    }

    /** Beside the pages' names there is little room for the field, and what it finds has long sentences. */
    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void shouldShowWhatIsFoundFromItsBeginning(int width) {
        Page page = chromium.page(width, 844, ColorScheme.LIGHT);
        page.navigate(shipped.address() + "/bans");
        page.locator("#everywhere").fill("vodafone");
        assertThat(page.locator("[role=option][data-kind=tie]").first()).isVisible();

        BoundingBox found = page.locator("#seek [role=listbox]").boundingBox();
        assertThat(found.x).isNotNegative();
        assertThat(found.x + found.width).isLessThanOrEqualTo(width);
        if (width == 1280) {
            assertThat(page.locator("nav a").last().boundingBox().y)
                    .as("the names of all pages stand in one line")
                    .isEqualTo(page.locator("nav a").first().boundingBox().y);
        }
    }

    @Test
    void shouldLeadOnByAQuestionAndBack() {
        Page page = home();
        Locator question = page.locator(".questions a").first();
        assertThat(page.locator(".questions a")).hasCount(3);
        question.focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/\\?vendor=.*carrierCountry="));
        assertThat(page.locator("table.answer tbody tr").first()).isVisible();
        page.locator("[data-page=question]").click();
        assertThat(page).hasURL(Pattern.compile("/\\?asOf=" + Requests.today() + "$"));
        page.locator(".brand").click();
        assertThat(page).hasURL(shipped.address() + "/");
        assertThat(page.locator(".questions a")).hasCount(3);
    }

    @Test
    void shouldExplainWordsWhereTheyStand() {
        Page page = home();
        page.locator(".term", new Page.LocatorOptions().setHasText("established"))
                .first()
                .press("Enter");
        assertThat(page.getByText("It is no finding that anyone broke the ban."))
                .isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByText("It is no finding that anyone broke the ban."))
                .isHidden();
    }

    @Test
    void shouldMeetVisitsToPlacesThatThereAreNot() {
        Page page = chromium.page();
        Response response = page.navigate(shipped.address() + "/nosuchpage");
        assertThat(response.status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("There is no such page");
        assertThat(page.locator("main")).containsText("/nosuchpage");
        page.locator("#everything").fill("sprint");
        page.locator("[role=option][data-id=sprint]").click();
        assertThat(page.locator("h1")).hasText("Sprint");

        for (int width : new int[] {390, 1400}) {
            Page narrow = chromium.page(width, 844, ColorScheme.LIGHT);
            narrow.navigate(shipped.address() + "/carriers/" + "n".repeat(300));
            assertThat(narrow.locator(".failed")).hasCount(1);
            assertThat(narrow.locator(".failed")).containsText("there is no organization");
            assertThat(((Number) narrow.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue())
                    .isLessThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/carriers/sprnt, Sprint",
        "/organizations/softbank-grop, SoftBank Group",
        "/bans/us-ndaa-889a-2018, 'United States, 2018: '",
        "/ties/huawei-supplies-bt-9, Huawei",
        "/sources/reuters-2018-12-07-japan-bann, Japan may ban Huawei",
        "/countries/gb, United Kingdom",
        "/countries/germany, Germany"
    })
    void shouldSayWhatMayHaveBeenMeantWhereAnIdIsNotOnRecord(String path, String meant) {
        Page page = chromium.page();
        Response response = page.navigate(shipped.address() + path);

        assertThat(response.status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("Not on record");
        assertThat(page).hasTitle("Not on record · Tieline");
        assertThat(page.locator(".failed")).hasCount(1);
        assertThat(page.locator(".failed")).containsText("Did you mean");
        assertThat(page.locator("#everywhere")).isVisible();
        page.locator(".failed p a").first().click();
        assertThat(page.locator("h1")).containsText(meant);
    }

    @Test
    void shouldScreenAListOfNames() {
        Page page = home();
        page.locator("[data-page=screening]").click();
        page.locator("#screened").fill("华为\n\nSprint Corporation\nCirque du Soleil");
        page.getByText("Screen", new Page.GetByTextOptions().setExact(true)).click();
        Locator rows = page.locator("[aria-label='Screened names'] tbody tr");

        assertThat(page.locator(".difference h2")).hasText("2 of 3 names matched");
        assertThat(rows).hasCount(3);
        assertThat(rows.first()).containsText("restricted");
        assertThat(rows.last()).containsText("nobody");
        assertThat(page).hasURL(Pattern.compile("/screening\\?asOf=[0-9-]+$"));
        rows.nth(1).locator("a").click();
        assertThat(page.locator("h1")).hasText("Sprint");
    }

    @Test
    void shouldGiveTheAddressForAssistantsAndFeedsOnlyWhereTheyAre() {
        Page page = home();
        page.locator(".programs summary").click();
        boolean events = ApiClient.elements(shipped.client().read("/v1").get("questions")).stream()
                .anyMatch(question -> question.get("name").textValue().equals("events"));

        assertThat(page.locator(".programs textarea")).hasValue(shipped.address() + "/mcp");
        if (events) {
            assertThat(page.locator(".feeds a[href^='/v1/events']").first()).isVisible();
        } else {
            assertThat(page.locator(".feeds a")).hasCount(0);
        }
    }

    @Test
    void shouldWeighLittle() {
        Page page = chromium.page();
        List<Response> responses = new ArrayList<>();
        page.onResponse(responses::add);
        page.navigate(shipped.address() + "/");
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        assertThat(page.locator(".world-svg path").first()).isVisible();

        int bytes = responses.stream()
                .mapToInt(response -> response.request().sizes().responseBodySize)
                .sum();
        assertThat(bytes).isBetween(MOST_BYTES / 10, MOST_BYTES);
    }
}

package org.tieline.http.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tieline.http.message.Requests;
import org.tieline.testing.EveryNight;

/** The sentence that is the question, what the table puts first, and the timeline, by mouse and by keyboard. */
class ExplorerQuestionBrowserIT extends ShippedExplorer {
    private static final String ROWS = "table.answer tbody tr";
    private static final String SPRINT = "/?vendor=huawei&asOf=2018-12-06&view=timeline";

    private int total(String query) {
        return shipped.client()
                .read("/v1/exposures?limit=1&" + query)
                .get("total")
                .intValue();
    }

    @Test
    void shouldAskByThePartsOfTheSentence() {
        Page page = open("/?vendor=huawei&asOf=2018-12-08");
        page.locator("#option-carrierCountry").selectOption("JP");
        page.locator("#option-carrierCountry").selectOption("US");
        assertThat(page.locator(".where")).containsText("in Japan");
        assertThat(page.locator(".where")).containsText("or United States");
        page.locator("#option-maxHops").selectOption("2");
        page.locator("#summary-through").click();
        page.locator("#option-segment-core").check();
        page.locator("#option-segment-ran").check();
        page.keyboard().press("Escape");
        assertThat(page.locator("#summary-through")).hasText("radio (RAN) or core equipment");
        assertThat(page.locator("#summary-through")).isFocused();
        page.locator("#known").selectOption("then");

        assertThat(page)
                .hasURL(Pattern.compile("vendor=huawei&asOf=2018-12-08&carrierCountry=JP,US&segment=ran,core"
                        + "&knownAt=2018-12-08&maxHops=2$"));
        assertThat(page.locator("h1"))
                .hasText("Which carriers in Japan or United States were possibly tied to Huawei through radio (RAN) or "
                        + "core equipment, within 2 ties, on 2018-12-08, by what was known on 2018-12-08?");
        assertThat(page.locator(ROWS))
                .hasCount(total("vendor=huawei&asOf=2018-12-08&carrierCountry=JP,US&segment=ran,core"
                        + "&knownAt=2018-12-08&maxHops=2"));

        page.locator("[aria-label='Not in Japan']").click();
        page.locator("#no-options").click();
        assertThat(page).hasURL(Pattern.compile("/\\?vendor=huawei&asOf=2018-12-08$"));
        assertThat(page.locator(ROWS)).hasCount(total("vendor=huawei&asOf=2018-12-08"));
    }

    @Test
    @EveryNight
    void shouldAskByKeysAlone() {
        Page page = open("/?vendor=huawei&asOf=2018-12-08");
        page.locator("#option-certainty").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page).hasURL(Pattern.compile("certainty=certain$"));
        assertThat(page.locator("#option-certainty")).isFocused();
        page.locator("#summary-through").focus();
        page.keyboard().press("Enter");
        page.locator("#option-generation-4G").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#option-generation-4G")).isFocused();
        assertThat(page.locator("#summary-through")).hasText("any contact for 4G");

        page.locator("#add-option").selectOption("minHops");
        assertThat(page.locator("#option-minHops")).isFocused();
        page.keyboard().press("Control+A");
        page.keyboard().type("2");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("generation=4G&certainty=certain&minHops=2$"));
        assertThat(page.locator(ROWS))
                .hasCount(total("vendor=huawei&asOf=2018-12-08&certainty=certain&generation=4G&minHops=2"));
        page.locator("[aria-label='Without a least distance']").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("certainty=certain$"));
    }

    @Test
    void shouldSpeakOfADayAsOfPastPresentAndFuture() {
        assertThat(open("/?vendor=zte&asOf=2018-12-08").locator(".tense")).hasText("were");
        assertThat(open("/?vendor=zte").locator(".tense")).hasText("are");
        assertThat(open("/?vendor=zte&asOf=" + Requests.today().plusYears(1)).locator(".tense"))
                .hasText("would be");
    }

    @Test
    void shouldAskAboutVendorsThatAreRestrictedAtHomeOrWidelyUnlessToldOtherwise() {
        Page page = open("/exposures");
        String day = "asOf=" + Requests.today();
        assertThat(page).hasURL(URI.create(shipped.address() + "/?" + day).toString());
        assertThat(page.locator("h1")).containsText("any vendor restricted at home or widely");
        assertThat(page.locator(".summary"))
                .containsText("in the carrier’s own country or bloc or in more than one country");
        assertThat(page.locator("th[data-sort=vendor]")).isVisible();
        assertThat(page.locator("table.answer")).isVisible();
        assertThat(page.locator(".scroll")).not().hasAttribute("data-building", "");
        int narrow = total(day + "&restrictedIn=home-or-several");
        assertThat(page.locator(ROWS)).hasCount(narrow);

        page.locator("#widen").click();
        assertThat(page).hasURL(Pattern.compile("restrictedIn=anywhere$"));
        assertThat(page.locator(ROWS)).hasCount(Math.min(1000, total(day)));
        assertThat(total(day)).isGreaterThan(narrow);
        assertThat(page.locator("#widen")).hasCount(0);
    }

    @Test
    void shouldPutConflictsFirstThenWhatIsCertainThenTheNewestEvidence() {
        Page page = open("/?vendor=huawei&asOf=2022-06-01&carrierCountry=EU");
        assertThat(page.locator(ROWS)).hasCount(total("vendor=huawei&asOf=2022-06-01&carrierCountry=EU"));
        List<String> bans = page.locator(ROWS + " .c-bans").allInnerTexts();
        List<String> certainties = page.locator(ROWS + " .c-certainty").allInnerTexts();
        assertThat(certainties).hasSameSizeAs(bans);
        List<String> conflicts = bans.stream()
                .map(text -> text.contains("established") ? "0" : text.contains("presumed") ? "1" : "2")
                .toList();
        assertThat(conflicts).isSorted().contains("0", "2");
        List<String> rest = IntStream.range(0, bans.size())
                .filter(row -> !bans.get(row).contains("conflict"))
                .mapToObj(certainties::get)
                .toList();
        assertThat(rest).isSorted().contains("certain", "possible");
        assertThat(page.locator(ROWS + " .c-evidenced").last())
                .hasText(Pattern.compile("\\d{4}, .+ (ago|later)|not dated"));

        page.locator("th[data-sort=evidenced] button").click();
        Object years = page.locator(ROWS + " .c-evidenced[title]")
                .evaluateAll("cells => cells.map(cell => cell.title.slice(0, 4))");
        assertThat((List<?>) years).isNotEmpty().isSortedAccordingTo((a, b) -> String.valueOf(b)
                .compareTo(String.valueOf(a)));
    }

    @Test
    void shouldNarrowTheTableByCountrySegmentStateAndBan() {
        Page page = open("/?vendor=huawei&asOf=2022-06-01");
        Locator country = page.locator("#facet-country");
        Locator sweden = country.locator("option[value='country:SE']");
        int swedish = Integer.parseInt(sweden.textContent().replaceAll("\\D", ""));
        country.selectOption("country:SE");
        assertThat(page.locator(ROWS)).hasCount(swedish);
        assertThat(page).hasURL(Pattern.compile("only=country:SE$"));
        assertThat(page.locator(".summary .cut")).containsText(swedish + " of ");

        country.selectOption("");
        for (String facet : List.of("segment:core", "generation:5G", "state:certain", "ban:established")) {
            Locator select = page.locator("#facet-" + facet.substring(0, facet.indexOf(':')));
            String named = select.locator("option[value='" + facet + "']").textContent();
            int counted =
                    Integer.parseInt(named.substring(named.lastIndexOf('·') + 1).strip());
            select.selectOption(facet);
            assertThat(page.locator(ROWS)).hasCount(counted);
            select.selectOption("");
        }
        country.selectOption("bloc:EU");
        assertThat(page).hasURL(Pattern.compile("carrierCountry=EU$"));
        assertThat(page.locator(ROWS)).hasCount(total("vendor=huawei&asOf=2022-06-01&carrierCountry=EU"));
    }

    @Test
    void shouldDrawWhatIsCertainInsideWhatIsPossible() throws IOException {
        Page page = open("/?vendor=huawei&asOf=2018-12-08&view=timeline");
        JsonNode day = shipped.client()
                .read("/v1/changes?vendor=huawei&from=2018-12-08&to=2018-12-08&step=P1M")
                .at("/results/0");
        assertThat(page.locator(".timeline")).hasAttribute("data-moments", Pattern.compile("\\d+"));
        assertThat(page.locator(".reading"))
                .containsText(day.at("/carriers/total") + " carriers were possibly tied, "
                        + day.at("/certain/carriers/total") + " of them certainly, to Huawei, on 2018-12-08");
        assertThat(page.locator("[data-band]")).hasCount(4);

        page.locator("#by").selectOption("relation");
        assertThat(page.locator("[data-row=direct]")).hasCount(2);
        page.locator("#by").selectOption("country");
        assertThat(page.locator("[data-band=certain]")).hasCount(8);
        page.locator("#by").selectOption("");
        page.getByText("Count only what certainly held").click();
        assertThat(page.locator(".reading")).containsText("Only what certainly held is counted");
        assertThat(page.locator("[data-band^=possible]")).hasCount(0);

        List<String> months = Files.readAllLines(
                page.waitForDownload(() -> page.locator("#save-csv").click()).path());
        assertThat(months.getFirst())
                .endsWith("day,vendors,pairs,carriers,certain,direct,vendor-affiliate,supply-chain,network-sharing,"
                        + "consortium,parent,subsidiary,group");
        assertThat(months).hasSizeGreaterThan(200);
        assertThat(Files.readAllBytes(
                        page.waitForDownload(() -> page.locator("#save-png").click())
                                .path()))
                .hasSizeGreaterThan(10_000);
        assertThat(Files.readString(
                        page.waitForDownload(() -> page.locator("#save-svg").click())
                                .path()))
                .startsWith("<svg")
                .contains("data-band=\"certain", "data set 2026.12", "view=timeline")
                .doesNotContain("var(--");
    }

    @Test
    void shouldGatherBansByMonthAndLightThoseOfTheDay() {
        Page page = open("/?vendor=huawei&asOf=2018-09-17&view=timeline");
        assertThat(page.locator(".timeline")).hasAttribute("data-moments", Pattern.compile("\\d+"));
        Locator month = page.locator("g[data-month='2018-09']");
        double at = Double.parseDouble(month.locator("rect").first().getAttribute("x"));
        double width = Double.parseDouble(page.locator(".timeline-svg").getAttribute("width"));
        long days = ChronoUnit.DAYS.between(LocalDate.of(2010, 1, 1), Requests.today());
        long until = ChronoUnit.DAYS.between(LocalDate.of(2010, 1, 1), LocalDate.of(2018, 9, 1));
        assertThat(at).isCloseTo(9 + (width - 18) * until / days, within(0.5));
        int lit = page.locator(".timeline-svg .lit").count();

        page.locator("#day").fill("2019-06-01");
        assertThat(page.locator("li.lit [data-ban=jp-procurement-2018]")).hasCount(1);
        assertThat(page.locator(".timeline-svg .lit").nth(lit)).isAttached();
        assertThat(page.locator("section.now")).hasCount(1);
        month.dispatchEvent("click");
        assertThat(page.locator("section[data-month='2018-09'] a").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/bans/au-5g-2018"));
    }

    @Test
    void shouldStopWhereTheAnswerChanges() {
        Page page = open(SPRINT);
        assertThat(page.locator(".timeline")).hasAttribute("data-moments", Pattern.compile("\\d+"));
        page.locator(".drawing").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#day")).hasValue("2018-12-07");
        assertThat(page.locator(".reading")).containsText("On this day");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#day")).not().hasValue("2018-12-07");
        page.locator("[aria-label='The next change']").click();
        assertThat(page.locator("#day")).hasValue("2018-12-07");
        assertThat(page.locator(".drawing"))
                .hasAttribute("aria-valuetext", Pattern.compile("^2018-12-07: \\d+ carriers"));
        assertThat(page.locator("#play")).isHidden();
    }

    @Test
    @EveryNight
    void shouldPlayWhereMotionIsWanted() {
        Page page = open(SPRINT);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        assertThat(page.locator(".timeline")).hasAttribute("data-moments", Pattern.compile("\\d+"));
        page.locator("#play").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#play")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#day")).not().hasValue("2018-12-06");
        page.locator("#play").click();
        assertThat(page.locator("#play")).hasAttribute("aria-pressed", "false");
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertThat(page.locator("#play")).isHidden();
    }
}

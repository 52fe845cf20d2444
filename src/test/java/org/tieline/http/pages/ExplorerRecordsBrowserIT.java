package org.tieline.http.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of bans, countries, sources, ties and comparisons, by mouse and by keys, and what is taken along from them. */
class ExplorerRecordsBrowserIT extends ShippedExplorer {
    @Override
    Page open(String address) {
        Page page = super.open(address);
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        return page;
    }

    @Test
    void shouldNarrowTheListOfBansAndLeadToOne() {
        Page page = open("/bans?asOf=2026-12-01");
        int total = shipped.client()
                .read("/v1/bans?asOf=2026-12-01&limit=1")
                .get("total")
                .intValue();
        assertThat(page.locator("[data-ban]")).hasCount(total);

        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.locator("#bans-country").selectOption("GB");
        page.locator("#bans-target").selectOption("huawei");
        page.locator("#bans-nature").selectOption("order");
        page.locator("[data-state=in-force]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-state=in-force]")).isFocused();
        assertThat(page.locator("[data-state=in-force]")).hasAttribute("aria-pressed", "true");
        page.locator("#find-bans").fill("huawei 5g remove");
        assertThat(page).hasURL(Pattern.compile("/bans\\?.*vendor=huawei.*country=GB.*find=huawei.*only=in-force"));
        Locator ban = page.locator("[data-ban=uk-designated-vendor-direction-2022]");
        assertThat(ban).containsText("Remove Huawei from 5G");
        assertThat(ban).containsText("binds");
        assertThat(asked).noneMatch(address -> address.contains("/v1/bans"));
        page.reload();
        assertThat(page.locator("#find-bans")).hasValue("huawei 5g remove");

        ban.getByRole(AriaRole.LINK).first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("United Kingdom, 2022: Remove Huawei from 5G");
        assertThat(page.locator(".facts-of"))
                .containsText(Pattern.compile("Replaces\\s*United Kingdom, 2020: .*Huawei"));
        assertThat(page).hasTitle(Pattern.compile("^United Kingdom, 2022: Remove Huawei from 5G on 2026-12-01"));
    }

    @Test
    void shouldDashWhatIsOnlyAnnouncedOrLiesAhead() {
        Page page = open("/bans/us-ndaa-889a-2019?asOf=2018-12-08");
        assertThat(page.locator(".life .announced")).hasCount(1);
        assertThat(page.locator(".life .holds")).hasCount(0);
        assertThat(page.locator(".life .ahead")).hasCount(1);

        page.locator("#day").fill("2020-01-01");
        assertThat(page.locator(".life .holds")).hasCount(1);
    }

    @Test
    void shouldGoFromACountryToItsCarriersAndBans() {
        Page page = open("/countries?asOf=2026-12-01");
        page.locator("[data-country=GB]").getByRole(AriaRole.LINK).click();

        assertThat(page.locator("h1")).hasText("United Kingdom");
        assertThat(page.locator("h1")).isFocused();
        assertThat(page.locator("[data-carrier=bt]")).containsText("Huawei");
        assertThat(page.locator(".of-bans-lines").first()).containsText("Remove Huawei from 5G");
        assertThat(page.getByText("Not there on this day")).containsText("Three UK");
        page.locator("[data-carrier=vodafonethree] a").click();
        assertThat(page).hasURL(Pattern.compile("/carriers/vodafonethree\\?asOf=2026-12-01$"));
    }

    @Test
    void shouldSayWhatPredecessorsHadOnRecord() {
        Page page = open("/carriers/vodafonethree?asOf=2026-12-01");

        assertThat(page.locator(".facts-section")).containsText("since 2025-05-31");
        assertThat(page.locator("[data-before=three-uk]"))
                .containsText(Pattern.compile("Three UK \\(until 2025-05-31\\).*Huawei.*", Pattern.DOTALL));
        assertThat(page.locator(".facts-section")).containsText("Vodafone Group 51 %");
        assertThat(page.locator(".imposed")).containsText("Bans of its own country");

        Page bt = open("/carriers/bt?asOf=2026-12-01");
        assertThat(bt.locator(".facts-section")).containsText("213800LRO7NS5CYQMN21");
        assertThat(bt.locator(".facts-section")).containsText("Q593786");
    }

    @Test
    void shouldSayWhatWasSearchedWhereNothingWasFound() {
        Page page = open("/carriers/sprint?asOf=2021-01-01");

        assertThat(page.locator(".searched")).containsText("at most 4 ties far, stakes below 20 % not walked");
        assertThat(page.locator(".searched")).containsText("the data is a selection");
        assertThat(page.locator(".imposed")).containsText("United States: ");
        assertThat(page.locator(".facts-section")).containsText("until 2020-04-01; then T-Mobile US");
    }

    @Test
    void shouldShowSuppliesBeforePartnershipsAmongTheOtherPaths() {
        Page page = open("/carriers/deutsche-telekom?asOf=2021-01-01&vendor=huawei");
        List<String> paths =
                page.locator(".exposure[data-vendor=huawei] .paths li").allInnerTexts();

        assertThat(paths).isNotEmpty();
        List<Boolean> partnerships =
                paths.stream().map(path -> path.contains("is a partner of")).toList();
        assertThat(partnerships).isSorted();
    }

    @Test
    void shouldGoFromATieToASourceAndBackToWhatRestsOnIt() {
        Page page = open("/ties/softbank-group-owns-sprint?asOf=2018-12-08");
        assertThat(page.locator("h1")).hasText("SoftBank Group holds a stake of unknown size in Sprint");
        assertThat(page.getByRole(AriaRole.IMG))
                .hasAccessibleName("Life of the tie: since 2013-07-10, until 2020-04-01");
        assertThat(page.locator(".of-tie")).containsText("Sprint to Huawei, parent, certain");

        page.locator(".sources li")
                .filter(new Locator.FilterOptions().setHasText("Japan may ban Huawei"))
                .locator("a.id")
                .click();
        assertThat(page).hasURL(Pattern.compile("/sources/reuters-2018-12-07-japan-ban\\?asOf=2018-12-08$"));
        assertThat(page.locator(".of-source")).containsText("Huawei supplies Sprint");
        page.goBack();
        assertThat(page.locator("h1")).containsText("SoftBank Group");
    }

    @Test
    void shouldCompareTwoCarriersThatAreChosenByKeys() {
        Page page = open("/carriers/bt?asOf=2026-12-01");
        page.getByText("Compare it with another carrier").click();
        assertThat(page.locator(".of-compare")).hasCount(1);
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        page.locator("#compare-who").pressSequentially("virgin media o2");
        assertThat(page.locator("[data-id=virgin-media-o2]")).isVisible();
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("BT Group and Virgin Media O2");
        assertThat(page.locator("tr[data-vendor=huawei]")).containsText("established conflict");
        assertThat(page.locator("thead th").nth(2)).hasText("Virgin Media O2");
        assertThat(page).hasURL(Pattern.compile("/compare\\?asOf=2026-12-01&carrier=bt,virgin-media-o2$"));
    }

    @Test
    void shouldSayWhyAnAnswerChangedBetweenTwoDays() {
        Page page = open("/changes?asOf=2018-12-07&from=2018-12-06&vendor=huawei");

        Locator sprint = page.locator(".lines > li").filter(new Locator.FilterOptions().setHasText("Sprint"));
        assertThat(sprint).containsText("direct, now parent");
        assertThat(sprint).containsText("The supply from Huawei to Sprint ended on 2018-12-07.");
        page.locator("#from").fill("2018-12-07");
        assertThat(page.locator("main")).containsText("Nothing that was asked about differs");
        // As the API calls the days.
        assertThat(open("/changes?from=2018-12-06&to=2018-12-07&vendor=huawei").locator("h1"))
                .hasText("What changed from 2018-12-06 to 2018-12-07");
        assertThat(open("/events?after=2022-10-10&until=2022-10-20T00:00:00Z").locator("h1"))
                .hasText("What happened from 2022-10-10 to 2022-10-20");
    }

    @Test
    void shouldTellWhatHappenedLatelyAndWhereItIsFed() {
        Page page = open("/events?asOf=2022-10-20&from=2022-10-10");

        assertThat(page.locator("h1")).hasText("What happened from 2022-10-10 to 2022-10-20");
        Locator conflict = page.locator(".lines > li[data-subject=conflict]").first();
        assertThat(conflict).containsText("A ban stands otherwise");
        assertThat(page.locator(".feeds a").first()).hasAttribute("href", "/v1/events?format=atom");
        page.locator("#day").fill("2022-10-11");
        assertThat(page.locator("h1")).hasText("What happened from 2022-10-10 to 2022-10-11");
        assertThat(page.locator(".lines > li[data-subject=conflict]")).hasCount(0);
    }

    @Test
    void shouldDrawAHeatMapAndSaveItWithWhereItIsFrom() throws IOException {
        Page page = open("/matrix?asOf=2021-01-01");
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.locator("#find-matrix").fill("japan");
        assertThat(page.locator("[data-carrier=bt]")).hasCount(0);
        assertThat(page.locator("[data-carrier=kddi] .heat").first())
                .containsText(Pattern.compile("^\\d+ ties? to \\w+"));
        assertThat(asked).noneMatch(address -> address.contains("/v1/matrix"));

        String svg = Files.readString(saved(page, "#save-svg"));
        assertThat(svg).contains("KDDI", "data set 2026.12", "/matrix?asOf=2021-01-01&amp;find=japan");
        assertThat(Files.readAllBytes(saved(page, "#save-png"))).startsWith((byte) 0x89, 'P', 'N', 'G');
        List<String> rows = Files.readAllLines(saved(page, "#save-csv"));
        assertThat(rows.getFirst()).contains("carrier,name,country,");
        assertThat(rows.getLast()).contains("data set 2026.12", "/matrix?asOf=2021-01-01");
    }

    private static Path saved(Page page, String button) {
        Download download = page.waitForDownload(() -> page.locator(button).click());
        return download.path();
    }

    @Test
    void shouldBeCitedByAddressAndDataSet() {
        Page page = open("/bans/au-5g-2018?asOf=2021-01-01");
        String digest =
                shipped.client().read("/v1/catalog").at("/dataset/sha256").textValue();
        page.getByText("Cite", new Page.GetByTextOptions().setExact(true)).focus();
        page.keyboard().press("Enter");

        Locator text = page.getByLabel("As text", new Page.GetByLabelOptions().setExact(true));
        assertThat(text).hasValue(Pattern.compile("Australia, 2018: .*" + digest + ".*asOf=2021-01-01.*"));
        assertThat(page.getByLabel("BibTeX", new Page.GetByLabelOptions().setExact(true)))
                .hasValue(Pattern.compile("@misc\\{tieline-bans-au-5g-2018.*", Pattern.DOTALL));
        assertThat(page.getByLabel("Exact address", new Page.GetByLabelOptions().setExact(true)))
                .hasValue(shipped.address() + "/bans/au-5g-2018?asOf=2021-01-01");
    }

    @Test
    void shouldShowACardWithoutTheRestOfThePage() {
        Page page = chromium.page(480, 320, ColorScheme.LIGHT);
        page.navigate(shipped.address() + "/embed/carriers/bt?asOf=2026-12-01");

        assertThat(page.locator(".card")).containsText("Huawei subsidiary");
        assertThat(page.locator(".card h1 a")).hasAttribute("href", "/carriers/bt?asOf=2026-12-01");
        assertThat(page.locator("header.top")).isHidden();
        assertThat(page.locator(".card-foot")).containsText("A tie is not a finding of wrongdoing.");
    }

    @Test
    void shouldWriteTheGraphLineByLineOnATelephoneAndNotCoverWhatWasChosen() {
        Page page = chromium.page(390, 844, ColorScheme.LIGHT);
        page.navigate(shipped.address() + "/?vendor=huawei&asOf=2018-12-08&view=graph&find=japan");
        assertThat(page.locator(".sheet")).hasAttribute("data-drawn", Pattern.compile("\\d+"));

        assertThat(((Number)
                                page.evaluate(
                                        "document.querySelector('.sheet-scroll').scrollWidth - document.querySelector('.sheet-scroll').clientWidth"))
                        .intValue())
                .isLessThanOrEqualTo(0);
        List<?> place = (List<?>) page.evaluate("""
                async () => {
                  const cy = document.querySelector('.graph').explored.cy;
                  const box = cy.nodes('[?exposed]').last();
                  const sheet = document.querySelector('.sheet');
                  scrollTo(0, scrollY + sheet.getBoundingClientRect().top + box.renderedPosition('y') - innerHeight + 40);
                  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
                  const at = sheet.getBoundingClientRect();
                  return [at.left + box.renderedPosition('x'), at.top + box.renderedPosition('y')];
                }
                """);
        page.mouse().click(((Number) place.get(0)).doubleValue(), ((Number) place.get(1)).doubleValue());
        assertThat(page.locator(".beside h2")).isVisible();
        Object free = page.evaluate("""
                () => {
                  const box = document.querySelector('.graph').explored.cy.nodes(':selected').renderedBoundingBox();
                  return document.querySelector('.sheet').getBoundingClientRect().top + box.y2
                      <= document.querySelector('.beside').getBoundingClientRect().top + 1;
                }
                """);
        assertThat(free).isEqualTo(true);
    }
}

package org.tieline.http.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.testing.EveryNight;

/** The pages of a carrier and of a ban, and scenarios put together by clicking, over the shipped data. */
class ExplorerPagesBrowserIT extends ShippedExplorer {
    @Test
    void shouldTellOfACarrierHowItIsTiedAndWhatSaysSo() {
        Page page = open("/carriers/sprint?asOf=2018-12-08");
        Locator huawei = page.locator(".exposure[data-vendor=huawei]");

        assertThat(page.locator("h1")).hasText("Sprint");
        assertThat(page.locator(".exposure")).hasCount(2);
        assertThat(huawei.locator(".hops > li")).hasCount(2);
        assertThat(huawei.locator(".hops > li").last())
                .containsText(
                        Pattern.compile("confirmed.*certainly holds.*until 2020-04-01.*last evidenced 2020-04-23"));
        assertThat(huawei.locator(".sources a[href^='https://']").first()).isVisible();
        assertThat(huawei.locator(".against a[title=us-ndaa-889a-2019]").first())
                .hasText(Pattern.compile("United States, 2018: No public purchases of .*Huawei.*"));
        assertThat(page.getByText("Open this in Neo4j Browser")).hasCount(0);

        page.locator("#day").fill("2018-11-01");
        assertThat(huawei.locator(".hops > li")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("/carriers/sprint\\?asOf=2018-11-01$"));
        page.reload();
        assertThat(huawei.locator(".sentence")).hasText("Huawei supplies Sprint.");

        assertThat(huawei.locator(".paths .lines li").first()).isVisible();
    }

    @ParameterizedTest
    @CsvSource({
        "/carriers/tdc, .exposure, /v1/carriers/tdc/exposures?",
        "/countries/DK, '.of-country tr[data-carrier=tdc] .mark', /v1/exposures?carrier=tdc&"
    })
    void shouldAskAboutVendorsRestrictedAtHomeOrWidelyAndSaySo(String path, String exposures, String call) {
        String day = "asOf=2026-12-01";
        Page page = open(path + "?" + day);

        assertThat(page.locator(exposures)).hasCount(total(call + day + "&restrictedIn=home-or-several"));
        assertThat(page.locator(".meant"))
                .containsText("in the carrier’s own country or bloc or in more than one country");
        page.locator("#widen").click();
        assertThat(page).hasURL(Pattern.compile("restrictedIn=anywhere$"));
        assertThat(page.locator(exposures)).hasCount(total(call + day));
        page.locator("#narrow").click();
        assertThat(page.locator("#widen")).isVisible();
    }

    private int total(String call) {
        return shipped.client().read(call).get("total").intValue();
    }

    @Test
    @EveryNight
    void shouldFindACarrierByItsJapaneseName() {
        Page page = open("/?asOf=2018-12-08");
        page.locator("#who").pressSequentially("ソフトバンク");
        page.locator("[role=option][data-id=softbank-corp]").click();

        assertThat(page).hasURL(Pattern.compile("/carriers/softbank-corp\\?asOf=2018-12-08$"));
        assertThat(page.locator("h1")).hasText("SoftBank Corp.");
        assertThat(page.locator("h1")).isFocused();
        page.goBack();
        assertThat(page.locator("h1")).containsText("Which carriers");
    }

    @Test
    void shouldTellTheLifeOfABan() {
        Page page = open("/bans/us-ndaa-889a-2019?asOf=2018-12-08");

        assertThat(page.locator("h1")).containsText("United States, 2018: No public purchases of Dahua Technology");
        assertThat(page.locator(".verdict")).containsText("On 2018-12-08 it was announced");
        assertThat(page.getByRole(AriaRole.IMG))
                .hasAccessibleName("Life of the ban: announced 2018-08-13, effective 2019-08-13");
        assertThat(page.locator(".life + .facts")).hasText("365 days from announced to effective");
        assertThat(page.locator(".sources li")).hasCount(4);
        page.locator("#day").fill("2018-08-12");
        assertThat(page.locator(".verdict")).containsText("it did not exist yet");
        page.locator("#day").fill("2019-08-13");
        assertThat(page.locator(".verdict")).containsText("it was in force");
    }

    @Test
    void shouldSayWhomABanIsInConflictWith() {
        var conflict = shipped.client().read("/v1/conflicts?asOf=2024-01-01").at("/results/0");
        Page page = open("/bans/" + conflict.at("/ban/ban").textValue() + "?asOf=2024-01-01");

        assertThat(page.getByText(conflict.at("/carrier/name").textValue(), new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        assertThat(page.getByText("That is no finding")).isVisible();
    }

    @Test
    void shouldPutAScenarioTogetherByClickingAndShowTheDifference() {
        Page page = open("/?vendor=huawei&asOf=2018-12-08&find=sprint");
        page.locator("tr[data-carrier=sprint] .open").click();
        page.getByText("What if this tie ended?").last().click();
        assertThat(page.locator("#tray-count")).hasText("1");

        page.locator("[data-page=scenario]").click();
        assertThat(page)
                .hasURL(Pattern.compile("/scenario\\?vendor=huawei&asOf=2018-12-08&suppose=end-tie"
                        + "\\.softbank-group-owns-sprint\\.2018-12-08$"));
        assertThat(page.locator(".difference h2")).hasText("1 exposure would differ");
        assertThat(page.locator(".differing tr[data-carrier=sprint]")).containsText("− disappears");
        assertThat(page.locator(".differing tr[data-carrier=sprint]")).containsText("not tied");

        page.getByText("Add a ban").click();
        page.locator("#ban-government").selectOption("gov-germany");
        page.locator("#ban-target").selectOption("huawei");
        page.locator("#ban-scope").selectOption("ran");
        page.getByText("Suppose it").click();
        assertThat(page.locator(".supposed li")).hasCount(2);
        assertThat(page.locator(".difference")).containsText("of which nothing but the list of bans differs");
        assertThat(page.locator(".differing").first()).containsText("⚑ in conflict");

        Page shared = chromium.page();
        shared.navigate(page.url());
        assertThat(shared.locator(".supposed li")).hasCount(2);
        assertThat(shared.locator(".difference h2"))
                .hasText(page.locator(".difference h2").innerText());

        page.getByText("Remove").last().click();
        page.getByText("Remove").last().click();
        assertThat(page.locator(".supposed .none")).isVisible();
        assertThat(page.locator("#tray-count")).isHidden();
    }

    @Test
    @EveryNight
    void shouldSupposeThatABanWereLifted() {
        Page page = open("/bans/tw-ncc-4g-2013?asOf=2018-12-08");
        assertThat(page.locator("h1")).containsText("Taiwan");
        page.getByText(Pattern.compile("What if it were lifted")).click();
        page.locator("[data-page=scenario]").click();

        assertThat(page.locator(".supposed li")).containsText("The ban tw-ncc-4g-2013 was lifted on 2018-12-08.");
        assertThat(page.locator(".difference h2")).containsText("would differ");
    }

    @Test
    void shouldShowAnOrganizationThatIsNoCarrier() {
        Page page = open("/organizations/softbank-group?asOf=2018-12-08");

        assertThat(page.locator("h1")).hasText("SoftBank Group");
        assertThat(page.locator(".lead")).containsText("ソフトバンクグループ");
        assertThat(page.locator(".record tbody tr").first()).isVisible();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Sprint").setExact(true))
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile("/carriers/sprint\\?asOf=2018-12-08$"));
    }
}

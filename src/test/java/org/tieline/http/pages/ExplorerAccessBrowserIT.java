package org.tieline.http.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.testing.Nightly;

/** The pages for those who do not see them, or use no mouse, or have a telephone. */
class ExplorerAccessBrowserIT extends ShippedExplorer {
    private static final List<String> ADDRESSES = List.of(
            "/",
            "/nosuchpage",
            "/?vendor=huawei&asOf=2018-12-08&find=japan",
            "/?vendor=huawei&asOf=2018-12-08&view=graph&find=japan",
            "/?asOf=2018-12-08&maxHops=1&minHops=1&segment=core&knownAt=2018-12-08&certainty=certain",
            "/?vendor=huawei&asOf=2018-12-08&view=timeline",
            "/?vendor=zte&asOf=2018-12-08&view=timeline&by=relation",
            "/carriers/sprint?asOf=2018-12-08",
            "/bans/us-ndaa-889a-2019?asOf=2018-12-08",
            "/scenario?vendor=huawei&asOf=2018-12-08&suppose=end-tie.softbank-group-owns-sprint.2018-12-08",
            "/?vendor=nobody-of-this-id",
            "/carriers/vodafonethree?asOf=2026-12-01",
            "/bans?asOf=2021-01-01&country=GB",
            "/countries?asOf=2021-01-01",
            "/countries/GB?asOf=2021-01-01",
            "/sources/reuters-2018-12-07-japan-ban?asOf=2018-12-08",
            "/ties/softbank-group-owns-sprint?asOf=2018-12-08",
            "/screening",
            "/compare?carrier=bt,virgin-media-o2&asOf=2021-01-01",
            "/changes?from=2020-06-01&asOf=2020-12-01&vendor=huawei",
            "/events?from=2020-10-10&asOf=2020-10-25&vendor=huawei",
            "/matrix?asOf=2021-01-01&find=japan",
            "/embed/carriers/bt?asOf=2021-01-01");

    private static final List<String> ABOUT_COLOURS = List.of("color-contrast", "link-in-text-block");
    private static final List<String> ABOUT_ROOM = List.of("scrollable-region-focusable", "target-size");
    private static final int NARROW = 390;

    /** Leaves two of all elements of one parent that look the same, to the last colour; a drawing stays whole. */
    private static final String LEAVE_DIFFERENT_LOOKS = """
            () => {
              const looks = new Map();
              const look = element => {
                if (!looks.has(element)) {
                  const {color, backgroundColor, opacity, fontSize, fontWeight} = getComputedStyle(element);
                  const writes = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
                  looks.set(element, [element.localName, element.getAttribute('class'), writes, color, backgroundColor, opacity,
                    fontSize, fontWeight, '(', ...[...element.children].map(look), ')'].join());
                }
                return looks.get(element);
              };
              const leave = parent => {
                const seen = {};
                for (const child of [...parent.children]) {
                  const alike = look(child);
                  seen[alike] = (seen[alike] ?? 0) + 1;
                  if (seen[alike] > 2) {
                    child.remove();
                  } else if (child.localName !== 'svg') {
                    leave(child);
                  }
                }
              };
              leave(document.body);
            }
            """;

    private String axe;

    @BeforeAll
    void readAxe() throws IOException {
        try (InputStream in = ExplorerAccessBrowserIT.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What pages complain of is for other tests to look at: here some fail on purpose. */
    @Override
    void check(List<String> complaints) {}

    /**
     * Axe 4, rules of WCAG 2.2 A and AA and its best practices: nothing serious, nothing critical, in light and in dark, which
     * differ in what the rules about colours see and in nothing else, so that a build asks these of every fourth page in dark. A
     * narrow page differs in what the rules about room see, so that a build asks these there, of every second page. Every night
     * all pages are dark too, and all rules are asked of all narrow ones. The rules about colours come last, and are asked of what
     * looks different: of the hundreds of rows of one look they would find the same, and they take the most time.
     */
    @ParameterizedTest
    @CsvSource({"1400, 900", NARROW + ", 844"})
    void shouldHaveNoSeriousFinding(int width, int height) {
        Page page = chromium.page(width, height, ColorScheme.LIGHT);
        List<String> findings = new ArrayList<>();
        for (String address : ADDRESSES) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.navigate(shipped.address() + address);
            assertThat(page.locator("main :text('Asking')")).hasCount(0);
            assertThat(page.locator("[aria-busy=true]")).hasCount(0);
            if (width > 400 && address.endsWith("08&find=japan")) {
                page.locator(".open").first().click();
                page.locator("#summary-through").click();
                assertThat(page.locator("#option-segment-core")).isVisible();
                assertThat(page.locator("[aria-busy=true]")).hasCount(0);
            }
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue())
                    .as("%s is wider than the window", address)
                    .isLessThanOrEqualTo(0);
            if (!isAsked(width, address)) {
                continue;
            }
            page.evaluate(axe);
            findings.addAll(findings(page, address, rules(width)));
            List<ColorScheme> schemes = colours(width, address);
            if (!schemes.isEmpty()) {
                page.evaluate(LEAVE_DIFFERENT_LOOKS);
            }
            for (ColorScheme colours : schemes) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                findings.addAll(findings(page, address + " in " + colours, Map.of("runOnly", ABOUT_COLOURS)));
            }
        }
        assertThat(findings).isEmpty();
    }

    /** Every page, but in a build only every second narrow one. */
    private static boolean isAsked(int width, String address) {
        return width != NARROW || ADDRESSES.indexOf(address) % Nightly.or(2, 1) == 0;
    }

    private static List<String> findings(Page page, String where, Map<String, Object> rules) {
        List<?> found = (List<?>) page.evaluate("""
                async rules => (await axe.run(document, {resultTypes: ['violations'], ...rules})).violations
                    .filter(each => ['serious', 'critical'].includes(each.impact))
                    .map(each => each.id + ': ' + each.nodes.slice(0, 4).map(node => node.target.join(' ') + ' '
                        + node.failureSummary).join(' | '))
                """, rules);
        return found.stream().map(each -> where + ": " + each).toList();
    }

    /** Those in which a page is looked at by the rules about colours. */
    private static List<ColorScheme> colours(int width, String address) {
        if (width == NARROW && Nightly.or(0, 1) == 0) {
            return List.of();
        }
        boolean dark = width == NARROW || ADDRESSES.indexOf(address) % Nightly.or(4, 1) == 0;
        return dark ? List.of(ColorScheme.LIGHT, ColorScheme.DARK) : List.of(ColorScheme.LIGHT);
    }

    /** All but those about colours, or those about room alone. */
    private static Map<String, Object> rules(int width) {
        if (width == NARROW && Nightly.or(0, 1) == 0) {
            return Map.of("runOnly", ABOUT_ROOM);
        }
        Map<String, Object> rules = new HashMap<>();
        ABOUT_COLOURS.forEach(rule -> rules.put(rule, Map.of("enabled", false)));
        if (width == NARROW) {
            rules.put("target-size", Map.of("enabled", true));
        }
        return Map.of("rules", rules);
    }

    @Test
    void shouldBeUsableWithKeysAlone() {
        Page page = chromium.page();
        page.navigate(shipped.address() + "/?vendor=huawei&asOf=2018-12-08&find=japan");
        assertThat(page.locator("table.answer tbody tr")).hasCount(4);

        assertThat(page.locator("#said")).hasText(Pattern.compile("exposures on 2018-12-08"));
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.locator("#who").focus();
        page.keyboard().type("zte");
        assertThat(page.locator("[role=option][data-id=zte]")).isVisible();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#who")).hasAttribute("aria-activedescendant", "who-0");
        page.keyboard().press("Escape");
        assertThat(page.locator("#who-list")).isHidden();

        page.locator("th[data-sort=carrier] button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("th[data-sort=carrier]")).hasAttribute("aria-sort", "ascending");
        assertThat(page.locator("th[data-sort=carrier] button")).isFocused();
        page.locator("tr[data-carrier=kddi] .open").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("tr[data-carrier=kddi] .open")).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("tr[data-carrier=kddi] + .more-of")).isVisible();
    }

    @Test
    void shouldKeepTheColoursThatWereChosen() {
        Page page = chromium.page(1400, 900, ColorScheme.LIGHT);
        page.navigate(shipped.address() + "/scenario");
        page.locator("#theme").click();
        page.locator("#theme").click();
        assertThat(page.locator("#theme")).hasText("Colours: dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(20, 24, 27)");
    }
}

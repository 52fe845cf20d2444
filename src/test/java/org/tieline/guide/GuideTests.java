package org.tieline.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tieline.testing.HeldFile;

/** The forms that the guide takes. */
class GuideTests {
    private static final Guide GUIDE = Guide.read();
    private static final String ELSEWHERE = "https://graph.example.org:8443";
    private static final String HTML = GUIDE.html(ELSEWHERE);

    /** Browser takes this out of a guide, because it could be a handler of events. */
    private static final Pattern HANDLER = Pattern.compile(
            "\\s+on[^\\s=]+[^\\s=]*\\s*=\\s*(\"[^\"]*\"|'[^']*'|[\\w\\-.:]+\\s*)", Pattern.CASE_INSENSITIVE);

    @Test
    void shouldHaveAFewSlidesEachWithSomethingToRun() {
        assertThat(GUIDE.slides()).hasSizeBetween(6, 9).allSatisfy(slide -> {
            assertThat(slide.queries()).isNotEmpty();
            assertThat(slide.title()).isNotBlank();
        });
        assertThat(GUIDE.slides()).extracting(Slide::title).doesNotHaveDuplicates();
    }

    @Test
    void shouldBeACarouselThatBrowserPlays() {
        List<Slide> slides = GUIDE.slides();

        assertThat(HTML)
                .startsWith(
                        "<article class=\"guide\">\n<carousel class=\"deck container-fluid\">\n<slide class=\"row-fluid\">");
        assertThat(HTML).endsWith("</slide>\n</carousel>\n</article>\n");
        assertThat(HTML.split("<slide ")).hasSize(slides.size() + 1);
        assertThat(HTML.split("<pre class=\"pre-scrollable code runnable\""))
                .hasSize(1
                        + slides.stream()
                                .mapToInt(slide -> slide.queries().size())
                                .sum());
        assertThat(HTML).doesNotContain("<script").doesNotContain("javascript:").doesNotContainPattern(HANDLER);
        assertThat(slides).allSatisfy(slide -> assertThat(slide.queries()).allSatisfy(query -> assertThat(HTML)
                .contains(">" + query.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</pre>")));
    }

    @Test
    void shouldGiveTheStyleByOneClickFromWhereTheGuideCame() {
        assertThat(HTML)
                .contains("<a exec-topic=\"style " + ELSEWHERE + "/browser/style.grass\">")
                .doesNotContain(Guide.API);
    }

    @Test
    void shouldBeThePageOfTheDocumentation() {
        HeldFile.holds(Path.of("docs", "browser-guide.md"), GUIDE.page());
    }

    @Test
    void shouldLinkEachQueryOfThePage() {
        List<String> opened = Pattern.compile("&arg=([^)]+)\\)")
                .matcher(GUIDE.page())
                .results()
                .map(link -> URLDecoder.decode(link.group(1), StandardCharsets.UTF_8))
                .toList();

        assertThat(opened)
                .isEqualTo(GUIDE.slides().stream()
                        .flatMap(slide -> slide.queries().stream())
                        .toList());
    }
}

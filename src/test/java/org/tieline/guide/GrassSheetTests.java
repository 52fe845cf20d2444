package org.tieline.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TieType;

/** What the style sheet for Neo4j Browser promises to those who look. */
class GrassSheetTests {
    private static final GrassSheet SHEET = GrassSheet.read();

    /** In pixels: what Browser adds to the width of an arrow's shaft for its head. */
    private static final int HEAD = 6;

    @Test
    void shouldNameEveryKindAfterTheLabelThatAllOfThemHave() {
        List<String> nodes = SHEET.named("node");

        assertThat(nodes.getFirst()).as("later rules win").isEqualTo("Organization");
        assertThat(nodes)
                .containsAll(Arrays.stream(OrganizationKind.values())
                        .map(kind -> kind.name().charAt(0) + kind.text().substring(1))
                        .toList());
        assertThat(SHEET.named("relationship"))
                .containsAll(Arrays.stream(TieType.values()).map(Enum::name).toList());
        assertThat(nodes).allSatisfy(node -> assertThat(SHEET.rules().get("node." + node))
                .containsKeys("diameter", "color", "caption", "text-color-internal"));
    }

    /** But for what the program keeps for itself, which looks like the data set. */
    @Test
    void shouldTellKindsApartByBrightnessToo() {
        List<String> colours = SHEET.named("node").stream()
                .map(node -> SHEET.value("node." + node, "color"))
                .distinct()
                .sorted(Comparator.comparingDouble(GrassSheet::luminance))
                .toList();

        for (int i = 1; i < colours.size(); i++) {
            assertThat(GrassSheet.contrast(colours.get(i - 1), colours.get(i)))
                    .as("%s beside %s", colours.get(i - 1), colours.get(i))
                    .isGreaterThan(1.1);
        }
    }

    @Test
    void shouldWriteNamesThatCanBeRead() {
        assertThat(SHEET.named("node")).allSatisfy(node -> assertThat(GrassSheet.contrast(
                        SHEET.value("node." + node, "color"), SHEET.value("node." + node, "text-color-internal")))
                .as(node)
                .isGreaterThan(4.5));
    }

    @Test
    void shouldTellTiesApart() {
        assertThat(Arrays.stream(TieType.values())
                        .map(type -> SHEET.value("relationship." + type, "color"))
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(SHEET.named("relationship").stream()
                        .max(Comparator.comparingInt(type -> SHEET.pixels("relationship." + type, "shaft-width"))))
                .as("what restricts a vendor stands out")
                .hasValue("TARGETS");
    }

    /**
     * Two arrows between the same nodes are arcs. Browser divides by zero, and draws neither, where the radius of the first
     * node is that of the second and the length of the head together.
     */
    @Test
    void shouldLetParallelTiesBeDrawn() {
        for (String from : SHEET.named("node")) {
            for (String to : SHEET.named("node")) {
                int difference = SHEET.pixels("node." + from, "diameter") - SHEET.pixels("node." + to, "diameter");
                assertThat(SHEET.named("relationship"))
                        .as("from %s to %s", from, to)
                        .noneMatch(
                                type -> difference == 2 * (SHEET.pixels("relationship." + type, "shaft-width") + HEAD));
            }
        }
    }
}

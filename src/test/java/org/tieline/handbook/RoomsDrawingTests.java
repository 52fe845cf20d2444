package org.tieline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the picture shows of rooms that are made up. */
class RoomsDrawingTests {
    private final SortedMap<String, SortedMap<String, Integer>> uses = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> libraries = new TreeMap<>();

    @Test
    void shouldPutWhoUsesOthersAboveThem() {
        uses("door", "question", "model");
        uses("question", "model");

        RoomsLayout layout = RoomsLayout.of(uses, widths());

        assertThat(layout.boxes().get("door").row()).isZero();
        assertThat(layout.boxes().get("question").row()).isEqualTo(1);
        assertThat(layout.boxes().get("model").row()).isEqualTo(2);
    }

    @Test
    void shouldLeaveOutWhatFollows() {
        uses("door", "question", "model");
        uses("question", "model");

        assertThat(arrows()).containsExactly("door question", "question model");
    }

    @Test
    void shouldLetNoTwoBoxesTouch() {
        uses("root", "a", "b", "c", "d");

        assertThat(RoomsLayout.of(uses, widths()).boxes().values().stream()
                        .filter(place -> place.row() == 1)
                        .map(RoomsLayout.Place::x)
                        .sorted()
                        .reduce((left, right) -> {
                            assertThat(right - left).isGreaterThan(100);
                            return right;
                        }))
                .isPresent();
    }

    @Test
    void shouldShowACircleByAnArrowUp() {
        uses("question", "exposures");
        uses.get("question").put("exposures", 9);
        uses("exposures", "question");

        assertThat(RoomsLayout.of(uses, widths()).arrows())
                .extracting(arrow -> arrow.from() + " " + arrow.to() + " " + arrow.upwards())
                .containsExactly("question exposures false", "exposures question true");
        assertThat(drawn()).contains("stroke-dasharray");
    }

    @Test
    void shouldPutManyPackagesOfOneIntoABox() {
        uses("door", "question", "question.a");
        uses("question.a", "question");
        uses("question.b", "question");
        uses("question.c", "question");
        uses("question.d", "question", "question.a");
        uses("graph.bolt", "graph");
        libraries.get("question.a").add("Jackson");

        assertThat(drawn())
                .contains(">question.*<", ">a, b, c, d<", ">Jackson<", ">question<", ">graph.bolt<", ">graph<")
                .doesNotContain(">question.a<")
                .doesNotContain("stroke-dasharray");
    }

    private void uses(String room, String... others) {
        uses.computeIfAbsent(room, key -> new TreeMap<>());
        libraries.computeIfAbsent(room, key -> new TreeSet<>());
        for (String other : others) {
            uses.get(room).put(other, 1);
            uses.computeIfAbsent(other, key -> new TreeMap<>());
            libraries.computeIfAbsent(other, key -> new TreeSet<>());
        }
    }

    private SortedMap<String, Integer> widths() {
        SortedMap<String, Integer> widths = new TreeMap<>();
        uses.keySet().forEach(room -> widths.put(room, 100));
        return widths;
    }

    private List<String> arrows() {
        return RoomsLayout.of(uses, widths()).arrows().stream()
                .map(arrow -> arrow.from() + " " + arrow.to())
                .toList();
    }

    private String drawn() {
        return RoomsDrawing.of(new Rooms(uses, libraries));
    }
}

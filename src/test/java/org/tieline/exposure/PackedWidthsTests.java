package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.testing.TestFacts;

class PackedWidthsTests {
    @ParameterizedTest
    @CsvSource({"step, 16", "state, 8", "relation, 16", "evidence, 8", "generation, 13", "segment, 16", "type, 128"})
    void shouldRefuseOneMoreThanThereIsRoomForAndNameIt(String field, int room) {
        assertThatCode(() -> PackedWidths.require(field, room, room)).doesNotThrowAnyException();
        assertThatIllegalStateException()
                .isThrownBy(() -> PackedWidths.require(field, room + 1, room))
                .withMessageStartingWith(field + " has room for " + room);
    }

    @Test
    void shouldHaveRoomForAllThatThereIsAndForOneMoreOfWhatGrows() {
        assertThatCode(PackedWidths::requireForAll).doesNotThrowAnyException();
        assertThat(Generation.values().length).isLessThan(PackedWidths.GENERATIONS);
        assertThat(Segment.values().length).isLessThan(PackedWidths.SEGMENTS);
        assertThat(Relation.values().length).isLessThan(PackedWidths.RELATIONS);
    }

    /** What the guard promises is kept by the packing itself, up to the last bit. */
    @Test
    void shouldKeepEveryGradeApartFromAllGenerations() {
        int every = (1 << PackedWidths.GENERATIONS) - 1;
        for (Evidence grade : Evidence.values()) {
            char packed = TieTable.gradeAndGenerations(grade, every);
            assertThat(packed >>> 3).isEqualTo(every);
            assertThat(packed & 7).isEqualTo(grade.ordinal());
            assertThat(TieTable.isDenied(packed)).isEqualTo(grade == Evidence.DENIED);
        }
    }

    @Test
    void shouldKeepStepTargetAndDaysOfARowApart() {
        int last = TieGraph.MOST_ORGANIZATIONS - 1;
        for (WalkStep step : WalkStep.values()) {
            long row = TieGraph.row(step, last, 0xFFFF, 0xFFFF);
            assertThat(TieGraph.step(row)).isEqualTo(step);
            assertThat(TieGraph.target(row)).isEqualTo(last);
        }
        IntStream.of(0, 1, last).forEach(carrier -> {
            int hit = carrier << 4 | PackedWidths.RELATIONS - 1;
            assertThat(hit >>> 4).isEqualTo(carrier);
        });
    }

    @Test
    void shouldGiveBackEverySegmentAndGenerationOfATie() {
        Tie tie = new Tie(
                "h-supplies-c",
                "h",
                TieType.SUPPLIES,
                "c",
                PartialDate.parse("2019"),
                null,
                null,
                Arrays.asList(Segment.values()),
                Arrays.asList(Generation.values()),
                Evidence.CONFIRMED,
                List.of("s"),
                null);
        TieGraph graph = TieGraph.builder()
                .add(TestFacts.organization("h", "H", OrganizationKind.VENDOR, "CN"))
                .add(TestFacts.organization("c", "C", OrganizationKind.CARRIER, "JP"))
                .add(tie)
                .build(id -> {});

        assertThat(graph.ties(List.of("h-supplies-c"))).containsEntry("h-supplies-c", tie);
    }
}

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
    void shouldKeepGradeAndTypeApartFromAllGenerationsAndSegments() {
        int generations = (1 << PackedWidths.GENERATIONS) - 1;
        int segments = (1 << PackedWidths.SEGMENTS) - 1;
        for (Evidence grade : Evidence.values()) {
            for (TieType type : TieType.values()) {
                long packed = TieTable.attributes(type, grade, generations, segments);
                assertThat(TieTable.generations(packed)).isEqualTo(generations);
                assertThat(TieTable.segments(packed)).isEqualTo(segments);
                assertThat(TieTable.evidence(packed)).isEqualTo(grade);
                assertThat(TieTable.type(packed)).isEqualTo(type);
            }
        }
    }

    @Test
    void shouldKeepStepTargetAndDaysOfARowApart() {
        int beyond = 1 << RowPage.NEAR_BITS;
        for (int target : new int[] {0, beyond - 1, beyond, beyond + 1, TieGraph.MOST_ORGANIZATIONS - 1}) {
            assertThat(RowPage.isFar(target + 1)).isEqualTo(target >= beyond);
            RowPage page = new RowPage(7, new int[] {0, 2}, RowPage.isFar(target + 1));
            for (WalkStep step : WalkStep.values()) {
                page.set(1, step, target, 0xFFFF, 0xFFFE, 5);
                assertThat(page.step(1)).isEqualTo(step);
                assertThat(page.target(1)).isEqualTo(target);
                assertThat((int) page.rows[1]).isEqualTo(0xFFFFFFFE);
                assertThat(page.rows[0]).isZero();
                RowPage other = new RowPage(7, new int[] {0, 1}, RowPage.isFar(target + 1));
                other.copy(0, page, 1, 9);
                assertThat(other.target(0)).isEqualTo(target);
                assertThat(other.tieOfRow[0]).isEqualTo(9);
            }
            for (WalkState state : WalkState.values()) {
                int key = SearchMemory.key(target, state.ordinal());
                assertThat(SearchMemory.organization(key)).isEqualTo(target);
                assertThat(SearchMemory.state(key)).isEqualTo(state.ordinal());
            }
        }
        IntStream.of(0, 1, TieGraph.MOST_CARRIERS - 1).forEach(carrier -> {
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
                "Sells it everything.");
        TieGraph graph = TieGraph.builder()
                .add(TestFacts.organization("h", "H", OrganizationKind.VENDOR, "CN"))
                .add(TestFacts.organization("c", "C", OrganizationKind.CARRIER, "JP"))
                .add(tie)
                .build(id -> {});

        assertThat(graph.ties(List.of("h-supplies-c"))).containsEntry("h-supplies-c", tie);
    }
}

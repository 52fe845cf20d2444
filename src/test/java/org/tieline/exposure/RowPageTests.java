package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TieType;
import org.tieline.testing.TestFacts;

class RowPageTests {
    /** More rows than an array can have, of organizations that exist as counts alone. */
    @Test
    void shouldPartRowsThatNoArrayHasRoomFor() {
        int[] counts = new int[1_000];
        Arrays.fill(counts, 5_000_000);
        int shift = RowPage.shift(counts, RowPage.MOST_ROWS);

        assertThat(shift)
                .as("128 organizations have 640 million rows, 256 have too many")
                .isEqualTo(7);
        List<int[]> pages = RowPage.offsets(counts, shift, (first, offsets) -> {
            assertThat(first % 128).isZero();
            return offsets;
        });
        assertThat(pages).hasSize(8);
        assertThat(pages.getLast()).hasSize(1_000 - 7 * 128 + 1);
        assertThat(pages.stream()
                        .mapToLong(offsets -> offsets[offsets.length - 1])
                        .sum())
                .isEqualTo(5_000_000_000L);
    }

    @Test
    void shouldTakeOverRowsOfAGraphThatHadNoFarTargets() {
        RowPage near = new RowPage(0, new int[] {0, 1}, false);
        near.set(0, WalkStep.OWNS_DOWN, 5, 1, 2, 3);
        RowPage grown = new RowPage(0, new int[] {0, 1}, true);

        grown.copy(0, near, 0, 4);
        assertThat(grown.target(0)).isEqualTo(5);
        assertThat(grown.tieOfRow[0]).isEqualTo(4);

        int beyond = (1 << RowPage.NEAR_BITS) + 6;
        grown.retarget(0, beyond);
        assertThat(grown.target(0)).isEqualTo(beyond);
        assertThat(grown.step(0)).isEqualTo(WalkStep.OWNS_DOWN);
    }

    @Test
    void shouldHaveOnePageWhileAllRowsFit() {
        assertThat(RowPage.shift(new int[] {1, 2, 3}, 6)).isEqualTo(31);
        assertThat(RowPage.shift(new int[] {1, 2, 3}, 5)).isEqualTo(1);
        assertThat(RowPage.shift(new int[] {1, 2, 3, 0}, 3)).isEqualTo(1);
        assertThat(RowPage.shift(new int[] {3, 2, 3, 0}, 3)).isZero();
        assertThat(RowPage.shift(new int[0], 1)).isEqualTo(31);
        assertThat(RowPage.offsets(new int[0], 31, (first, offsets) -> offsets)).hasSize(1);
    }

    @Test
    void shouldSayWhichLimitOneOrganizationBreaks() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RowPage.shift(new int[] {1, RowPage.MOST_ROWS, 7}, RowPage.MOST_ROWS - 1))
                .withMessage("an organization can be left by at most 1,073,741,823 ways to walk a tie,"
                        + " and there is one with 1,073,741,824");
    }

    @Test
    void shouldKnowTheRowsOfEveryOrganizationWhateverItsPage() {
        TieGraphBuilder builder = TieGraph.builder();
        IntStream.range(0, 9)
                .forEach(i -> builder.add(TestFacts.organization("o" + i, "O" + i, OrganizationKind.CARRIER, "GB")));
        IntStream.range(1, 9).forEach(i -> builder.add(TestFacts.tie("t" + i, "o" + i, TieType.OWNS, "o" + (i - 1))));
        TieGraph graph = builder.build(id -> {}, 4, true);

        assertThat(graph.pages()).hasSize(5);
        for (int organization = 0; organization < 9; organization++) {
            RowPage page = graph.page(organization);
            assertThat(organization).isBetween(page.first, page.end() - 1);
            int[] targets = IntStream.range(page.from(organization), page.to(organization))
                    .map(page::target)
                    .toArray();
            assertThat(targets)
                    .containsExactly(IntStream.of(organization - 1, organization + 1)
                            .filter(target -> target >= 0 && target < 9)
                            .toArray());
        }
    }
}

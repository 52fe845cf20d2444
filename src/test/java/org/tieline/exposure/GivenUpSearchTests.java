package org.tieline.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** Searches that nobody waits for any more. */
class GivenUpSearchTests {
    private static final SearchOptions OPTIONS = SearchOptions.on(LocalDate.of(2020, 1, 1));

    @Test
    void shouldEndEverySearchOfAnInterruptedThreadAndServeTheNext() {
        try (Snapshots snapshots = new Snapshots(new InMemory(TestFacts.dataset()))) {
            snapshots.refresh();
            Snapshot snapshot = snapshots.current();
            ExposureSearch search = snapshot.search();
            long before = SearchCost.REACH.count();
            try {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> search.reach("huawei", OPTIONS)).isInstanceOf(CancellationException.class);
                assertThatThrownBy(() -> search.sweep().sweep("huawei", List.of(OPTIONS), (a, b, c, d, e) -> {}))
                        .isInstanceOf(CancellationException.class);
                assertThatThrownBy(() -> new PathSearch(search.graph()).paths("huawei", "bt", OPTIONS, 1))
                        .isInstanceOf(CancellationException.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }

            try (FoundExposures reach = search.reach("huawei", OPTIONS)) {
                assertThat(reach.size()).isEqualTo(1);
            }
            assertThat(SearchCost.REACH.count()).isGreaterThan(before);
        }
    }
}

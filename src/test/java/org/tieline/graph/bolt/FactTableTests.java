package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tieline.scratch.Scratch;

/** A table that grows out of memory into a file, against a map. */
class FactTableTests {
    private static final int IDS = 5_000;

    @Test
    void shouldKnowWhatItWasToldWhereverItLies() {
        Random random = new Random(1);
        Map<String, Long> held = new HashMap<>();
        try (Scratch scratch = Scratch.ofSystem()) {
            FactTable table = new FactTable(scratch, 64);
            for (int i = 0; i < IDS; i++) {
                String id = "t" + random.nextInt(2 * IDS);
                held.putIfAbsent(id, random.nextLong());
                table.hold(id, held.get(id), false);
            }
            assertThat(table.left()).isEqualTo(held.size());
            int same = 0;
            for (int i = 0; i < 3 * IDS; i++) {
                String id = "t" + i;
                long says = random.nextInt(4) == 0 ? 7 : held.getOrDefault(id, 7L);
                byte expected = !held.containsKey(id)
                        ? FactTable.ADDED
                        : held.get(id) == says ? FactTable.SAME : FactTable.OUTDATED;
                same += expected == FactTable.SAME ? 1 : 0;

                assertThat(table.isMet(id)).isFalse();
                assertThat(table.meet(id, says)).isEqualTo(expected);
                assertThat(table.isMet(id)).isTrue();
            }
            assertThat(same).isGreaterThan(IDS / 2);
            assertThat(table.left()).isZero();
        }
    }
}

package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.graph.Collected;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.Tie;
import org.tieline.start.Connection;
import org.tieline.start.FirstData;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.KilledProgram;

/** A process that is killed while it changes facts; {@link LoadJournalTests} ends loads at every other moment. */
class KilledLoadIT {
    @TempDir
    private Path home;

    /** At once: the lease of a process that is no more need not run out. */
    @Test
    void shouldBeGoneOnWithByTheNextStart() throws Exception {
        try (KilledProgram load = KilledProgram.start(KilledLoad.class, home.toString(), "3")) {
            assertThat(load.line()).isEqualTo(KilledLoad.REACHED);
        }

        try (Connection connection = FirstData.visiting(EmbeddedNeo4jExtension.settings(home))) {
            Collected collected = Collected.from(connection.reader());
            assertThat(collected.datasets).extracting(LoadedDataset::version).containsExactly("2.0.0");
            assertThat(collected.organizations)
                    .containsExactlyInAnyOrderElementsOf(KilledLoad.second().organizations());
            assertThat(collected.ties)
                    .extracting(Tie::id, Tie::to)
                    .containsExactlyInAnyOrderElementsOf(KilledLoad.second().ties().stream()
                            .map(tie -> tuple(tie.id(), tie.to()))
                            .toList());
            assertThat(collected.problems).isEmpty();
        }
    }
}

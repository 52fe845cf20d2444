package org.tieline.exchange.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.scratch.Scratch;

/** What an export leaves in the folder for temporary files. */
class ExportRemainsTests {
    @TempDir
    private Path folder;

    /** A graph with more than is kept in memory, whose database goes away as soon as all is read. */
    private final class Vanishing implements GraphReader {
        private boolean read;

        @Override
        public Commit lastCommit() {
            if (read) {
                assertThat(folder).isNotEmptyDirectory();
                throw new DatabaseUnavailable("gone", null);
            }
            return Commit.numbered(1);
        }

        @Override
        public void read(GraphSink sink) {
            for (int i = 0; i < 2_000; i++) {
                sink.organization(
                        new Organization("o" + i, "name ".repeat(100) + i, OrganizationKind.COMPANY, null, List.of()));
            }
            read = true;
        }
    }

    @Test
    void shouldLeaveNothingOfAReadingThatFailsAtItsEnd() {
        Exports exports = new Exports(new Vanishing(), () -> Scratch.in(folder));

        assertThatThrownBy(exports::take).isInstanceOf(DatabaseUnavailable.class);

        assertThat(folder).isEmptyDirectory();
    }
}

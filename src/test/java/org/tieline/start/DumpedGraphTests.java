package org.tieline.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.cli.AdminTool;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.tieline.dataset.DatasetReader;
import org.tieline.exchange.release.ReleaseFolder;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Dataset;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.testing.ForeignProgram;
import org.tieline.testing.OwnJava;

/** A stock server of Neo4j loads the dump of a release by its own tool, and has the data then. */
class DumpedGraphTests {
    @Test
    void shouldBeLoadedByAStockServer(@TempDir Path place) throws IOException {
        Dataset shipped = DatasetReader.read(Path.of("seed-data"));
        Path dump = place.resolve(ReleaseFolder.DUMP);

        DumpedGraph.write(shipped, dump);

        assertThat(Files.size(dump)).isPositive();
        Path home = Files.createDirectory(place.resolve("home"));
        ForeignProgram loader = ForeignProgram.run(
                place,
                Map.of("NEO4J_HOME", home.toString()),
                OwnJava.command(List.of("-Xmx512m"), AdminTool.class, "database", "load", "neo4j", "--from-path=."));
        assertThat(loader.code()).as(loader.said()).isZero();

        DatabaseManagementService service = new DatabaseManagementServiceBuilder(home).build();
        try {
            GraphDatabaseService loaded = service.database("neo4j");
            Snapshot snapshot = SnapshotBuilder.take(new EmbeddedGraphReader(loaded));
            assertThat(snapshot.sha256()).isEqualTo(shipped.sha256());
            assertThat(snapshot.problems()).isEmpty();
            assertThat(snapshot.organizations()).hasSameSizeAs(shipped.organizations());
            assertThat(snapshot.search().graph().tieCount())
                    .isEqualTo(shipped.ties().size());
            assertThat(snapshot.releases().all()).hasSize(1);
        } finally {
            service.shutdown();
        }
    }
}

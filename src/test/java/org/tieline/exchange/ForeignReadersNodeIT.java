package org.tieline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.model.Dataset;
import org.tieline.testing.NodeReaders;

/** Exports of the shipped data in the programs that read such files elsewhere. */
@ExtendWith(NodeReaders.class)
class ForeignReadersNodeIT {
    private static final Dataset SHIPPED = DatasetReader.read(Shipped.FOLDER);

    @TempDir
    private Path folder;

    @Test
    void shouldDescribeTablesThatAReaderOfDataPackagesReads() {
        JsonNode read = NodeReaders.read("datapackage.cjs", Shipped.FOLDER.resolve("datapackage.json"));

        assertThat(read.path("refused")).isEmpty();
        assertThat(read.path("rows").path("ties").asInt())
                .isEqualTo(SHIPPED.ties().size());
        assertThat(read.path("rows").path("sources").asInt())
                .isEqualTo(SHIPPED.sources().size());
        assertThat(read.path("rows").path("memberships").asInt())
                .isEqualTo(SHIPPED.memberships().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"GRAPHML", "GEXF"})
    void shouldDrawAGraphOfWhichAReaderSeesEveryEdgeAndAttribute(ExportFormat format) throws IOException {
        JsonNode read = NodeReaders.read("graph.cjs", Shipped.file(format, folder));

        int nodes = SHIPPED.organizations().size() + SHIPPED.bans().size();
        assertThat(read.path("nodes").asInt()).isEqualTo(nodes);
        assertThat(read.path("ofNodes").path("kind").asInt()).isEqualTo(nodes);
        assertThat(read.path("ofNodes").path("sources").asInt())
                .isEqualTo(SHIPPED.bans().size());
        assertThat(read.path("edges").asInt())
                .isGreaterThan(SHIPPED.ties().size())
                .isEqualTo(read.path("ofEdges").path("kind").asInt());
        assertThat(read.path("ofEdges").path("evidence").asInt())
                .isEqualTo(SHIPPED.ties().size());
    }

    @Test
    void shouldWriteEntitiesThatBothLibrariesOfFollowTheMoneyTake() throws IOException {
        Path file = Shipped.file(ExportFormat.FTM, folder);

        JsonNode read = NodeReaders.read("ftm.cjs", file);

        long lines = Files.readAllLines(file).size();
        for (String library : new String[] {"@alephdata/followthemoney", "@opensanctions/followthemoney"}) {
            assertThat(read.path(library).path("refused")).as(library).isEmpty();
            assertThat(read.path(library).path("read").asLong()).as(library).isEqualTo(lines);
        }
    }
}

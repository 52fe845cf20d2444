package org.tieline.exchange.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.exchange.ExportFormat;
import org.tieline.exchange.Shipped;
import org.tieline.model.Dataset;
import org.tieline.testing.ForeignProgram;

/** The shipped graph in Gephi itself, which runs in a process of its own. */
class GephiIT {
    private static final Path GEPHI =
            Path.of("target/readers/gephi-toolkit-all.jar").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void shouldShowEveryEdgeAndTheTimeline() throws IOException {
        Dataset shipped = DatasetReader.read(Shipped.FOLDER);
        Path file = Shipped.file(ExportFormat.GEXF, folder);

        ForeignProgram gephi = ForeignProgram.java(
                folder,
                "-Djava.awt.headless=true",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "-classpath",
                GEPHI.toString(),
                Path.of("src/test/gephi/ReadGexf.java").toAbsolutePath().toString(),
                file.toString());

        assertThat(gephi.code()).as(gephi.err()).isZero();
        String text = Files.readString(file);
        long dated = text.lines()
                .filter(line -> line.contains("<edge ") && (line.contains(" start=") || line.contains(" end=")))
                .count();
        assertThat(dated).isPositive();
        assertThat(gephi.out().strip())
                .endsWith("nodes %d edges %d dated %d dynamic true from DATE"
                        .formatted(
                                shipped.organizations().size() + shipped.bans().size(),
                                text.lines()
                                        .filter(line -> line.contains("<edge "))
                                        .count(),
                                dated));
    }
}

package org.tieline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageHeadTests {
    @TempDir
    private Path folder;

    @Test
    void shouldReadTheVersionWhateverTheTablesHold() throws IOException {
        Files.writeString(folder.resolve("ties.csv"), "id,from,type\n\"never closed\n");
        Files.writeString(folder.resolve("datapackage.json"), """
                {"name": "mine", "sources": [{"version": "of a source"}], "version": "3.1.0", "resources": []}""");

        assertThat(PackageHead.versionIn(folder)).contains("3.1.0");
    }

    @Test
    void shouldDoWithoutAVersionThatCannotBeRead() throws IOException {
        assertThat(PackageHead.versionIn(folder)).isEmpty();
        Files.writeString(folder.resolve("datapackage.json"), "{\"name\": ");
        assertThat(PackageHead.versionIn(folder)).isEmpty();
        Files.writeString(folder.resolve("datapackage.json"), "{\"version\": 3}");
        assertThat(PackageHead.versionIn(folder)).isEmpty();
    }
}

package org.tieline.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.neo4j.io.fs.FileUtils;
import org.tieline.config.Settings;
import org.tieline.model.Dataset;
import org.tieline.server.DatabaseDump;

/** A data set as the dump of a database that holds it and nothing else. */
public final class DumpedGraph {
    private DumpedGraph() {}

    /**
     * Loads into an embedded database of its own, and dumps that.
     *
     * @param file not there yet; named {@code neo4j.dump}, as the database is called
     * @throws IOException if it cannot be written
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if no database can be started here
     */
    public static void write(Dataset dataset, Path file) throws IOException {
        Path home = Files.createTempDirectory("tieline-dump");
        try {
            Settings settings = Settings.load(Map.of("TIELINE_HOME", home.toString()), null);
            if (!file.endsWith(settings.neo4jDatabase() + ".dump")) {
                throw new IllegalArgumentException("a dump has the name of its database, was " + file);
            }
            try (Connection connection = Connection.visiting(settings)) {
                connection.loader().load(dataset, new LoadProgress());
            }
            DatabaseDump.write(
                    home,
                    settings.neo4jDatabase(),
                    Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"));
        } finally {
            FileUtils.deleteDirectory(home);
        }
    }
}

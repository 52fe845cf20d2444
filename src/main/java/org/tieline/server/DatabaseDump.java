package org.tieline.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.neo4j.cli.AdminTool;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.fs.FileSystemAbstraction;

/** The dump of a database that an {@link EmbeddedServer} held, as Neo4j's own tool makes it. */
public final class DatabaseDump {
    private DatabaseDump() {}

    /**
     * Writes the file {@code DATABASE.dump}.
     *
     * @param home the data folder of a server that was closed
     * @param database the name of the database
     * @param into a folder without such a file
     * @throws IOException if the tool refuses, with what it said
     */
    public static void write(Path home, String database, Path into) throws IOException {
        Path neo4j = home.resolve("neo4j");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (FileSystemAbstraction files = new DefaultFileSystemAbstraction();
                PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int code = AdminTool.execute(
                    new ExecutionContext(neo4j, neo4j.resolve("conf"), out, out, files),
                    "database",
                    "dump",
                    database,
                    "--to-path=" + into.toAbsolutePath());
            if (code != 0) {
                throw new IOException("the database could not be dumped: "
                        + said.toString(StandardCharsets.UTF_8).strip());
            }
        }
    }
}

package org.tieline.peers;

import java.io.IOException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.copy.CopyIn;
import org.postgresql.core.BaseConnection;
import org.tieline.exposure.PeerRows;

/** PostgreSQL beside the process, over a socket. */
final class PostgresPeer extends SqlPeer {
    private static final int CHUNK = 1 << 20;

    private final EmbeddedPostgres server;

    private PostgresPeer(PeerRows rows, Connection connection, EmbeddedPostgres server) {
        super(rows, connection);
        this.server = server;
    }

    static PostgresPeer open(PeerRows rows) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("work_mem", "512MB")
                .setServerConfig("jit", "off")
                .start();
        Connection connection = server.getPostgresDatabase().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE UNLOGGED TABLE rows (source int, step int, target int, begins int, ends int)");
            statement.execute("CREATE UNLOGGED TABLE transitions (state int, step int, next int)");
            transitions(rows, connection);
            copy(rows, connection.unwrap(BaseConnection.class));
            statement.execute("CREATE INDEX ON rows (source, step)");
            statement.execute("VACUUM ANALYZE");
        }
        return new PostgresPeer(rows, connection, server);
    }

    private static void copy(PeerRows rows, BaseConnection connection) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn("COPY rows FROM STDIN (FORMAT csv)");
        StringBuilder chunk = new StringBuilder(CHUNK + 100);
        rows.rows((source, step, target, from, to) -> {
            chunk.append(source).append(',').append(step).append(',').append(target);
            chunk.append(',').append(from).append(',').append(to).append('\n');
            if (chunk.length() > CHUNK) {
                write(copy, chunk);
            }
        });
        write(copy, chunk);
        copy.endCopy();
    }

    private static void write(CopyIn copy, StringBuilder chunk) {
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.US_ASCII);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        chunk.setLength(0);
    }

    @Override
    public void close() throws IOException, SQLException {
        super.close();
        server.close();
    }
}

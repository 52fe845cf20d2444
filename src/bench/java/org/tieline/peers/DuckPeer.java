package org.tieline.peers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.tieline.exposure.PeerRows;

/** DuckDB in the process. */
final class DuckPeer extends SqlPeer {
    private DuckPeer(PeerRows rows, Connection connection) {
        super(rows, connection);
    }

    static DuckPeer open(PeerRows rows) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            // Without the first it would take most of what the machine has, and what does not fit would go to this folder.
            statement.execute("SET memory_limit = '6GB'");
            statement.execute("SET temp_directory = 'target/bench/duck'");
            statement.execute("CREATE TABLE rows (source INTEGER, step INTEGER, target INTEGER, begins INTEGER, ends INTEGER)");
            statement.execute("CREATE TABLE transitions (state INTEGER, step INTEGER, next INTEGER)");
        }
        transitions(rows, connection);
        try (DuckDBAppender appender = ((DuckDBConnection) connection).createAppender("main", "rows")) {
            rows.rows((source, step, target, from, to) -> {
                try {
                    appender.beginRow();
                    for (int value : new int[] {source, step, target, from, to}) {
                        appender.append(value);
                    }
                    appender.endRow();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        return new DuckPeer(rows, connection);
    }
}

package org.tieline.peers;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.exposure.PeerRows;
import org.tieline.exposure.PeerRows.CarrierSink;
import org.tieline.model.Day;

/** A relational database that walks the rows and the automaton as two tables, by a recursive query. */
abstract class SqlPeer implements Peer {
    /** With numbers in the text, as both databases plan that best. */
    private static final String QUERY = """
            WITH RECURSIVE walk(organization, state, hops) AS (
              SELECT %1$d, %2$d, 0
              UNION
              SELECT r.target, t.next, w.hops + 1
              FROM walk w
              JOIN rows r ON r.source = w.organization
              JOIN transitions t ON t.state = w.state AND t.step = r.step
              WHERE w.hops < %3$d AND r.begins <= %4$d AND %4$d < r.ends AND r.target <> %1$d
                AND (w.hops = 0 OR w.organization < %5$d)
            )
            SELECT organization, min(hops) FROM walk
            WHERE state >= %6$d AND organization >= %7$d AND organization < %8$d
            GROUP BY organization
            """;

    private final PeerRows rows;
    private final Connection connection;

    SqlPeer(PeerRows rows, Connection connection) {
        this.rows = rows;
        this.connection = connection;
    }

    static void transitions(PeerRows rows, Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO transitions VALUES (?, ?, ?)")) {
            rows.transitions((state, step, next) -> {
                try {
                    insert.setInt(1, state);
                    insert.setInt(2, step);
                    insert.setInt(3, next);
                    insert.executeUpdate();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    @Override
    public void ask(String vendor, int maxHops, CarrierSink sink) throws SQLException {
        String query = QUERY.formatted(
                rows.number(vendor),
                PeerRows.START,
                maxHops,
                Day.of(GeneratedFacts.AS_OF),
                rows.firstGovernment(),
                rows.firstExposed(),
                rows.firstCarrier(),
                rows.endOfCarriers());
        try (Statement ask = connection.createStatement()) {
            ask.setQueryTimeout(Deadline.SECONDS);
            try (ResultSet found = ask.executeQuery(query)) {
                while (found.next()) {
                    sink.carrier(found.getInt(1), found.getInt(2));
                }
            }
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
    }
}

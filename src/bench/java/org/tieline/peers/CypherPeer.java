package org.tieline.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.exposure.PeerRows;
import org.tieline.exposure.PeerRows.CarrierSink;
import org.tieline.exposure.SearchOptions;

/**
 * A query inside the database's own process.
 *
 * @param file a resource; {@code $$hops} in its text stands for the most hops, where Cypher takes no parameter
 */
record CypherPeer(Agreement agreement, String file, int mostHops, PeerRows rows, GraphDatabaseService database)
        implements Peer {
    CypherPeer(Agreement agreement, String file, PeerRows rows, GraphDatabaseService database) {
        this(agreement, file, Integer.MAX_VALUE, rows, database);
    }


    @Override
    public void ask(String vendor, int maxHops, CarrierSink sink) throws IOException {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("vendor", vendor);
        parameters.put("asOf", GeneratedFacts.AS_OF);
        parameters.put("minStake", SearchOptions.DEFAULT_MIN_STAKE);
        parameters.put("maxHops", maxHops);
        parameters.put("maxAge", SearchOptions.DEFAULT_MAX_AGE);
        parameters.put("limit", Integer.MAX_VALUE);
        try (Transaction tx = database.beginTx(Deadline.SECONDS, TimeUnit.SECONDS);
                Result found = tx.execute(text().replace("$$hops", Integer.toString(maxHops)), parameters)) {
            while (found.hasNext()) {
                Map<String, Object> row = found.next();
                sink.carrier(rows.number((String) row.get("carrier")), ((Number) row.get("hops")).intValue());
            }
        }
    }

    private String text() throws IOException {
        try (InputStream in = CypherPeer.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

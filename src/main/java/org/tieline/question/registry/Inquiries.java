package org.tieline.question.registry;

import org.jspecify.annotations.Nullable;
import org.tieline.exchange.exports.Exports;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.Snapshots;

/**
 * What can be asked. Questions are asked of the snapshots alone and are answered while the database is away; exports copy the
 * database.
 */
public record Inquiries(Snapshots snapshots, @Nullable Exports exports, Questions questions) {
    /** Without exports. */
    public Inquiries(Snapshots snapshots) {
        this(snapshots, null, Questions.DECLARED);
    }

    /** All that one database can be asked; closes nothing. */
    public static Inquiries over(Neo4j neo4j, Snapshots snapshots) {
        return new Inquiries(snapshots, new Exports(DriverGraphReader.whole(neo4j)), Questions.DECLARED);
    }

    /** The same with other questions that the snapshots answer. */
    public Inquiries asking(Questions others) {
        return new Inquiries(snapshots, exports, others);
    }
}

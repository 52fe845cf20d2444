package org.tieline.inquiry;

import org.tieline.graph.Neo4j;

/** What can be asked. */
public record Inquiries(Snapshots snapshots) {
    /** Everything that a graph can be asked. */
    public static Inquiries over(Neo4j neo4j, Snapshots snapshots) {
        return new Inquiries(snapshots);
    }
}

package org.tieline.graph.bulk;

import org.neo4j.batchimport.api.input.Input;

/**
 * About how much will be imported, as the importer wants to know before: it chooses by it how much memory it takes.
 *
 * @param nodes organizations, sources, bans, identifiers and counts together
 * @param ties all of them
 */
public record ExpectedSize(long nodes, long ties) {
    private static final int NODE_PROPERTIES = 8;
    private static final int TIE_PROPERTIES = 12;
    private static final int BYTES_OF_PROPERTY = 16;

    Input.Estimates estimates() {
        long relationships = nodes + ties;
        return Input.knownEstimates(
                nodes,
                relationships,
                nodes * NODE_PROPERTIES,
                relationships * TIE_PROPERTIES,
                nodes * NODE_PROPERTIES * BYTES_OF_PROPERTY,
                relationships * TIE_PROPERTIES * BYTES_OF_PROPERTY,
                nodes * 2);
    }
}

package org.tieline.exposure;

import java.io.IOException;
import java.nio.file.Path;

/** The generated graph of 300,000 organizations and 1,500,000 ties, and where it is kept in an embedded Neo4j. */
final class LargeGraph {
    static final GeneratedFacts FACTS = new GeneratedFacts(300_000, 1_500_000);

    private LargeGraph() {}

    static FilledNeo4j open() throws IOException {
        return FilledNeo4j.open(Path.of(System.getProperty("tieline.bench", "target/bench")), FACTS);
    }
}

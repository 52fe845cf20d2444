package org.tieline.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.tieline.dataset.DatasetReader;
import org.tieline.dataset.Datasets;
import org.tieline.exchange.exports.Export;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.exchange.exports.Exports;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Dataset;
import org.tieline.testing.InMemory;
import org.tieline.testing.TestFacts;

/** The shipped data in a graph, and exports of it. */
public final class Shipped {
    public static final Path FOLDER = Path.of("seed-data");

    private Shipped() {}

    public static Dataset load(Neo4j neo4j) {
        Dataset dataset = DatasetReader.read(FOLDER);
        new DatasetLoader(neo4j, Clock.systemUTC()).load(dataset, Progress.NONE);
        return dataset;
    }

    /** Loads facts that tell of their lives, under their own digest. */
    public static Dataset loadLives(Neo4j neo4j) {
        Dataset lives = TestFacts.datasetWithLives();
        Dataset dataset = Datasets.of(
                "1.0.0",
                lives.organizations(),
                lives.ties(),
                lives.bans(),
                lives.sources(),
                lives.memberships(),
                lives.identifiers(),
                lives.subscribers());
        new DatasetLoader(neo4j, Clock.systemUTC()).load(dataset, Progress.NONE);
        return dataset;
    }

    public static Export export(Neo4j neo4j) {
        return new Exports(DriverGraphReader.whole(neo4j)).take();
    }

    /** The shipped data as a file of a format, under its usual name. */
    public static Path file(ExportFormat format, Path folder) throws IOException {
        Path file = folder.resolve(format.fileName());
        try (OutputStream out = Files.newOutputStream(file);
                ExportWriter writer = format.open(out)) {
            new Exports(new InMemory(DatasetReader.read(FOLDER))).take().writeTo(writer);
        }
        return file;
    }

    public static StringReader text(Export export, ExportFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExportWriter writer = format.open(out)) {
            export.writeTo(writer);
        }
        return new StringReader(out.toString(StandardCharsets.UTF_8));
    }
}

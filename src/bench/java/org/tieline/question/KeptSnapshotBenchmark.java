package org.tieline.question;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tieline.exposure.GeneratedFacts;

/**
 * A snapshot of generated facts, written to a file and read from it: how long that takes, and how large it is.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench.main=org.tieline.question.KeptSnapshotBenchmark
 * -Dbench.args="3000000 15000000" -Djvm.flags=-Xmx8g}
 */
public final class KeptSnapshotBenchmark {
    private KeptSnapshotBenchmark() {}

    /**
     * Writes and reads.
     *
     * @param args the number of organizations, of ties, and a folder for the file
     */
    public static void main(String[] args) throws IOException {
        int organizations = Integer.parseInt(args.length > 0 ? args[0] : "300000");
        int ties = Integer.parseInt(args.length > 1 ? args[1] : "1500000");
        Path folder = Files.createDirectories(Path.of(args.length > 2 ? args[2] : "target"));
        Path file = folder.resolve("generated-snapshot");
        GeneratedGraph graph = new GeneratedGraph(new GeneratedFacts(organizations, ties));
        write(graph, file);
        for (int round = 0; round < 2; round++) {
            long begin = System.nanoTime();
            Snapshot read = new KeptSnapshot(file)
                    .read(graph, null, new ReadReleases())
                    .orElseThrow()
                    .taken()
                    .snapshot();
            System.out.printf(
                    "read in %.1f s: %,d organizations, %,d ties%n",
                    (System.nanoTime() - begin) / 1e9,
                    read.organizations().size(),
                    read.search().graph().tieCount());
        }
        Files.delete(file);
    }

    private static void write(GeneratedGraph graph, Path file) throws IOException {
        long begin = System.nanoTime();
        Snapshot taken = SnapshotBuilder.take(graph);
        System.out.printf("generated and packed in %.1f s%n", (System.nanoTime() - begin) / 1e9);
        begin = System.nanoTime();
        new KeptSnapshot(file).writeWhole(taken, GeneratedGraph.STATE, null);
        System.out.printf(
                "%,.0f MB written in %.1f s%n", Files.size(file) / 1e6, (System.nanoTime() - begin) / 1e9);
    }
}

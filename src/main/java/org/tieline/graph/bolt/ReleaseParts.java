package org.tieline.graph.bolt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tieline.graph.KeptFacts;

/**
 * What the graph is to keep of a release, made while the release is compared: in memory where it is small, else in a file. It is
 * compressed in a thread of its own, which takes as long as to compare.
 */
final class ReleaseParts implements AutoCloseable {
    /** Facts up to which it is held in memory: a few megabytes. */
    private static final long FEW = 50_000;

    private static final int GATHERED = 1_000;

    private final @Nullable Path file;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private final KeptFacts.@Nullable Writer writer;
    private final ExecutorService compressing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("release").daemon().factory());
    private List<Runnable> gathered = new ArrayList<>();
    private Future<?> compressed = CompletableFuture.completedFuture(null);

    private ReleaseParts(boolean wanted, @Nullable Path file) throws IOException {
        this.file = file;
        OutputStream bytes = file == null ? memory : Files.newOutputStream(file);
        writer = wanted ? new KeptFacts.Writer(bytes) : null;
    }

    /** @param facts how many will come, about; 0 for none at all, of which there are no parts */
    static ReleaseParts of(long facts) {
        try {
            Path file = facts > FEW ? Files.createTempFile("tieline-release", ".gz") : null;
            return new ReleaseParts(facts > 0, file);
        } catch (IOException e) {
            throw new UncheckedIOException("what a release holds cannot be written to a file", e);
        }
    }

    void add(KeptFacts.Kind kind, Map<String, Object> row) {
        if (writer != null) {
            gathered.add(() -> writer.add(kind, row));
            if (gathered.size() == GATHERED) {
                compress();
            }
        }
    }

    /** What was gathered, after what was gathered before it. */
    private void compress() {
        await();
        List<Runnable> next = gathered;
        gathered = new ArrayList<>(GATHERED);
        compressed = compressing.submit(() -> next.forEach(Runnable::run));
    }

    private void await() {
        try {
            compressed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("what a release holds is no longer waited for", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** After the last fact. */
    void end() {
        try {
            if (writer != null) {
                compress();
                await();
                writer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what a release holds cannot be written", e);
        }
    }

    /** How many parts there are, after the end. */
    int count() {
        try {
            return KeptFacts.parts(file == null ? memory.size() : Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException("what a release holds cannot be read back", e);
        }
    }

    /** Hands over the parts with their places, from 0. */
    void forEach(BiConsumer<Integer, byte[]> taker) {
        try (InputStream in =
                file == null ? new ByteArrayInputStream(memory.toByteArray()) : Files.newInputStream(file)) {
            int place = 0;
            for (byte[] part = KeptFacts.nextPart(in); part.length > 0; part = KeptFacts.nextPart(in)) {
                taker.accept(place++, part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what a release holds cannot be read back", e);
        }
    }

    @Override
    public void close() {
        compressing.shutdownNow();
        try {
            if (file != null) {
                Files.deleteIfExists(Objects.requireNonNull(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file of its own cannot be removed", e);
        }
    }
}

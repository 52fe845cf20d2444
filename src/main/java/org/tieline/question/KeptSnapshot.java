package org.tieline.question;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.exposure.TieGraph;
import org.tieline.exposure.column.LyingBytes;
import org.tieline.exposure.column.Packed;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphFollower;
import org.tieline.graph.GraphFollower.Nodes;
import org.tieline.graph.GraphFollower.Origins;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphReader;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.Movement;
import org.tieline.graph.RecordForm;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.question.SnapshotBuilder.Taken;

/**
 * The newest snapshot as a file, so that the next start need not read the graph for it. It is written beside the work, once a
 * snapshot has stood for a while, under another name, and takes its place when it is whole and on the disk. It is used if the
 * graph is in the very state that it names, and deleted otherwise.
 *
 * <p>The file begins with what it is, the form of all that follows, the version of the program and the state of the graph.
 * Then come the facts, from which nodes of the database they are, and a checksum of everything before, which is looked at before anything else is believed. Whatever is
 * wrong with that costs the time to read the graph, and nothing else. At the end are the sentences of ties, which most questions
 * need none of: they stay in the file, and a piece of them is compared with a checksum of its own when it is asked for first, or else
 * after the start, when nobody waits for it.
 */
public final class KeptSnapshot {
    static final RecordForm<LoadedDataset> DATASETS = new RecordForm<>(LoadedDataset.class);
    static final RecordForm<Organization> ORGANIZATIONS = new RecordForm<>(Organization.class);
    static final RecordForm<Source> SOURCES = new RecordForm<>(Source.class);
    static final RecordForm<Ban> BANS = new RecordForm<>(Ban.class);
    static final RecordForm<Membership> MEMBERSHIPS = new RecordForm<>(Membership.class);
    static final RecordForm<Identifier> IDENTIFIERS = new RecordForm<>(Identifier.class);
    static final RecordForm<SubscriberCount> SUBSCRIBERS = new RecordForm<>(SubscriberCount.class);
    static final RecordForm<Movement> MOVEMENTS = new RecordForm<>(Movement.class);
    static final RecordForm<GraphProblem> PROBLEMS = new RecordForm<>(GraphProblem.class);

    /** For how long a snapshot must have stood. */
    static final Duration STANDING = Duration.ofSeconds(5);

    /** No more of the time than one part in so many goes into writing, however large the file is and often the graph changes. */
    private static final int SHARE = 10;

    private static final Logger LOG = LoggerFactory.getLogger(KeptSnapshot.class);
    private static final String WHAT = "Tieline snapshot 3";
    private static final int BUFFER = 1 << 20;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Path file;
    private final Path unfinished;
    private final Duration standing;

    /** The snapshot that was seen last and since when, by {@link System#nanoTime}. */
    private @Nullable Snapshot seen;

    private long since;

    /** The commit of what is in the file, or was tried to be written to it. */
    private @Nullable Commit written;

    /** Before which time none is written, by {@link System#nanoTime}. */
    private volatile long notBefore = System.nanoTime();

    private volatile @Nullable Thread writer;
    private volatile boolean stopped;

    /** What {@link #readAhead} reads, for the first who reads the file. */
    private @Nullable Ahead ahead;

    /**
     * A file that need not be there.
     *
     * @param file in a folder that nobody else uses
     */
    public KeptSnapshot(Path file) {
        this(file, STANDING);
    }

    KeptSnapshot(Path file, Duration standing) {
        this.file = file;
        this.standing = standing;
        unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    }

    /** All that must be the same for a file to be understood. */
    private static String form() {
        return Stream.of(
                        DATASETS,
                        ORGANIZATIONS,
                        SOURCES,
                        BANS,
                        MEMBERSHIPS,
                        IDENTIFIERS,
                        SUBSCRIBERS,
                        MOVEMENTS,
                        PROBLEMS)
                .map(RecordForm::words)
                .collect(Collectors.joining("; ", ProgramVersion.TEXT + "; ", "; " + TieGraph.form()));
    }

    /**
     * A snapshot that was kept.
     *
     * @param goesOn whether all that was committed since can be told by who was asked for it
     */
    record Found(Taken taken, boolean goesOn) {}

    /**
     * What is read before anybody knows whether it fits.
     *
     * @param content empty if the file is not what it should be
     */
    private record Ahead(Thread reading, CompletableFuture<Optional<SnapshotBuilder.Kept>> content) {}

    /** Begins to read the file, if it is there, while the database starts; which state of the graph it is of is asked later. */
    public void readAhead() {
        if (!Files.isRegularFile(file)) {
            return;
        }
        CompletableFuture<Optional<SnapshotBuilder.Kept>> content = new CompletableFuture<>();
        Thread reading = Thread.ofPlatform().name("snapshot-file").daemon().start(() -> {
            try {
                content.complete(beginning().refusal == null ? content() : Optional.empty());
            } catch (IOException | RuntimeException | Error e) {
                content.completeExceptionally(e);
            }
        });
        ahead = new Ahead(reading, content);
    }

    /** What was read ahead, or is read now. */
    private Optional<SnapshotBuilder.Kept> awaited(@Nullable Ahead begun) throws IOException {
        if (begun == null) {
            return content();
        }
        try {
            return begun.content.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** Ends a reading that is of no use, and waits until it takes no more memory. */
    private static void giveUp(@Nullable Ahead begun) {
        if (begun != null) {
            begun.reading.interrupt();
            begun.content.exceptionally(failure -> Optional.empty()).join();
        }
    }

    /**
     * The snapshot that is kept, if it is that of the graph as it stands, or of a state from which somebody can tell what was committed
     * since; else there is no file any more.
     *
     * @param follower null if nobody can tell what was committed; it goes on from the snapshot if it can
     * @throws DatabaseUnavailable if the database cannot be reached, so that nobody knows whether the file fits
     */
    Optional<Found> read(GraphReader reader, @Nullable GraphFollower follower, ReadReleases releases) {
        Ahead begun = ahead;
        ahead = null;
        try {
            Files.deleteIfExists(unfinished);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            long begin = System.nanoTime();
            Beginning beginning = beginning();
            String refusal = beginning.refusal;
            Place place = refusal == null ? place(beginning.state, reader, follower) : null;
            if (place != null) {
                Optional<SnapshotBuilder.Kept> content = awaited(begun);
                Optional<Found> found =
                        content.isPresent() ? place.found(content.get(), reader, releases) : Optional.empty();
                if (found.isPresent()) {
                    written = place.commit;
                    LOG.info(
                            "snapshot {} read from {} in {} ms",
                            found.get().taken().snapshot().version(),
                            file,
                            Duration.ofNanos(System.nanoTime() - begin).toMillis());
                    return found;
                }
                refusal = content.isEmpty() ? "its checksum is wrong" : null;
            }
            LOG.info(
                    "the snapshot in {} is not used and the graph read instead: {}",
                    file,
                    Objects.requireNonNullElse(refusal, "the graph has changed since"));
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.warn("the snapshot in {} cannot be read and the graph is read instead: {}", file, e.toString());
        } finally {
            giveUp(begun);
        }
        delete(file);
        return Optional.empty();
    }

    /**
     * Where a file stands among the states of the graph.
     *
     * @param commit the last before it was written
     * @param follower who can tell what came after that; null if nobody can
     */
    private record Place(Commit commit, @Nullable GraphFollower follower) {
        /** The snapshot of the file, with somebody who goes on from it if it says where its facts came from; empty if that is not the last and nobody does. */
        Optional<Found> found(SnapshotBuilder.Kept content, GraphReader reader, ReadReleases releases) {
            Taken taken = content.taken(commit, reader, releases);
            Origins origins = content.origins();
            if (follower != null && origins != null) {
                follower.goOn(commit, origins);
                return Optional.of(new Found(taken, true));
            }
            return reader.lastCommit().equals(commit) ? Optional.of(new Found(taken, false)) : Optional.empty();
        }
    }

    /** Null if the graph is in another state, and nobody can tell what was committed since. */
    private static @Nullable Place place(String state, GraphReader reader, @Nullable GraphFollower follower) {
        Commit told = follower == null ? null : follower.commitOf(state).orElse(null);
        if (told != null) {
            return new Place(told, follower);
        }
        Commit last = reader.lastCommit();
        return reader.lastingState().equals(Optional.of(state)) ? new Place(last, null) : null;
    }

    /**
     * What a file says of itself before all else.
     *
     * @param refusal why it is not what it should be; null if it is
     * @param state the state of the graph that it is of; empty if it is not what it should be
     */
    private record Beginning(@Nullable String refusal, String state) {
        static Beginning refused(String why) {
            return new Beginning(why, "");
        }
    }

    private Beginning beginning() throws IOException {
        try (DataInputStream in = stream(Files.newInputStream(file))) {
            if (Files.size(file) < Long.BYTES || !in.readUTF().equals(WHAT)) {
                return Beginning.refused("it is no snapshot");
            }
            byte[] form = form().getBytes(UTF_8);
            if (in.readInt() != form.length || !Arrays.equals(in.readNBytes(form.length), form)) {
                return Beginning.refused("another version of the program wrote it");
            }
            return new Beginning(null, in.readUTF());
        }
    }

    /** @param length of what was summed up; if it is none, the checksum is wrong */
    private boolean checksum(long length) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] buffer = new byte[BUFFER];
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            for (long left = length; left > 0; ) {
                int part = (int) Math.min(left, BUFFER);
                in.readFully(buffer, 0, part);
                sum.update(buffer, 0, part);
                left -= part;
            }
            return in.readLong() == sum.getValue();
        }
    }

    /** All that comes after the beginning; empty if the checksum is wrong. */
    private Optional<SnapshotBuilder.Kept> content() throws IOException {
        try (DataInputStream in = stream(Files.newInputStream(file))) {
            in.readUTF();
            RecordForm.readText(in);
            in.readUTF();
            long texts = in.readLong();
            return checksum(Files.size(file) - texts - Long.BYTES)
                    ? Optional.of(new SnapshotBuilder.Kept(in, texts(texts)))
                    : Optional.empty();
        }
    }

    private static DataInputStream stream(InputStream in) {
        return new DataInputStream(new BufferedInputStream(in, BUFFER));
    }

    /**
     * Has a snapshot written beside the work once it has stood for a while. To be called again and again, by one thread.
     *
     * @param origins where the facts of the snapshot came from, if that is known; asked when it is written
     */
    void look(Snapshot newest, GraphReader reader, Supplier<Optional<Origins>> origins) {
        long now = System.nanoTime();
        if (newest != seen) {
            seen = newest;
            since = now;
        }
        boolean due = newest.isLasting()
                && !newest.commit().equals(written)
                && now - since >= standing.toNanos()
                && now - notBefore >= 0
                && (writer == null || !writer.isAlive())
                && !stopped;
        if (!due) {
            return;
        }
        Optional<String> state = reader.lastingState();
        if (state.isPresent() && reader.lastCommit().equals(newest.commit())) {
            written = newest.commit();
            Origins known = origins.get().orElse(null);
            writer = Thread.ofPlatform().name("snapshot-file").daemon().start(() -> write(newest, state.get(), known));
        }
    }

    private void write(Snapshot snapshot, String state, @Nullable Origins origins) {
        long begun = System.nanoTime();
        try {
            writeWhole(snapshot, state, origins);
            LOG.debug("snapshot {} kept in {}", snapshot.version(), file);
        } catch (IOException | RuntimeException e) {
            if (!stopped) {
                LOG.warn("the snapshot is not kept for the next start: {}", e.toString());
            }
            delete(unfinished);
        }
        long took = System.nanoTime() - begun;
        notBefore = System.nanoTime() + (SHARE - 1) * took;
    }

    void writeWhole(Snapshot snapshot, String state, @Nullable Origins origins) throws IOException {
        TieGraph whole = snapshot.search().graph().copied();
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            Summed summed = new Summed(Channels.newOutputStream(channel));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(summed, BUFFER));
            out.writeUTF(WHAT);
            RecordForm.writeText(form(), out);
            out.writeUTF(state);
            out.writeLong(whole.textsLength());
            writeFacts(snapshot, out);
            writeOrigins(origins, snapshot, out);
            whole.write(out);
            out.flush();
            out.writeLong(summed.sum.getValue());
            whole.writeTexts(out);
            out.flush();
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        whole.textsLieIn(texts(whole.textsLength()));
    }

    /** The last bytes of the file, which nobody writes to once it is there. */
    private LyingBytes texts(long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return LyingBytes.of(channel, channel.size() - length, length);
        }
    }

    /** Deletes the file, of which somebody found that it is of no use. */
    void discard() {
        delete(file);
        written = null;
    }

    private static void writeFacts(Snapshot snapshot, DataOutputStream out) throws IOException {
        DATASETS.writeAll(snapshot.dataset().stream(), snapshot.dataset().isPresent() ? 1 : 0, out);
        DATASETS.writeAll(
                snapshot.releases().all().stream(), snapshot.releases().all().size(), out);
        ORGANIZATIONS.writeAll(
                snapshot.organizations().values().stream(),
                snapshot.organizations().size(),
                out);
        SOURCES.writeAll(
                snapshot.sources().values().stream(), snapshot.sources().size(), out);
        BANS.writeAll(snapshot.bans().values().stream(), snapshot.bans().size(), out);
        MEMBERSHIPS.writeAll(
                snapshot.memberships().stream(), snapshot.memberships().size(), out);
        IDENTIFIERS.writeAll(
                snapshot.identifiers().stream(), snapshot.identifiers().size(), out);
        SUBSCRIBERS.writeAll(
                snapshot.subscribers().stream(), snapshot.subscribers().size(), out);
        MOVEMENTS.writeAll(snapshot.movements().stream(), snapshot.movements().size(), out);
        PROBLEMS.writeAll(snapshot.problems().stream(), snapshot.problems().size(), out);
    }

    /** The numbers of nodes alone: those of organizations and of sources stand in the order of these. */
    private static void writeOrigins(@Nullable Origins origins, Snapshot snapshot, DataOutputStream out)
            throws IOException {
        long[] organizations = origins == null
                ? null
                : origins.organizations().inOrderOf(snapshot.organizations().values(), Organization::id);
        long[] sources = origins == null
                ? null
                : origins.sources().inOrderOf(snapshot.sources().values(), Source::id);
        if (origins == null || organizations == null || sources == null) {
            out.writeBoolean(false);
            return;
        }
        out.writeBoolean(true);
        for (long[] numbers : List.of(organizations, sources, origins.bans(), origins.countries(), origins.notes())) {
            Packed.write(out, numbers, numbers.length);
        }
    }

    /**
     * Reads what was written after the facts.
     *
     * @param organizations ids in the order in which they were read
     * @param sources in the same way
     * @return null if it was not known
     */
    static @Nullable Origins readOrigins(List<String> organizations, List<String> sources, DataInputStream in)
            throws IOException {
        return in.readBoolean()
                ? new Origins(
                        new Nodes(Packed.longs(in), organizations.toArray(String[]::new)),
                        new Nodes(Packed.longs(in), sources.toArray(String[]::new)),
                        Packed.longs(in),
                        Packed.longs(in),
                        Packed.longs(in))
                : null;
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted: {}", path, e.toString());
        }
    }

    /** Ends a writing that is under way; what it wrote so far is of no use. */
    void close() {
        stopped = true;
        Thread writing = writer;
        if (writing == null) {
            return;
        }
        try {
            writing.join(STOP_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sums up what passes, and lets nothing more pass once this is closed. */
    private final class Summed extends FilterOutputStream {
        final CRC32C sum = new CRC32C();

        Summed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (stopped) {
                throw new InterruptedIOException("the program ends");
            }
            sum.update(bytes, from, length);
            out.write(bytes, from, length);
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }
    }
}

package org.tieline.start;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.config.Setting;
import org.tieline.model.TielineException.BadSettings;
import org.tieline.model.TielineException.DatabaseUnavailable;

/**
 * That this process, and no other, runs the embedded database of a data folder. The holder tells in files beside the lock
 * where its database and its API listen; the operating system frees the lock when the holder dies, so the files are only
 * believed while somebody holds the lock.
 */
public final class HomeLock implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String OWNER_ALONE = "rw-------";

    private final Path address;
    private final Path api;
    private final FileLock lock;

    private HomeLock(Path home, FileLock lock) {
        this.address = addressFile(home);
        this.api = apiFile(home);
        this.lock = lock;
    }

    /**
     * Takes the lock, and creates the folder if need be.
     *
     * @return empty if another process holds it
     * @throws BadSettings if the folder cannot be written to
     */
    public static Optional<HomeLock> take(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel channel =
                    FileChannel.open(home.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            HomeLock taken = new HomeLock(home, lock);
            taken.deleteFiles();
            return Optional.of(taken);
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private static BadSettings unusable(@Nullable Path home, IOException failure) {
        return new BadSettings(
                List.of("%s must be a folder that can be written to, was %s: %s"
                        .formatted(Setting.TIELINE_HOME, home, failure)),
                failure);
    }

    /** Java refuses a second lock within one process by an exception of its own. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static Path addressFile(Path home) {
        return home.resolve("bolt-address");
    }

    private static Path apiFile(Path home) {
        return home.resolve("api-address");
    }

    /**
     * The API of the process that holds the lock, waited for while that process starts.
     *
     * @return empty if nobody holds the lock, or the holder is no server
     * @throws BadSettings if the folder cannot be read
     * @throws DatabaseUnavailable if the server starts no further
     */
    public static Optional<RunningServer> server(Path home) {
        OtherStart other = null;
        try {
            while (Files.exists(apiFile(home)) && isHeld(home)) {
                List<String> lines = apiLines(home);
                if (lines.size() > 1) {
                    return Optional.of(new RunningServer(
                            URI.create(lines.getFirst()), lines.get(1).isEmpty() ? null : lines.get(1)));
                }
                other = other == null ? new OtherStart(home) : other;
                other.await();
            }
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private static List<String> apiLines(Path home) throws IOException {
        try {
            return Files.readAllLines(apiFile(home));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static boolean isHeld(Path home) throws IOException {
        try (FileChannel channel = FileChannel.open(home.resolve(LOCK), StandardOpenOption.WRITE)) {
            // Closing the channel frees what was taken.
            return tryLock(channel) == null;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Where the database of the process that holds the lock listens; empty while it starts.
     *
     * @throws BadSettings if the folder cannot be read
     */
    static Optional<URI> holder(Path home) {
        try {
            return Optional.of(new URI(Files.readString(addressFile(home)).strip()));
        } catch (NoSuchFileException | URISyntaxException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    /**
     * Tells others that there will be an API.
     *
     * @throws BadSettings if the folder cannot be written to
     */
    public void tellApiStarts() {
        try {
            write(api, "");
        } catch (IOException e) {
            throw unusable(api.getParent(), e);
        }
    }

    /**
     * Tells others of the owner where the API listens.
     *
     * @param base its address, {@code http://host:port/}
     * @param key what it wants in {@code X-API-Key}; null if it wants none
     */
    public void tellApi(URI base, @Nullable String key) throws IOException {
        write(api, "%s\n%s\n".formatted(base, key == null ? "" : key));
    }

    /** Moved into its place, so that nobody reads half of it. */
    private static void write(Path file, String content) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(whole);
        if (Files.getFileStore(whole.getParent()).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.createFile(whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE)));
        }
        Files.writeString(whole, content);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void deleteFiles() throws IOException {
        Files.deleteIfExists(address);
        Files.deleteIfExists(api);
    }

    /**
     * Tells others where the database listens.
     *
     * @throws BadSettings if the folder cannot be written to
     */
    void tell(URI bolt) {
        try {
            write(address, bolt + "\n");
        } catch (IOException e) {
            throw unusable(address.getParent(), e);
        }
    }

    @Override
    public void close() throws IOException {
        deleteFiles();
        lock.acquiredBy().close();
    }
}

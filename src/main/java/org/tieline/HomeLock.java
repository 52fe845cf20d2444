package org.tieline;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.tieline.config.Setting;
import org.tieline.model.TielineException.BadSettings;

/**
 * That this process, and no other, runs the embedded database of a data folder. The holder tells in a file beside the lock
 * where its database listens; the operating system frees the lock when the holder dies, so the file is only believed while
 * somebody holds the lock.
 */
final class HomeLock implements AutoCloseable {
    private final Path address;
    private final FileLock lock;

    private HomeLock(Path address, FileLock lock) {
        this.address = address;
        this.lock = lock;
    }

    /**
     * Takes the lock, and creates the folder if need be.
     *
     * @return empty if another process holds it
     * @throws BadSettings if the folder cannot be written to
     */
    static Optional<HomeLock> take(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel channel =
                    FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            HomeLock taken = new HomeLock(addressFile(home), lock);
            Files.deleteIfExists(taken.address);
            return Optional.of(taken);
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private static BadSettings unusable(Path home, IOException failure) {
        return new BadSettings(
                List.of("%s must be a folder that can be written to, was %s: %s"
                        .formatted(Setting.TIELINE_HOME, home, failure)),
                failure);
    }

    /** Java refuses a second lock within one process by an exception of its own. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static Path addressFile(Path home) {
        return home.resolve("bolt-address");
    }

    /** Where the database of the process that holds the lock listens; empty while it starts. */
    static Optional<URI> holder(Path home) throws IOException {
        try {
            return Optional.of(URI.create(Files.readString(addressFile(home)).strip()));
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Tells others where the database listens.
     *
     * @throws BadSettings if the folder cannot be written to
     */
    void tell(URI bolt) {
        try {
            Files.writeString(address, bolt + System.lineSeparator());
        } catch (IOException e) {
            throw unusable(address.getParent(), e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(address);
        lock.acquiredBy().close();
    }
}

package org.tieline.scratch;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder for what is too much for memory: made when the first file is wanted, and removed with all its files on closing, also
 * with those that somebody gave up writing. What cannot be written is an {@link UncheckedIOException}. For many threads.
 */
public final class Scratch implements Closeable {
    private final @Nullable Path parent;
    private @Nullable Path folder;
    private int files;
    private final List<OutputStream> written = new ArrayList<>();

    private Scratch(@Nullable Path parent) {
        this.parent = parent;
    }

    /** In the system's folder for such files. */
    public static Scratch ofSystem() {
        return new Scratch(null);
    }

    /** In a folder that is there. */
    public static Scratch in(Path parent) {
        return new Scratch(parent);
    }

    /** The name of a new file; it is not there yet. */
    synchronized Path file() {
        try {
            if (folder == null) {
                folder = parent == null
                        ? Files.createTempDirectory("tieline")
                        : Files.createTempDirectory(parent, "scratch");
            }
            return folder.resolve(Integer.toString(files++));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a file; unless somebody ends it before, it ends with the folder, so that it keeps no room on the disk. */
    synchronized OutputStream write(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        written.add(out);
        return out;
    }

    @Override
    public synchronized void close() {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (OutputStream out : written) {
                out.close();
            }
            List<Path> inwards = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : inwards) {
                Files.deleteIfExists(each);
            }
            folder = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.tieline.scratch;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private boolean mapped;
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

    /**
     * A file of zeros as memory, of which the system holds in its own what there is room for. Its memory is given back some time
     * after nobody refers to it; a system that removes no file that is mapped keeps it after the end.
     *
     * @param bytes how many, at most two gigabytes
     */
    public synchronized ByteBuffer map(int bytes) {
        Path file = file();
        mapped = true;
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        } catch (FileSystemException e) {
            if (!mapped) {
                throw new UncheckedIOException(e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.tieline.dataset;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Several files that are written one after the other: into a folder, or into a zip archive that is sent as it grows. */
public abstract class Bundle implements Closeable {
    /** The same for all, so that equal content gives equal archives; the earliest that the format can say. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Bundle() {}

    /** Into a folder that is there; files of the same names must not be. Every file may be read as soon as it is closed. */
    public static Bundle folder(Path folder) {
        return new Folder(folder);
    }

    /** Into a stream, which stays open. */
    public static Bundle zip(OutputStream out) {
        return new Zip(out);
    }

    /**
     * Begins a file. The one before must have been closed.
     *
     * @param name without folders
     */
    public abstract OutputStream begin(String name) throws IOException;

    /** Makes it complete. An archive that was not finished cannot be read as one. */
    public abstract void finish() throws IOException;

    /** Releases what is held, finished or not; completes nothing. */
    @Override
    public void close() {}

    private static final class Folder extends Bundle {
        private final Path folder;

        Folder(Path folder) {
            this.folder = folder;
        }

        @Override
        public OutputStream begin(String name) throws IOException {
            return new BufferedOutputStream(Files.newOutputStream(
                    folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        }

        @Override
        public void finish() {}
    }

    private static final class Zip extends Bundle {
        private final Archive zip;

        Zip(OutputStream out) {
            zip = new Archive(out);
        }

        @Override
        public void close() {
            zip.release();
        }

        /** Closing an archive would complete it, and close the stream below. */
        private static final class Archive extends ZipOutputStream {
            Archive(OutputStream out) {
                super(out);
            }

            void release() {
                def.end();
            }
        }

        @Override
        public OutputStream begin(String name) throws IOException {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(TIME);
            zip.putNextEntry(entry);
            return new FilterOutputStream(zip) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                }

                @Override
                public void close() throws IOException {
                    zip.closeEntry();
                }
            };
        }

        @Override
        public void finish() throws IOException {
            zip.finish();
        }
    }
}

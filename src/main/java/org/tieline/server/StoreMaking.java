package org.tieline.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.fs.FileSystemAbstraction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The making of the store by a first start. Neo4j does not always start on a store whose making was cut short. Nobody has
 * written into such a store, as it was not open yet; so it is made anew. A mark beside the store tells, from before its first
 * file is written until it is open; a store without a mark is never touched.
 */
final class StoreMaking {
    private static final Logger LOG = LoggerFactory.getLogger(StoreMaking.class);

    private final Path data;
    private final Path mark;

    private StoreMaking(Path folder) {
        data = folder.resolve("data");
        mark = folder.resolve("unfinished");
    }

    /**
     * Before a start, by the one process that runs the database of the folder: puts away what a start that was cut short has
     * left of a store.
     *
     * @param folder of the database; made if there is none
     * @throws UncheckedIOException if it cannot be written to
     */
    static StoreMaking begin(Path folder) {
        StoreMaking making = new StoreMaking(folder);
        try {
            if (Files.exists(making.mark)) {
                LOG.info("the making of the database in {} was cut short; it is made anew", folder);
                making.deleteStore();
            } else if (making.isWithoutStore()) {
                Files.createDirectories(folder);
                Files.createFile(making.mark);
            }
            return making;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isWithoutStore() throws IOException {
        if (Files.notExists(data)) {
            return true;
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.findAny().isEmpty();
        }
    }

    /** The folder itself stays: it may be where a disk is mounted. */
    private void deleteStore() throws IOException {
        try (FileSystemAbstraction files = new DefaultFileSystemAbstraction()) {
            if (files.fileExists(data)) {
                for (Path each : files.listFiles(data)) {
                    if (files.isDirectory(each)) {
                        files.deleteRecursively(each);
                    } else {
                        files.deleteFile(each);
                    }
                }
            }
        }
    }

    /** The store is open, and before anybody can write into it. */
    void finish() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

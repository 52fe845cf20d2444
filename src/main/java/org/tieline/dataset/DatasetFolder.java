package org.tieline.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the folders that are read together.
 *
 * @param number its place among them, from 0
 * @param path where it is
 * @param alone whether there is no other, so that errors need not say which folder they are in
 */
record DatasetFolder(int number, Path path, boolean alone) {
    static List<DatasetFolder> of(List<Path> paths) {
        return IntStream.range(0, paths.size())
                .mapToObj(number -> new DatasetFolder(number, paths.get(number), paths.size() == 1))
                .toList();
    }

    /** What errors call a file of it. */
    String label(String file) {
        return alone ? file : path.resolve(file).toString();
    }
}

package org.tieline.command;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.ExportFormat;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.model.TielineException.BadQuestion;

/**
 * The file or folder that an export goes to. It is written beside its place under another name and moved there when it is
 * complete; closing it before removes it.
 */
final class ExportTarget implements Closeable {
    private static final String PARAMETER = "to";

    /** What an export may have written into a folder. */
    private static final Set<String> OWN = Set.of("csv", "json", "args", "txt", "cypher");

    private final Path place;
    private final Path written;
    private final ExportFormat format;
    private final boolean folder;
    private @Nullable OutputStream out;

    private ExportTarget(Path place, Path written, ExportFormat format, boolean folder) {
        this.place = place;
        this.written = written;
        this.format = format;
        this.folder = folder;
    }

    /**
     * Looks whether something may be written there, and makes room beside it.
     *
     * @param force whether something may be there already
     * @throws BadQuestion if the place is taken, or is nowhere
     */
    static ExportTarget at(Path path, ExportFormat format, boolean force) throws IOException {
        Path place = path.toAbsolutePath().normalize();
        boolean folder =
                format.isFolder() && !place.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        Path parent = place.getParent();
        if (parent == null || place.getFileName() == null || !Files.isDirectory(parent)) {
            throw new BadQuestion(PARAMETER, "to must lie in a folder that is there, was " + path);
        }
        if (Files.isDirectory(place)) {
            requireRoom(place, path, folder, force);
        } else if (Files.exists(place) && (folder || !force)) {
            throw new BadQuestion(
                    PARAMETER,
                    folder
                            ? "to must be a folder or not be there, was a file: " + path
                            : "to must not be there, or --force be given: " + path);
        }
        // Java's own temporary files could be read by their owner alone, and would stay so.
        Path written = parent.resolve(".%s.part%s".formatted(place.getFileName(), UUID.randomUUID()));
        if (folder) {
            Files.createDirectory(written);
        }
        return new ExportTarget(place, written, format, folder);
    }

    private static void requireRoom(Path place, Path path, boolean folder, boolean force) throws IOException {
        if (!folder) {
            throw new BadQuestion(PARAMETER, "to must be the name of a file, was a folder: " + path);
        }
        List<Path> there;
        try (Stream<Path> files = Files.list(place)) {
            there = files.toList();
        }
        if (there.isEmpty()) {
            return;
        }
        if (!force) {
            throw new BadQuestion(PARAMETER, "to must be an empty folder, or --force be given: " + path);
        }
        there.stream().filter(file -> !isOwn(file)).findFirst().ifPresent(other -> {
            throw new BadQuestion(
                    PARAMETER,
                    "to must hold nothing but what an export wrote, has %s: %s".formatted(other.getFileName(), path));
        });
        if (there.stream().noneMatch(ExportTarget::marks)) {
            throw new BadQuestion(
                    PARAMETER,
                    "to must hold what an export wrote, has no datapackage.json and no import.args: " + path);
        }
    }

    private static boolean isOwn(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && OWN.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static boolean marks(Path file) {
        return file.endsWith("datapackage.json") || file.endsWith("import.args");
    }

    boolean isFolder() {
        return folder;
    }

    /** Where it is as long as it is not complete. */
    Path written() {
        return written;
    }

    ExportWriter open() throws IOException {
        if (folder) {
            return format.openFolder(written);
        }
        out = new BufferedOutputStream(Files.newOutputStream(written, StandardOpenOption.CREATE_NEW));
        return format.open(out);
    }

    /** Moves it to its place. */
    void complete() throws IOException {
        if (out != null) {
            out.close();
        }
        if (folder) {
            delete(place);
            Files.move(written, place);
        } else {
            Files.move(written, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
        if (folder) {
            delete(written);
        } else {
            Files.deleteIfExists(written);
        }
    }
}

package org.tieline.exchange.release;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.DatasetDifference;
import org.tieline.dataset.DatasetReader;
import org.tieline.exchange.release.Croissant.Measured;
import org.tieline.model.DataError;
import org.tieline.model.Dataset;
import org.tieline.model.Sha256;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.InvalidData;

/**
 * The folder of a release: the files of a folder of data, and beside them {@code changes.jsonl}, {@code datasheet.md},
 * {@code croissant.json}, {@code SHA256SUMS} and the dump of a database.
 */
public final class ReleaseFolder {
    /** The name that a server looks for which loads it as its database. */
    public static final String DUMP = "neo4j.dump";

    private static final String PACKAGE = "datapackage.json";
    private static final String CHANGES = "changes.jsonl";
    private static final String DATASHEET = "datasheet.md";
    private static final String CROISSANT = "croissant.json";
    private static final String SUMS = "SHA256SUMS";
    private static final String INFERRED = "inferred-dates.txt";

    /** What is made anew, so that a release can be released again. */
    private static final Set<String> MADE = Set.of(CHANGES, DATASHEET, CROISSANT, SUMS, DUMP);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter()
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private ReleaseFolder() {}

    /**
     * What is released.
     *
     * @param data the folder with the tables and their data package, which states a version
     * @param since the folder of the release before; null if this is the first
     * @param into a folder that is not there yet, in one that is
     * @param url where people find the data set; null for what the data package says
     */
    public record Request(
            Path data,
            @Nullable Path since,
            Path into,
            @Nullable URI url) {}

    /**
     * What was released.
     *
     * @param files the names of all files, sorted
     * @param changed how many facts differ from the release before; 0 without one
     * @param before the version of the release before; null without one
     * @param unusedReasons lines of {@code reasons.csv} that are about none of the changes
     */
    public record Released(
            Dataset dataset,
            List<String> files,
            int changed,
            @Nullable String before,
            List<Long> unusedReasons) {}

    /** Makes the dump of a database that holds a data set. */
    @FunctionalInterface
    public interface Dump {
        /** @param file not there yet */
        void write(Dataset dataset, Path file) throws IOException;
    }

    /**
     * Writes all of it beside its place, and moves it there when it is complete.
     *
     * @param dump null to do without
     * @throws BadQuestion if there is something at its place
     * @throws InvalidData if the data have errors, or their data package lacks what a release must say
     * @throws UncheckedIOException if a file cannot be read or written; nothing is left then
     */
    public static Released write(Request request, @Nullable Dump dump) {
        Path into = request.into().toAbsolutePath().normalize();
        if (into.getParent() == null || !Files.isDirectory(into.getParent()) || Files.exists(into)) {
            throw new BadQuestion("into", "into must be a new folder in one that is there, was " + request.into());
        }
        Dataset dataset = DatasetReader.read(List.of(request.data()));
        if (!dataset.isRelease()) {
            throw new InvalidData(
                    List.of(new DataError(PACKAGE, 0, "version", "", "must be there: a release has a version")));
        }
        DatasetDifference difference =
                request.since() == null ? null : DatasetDifference.between(request.since(), request.data());
        if (difference != null && difference.oldVersion().equals(difference.newVersion())) {
            throw new BadQuestion(
                    "since", "since must be a release of another version than " + difference.newVersion());
        }
        try {
            Path beside = Files.createDirectory(
                    into.resolveSibling(".%s-%s".formatted(into.getFileName(), UUID.randomUUID())));
            try {
                fill(beside, request, dataset, difference, dump);
                List<String> files = List.copyOf(names(beside));
                Files.move(beside, into, StandardCopyOption.ATOMIC_MOVE);
                return new Released(
                        dataset,
                        files,
                        difference == null ? 0 : difference.changes().size(),
                        difference == null ? null : difference.oldVersion(),
                        difference == null ? List.of() : difference.unusedReasons());
            } finally {
                delete(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot be written: " + e.getMessage(), e);
        }
    }

    private static void fill(
            Path folder, Request request, Dataset dataset, @Nullable DatasetDifference difference, @Nullable Dump dump)
            throws IOException {
        for (String name : names(request.data())) {
            if (!MADE.contains(name)) {
                Files.copy(request.data().resolve(name), folder.resolve(name));
            }
        }
        JsonNode description = JSON.readTree(folder.resolve(PACKAGE).toFile());
        if (difference != null) {
            write(
                    folder.resolve(CHANGES),
                    difference.changes().stream()
                            .map(change -> ChangeLines.of(change) + "\n")
                            .collect(Collectors.joining()));
        }
        // Lacking a day, the description below says what is missing.
        String created = description.path("created").asText();
        Path inferred = folder.resolve(INFERRED);
        if (created.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            write(
                    folder.resolve(DATASHEET),
                    Datasheet.of(
                            dataset,
                            LocalDate.parse(created.substring(0, 10)),
                            Files.exists(inferred) ? Set.copyOf(Files.readAllLines(inferred)) : Set.of()));
        }
        Map<String, Measured> measured = measured(folder);
        write(
                folder.resolve(CROISSANT),
                JSON.writer(PRINTER)
                                .writeValueAsString(
                                        Croissant.of(description, dataset.sha256(), request.url(), measured))
                        + "\n");
        if (dump != null) {
            dump.write(dataset, folder.resolve(DUMP));
        }
        write(
                folder.resolve(SUMS),
                measured(folder).entrySet().stream()
                        .map(file -> "%s  %s\n".formatted(file.getValue().sha256(), file.getKey()))
                        .collect(Collectors.joining()));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** The names of the files of a folder, sorted; hidden ones and folders are none. */
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Measured> measured(Path folder) throws IOException {
        Map<String, Measured> measured = new TreeMap<>();
        for (String name : names(folder)) {
            MessageDigest digest = Sha256.begin();
            try (InputStream in = new DigestInputStream(Files.newInputStream(folder.resolve(name)), digest)) {
                long bytes = in.transferTo(OutputStream.nullOutputStream());
                measured.put(name, new Measured(bytes, Sha256.hex(digest)));
            }
        }
        return measured;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

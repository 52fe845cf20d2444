package org.tieline.exchange.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.DatasetWriter;
import org.tieline.dataset.PackageHead;
import org.tieline.model.DataError;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.InvalidData;

/**
 * Makes a folder of data of what an import took. The folder is written, read back and checked as any other, together with
 * the one that it will stand beside; a row that the checks refuse is left with their words as the reason, and so on until
 * nothing is refused. The folder appears under its name when it is complete.
 */
public final class ImportedFolder {
    /** Each round leaves a row at least. What needs more has something else wrong with it. */
    private static final int MOST_ROUNDS = 50;

    private final ImportedFacts facts;
    private final PackageHead head;
    private final ImportTarget target;

    private ImportedFolder(ImportedFacts facts, PackageHead head, ImportTarget target) {
        this.facts = facts;
        this.head = head;
        this.target = target;
    }

    /**
     * Writes it, unless nothing is left to write.
     *
     * @throws BadQuestion if the folder cannot be made
     * @throws InvalidData if the checks refuse something that no row of the import is to blame for
     */
    public static ImportReport write(ImportedFacts facts, PackageHead head, ImportTarget target) {
        requireNothingAt(target.into());
        ImportedFolder folder = new ImportedFolder(facts, head, target);
        try {
            return folder.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws BadQuestion if there is something already, or the folder around it is not there */
    public static void requireNothingAt(Path into) {
        Path parent = into.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new BadQuestion("into", "into must be a new folder in one that is there, was " + into);
        }
        if (Files.exists(into)) {
            try (Stream<Path> files = Files.list(into)) {
                if (files.findAny().isPresent()) {
                    throw new BadQuestion("into", "into must be a new or empty folder, was " + into);
                }
            } catch (IOException e) {
                throw new BadQuestion("into", "into must be a new or empty folder, was " + into);
            }
        }
    }

    private ImportReport write() throws IOException {
        Path into = target.into().toAbsolutePath().normalize();
        Path work = Files.createTempDirectory(into.getParent(), "." + into.getFileName() + "-");
        try {
            Dataset sound = null;
            for (int round = 0; sound == null; round++) {
                Path attempt = Files.createDirectory(work.resolve(Integer.toString(round)));
                Dataset dataset = facts.dataset(head.version());
                ImportReport report = facts.report(dataset);
                if (report.isEmpty()) {
                    return report;
                }
                DatasetWriter.write(dataset, head, attempt);
                sound = checked(attempt, round) ? dataset : null;
                if (sound != null) {
                    Files.deleteIfExists(into);
                    Files.move(attempt, into);
                }
            }
            return facts.report(sound);
        } finally {
            delete(work);
        }
    }

    private boolean checked(Path attempt, int round) {
        try {
            target.check(attempt);
            return true;
        } catch (InvalidData e) {
            Rows rows = new Rows(attempt, target.beside() == null);
            List<DataError> ours = e.errors().stream().filter(rows::has).toList();
            if (ours.isEmpty() || round == MOST_ROUNDS) {
                throw e;
            }
            ours.forEach(error -> leave(error, rows));
            return false;
        }
    }

    private void leave(DataError error, Rows rows) {
        String remedy = RefusalReason.withoutLine(error.remedy());
        String reason = RefusalReason.of(error);
        String said = "%s \"%s\" %s".formatted(error.column(), error.value(), remedy);
        String id = Objects.requireNonNullElse(rows.id(error), "");
        switch (rows.table(error)) {
            case "organizations.csv" -> leaveOrganization(error, id, reason, said);
            case "sources.csv" -> facts.sources().leaveAgain(id, reason, said);
            case "ties.csv" -> facts.ties().leaveAgain(id, reason, said);
            case "identifiers.csv" -> facts.identifiers().leaveAgain(id, reason, said);
            default -> facts.bans().leaveAgain(id, reason, said);
        }
    }

    /** One whose successor cannot be stays without it. */
    private void leaveOrganization(DataError error, String id, String reason, String said) {
        Organization organization = facts.organizations().get(id);
        if (!error.column().equals("successor")) {
            facts.organizations().leaveAgain(id, reason, said);
        } else if (organization != null && organization.successor() != null) {
            facts.organizations().replace(organization.living(organization.since(), organization.until(), null));
            facts.change("its successor is left: " + reason, "%s: %s".formatted(id, said));
        }
    }

    /** Finds the ids of rows that were written, which errors name by file and line. */
    private static final class Rows {
        private static final List<String> IDENTIFIER_KEY = List.of("organization", "scheme", "value", "since");

        private final Path folder;
        private final boolean alone;
        private final Map<String, Map<Long, String>> ids = new HashMap<>();

        /** @param alone whether errors name files without their folder */
        Rows(Path folder, boolean alone) {
            this.folder = folder;
            this.alone = alone;
        }

        boolean has(DataError error) {
            Path file = Path.of(error.file());
            return (alone || folder.equals(file.getParent())) && id(error) != null;
        }

        String table(DataError error) {
            return Path.of(error.file()).getFileName().toString();
        }

        @Nullable
        String id(DataError error) {
            return ids.computeIfAbsent(table(error), this::read).get(error.line());
        }

        private Map<Long, String> read(String table) {
            Map<Long, String> byLine = new HashMap<>();
            if (Files.exists(folder.resolve(table)) && table.endsWith(".csv")) {
                List<String> key = table.equals("identifiers.csv") ? IDENTIFIER_KEY : List.of("id");
                PublishedCsv.read(
                        folder.resolve(table),
                        key,
                        row -> byLine.put(row.line(), key.stream().map(row::get).collect(Collectors.joining(" "))));
            }
            return byLine;
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

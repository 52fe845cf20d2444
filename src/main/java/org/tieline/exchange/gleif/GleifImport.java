package org.tieline.exchange.gleif;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.PackageHead;
import org.tieline.exchange.imports.ForeignText;
import org.tieline.exchange.imports.ImportNotes;
import org.tieline.exchange.imports.ImportProgress;
import org.tieline.exchange.imports.ImportReport;
import org.tieline.exchange.imports.ImportTarget;
import org.tieline.exchange.imports.PublishedCsv;
import org.tieline.exchange.imports.PublishedFile;
import org.tieline.exchange.imports.PublishedLines;
import org.tieline.exchange.imports.StreamedFolder;
import org.tieline.model.Dataset;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.naming.column.TextNumbers;
import org.tieline.scratch.SortedRows;

/**
 * Makes a folder of data of the golden copies that the Global Legal Entity Identifier Foundation publishes: level 1, who is
 * who, in the LEI-CDF format 3.1, and level 2, who consolidates whom, in the RR-CDF format 2.1, with the exceptions that say why
 * somebody names no parent, in the format 2.1, all as CSV, as they are or in the zip files they come in.
 *
 * <p>Each is read once, row by row, and what is kept in memory is some forty bytes of each identifier and thirty of each
 * relationship: relationships first, then entities, whose rows are sorted in files on the way. Whoever is above somebody who is
 * wanted is taken too, to the top, whatever its country.
 *
 * <p>The identifier of each entity goes into the table of identifiers. An entity whose identifier the data beside have is the
 * organization that has it there. One that is over is taken with its end, and with its successor if that is taken too.
 *
 * <p>Level 2 says whose accounts take in whose (accounting consolidation, as IFRS 10 or a national standard has it), and not
 * what share anybody holds. {@code IS_DIRECTLY_CONSOLIDATED_BY} becomes an {@code OWNS} tie of the parent without percentage,
 * which says so in its summary. {@code IS_ULTIMATELY_CONSOLIDATED_BY} becomes one only where no chain of direct ones leads
 * from the child to that parent, and says that others may stand between them.
 */
public final class GleifImport {
    private static final Pattern STAMP = Pattern.compile("(?:^|\\D)(20\\d{2})(\\d{2})(\\d{2})(?:\\D|$)");
    private static final PackageHead.License CC0 = new PackageHead.License(
            "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0 Universal");

    private static final String DATA_SET =
            "https://www.gleif.org/en/lei-data/gleif-golden-copy/download-the-golden-copy";

    private final Request request;
    private final ImportTarget target;
    private final ImportProgress progress;
    private final StreamedFolder folder;
    private final ImportNotes notes = new ImportNotes();

    private GleifImport(Request request, ImportTarget target, ImportProgress progress, StreamedFolder folder) {
        this.request = request;
        this.target = target;
        this.progress = progress;
        this.folder = folder;
    }

    /**
     * What is imported.
     *
     * @param entities the level 1 file
     * @param relationships the level 2 file; null to take organizations alone
     * @param exceptions the file of reporting exceptions; null if nobody wants to know
     * @param leis identifiers to take, in capitals
     * @param countries ISO 3166-1 alpha-2 codes: what has its legal address there is taken too
     * @param all whether everything is taken
     * @param published the day of the golden copy; null to take it from the name of the file, as GLEIF writes it
     */
    public record Request(
            Path entities,
            @Nullable Path relationships,
            @Nullable Path exceptions,
            Set<String> leis,
            Set<String> countries,
            boolean all,
            @Nullable PartialDate published) {
        /** @throws BadQuestion if it takes all and some, or does not say what, or names what is no country */
        public Request {
            leis = Set.copyOf(leis);
            countries = Set.copyOf(countries);
            if (leis.isEmpty() && countries.isEmpty() && !all) {
                throw new BadQuestion("countries", "countries or a list of LEIs must say what to take, or all");
            }
            if (all && !(leis.isEmpty() && countries.isEmpty())) {
                throw new BadQuestion("all", "all must stand without countries and a list of LEIs");
            }
            for (String country : countries) {
                if (!country.equals(ForeignText.country(country))) {
                    throw new BadQuestion(
                            "countries", "countries must be ISO 3166-1 alpha-2 codes in use, was " + country);
                }
            }
        }
    }

    /**
     * Reads a list of identifiers, one a line, in the first column; a header, empty lines and what follows a comma are
     * passed over.
     *
     * @throws org.tieline.model.TielineException.InvalidData if a line has something else
     */
    public static Set<String> leis(Path list) {
        Set<String> leis = new HashSet<>();
        PublishedLines.read(list, (number, line) -> {
            String first = ForeignText.clean(line == null ? "…" : line.split("[,;\t]", 2)[0])
                    .replace("\"", "");
            if (IdentifierScheme.LEI.accepts(first)) {
                leis.add(first);
            } else if (!first.isEmpty()
                    && !(number == 1 && first.toLowerCase(Locale.ROOT).contains("lei"))) {
                throw PublishedCsv.invalid(
                        list.getFileName().toString(),
                        number,
                        first,
                        "must be a legal entity identifier: 18 letters and digits and two check digits");
            }
        });
        return leis;
    }

    /**
     * Imports.
     *
     * @param progress hears of every row
     * @throws BadQuestion if the folder cannot be made
     * @throws org.tieline.model.TielineException.InvalidData if a file cannot be read to its end, or lacks a column
     */
    public static ImportReport run(Request request, ImportTarget target, ImportProgress progress) {
        try (StreamedFolder folder = new StreamedFolder(target)) {
            return new GleifImport(request, target, progress, folder).run();
        }
    }

    private ImportReport run() {
        Beside beside = new Beside(target.known());
        TextNumbers numbers = new TextNumbers();
        Consolidations consolidations = request.relationships() == null
                ? new Consolidations()
                : GleifRelationships.read(request.relationships(), numbers, notes, progress);
        SortedRows rows = folder.sorted();
        GleifEntities reading = new GleifEntities(request, numbers, consolidations, beside, notes, rows);
        reading.read(progress);
        Entities entities = reading.entities();
        Ancestry ancestry = new Ancestry(consolidations, entities, numbers.size());
        BitSet named = new BitSet();
        reading.wanted().forEach(entity -> ancestry.climb(entity, named));
        reading.leaveOthers(named);
        reading.successions().resolve(notes);
        Path dated = request.relationships() == null ? request.entities() : request.relationships();
        PartialDate published = published(dated);
        GleifTies ties = new GleifTies(
                consolidations,
                ancestry,
                entities,
                numbers,
                beside,
                notes,
                dated.getFileName().toString(),
                source("rr", "Level 2 relationship records", published));
        SortedRows tieRows = folder.sorted();
        ties.choose(tieRows);
        if (request.exceptions() != null) {
            GleifExceptions.read(request.exceptions(), numbers, entities, ties, notes, progress);
        }
        if (entities.count() == 0) {
            return notes.report(new ImportReport.Taken(0, 0, 0, 0, 0));
        }
        Source source = beside.source(source("lei2", "Level 1 entity records", published(request.entities())));
        GleifTables tables = new GleifTables(reading, ties, beside, numbers, notes, source, progress);
        folder.write(head(published), writer -> tables.write(writer, rows, tieRows, folder.sorted()));
        return notes.report(tables.taken());
    }

    private @Nullable PartialDate published(Path file) {
        return request.published() == null ? stamp(file) : request.published();
    }

    /** A golden copy. */
    private static Source source(String file, String records, @Nullable PartialDate published) {
        return new Source(
                "gleif-" + file + (published == null ? "" : "-" + published),
                "GLEIF",
                records + ", golden copy" + (published == null ? "" : " of " + published),
                published,
                DATA_SET);
    }

    private static PackageHead head(@Nullable PartialDate published) {
        return PackageHead.of(
                "gleif",
                "From the golden copies of GLEIF",
                "Legal entities, and which accounts for which in its consolidated accounts, as the Global Legal Entity "
                        + "Identifier Foundation publishes them.",
                published == null ? Dataset.UNVERSIONED : "gleif-" + published,
                CC0);
    }

    /** The day in {@code 20260916-0800-gleif-goldencopy-rr-golden-copy.csv}. */
    private static @Nullable PartialDate stamp(Path file) {
        PartialDate day = stamp(file.getFileName().toString());
        if (day == null) {
            try (PublishedFile packed = PublishedFile.open(file)) {
                day = stamp(packed.name());
            } catch (IOException e) {
                throw PublishedCsv.invalid(file.getFileName().toString(), 0, "", "cannot be read: " + e);
            }
        }
        return day;
    }

    private static @Nullable PartialDate stamp(String name) {
        Matcher stamp = STAMP.matcher(name);
        try {
            return stamp.find()
                    ? PartialDate.parse(String.join("-", List.of(stamp.group(1), stamp.group(2), stamp.group(3))))
                    : null;
        } catch (InvalidValue e) {
            return null;
        }
    }
}

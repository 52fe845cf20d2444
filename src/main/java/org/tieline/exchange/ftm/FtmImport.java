package org.tieline.exchange.ftm;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.PackageHead;
import org.tieline.exchange.imports.ForeignText;
import org.tieline.exchange.imports.ImportReport;
import org.tieline.exchange.imports.ImportTarget;
import org.tieline.exchange.imports.ImportedFacts;
import org.tieline.exchange.imports.ImportedFolder;
import org.tieline.exchange.imports.PublishedLines;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.exchange.imports.RefusalReason;
import org.tieline.model.Dataset;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Source;
import org.tieline.model.TielineException.BadQuestion;

/**
 * Makes a folder of data of a file of FollowTheMoney entities, JSON Lines. The file is read twice, line by line: for the
 * organizations and documents, then for what ties them, whose order in the file is free.
 *
 * <p>Taken are Company, Organization and PublicBody; Ownership as a stake; Sanction as a ban; UnknownLink where its role is
 * the type of a tie, and not otherwise, as a link that nobody named may be anything; Succession as the successor of an
 * organization that has ended; Document as a source. All other schemata are left and counted.
 */
public final class FtmImport {
    private static final Set<String> CLAIMS =
            Set.of(FtmWords.OWNERSHIP, FtmWords.UNKNOWN_LINK, FtmWords.SANCTION, FtmWords.SUCCESSION);

    private FtmImport() {}

    /**
     * What is imported.
     *
     * @param file the entities, as they are or in a .zip or .gz
     * @param publisher who publishes the file; null if that is not said
     * @param published when; null if that is not known
     * @param url where it can be had; null if that is not said
     * @param scope what sanctions that do not say what they forbid are taken to forbid; null to leave them
     */
    public record Request(
            Path file,
            @Nullable String publisher,
            @Nullable PartialDate published,
            @Nullable String url,
            @Nullable Scope scope) {
        /** @throws BadQuestion if no source can be made of it */
        public Request {
            try {
                source(file, publisher, published, url);
            } catch (InvalidValue e) {
                throw new BadQuestion(e);
            }
        }

        /** The source of claims that name none of their own. */
        Source source() {
            return source(file, publisher, published, url);
        }

        /** When the file was as it is: the last day on which it may have been published, else today. */
        LocalDate day() {
            return published == null ? LocalDate.now() : published.lastDay();
        }

        private static Source source(
                Path file, @Nullable String publisher, @Nullable PartialDate published, @Nullable String url) {
            String name = file.getFileName().toString();
            return new Source(
                    "ftm" + (ForeignText.kebab(name).isEmpty() ? "" : "-" + ForeignText.kebab(name)),
                    publisher == null ? "[FollowTheMoney file]" : publisher,
                    "[FollowTheMoney entities in %s]".formatted(name),
                    published,
                    url);
        }
    }

    /**
     * Imports.
     *
     * @throws org.tieline.model.TielineException.BadQuestion if the folder cannot be made
     * @throws org.tieline.model.TielineException.InvalidData if the file cannot be read to its end
     */
    public static ImportReport run(Request request, ImportTarget target) {
        ImportedFolder.requireNothingAt(target.into());
        ImportedFacts facts = new ImportedFacts();
        ImportTarget.Known known = target.known();
        FtmThings things = new FtmThings(known, facts);
        each(request.file(), facts, true, entity -> {
            if (!CLAIMS.contains(entity.schema())) {
                things.take(entity);
            }
        });
        FtmSources sources = new FtmSources(request.source(), things, facts);
        FtmTies ties = new FtmTies(things, sources, facts);
        FtmIdentifiers identifiers = new FtmIdentifiers(known, sources, facts);
        FtmBans bans = new FtmBans(request.scope(), request.day(), things, sources, facts);
        each(request.file(), facts, false, entity -> {
            switch (entity.schema()) {
                case FtmWords.OWNERSHIP -> ties.takeStake(entity);
                case FtmWords.UNKNOWN_LINK -> ties.takeLink(entity);
                case FtmWords.SANCTION -> bans.take(entity);
                case FtmWords.SUCCESSION -> things.takeSuccession(entity);
                case FtmWords.COMPANY, FtmWords.ORGANIZATION, FtmWords.PUBLIC_BODY ->
                    things.taken(entity).ifPresent(taken -> identifiers.take(entity, taken));
                default -> {}
            }
        });
        return ImportedFolder.write(facts, head(request), target);
    }

    private static PackageHead head(Request request) {
        return PackageHead.of(
                "followthemoney",
                "From a file of FollowTheMoney entities",
                "Organizations, stakes, links and sanctions of %s."
                        .formatted(request.file().getFileName()),
                request.published() == null ? Dataset.UNVERSIONED : "ftm-" + request.published(),
                null);
    }

    /** @param counting whether lines that are no entities are to be counted; once is enough */
    private static void each(Path file, ImportedFacts facts, boolean counting, Consumer<FtmEntity> taker) {
        String name = file.getFileName().toString();
        PublishedLines.read(file, (number, line) -> {
            if (line != null && line.isBlank()) {
                return;
            }
            FtmEntity entity;
            try {
                if (line == null) {
                    throw new FtmEntity.Left("the line is longer than %d characters".formatted(PublishedLines.LONGEST));
                }
                entity = FtmEntity.parse(name, number, line);
            } catch (FtmEntity.Left left) {
                if (counting) {
                    facts.leave(left.reason(), new RecordPlace(name, number, line == null ? "…" : line));
                }
                return;
            }
            try {
                taker.accept(entity);
            } catch (FtmEntity.Left left) {
                facts.leave("%s: %s".formatted(entity.schema(), left.reason()), entity.origin());
            } catch (InvalidValue refusal) {
                facts.leave("%s: %s".formatted(entity.schema(), RefusalReason.of(refusal)), entity.origin());
            }
        });
    }
}

package org.tieline.exchange.gleif;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.DatasetWriter;
import org.tieline.exchange.imports.ImportNotes;
import org.tieline.exchange.imports.ImportProgress;
import org.tieline.exchange.imports.ImportReport;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.naming.column.TextNumbers;
import org.tieline.scratch.SortedRows;

/** Writes the tables of what was taken, from the rows that were sorted on the way. */
final class GleifTables {
    private final Entities entities;
    private final Successions successions;
    private final GleifEntities places;
    private final GleifTies ties;
    private final Beside beside;
    private final TextNumbers numbers;
    private final ImportNotes notes;
    private final Source source;
    private final ImportProgress progress;
    private @Nullable String lastId;
    private long organizations;
    private long written;
    private long identifiers;

    /** @param source what states the identifiers */
    GleifTables(
            GleifEntities reading,
            GleifTies ties,
            Beside beside,
            TextNumbers numbers,
            ImportNotes notes,
            Source source,
            ImportProgress progress) {
        this.entities = reading.entities();
        this.successions = reading.successions();
        this.places = reading;
        this.ties = ties;
        this.beside = beside;
        this.numbers = numbers;
        this.notes = notes;
        this.source = source;
        this.progress = progress;
    }

    /** @param found takes identifiers until their table has its turn */
    void write(DatasetWriter writer, SortedRows entityRows, SortedRows tieRows, SortedRows found) {
        entityRows.forEach((id, row) -> {
            EntityRow entity = EntityRow.of(id, row);
            if (entities.isTaken(entity.entity())) {
                organization(id, entity, writer);
                identifier(id, entity, found);
            }
        });
        tieRows.forEach((id, row) -> {
            writer.tie(ties.tie(row));
            written++;
            progress.done("ties.csv", written, (double) written / ties.count());
        });
        if (identifiers > 0) {
            writer.source(source);
        }
        if (written > 0) {
            writer.source(ties.source());
        }
        long[] done = new long[1];
        found.forEach((key, lei) -> {
            writer.identifier(
                    identifier(key.substring(0, key.indexOf(' ')), new String(lei, StandardCharsets.US_ASCII)));
            done[0]++;
            progress.done("identifiers.csv", done[0], (double) done[0] / identifiers);
        });
    }

    /** Several entities may be one organization of the data beside. */
    private void organization(String id, EntityRow row, DatasetWriter writer) {
        if (id.equals(lastId)) {
            return;
        }
        lastId = id;
        Organization organization = row.organization();
        String heir = successions.of(row.entity());
        if (row.contradicted()) {
            notes.change(
                    "entity: its creation is left, as it contradicts its end",
                    places.place(row.line(), numbers.get(row.entity())).toString());
        }
        if (organization == null) {
            writer.organization(Objects.requireNonNull(entities.known(row.entity())));
        } else {
            writer.organization(
                    heir == null
                            ? organization
                            : organization.living(organization.since(), organization.until(), heir));
        }
        organizations++;
        progress.done("organizations.csv", organizations, (double) organizations / entities.count());
    }

    private void identifier(String id, EntityRow row, SortedRows found) {
        String lei = numbers.get(row.entity());
        Identifier identifier = identifier(id, lei);
        if (beside.holders(lei).stream().anyMatch(holder -> holder.id().equals(id))) {
            return;
        }
        if (beside.hasEnded(identifier)) {
            RecordPlace place = places.place(row.line(), lei);
            notes.leave("identifier: in the data beside it has ended for the same organization", place);
            return;
        }
        found.add(identifier.key(), lei.getBytes(StandardCharsets.US_ASCII));
        identifiers++;
    }

    private Identifier identifier(String organization, String lei) {
        return new Identifier(organization, IdentifierScheme.LEI, lei, null, null, List.of(source.id()));
    }

    /** How many rows were written. */
    ImportReport.Taken taken() {
        long sources = (identifiers > 0 ? 1 : 0) + (written > 0 ? 1 : 0);
        return new ImportReport.Taken(organizations, written, 0, sources, identifiers);
    }
}

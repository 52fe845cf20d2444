package org.tieline.exchange.gleif;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.ImportNotes;
import org.tieline.exchange.imports.ImportProgress;
import org.tieline.exchange.imports.PublishedCsv;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;
import org.tieline.naming.column.TextNumbers;

/** Level 2: reads who is consolidated by whom, before anybody knows which of them are wanted. */
final class GleifRelationships {
    private static final String CHILD = "Relationship.StartNode.NodeID";
    private static final String PARENT = "Relationship.EndNode.NodeID";
    private static final String TYPE = "Relationship.RelationshipType";
    private static final String STATUS = "Relationship.RelationshipStatus";
    private static final String REGISTRATION = "Registration.RegistrationStatus";
    private static final String UPDATED = "Registration.LastUpdateDate";
    private static final String CORROBORATION = "Registration.ValidationSources";
    private static final String DIRECT = "IS_DIRECTLY_CONSOLIDATED_BY";
    private static final String ULTIMATE = "IS_ULTIMATELY_CONSOLIDATED_BY";

    private static final List<Period> PERIODS = IntStream.rangeClosed(1, 5)
            .mapToObj(i -> "Relationship.Period.%d.".formatted(i))
            .map(period -> new Period(period + "periodType", period + "startDate", period + "endDate"))
            .toList();

    private final String file;
    private final TextNumbers numbers;
    private final ImportNotes notes;
    private final Consolidations consolidations = new Consolidations();

    /** The columns of a period. */
    private record Period(String type, String begin, String end) {}

    /** A relationship that is not taken, and why. */
    private static final class Left extends RuntimeException {
        private final String reason;

        Left(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }

    private GleifRelationships(String file, TextNumbers numbers, ImportNotes notes) {
        this.file = file;
        this.numbers = numbers;
        this.notes = notes;
    }

    /** Reads the file; rows that are broken are left at once. */
    static Consolidations read(Path path, TextNumbers numbers, ImportNotes notes, ImportProgress progress) {
        GleifRelationships reading = new GleifRelationships(path.getFileName().toString(), numbers, notes);
        notes.read(
                reading.file,
                PublishedCsv.read(path, List.of(CHILD, PARENT, TYPE, STATUS, REGISTRATION), progress, reading::take));
        return reading.consolidations;
    }

    /** Where a relationship stands, and what it is. */
    static RecordPlace place(String file, long line, String child, String type, String parent) {
        return new RecordPlace(file, line, child + " " + type + " " + parent);
    }

    private void take(PublishedCsv.Row row) {
        String child = row.get(CHILD);
        String parent = row.get(PARENT);
        String type = row.get(TYPE);
        if (!row.whole()) {
            leave(row, "not as many fields as the header has");
        } else if (!IdentifierScheme.LEI.accepts(child) || !IdentifierScheme.LEI.accepts(parent)) {
            leave(row, "an end of it is no legal entity identifier with right check digits");
        } else {
            int ofChild = numbers.add(child);
            int ofParent = numbers.add(parent);
            try {
                consolidations.add(row.line(), ofChild, ofParent, said(type, row));
            } catch (Left left) {
                consolidations.addRefused(row.line(), ofChild, ofParent, type, left.reason);
            }
        }
    }

    private void leave(PublishedCsv.Row row, String reason) {
        notes.leave("relationship: " + reason, place(file, row.line(), row.get(CHILD), row.get(TYPE), row.get(PARENT)));
    }

    private static Consolidations.Said said(String type, PublishedCsv.Row row) {
        if (!type.equals(DIRECT) && !type.equals(ULTIMATE)) {
            throw new Left("%s is no consolidation of accounts".formatted(type.isEmpty() ? "an empty type" : type));
        }
        if (!row.get(STATUS).equals("ACTIVE")) {
            throw new Left("its status is %s, not ACTIVE".formatted(shown(row.get(STATUS))));
        }
        PartialDate verified = verified(row);
        Period period = period(row);
        return new Consolidations.Said(
                type,
                type.equals(DIRECT),
                period == null ? null : day(row, period.begin(), "the startDate of its relationship period"),
                period == null ? null : day(row, period.end(), "the endDate of its relationship period"),
                verified,
                row.get(CORROBORATION).equals("FULLY_CORROBORATED"));
    }

    /** A record that nobody has renewed says how things were when it was last looked at. */
    private static @Nullable PartialDate verified(PublishedCsv.Row row) {
        String registration = row.get(REGISTRATION);
        if (registration.equals("PUBLISHED")) {
            return null;
        }
        if (!registration.equals("LAPSED")) {
            throw new Left("its registration is %s, not PUBLISHED".formatted(shown(registration)));
        }
        PartialDate updated = day(row, UPDATED, "its last update");
        if (updated == null) {
            throw new Left("its registration is LAPSED, and no date says when it was last looked at");
        }
        return updated;
    }

    private static String shown(String status) {
        return status.isEmpty() ? "empty" : status;
    }

    /** The one period that is about the relationship itself, not about accounts or documents; null if none is. */
    private static @Nullable Period period(PublishedCsv.Row row) {
        Period found = null;
        for (Period period : PERIODS) {
            if (row.get(period.type()).equals("RELATIONSHIP_PERIOD")) {
                if (found != null) {
                    throw new Left("it has several relationship periods");
                }
                found = period;
            }
        }
        return found;
    }

    private static @Nullable PartialDate day(PublishedCsv.Row row, String column, String what) {
        try {
            return PackedDate.day(row, column);
        } catch (InvalidValue e) {
            throw new Left("%s is no date".formatted(what));
        }
    }
}

package org.tieline.exchange.gleif;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.tieline.exchange.imports.ImportNotes;
import org.tieline.exchange.imports.ImportProgress;
import org.tieline.exchange.imports.PublishedCsv;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.model.IdentifierScheme;
import org.tieline.naming.column.TextNumbers;

/**
 * Level 2, reporting exceptions: reads why entities that were taken name no parent. The tables have no place for what is known
 * not to be; so the report tells how many parents are known to be none, how many are kept back, and of how many nothing is known.
 */
final class GleifExceptions {
    private static final String LEI = "LEI";
    private static final String CATEGORY = "Exception.Category";
    private static final String REASON = "Exception.Reason.1";
    private static final String DIRECT = "DIRECT_ACCOUNTING_CONSOLIDATION_PARENT";
    private static final String ULTIMATE = "ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT";

    /** Reasons which say that nobody consolidates the entity. */
    private static final Set<String> NONE = Set.of("NATURAL_PERSONS", "NO_KNOWN_PERSON", "NON_CONSOLIDATING");

    /** Reasons which say that it is not told who does; all but the first are of older versions of the format. */
    private static final Set<String> UNTOLD = Set.of(
            "NON_PUBLIC",
            "BINDING_LEGAL_COMMITMENTS",
            "LEGAL_OBSTACLES",
            "CONSENT_NOT_OBTAINED",
            "DETRIMENT_NOT_EXCLUDED",
            "DISCLOSURE_DETRIMENTAL");

    private final String file;
    private final TextNumbers numbers;
    private final Entities entities;
    private final GleifTies ties;
    private final ImportNotes notes;
    private final BitSet direct = new BitSet();
    private final BitSet ultimate = new BitSet();

    private GleifExceptions(String file, TextNumbers numbers, Entities entities, GleifTies ties, ImportNotes notes) {
        this.file = file;
        this.numbers = numbers;
        this.entities = entities;
        this.ties = ties;
        this.notes = notes;
    }

    /** Reads the file; the ties must have been chosen. */
    static void read(
            Path path,
            TextNumbers numbers,
            Entities entities,
            GleifTies ties,
            ImportNotes notes,
            ImportProgress progress) {
        GleifExceptions reading = new GleifExceptions(path.getFileName().toString(), numbers, entities, ties, notes);
        notes.read(reading.file, PublishedCsv.read(path, List.of(LEI, CATEGORY, REASON), progress, reading::take));
        reading.tellOfOthers();
    }

    private void take(PublishedCsv.Row row) {
        String lei = row.get(LEI);
        String category = row.get(CATEGORY);
        boolean isDirect = category.equals(DIRECT);
        int entity = numbers.find(lei);
        if (!row.whole()) {
            leave("not as many fields as the header has", row, lei);
        } else if (!IdentifierScheme.LEI.accepts(lei)) {
            leave("no legal entity identifier with right check digits", row, lei);
        } else if (!entities.isTaken(entity)) {
            notes.leave("exception: its entity was not taken");
        } else if (!isDirect && !category.equals(ULTIMATE)) {
            leave("its category is %s".formatted(category.isEmpty() ? "empty" : category), row, lei);
        } else if ((isDirect ? direct : ultimate).get(entities.organization(entity))) {
            leave("an earlier line tells of the same parent", row, lei);
        } else {
            int organization = entities.organization(entity);
            (isDirect ? direct : ultimate).set(organization);
            String parent = isDirect ? "direct" : "ultimate";
            if (isDirect ? ties.hasDirect(organization) : ties.hasUltimate(organization)) {
                notes.tell(
                        "%s parent: one is on record, though an exception says why none is named".formatted(parent),
                        place(row, lei));
            } else {
                notes.tell("%s parent: %s".formatted(parent, meaning(row.get(REASON))), null);
            }
        }
    }

    private void leave(String reason, PublishedCsv.Row row, String lei) {
        notes.leave("exception: " + reason, place(row, lei));
    }

    private String place(PublishedCsv.Row row, String lei) {
        return new RecordPlace(file, row.line(), lei + " " + row.get(CATEGORY)).toString();
    }

    private static String meaning(String reason) {
        if (NONE.contains(reason)) {
            return "there is none (%s)".formatted(reason);
        }
        if (UNTOLD.contains(reason)) {
            return "who it is, is not made public (%s)".formatted(reason);
        }
        return reason.equals("NO_LEI")
                ? "there is one without an identifier (NO_LEI)"
                : "it is not named (%s)".formatted(reason.isEmpty() ? "no reason given" : reason);
    }

    private void tellOfOthers() {
        for (int i = entities.next(0); i >= 0; i = entities.next(i + 1)) {
            if (!direct.get(i) && !ties.hasDirect(i)) {
                notes.tell("direct parent: none on record, and no exception says why", null);
            }
            if (!ultimate.get(i) && !ties.hasUltimate(i)) {
                notes.tell("ultimate parent: none on record, and no exception says why", null);
            }
        }
    }
}

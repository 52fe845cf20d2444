package org.tieline.dataset;

import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.naming.Nearest;
import org.tieline.naming.column.LongList;
import org.tieline.naming.column.TextNumbers;

/**
 * The ids of one table, those of rows with errors included, so that a bad cell makes no reference to its row dangle. Of a table
 * that no row refers to, only those ids are kept that a first look found twice.
 */
final class Ids {
    /** In a folder where very many references dangle, the first of them get a suggestion. */
    private static final long MOST_COMPARISONS = 50_000_000;

    private static final int RECENT = 1 << 12;

    /** Marks the place of a row that has an id as it stands, and not only in another case or with space around it. */
    private static final long LITERAL = 1L << 62;

    /** So many bits of a place are its line; the number of its folder is above. */
    private static final int LINE_BITS = 40;

    private final DatasetTable table;
    private final List<DatasetFolder> folders;

    /** Tells which ids are kept; null if all are. */
    private final @Nullable FirstLook kept;

    private final TextNumbers known = new TextNumbers();

    /** By the number of the id. */
    private final LongList places = new LongList();

    /** Ids that were asked for, each at the place of its hash: many references to one take the memory of one. */
    private final @Nullable String[] recent = new String[RECENT];

    /** The numbers of these ids; -1 where one is unknown. */
    private final int[] recentNumbers = new int[RECENT];

    private long comparisons;
    private boolean complete = true;

    private Ids(DatasetTable table, List<DatasetFolder> folders, @Nullable FirstLook kept) {
        this.table = table;
        this.folders = folders;
        this.kept = kept;
    }

    /** Of a table that rows refer to. */
    static Ids all(DatasetTable table, List<DatasetFolder> folders) {
        return new Ids(table, folders, null);
    }

    /** Of a table that none refers to. */
    static Ids repeated(DatasetTable table, List<DatasetFolder> folders, FirstLook look) {
        return new Ids(table, folders, look);
    }

    /**
     * Notes the id of a row as it stands in the file; without space around it and in lower case it counts too.
     *
     * @return the place of an earlier row with the same id; empty if there is none or the id is empty
     */
    Optional<RowPlace> add(String id, RowPlace place) {
        if (id.isEmpty() || !isKept(id)) {
            return Optional.empty();
        }
        String meant = id.strip().toLowerCase(Locale.ROOT);
        if (!meant.equals(id)) {
            note(meant, packed(place));
        }
        int number = note(id, packed(place) | LITERAL);
        long earlier = places.get(number);
        if ((earlier & LITERAL) == 0) {
            places.set(number, packed(place) | LITERAL);
            return Optional.empty();
        }
        return earlier == (packed(place) | LITERAL) ? Optional.empty() : Optional.of(place(earlier));
    }

    private boolean isKept(String id) {
        return kept == null || kept.mayRepeat(id);
    }

    private int note(String id, long place) {
        int number = known.add(id);
        if (number == places.size()) {
            places.add(place);
        }
        return number;
    }

    private static long packed(RowPlace place) {
        return (long) place.folder() << LINE_BITS | place.line();
    }

    private RowPlace place(long packed) {
        int folder = (int) ((packed & ~LITERAL) >>> LINE_BITS);
        return new RowPlace(folder, folders.get(folder).label(table.file()), packed & (1L << LINE_BITS) - 1);
    }

    /** From now on every id counts as known, as rows of the table could not be read. */
    void markIncomplete() {
        complete = false;
    }

    /** The same id as one instance where it was asked for lately; null if it is unknown. */
    @Nullable
    String canonical(String id) {
        int slot = id.hashCode() & RECENT - 1;
        String before = recent[slot];
        if (before != null && before.equals(id)) {
            return before;
        }
        int number = known.find(id);
        if (complete && number < 0) {
            return null;
        }
        recent[slot] = id;
        recentNumbers[slot] = number;
        return id;
    }

    /** The number of an id, from 0; -1 if no row has it. */
    int number(String id) {
        int slot = id.hashCode() & RECENT - 1;
        return recentNumbers[slot] >= 0 && id.equals(recent[slot]) ? recentNumbers[slot] : known.find(id);
    }

    /** Where the row is that has an id as it stands; empty if none has. */
    Optional<RowPlace> place(String id) {
        int number = known.find(id);
        return number < 0 || (places.get(number) & LITERAL) == 0
                ? Optional.empty()
                : Optional.of(place(places.get(number)));
    }

    /** What would be right instead of an unknown id. */
    String remedy(String unknown) {
        String remedy = "must be the id of a row in " + table.file();
        comparisons += known.size();
        if (comparisons > MOST_COMPARISONS) {
            return remedy;
        }
        return Nearest.among(new All(), unknown).stream()
                .findFirst()
                .map(id -> "%s; did you mean %s?".formatted(remedy, id))
                .orElse(remedy);
    }

    /** All ids, each made when it is looked at. */
    private final class All extends AbstractList<String> {
        @Override
        public String get(int number) {
            return known.get(number);
        }

        @Override
        public int size() {
            return known.size();
        }
    }
}

package org.tieline.dataset;

import java.util.Arrays;
import java.util.List;
import org.tieline.naming.column.LongList;
import org.tieline.naming.column.RepeatedLongs;
import org.tieline.naming.column.TextNumbers;

/**
 * What a look over the keys of a table tells before its rows are read: how many there are, whether they are sorted, and which keys
 * come more than once, so that no others need be kept. Takes 8 to 12 bytes a row while it looks.
 */
final class FirstLook {
    /** Of a table in which no key is known to come twice. */
    static final FirstLook NOTHING = new FirstLook(0, false, new long[0]);

    private final long rows;
    private final boolean ascending;

    /** The hashes of keys that come twice, and of few others; sorted. */
    private final long[] twice;

    private FirstLook(long rows, boolean ascending, long[] twice) {
        this.rows = rows;
        this.ascending = ascending;
        this.twice = twice;
    }

    /** @param each is handed every row too */
    static FirstLook over(DatasetTable table, List<DatasetFolder> folders, TableFile.Look each) {
        Keys keys = new Keys();
        for (DatasetFolder folder : folders) {
            TableFile.lookOver(folder, table, (key, cell) -> {
                keys.add(key);
                each.at(key, cell);
            });
        }
        return keys.seen();
    }

    /** What is gathered while it looks. */
    private static final class Keys {
        private final RepeatedLongs hashes = new RepeatedLongs();
        private String last = "";
        private boolean ascending = true;

        void add(String key) {
            ascending &= last.compareTo(key) < 0;
            last = key;
            hashes.add(TextNumbers.hash(key));
        }

        FirstLook seen() {
            long rows = hashes.size();
            LongList twice = new LongList();
            hashes.handOver(twice::add);
            twice.sort();
            return new FirstLook(rows, ascending, twice.toArray());
        }
    }

    /** The number of rows in all folders, those with errors too. */
    long rows() {
        return rows;
    }

    /** Whether every key comes after the one before, so that none comes twice. */
    boolean isAscending() {
        return ascending;
    }

    /** Whether more than one row may have a key. */
    boolean mayRepeat(String key) {
        return twice.length > 0 && Arrays.binarySearch(twice, TextNumbers.hash(key)) >= 0;
    }
}

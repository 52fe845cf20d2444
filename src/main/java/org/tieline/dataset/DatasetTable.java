package org.tieline.dataset;

import java.util.Arrays;
import java.util.List;

/** The tables of a data set, each with its columns in canonical order; a file may order them otherwise. */
enum DatasetTable {
    ORGANIZATIONS("organizations.csv", "organization", "id", "name", "kind", "country", "aliases", "formerIds"),

    TIES(
            "ties.csv",
            "tie",
            "id",
            "from",
            "type",
            "to",
            "since",
            "until",
            "percent",
            "segment",
            "generation",
            "evidence",
            "sources",
            "summary"),

    BANS(
            "bans.csv",
            "ban",
            "id",
            "government",
            "country",
            "targets",
            "named",
            "carriers",
            "nature",
            "scope",
            "status",
            "reported",
            "announced",
            "effective",
            "deadline",
            "ended",
            "sources",
            "ownershipRule",
            "summary"),

    SOURCES("sources.csv", "source", "id", "publisher", "title", "published", "url"),

    /** May be absent: a data set need not know of any bloc. */
    MEMBERSHIPS("memberships.csv", "membership", "bloc", "country", "since", "until", "sources");

    private final String file;
    private final String noun;
    private final List<String> columns;

    DatasetTable(String file, String noun, String... columns) {
        this.file = file;
        this.noun = noun;
        this.columns = List.of(columns);
    }

    /** The name of its file inside the folder. */
    String file() {
        return file;
    }

    /** What one row describes. */
    String noun() {
        return noun;
    }

    /** The names of its columns, those of the key first. */
    List<String> columns() {
        return columns;
    }

    /** Whether a file may lack the column, which is then empty in all its rows. */
    boolean isOptional(String column) {
        return this == BANS && column.equals("ownershipRule") || this == ORGANIZATIONS && column.equals("formerIds");
    }

    /** The columns whose cells, taken together, no two rows share. */
    List<String> key() {
        return this == MEMBERSHIPS ? columns.subList(0, 3) : columns.subList(0, 1);
    }

    /** Whether a folder may do without it. */
    boolean isOptional() {
        return this == MEMBERSHIPS;
    }

    /** The file names of all tables, in the order in which errors are reported. */
    static List<String> files() {
        return Arrays.stream(values()).map(DatasetTable::file).toList();
    }
}

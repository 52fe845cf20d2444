package org.tieline.dataset;

import java.util.Arrays;
import java.util.List;

/** The four tables of a data set, each with its columns in canonical order; a file may order them otherwise. */
enum Table {
    ORGANIZATIONS("organizations.csv", "organization", "id", "name", "kind", "country", "aliases"),

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

    SOURCES("sources.csv", "source", "id", "publisher", "title", "published", "url");

    private final String file;
    private final String noun;
    private final List<String> columns;

    Table(String file, String noun, String... columns) {
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

    /** The names of its columns, {@code id} first. */
    List<String> columns() {
        return columns;
    }

    /** Whether a file may lack the column, which is then empty in all its rows. */
    boolean isOptional(String column) {
        return this == BANS && column.equals("ownershipRule");
    }

    /** The file names of all tables, in the order in which errors are reported. */
    static List<String> files() {
        return Arrays.stream(values()).map(Table::file).toList();
    }
}

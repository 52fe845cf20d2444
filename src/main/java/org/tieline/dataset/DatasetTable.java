package org.tieline.dataset;

import java.util.List;
import java.util.Set;

/** The tables of a data set, each with its columns in canonical order; a file may order them otherwise. */
enum DatasetTable {
    ORGANIZATIONS(
            "organizations.csv",
            Set.of("formerIds", "since", "until", "successor"),
            "id",
            "name",
            "kind",
            "country",
            "aliases",
            "formerIds",
            "since",
            "until",
            "successor"),

    TIES(
            "ties.csv",
            Set.of("removing", "verified", "share", "shareOn", "countries"),
            "id",
            "from",
            "type",
            "to",
            "since",
            "removing",
            "verified",
            "until",
            "percent",
            "share",
            "shareOn",
            "segment",
            "generation",
            "countries",
            "evidence",
            "sources",
            "summary"),

    BANS(
            "bans.csv",
            Set.of("replaces"),
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
            "replaces",
            "sources",
            "ownershipRule",
            "summary"),

    SOURCES(
            "sources.csv",
            Set.of("archivedUrl", "retrieved", "sha256"),
            "id",
            "publisher",
            "title",
            "published",
            "url",
            "archivedUrl",
            "retrieved",
            "sha256"),

    /** May be absent: a data set need not know of any bloc. */
    MEMBERSHIPS("memberships.csv", Set.of(), "bloc", "country", "since", "until", "sources"),

    /** May be absent: a data set need not know what registers call its organizations. */
    IDENTIFIERS("identifiers.csv", Set.of(), "organization", "scheme", "value", "since", "until", "sources"),

    /** May be absent: a data set need not count. */
    SUBSCRIBERS("subscribers.csv", Set.of(), "organization", "on", "millions", "sources");

    private final String file;
    private final Set<String> later;
    private final List<String> columns;

    DatasetTable(String file, Set<String> later, String... columns) {
        this.file = file;
        this.later = later;
        this.columns = List.of(columns);
    }

    /** The name of its file inside the folder. */
    String file() {
        return file;
    }

    /** Its name among the tables: {@code ties}. */
    String label() {
        return file.substring(0, file.length() - ".csv".length());
    }

    /** The names of its columns, those of the key first. */
    List<String> columns() {
        return columns;
    }

    /** Whether the column came after data sets without it were published, whose digest must stay what it was. */
    boolean cameLater(String column) {
        return later.contains(column);
    }

    /** Whether a file may lack the column, which is then empty in all its rows. */
    boolean isOptional(String column) {
        return cameLater(column)
                || this == BANS && column.equals("ownershipRule")
                || this == IDENTIFIERS && (column.equals("since") || column.equals("until"));
    }

    /** The columns whose cells, taken together, no two rows share. */
    List<String> key() {
        return switch (this) {
            case ORGANIZATIONS, TIES, BANS, SOURCES -> columns.subList(0, 1);
            case MEMBERSHIPS -> columns.subList(0, 3);
            case IDENTIFIERS -> columns.subList(0, 4);
            case SUBSCRIBERS -> columns.subList(0, 2);
        };
    }

    /** The last column of the key that no file may lack: errors of a row as a whole name it. */
    String keyColumn() {
        return key().stream().filter(column -> !isOptional(column)).toList().getLast();
    }

    /** Whether a folder may do without it. */
    boolean isOptional() {
        return this == MEMBERSHIPS || this == IDENTIFIERS || this == SUBSCRIBERS;
    }
}

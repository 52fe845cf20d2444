package org.tieline.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The folders that a command reads as one data set. */
final class DataFolders {
    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description =
                    "Folder with organizations.csv, ties.csv, bans.csv, sources.csv and, if it has any, memberships.csv.")
    private List<Path> paths;

    /** In their order, at least one. */
    List<Path> paths() {
        return paths;
    }
}

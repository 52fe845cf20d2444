package org.tieline.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tieline.exchange.release.ReleaseFolder;
import org.tieline.exchange.release.ReleaseFolder.Released;
import org.tieline.start.DumpedGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes of a folder of data a release that others can fetch, check and cite. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Write a release of a folder of CSV files, for others to fetch, check and cite.",
        sortOptions = false,
        description = {
            "A new folder with the files of DIR, and beside them changes.jsonl (what changed since the last release, and why), "
                    + "datasheet.md (figures), croissant.json (MLCommons Croissant 1.1), neo4j.dump (a database of Neo4j with the "
                    + "data) and SHA256SUMS. It is there whole or not at all. The same data give the same bytes, but for the dump.",
            "datapackage.json in DIR must state version, description, created, licenses and contributors."
        })
final class ReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of the data; it must pass check.")
    private Path data;

    @Option(
            names = "--into",
            paramLabel = "NEW",
            required = true,
            description = "The folder that is made; it must not be there yet.")
    private Path into;

    @Option(
            names = "--since",
            paramLabel = "OLD",
            description = "Folder of the last release; without it there is no changes.jsonl.")
    private Path since;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where people find the data set; homepage of datapackage.json if absent.")
    private URI url;

    @Option(names = "--without-dump", description = "Make no neo4j.dump, which takes the start of a database.")
    private boolean withoutDump;

    @Override
    public Integer call() {
        Released released = ReleaseFolder.write(
                new ReleaseFolder.Request(data, since, into, url), withoutDump ? null : DumpedGraph::write);
        PrintWriter out = spec.commandLine().getOut();
        out.println("release %s, sha256 %s"
                .formatted(released.dataset().version(), released.dataset().sha256()));
        if (released.before() != null) {
            out.println("%d facts changed since %s".formatted(released.changed(), released.before()));
        }
        released.files().forEach(out::println);
        if (!released.unusedReasons().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("rows of reasons.csv that fit no change: line "
                            + released.unusedReasons().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")));
        }
        return 0;
    }
}

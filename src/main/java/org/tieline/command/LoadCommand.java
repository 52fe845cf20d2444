package org.tieline.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tieline.config.Settings;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.LoadReport;
import org.tieline.graph.bolt.LoadReport.Changes;
import org.tieline.model.DataError;
import org.tieline.model.Dataset;
import org.tieline.model.DatasetSummary;
import org.tieline.model.FactSink;
import org.tieline.model.FactSink.Feed;
import org.tieline.model.TielineException.InvalidData;
import org.tieline.start.Connection;
import org.tieline.start.DatasetStream;
import org.tieline.start.FirstImport;
import org.tieline.start.LoadProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes the graph say what a folder says. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Load folders of CSV files into the graph.",
        description = {
            "Checks the folder, then writes all of it or nothing. What a former load wrote and the folder no longer has is "
                    + "removed; what was made by hand stays. May run while a server does. Much data for an embedded database that "
                    + "is not there yet is imported in bounded memory. A load of many changes that is killed is gone on with or "
                    + "undone by the next load or start.",
            "Several folders are read as if their tables were one: a row may refer to rows of any of them, the same row in two "
                    + "of them is one, and two rows with the same id that differ are an error."
        })
final class LoadCommand implements Callable<Integer> {
    @ParentCommand
    private TielineCommand tieline;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataFolders folders;

    @Option(
            names = "--keep-only",
            description = "Keep what this release held, for knownAt to name it, and leave the graph as it is.")
    private boolean keepOnly;

    @Override
    public Integer call() {
        Settings settings = tieline.settings();
        if (!keepOnly) {
            Optional<DatasetSummary> imported = FirstImport.run(settings, folders.paths(), new LoadProgress());
            if (imported.isPresent()) {
                print(imported.get(), spec.commandLine().getOut());
                return 0;
            }
        }
        Feed facts = facts();
        if (keepOnly && !facts.isReleased()) {
            throw new InvalidData(List.of(
                    new DataError("datapackage.json", 0, "version", "", "must be there: a release has a version")));
        }
        try (Connection connection = Connection.visiting(settings)) {
            DatasetLoader loader = connection.loader();
            Described described = new Described(facts);
            if (keepOnly) {
                boolean kept = loader.keep(described);
                DatasetSummary release = described.summary();
                spec.commandLine()
                        .getOut()
                        .println("release %s, sha256 %s: %s"
                                .formatted(release.version(), release.sha256(), kept ? "kept" : "was kept before"));
                return 0;
            }
            LoadReport report = loader.load(described, new LoadProgress());
            print(described.summary(), report, spec.commandLine().getOut());
        }
        return 0;
    }

    /** Of little it is known whether it is sound before a database is started; much is not gone through twice. */
    private Feed facts() {
        if (FirstImport.isMuch(folders.paths())) {
            return new DatasetStream(folders.paths());
        }
        Dataset dataset = DatasetReader.read(folders.paths());
        DatasetStream.requireSome(folders.paths(), DatasetSummary.of(dataset));
        return Feed.of(dataset);
    }

    /** Facts that are described when they were gone through. */
    private static final class Described implements Feed {
        private final Feed facts;
        private @Nullable DatasetSummary summary;

        Described(Feed facts) {
            this.facts = facts;
        }

        @Override
        public boolean isReleased() {
            return facts.isReleased();
        }

        @Override
        public DatasetSummary handTo(FactSink sink) {
            DatasetSummary handed = facts.handTo(sink);
            summary = handed;
            return handed;
        }

        DatasetSummary summary() {
            return Objects.requireNonNull(summary, "nobody has gone through the facts");
        }
    }

    /** Of a graph that was empty. */
    private static void print(DatasetSummary imported, PrintWriter out) {
        out.println("data set %s, sha256 %s".formatted(imported.version(), imported.sha256()));
        out.println(
                "imported into an empty graph: %d organizations, %d ties, %d bans, %d sources, %d memberships, %d identifiers, %d counts of subscribers"
                        .formatted(
                                imported.organizations(),
                                imported.ties(),
                                imported.bans(),
                                imported.sources(),
                                imported.memberships(),
                                imported.identifiers(),
                                imported.subscribers()));
    }

    private static void print(DatasetSummary dataset, LoadReport report, PrintWriter out) {
        out.println("data set %s, sha256 %s".formatted(dataset.version(), dataset.sha256()));
        print("organizations", report.organizations(), out);
        print("ties", report.ties(), out);
        print("bans", report.bans(), out);
        print("sources", report.sources(), out);
        print("memberships", report.memberships(), out);
        print("identifiers", report.identifiers(), out);
        print("subscribers", report.subscribers(), out);
        report.kept().forEach(id -> out.println("kept, as something made by hand hangs on it: " + id));
    }

    private static void print(String kind, Changes changes, PrintWriter out) {
        out.println("%s: %d added, %d updated, %d removed, %d unchanged"
                .formatted(kind, changes.added(), changes.updated(), changes.removed(), changes.unchanged()));
    }
}

package org.tieline.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.tieline.dataset.DatasetReader;
import org.tieline.model.Dataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is wrong with a folder. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Check folders of CSV files without loading them.",
        description = {
            "Prints every error on a line of its own: file:line: column: \"value\": what would be right.",
            "What is no error and still doubtful is printed as a warning, and the exit code is that of a sound folder.",
            "Several folders are checked as load would join them."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataFolders folders;

    @Override
    public Integer call() {
        DatasetReader.Checked checked = DatasetReader.check(folders.paths());
        Dataset dataset = checked.dataset();
        PrintWriter out = spec.commandLine().getOut();
        checked.warnings().forEach(warning -> out.println("warning: " + warning));
        out.println(
                "data set %s, sha256 %s: %d organizations, %d ties, %d bans, %d sources, %d memberships%s%s, no errors%s"
                        .formatted(
                                dataset.version(),
                                dataset.sha256(),
                                dataset.organizations().size(),
                                dataset.ties().size(),
                                dataset.bans().size(),
                                dataset.sources().size(),
                                dataset.memberships().size(),
                                ifAny(dataset.identifiers(), "identifiers"),
                                ifAny(dataset.subscribers(), "counts of subscribers"),
                                ifAny(checked.warnings(), "warnings")));
        return 0;
    }

    private static String ifAny(List<?> found, String what) {
        return found.isEmpty() ? "" : ", %d %s".formatted(found.size(), what);
    }
}

package org.tieline.command;

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
            "Several folders are checked as load would join them."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataFolders folders;

    @Override
    public Integer call() {
        Dataset dataset = DatasetReader.read(folders.paths());
        spec.commandLine()
                .getOut()
                .println(
                        "data set %s, sha256 %s: %d organizations, %d ties, %d bans, %d sources, %d memberships, no errors"
                                .formatted(
                                        dataset.version(),
                                        dataset.sha256(),
                                        dataset.organizations().size(),
                                        dataset.ties().size(),
                                        dataset.bans().size(),
                                        dataset.sources().size(),
                                        dataset.memberships().size()));
        return 0;
    }
}

package org.tieline.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import org.tieline.start.ShippedData;
import org.tieline.start.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Does what Java is to learn. The script that starts the program has told Java where to keep it. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Let Java learn this program, so that it starts and loads faster from then on.",
        description = {
            "Starts, loads and asks the shipped data in a folder that is removed afterwards, while Java watches. What Java learned, "
                    + "some 260 MB, is kept as tieline.aot beside bin and lib, and every command uses it if it is there. Takes about a "
                    + "minute and wants Java 25 or newer; another Java has to learn anew. The file may be deleted at any time."
        })
final class TrainCommand implements Callable<Integer> {
    private static final String OUTPUT = "-XX:AOTCacheOutput=";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .noneMatch(flag -> flag.startsWith(OUTPUT))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Java was not told to keep what it learns; call bin/tieline of the unpacked archive with train alone");
        }
        TrainingRun.run(ShippedData.folder()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "the shipped data, seed-data, are not there; unpack the archive again")));
        return 0;
    }
}

package org.tieline.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tieline.Tieline;
import org.tieline.testing.Served;

/**
 * The program in a process of its own, as a benchmark starts it: of the classes of this build; or as it is packed, with what Java
 * has learned of it, where the environment names it, {@code PACKED_TIELINE=target/tieline/bin/tieline}.
 */
final class Program {
    private static final String PACKED = "PACKED_TIELINE";

    private Program() {}

    /**
     * What starts it.
     *
     * @param heap its most, {@code 1g}
     * @param arguments of the program
     */
    static List<String> command(String heap, List<String> arguments) {
        List<String> command = new ArrayList<>(
                isPacked() ? List.of("env", "TIELINE_JAVA_OPTIONS=-Xmx" + heap, packed().toString()) : ofClasses(heap));
        command.addAll(arguments);
        return command;
    }

    /** A server in a home, whose log lies beside it. */
    static Served serve(String heap, Path home) throws IOException {
        Path log = home.resolveSibling(home.getFileName() + ".log");
        return Served.start(command(heap, List.of("serve")), home, log, Map.of());
    }

    /** The script that starts the packed program, whom the environment must name. */
    static Path packed() {
        return Path.of(System.getenv(PACKED)).toAbsolutePath();
    }

    private static boolean isPacked() {
        return System.getenv(PACKED) != null;
    }

    private static List<String> ofClasses(String heap) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-classpath",
                System.getProperty("java.class.path"),
                Tieline.class.getName());
    }
}

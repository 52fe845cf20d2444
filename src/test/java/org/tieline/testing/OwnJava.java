package org.tieline.testing;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands that start programs in processes of their own by the Java that runs this one. */
public final class OwnJava {
    /** For a program with flags of its own that is over before the thorough compiler pays off. */
    public static final List<String> BRIEF =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m");

    /** Spares a start the verification of classes, which is a fifth of it where there is no archive of them. */
    public static final List<String> UNVERIFIED =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");

    private OwnJava() {}

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A program of this class path with the flags of this process, and its arguments. */
    public static List<String> command(Class<?> program, String... arguments) {
        return command(List.of(), program, arguments);
    }

    /** @param more flags, which prevail */
    public static List<String> command(List<String> more, Class<?> program, String... arguments) {
        // The archive of classes is of jars, and holds where they come first.
        Stream<String> classPath = Stream.concat(entries(OwnJava::isJar), entries(entry -> !isJar(entry)));
        List<String> flags = new ArrayList<>(Prepared.flags());
        flags.addAll(more);
        return command(flags, classPath, program, arguments);
    }

    /** The same of the jars alone, without the archive of their classes. */
    static List<String> ofJars(List<String> more, Class<?> program, String... arguments) {
        return command(more, entries(OwnJava::isJar), program, arguments);
    }

    private static List<String> command(
            List<String> more, Stream<String> classPath, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(executable()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(more);
        command.addAll(
                List.of("-classpath", classPath.collect(Collectors.joining(File.pathSeparator)), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Stream<String> entries(Predicate<String> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(wanted);
    }

    private static boolean isJar(String entry) {
        return entry.endsWith(".jar");
    }
}

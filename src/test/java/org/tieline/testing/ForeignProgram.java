package org.tieline.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program of somebody else that ran to its end in a process of its own.
 *
 * @param code its exit code; 1 if it could not be started or took longer than anything may
 * @param out what it printed
 * @param err what it complained of
 */
public record ForeignProgram(int code, String out, String err) {
    /** Runs a command in a folder, with more variables of the environment. */
    public static ForeignProgram run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("program", ".out");
            Path err = Files.createTempFile("program", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = Patience.await(process);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            ForeignProgram ran = new ForeignProgram(
                    ended ? process.exitValue() : 1,
                    Files.readString(out, StandardCharsets.UTF_8),
                    ended ? Files.readString(err, StandardCharsets.UTF_8) : "it took too long");
            Files.delete(out);
            Files.delete(err);
            return ran;
        } catch (IOException e) {
            return new ForeignProgram(1, "", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ForeignProgram(1, "", "interrupted");
        }
    }

    /** All that it printed, for those who look why it failed. */
    public String said() {
        return out + err;
    }

    /** Runs a program of Java by the Java that this one runs by. */
    public static ForeignProgram java(Path folder, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return run(folder, Map.of(), command);
    }
}

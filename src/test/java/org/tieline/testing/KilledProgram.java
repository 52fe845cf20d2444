package org.tieline.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** A program of a test in a process of its own, which says in a line what it has done and then waits to be killed. */
public final class KilledProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private KilledProgram(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts it with a Java like this one. */
    public static KilledProgram start(Class<?> program, String... arguments) throws IOException {
        return new KilledProgram(new ProcessBuilder(OwnJava.command(program, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits for a line that it says; null if it has ended without one. */
    public String line() throws InterruptedException, ExecutionException, TimeoutException {
        return Patience.get(CompletableFuture.supplyAsync(() -> {
            try {
                return output.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** Kills it, and waits until it is gone. */
    @Override
    public void close() throws IOException {
        Patience.kill(process);
        output.close();
    }
}

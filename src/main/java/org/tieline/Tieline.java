package org.tieline;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tieline.command.TielineCommand;

/** The program. Results go to standard output, the log and what went wrong to standard error. */
public final class Tieline {
    private Tieline() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        // Else it looks for Groovy in every library.
        System.setProperty("picocli.disable.closures", "true");
        // Names are written in many scripts, whatever the locale of the terminal says.
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = TielineCommand.run(System.getenv(), out, err, arguments);
        if (List.of(arguments).contains("serve")) {
            // Told to stop, it ends with the code of that.
            System.exit(code);
        }
        // The other way to exit sets up the log to say so, which takes longer than many a command.
        Runtime.getRuntime().halt(code);
    }
}

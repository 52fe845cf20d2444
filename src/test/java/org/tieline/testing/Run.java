package org.tieline.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.tieline.command.TielineCommand;
import org.tieline.question.registry.Questions;

/** One run of the command line in this process: its exit code and what it wrote. */
public record Run(int code, String out, String err) {
    public static Run of(Map<String, String> environment, String... arguments) {
        return of(Questions.DECLARED, environment, arguments);
    }

    /** The same where other questions can be asked. */
    public static Run of(Questions questions, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = TielineCommand.run(questions, environment, new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(code, out.toString(), err.toString());
    }

    public List<String> lines() {
        return out.lines().toList();
    }
}

package org.tieline.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.tieline.model.TielineException;
import org.tieline.model.TielineException.BadParts;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.BadSettings;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.model.TielineException.InvalidData;
import org.tieline.model.TielineException.NotFound;
import org.tieline.model.TielineException.TooOld;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Turns failures into exit codes and words. */
final class Failures {
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int INVALID_DATA = 3;
    static final int DATABASE_UNAVAILABLE = 4;

    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private Failures() {}

    /** What picocli refused. */
    static int usage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(failure.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.printf("%s --help tells more%n", command.getCommandSpec().qualifiedName());
        }
        return USAGE;
    }

    /** What a command threw. */
    static int report(Exception failure, CommandLine command) {
        if (failure instanceof TielineException known) {
            return report(known, command);
        }
        if (failure instanceof ProblemReply.Refused refused) {
            command.getErr().println(refused.getMessage());
            return FAILED;
        }
        command.getErr().println("failed unexpectedly: " + failure);
        LoggerFactory.getLogger(Failures.class).error("failed unexpectedly", failure);
        return FAILED;
    }

    /** The one table from failure to exit code. */
    private static int report(TielineException failure, CommandLine command) {
        PrintWriter err = command.getErr();
        return switch (failure) {
            case BadQuestion bad -> {
                err.println(asTyped(bad));
                err.printf("%s --help tells more%n", command.getCommandSpec().qualifiedName());
                yield USAGE;
            }
            case BadParts bad -> {
                bad.parts().forEach(err::println);
                if (bad.total() > 1) {
                    err.println(bad.getMessage());
                }
                yield USAGE;
            }
            case BadSettings bad -> {
                err.println(bad.getMessage());
                yield USAGE;
            }
            case NotFound unknown -> {
                err.println(unknown.getMessage());
                if (!unknown.nearest().isEmpty()) {
                    err.println("did you mean %s?".formatted(String.join(" or ", unknown.nearest())));
                }
                yield FAILED;
            }
            case InvalidData invalid -> {
                invalid.errors().forEach(command.getOut()::println);
                int told = invalid.errors().size();
                long count = invalid.inAll();
                err.println(
                        count == 1
                                ? "1 error"
                                : count + " errors" + (count > told ? ", of which %d are told".formatted(told) : ""));
                yield INVALID_DATA;
            }
            case TooOld old -> {
                err.println(old.getMessage());
                yield FAILED;
            }
            case DatabaseUnavailable gone -> {
                err.println(gone.getMessage());
                yield DATABASE_UNAVAILABLE;
            }
        };
    }

    /** Questions name their parameters as the API does, at the start of the sentence. */
    private static String asTyped(BadQuestion bad) {
        return bad.message(option(bad.parameter()));
    }

    /** {@code --min-hops} for {@code minHops}. */
    static String option(String parameter) {
        return "--"
                + CAPITAL.matcher(parameter)
                        .replaceAll(capital -> "-" + capital.group().toLowerCase(Locale.ROOT));
    }
}

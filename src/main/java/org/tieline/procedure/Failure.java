package org.tieline.procedure;

import java.util.function.Supplier;
import org.neo4j.kernel.api.exceptions.Status;
import org.tieline.model.TielineException;
import org.tieline.model.TielineException.BadParts;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.BadSettings;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.model.TielineException.InvalidData;
import org.tieline.model.TielineException.NotFound;
import org.tieline.model.TielineException.TooOld;

/** What a procedure fails with: the words of the API's problem documents, under one of Neo4j's own codes. */
final class Failure extends RuntimeException implements Status.HasStatus {
    private final Status status;

    private Failure(String message, Status status, TielineException cause) {
        super(message, cause);
        this.status = status;
    }

    /** What something gives, or its failure as this one. */
    static <T> T telling(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (TielineException e) {
            throw of(e);
        }
    }

    /** The one table from failure to code. */
    private static Failure of(TielineException failure) {
        return switch (failure) {
            case BadQuestion bad -> new Failure(bad.getMessage(), Status.Statement.ArgumentError, bad);
            case BadParts bad -> new Failure(bad.getMessage(), Status.Statement.ArgumentError, bad);
            case NotFound unknown -> new Failure(withNearest(unknown), Status.Statement.EntityNotFound, unknown);
            case TooOld old -> new Failure(old.getMessage(), Status.Statement.ArgumentError, old);
            case DatabaseUnavailable gone -> new Failure(gone.getMessage(), Status.General.DatabaseUnavailable, gone);
            case InvalidData invalid -> new Failure(invalid.getMessage(), Status.General.InvalidArguments, invalid);
            case BadSettings bad -> new Failure(bad.getMessage(), Status.General.InvalidArguments, bad);
        };
    }

    private static String withNearest(NotFound unknown) {
        return unknown.nearest().isEmpty()
                ? unknown.getMessage()
                : "%s; did you mean %s?".formatted(unknown.getMessage(), String.join(" or ", unknown.nearest()));
    }

    @Override
    public Status status() {
        return status;
    }
}

package org.tieline.http.message;

/** A request that is not let in; carries what the client is told. */
public final class HttpRefusal extends RuntimeException {
    private final transient ProblemDocument problem;

    public HttpRefusal(ProblemType type, String detail) {
        this(ProblemDocument.of(type, detail));
    }

    public HttpRefusal(ProblemDocument problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    ProblemDocument problem() {
        return problem;
    }
}

package org.tieline.web;

/** A request that is not let in; carries what the client is told. */
final class Refusal extends RuntimeException {
    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}

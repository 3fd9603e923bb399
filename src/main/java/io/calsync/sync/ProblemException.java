package io.calsync.sync;

/// Carries a [Problem] up to where it can be shown or dealt with.
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.message().toString());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.message().toString(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}

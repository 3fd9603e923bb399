package io.calsync.cli;

import io.calsync.sync.Plan;
import io.calsync.sync.Problem;
import io.calsync.sync.Report;

/// How a command ended, mildest first; where several apply, the last one counts.
public enum Exit {
    DONE(0),
    VERIFICATION_FAILED(1),
    /// A check found something that a sync would do.
    DIFFERENCES(2),
    CONFLICTS(3),
    /// Some services, or a part of what was asked.
    FAILED(4),
    GUARD(5),
    USAGE(64),
    /// Cal.com or the database cannot be reached, or the workspace is open elsewhere.
    UNAVAILABLE(69),
    /// The program itself is at fault.
    FAULT(70),
    KEY_REFUSED(77);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static Exit of(Problem problem) {
        return switch (problem) {
            case Problem.KeyRefused _,Problem.KeyMissing _,Problem.OtherAccount _ -> KEY_REFUSED;
            case Problem.Unreachable _,Problem.TooManyRequests _,Problem.ServerFailed _,Problem.WrongRoute _,Problem.UnreadableAnswer _,Problem.StoreFailed _,Problem.StoreFull _,Problem.StoreInUse _,Problem.StoreDamaged _,Problem.StoreUnusable _ ->
                    UNAVAILABLE;
            case Problem.Stopped _ -> GUARD;
            case Problem.NotVerified _ -> VERIFICATION_FAILED;
            case Problem.Rejected(int status, _) -> status == 401 ? KEY_REFUSED : FAILED;
            case Problem.SlugTaken _,Problem.NotFound _,Problem.Stale _ -> FAILED;
            case Problem.NotConnected _,Problem.NotAllowed _,Problem.Invalid _,Problem.NotPossible _ -> USAGE;
        };
    }

    static Exit of(Report report) {
        if (report.end() == Report.End.SILENCE) return UNAVAILABLE;
        return open(report.conflicts().size(), report.failed().size());
    }

    static Exit of(Plan plan) {
        if (plan.guard() != null) return GUARD;
        return plan.isEmpty() ? DONE : DIFFERENCES;
    }

    /// @param conflicts services that wait for a person
    /// @param failed    services with an error
    static Exit open(int conflicts, int failed) {
        if (failed > 0) return FAILED;
        return conflicts > 0 ? CONFLICTS : DONE;
    }
}

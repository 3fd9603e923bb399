package io.calsync.sync;

import io.calsync.sandbox.FaultKind;

/// What goes wrong with one request: the kind of fault of the sandbox that plays it over HTTP, and what it comes to for a
/// Cal.com in memory.
enum Trouble {
    NONE(FaultKind.SLOW, Effect.NONE, true),
    LOST_BEFORE(FaultKind.TIMEOUT_BEFORE, Effect.NO_ANSWER, false),
    LOST_AFTER(FaultKind.TIMEOUT_AFTER, Effect.NO_ANSWER, true),
    RESET_BEFORE(FaultKind.RESET_BEFORE, Effect.NO_ANSWER, false),
    RESET_AFTER(FaultKind.RESET_AFTER, Effect.NO_ANSWER, true),
    /// Carried out after the sender has given up; over HTTP it is simply lost.
    ARRIVES_LATER(FaultKind.RESET_BEFORE, Effect.NO_ANSWER, false),
    TOO_MANY(FaultKind.THROTTLED, Effect.TOO_MANY, false),
    TOO_MANY_WITHOUT_HEADERS(FaultKind.THROTTLED_BARE, Effect.TOO_MANY, false),
    FAILED_500(FaultKind.ERROR_500, Effect.FAILED, false),
    FAILED_502(FaultKind.ERROR_502, Effect.FAILED, false),
    FAILED_AFTER(FaultKind.ERROR_500_AFTER, Effect.FAILED, true),
    HTML(FaultKind.HTML, Effect.UNREADABLE, false),
    TRUNCATED(FaultKind.TRUNCATED, Effect.UNREADABLE, true),
    CUT_OFF(FaultKind.CUT_OFF, Effect.UNREADABLE, true),
    DUPLICATED(FaultKind.DUPLICATED, Effect.UNREADABLE, true),
    OVERSIZED(FaultKind.OVERSIZED, Effect.UNREADABLE, true),
    DEEP(FaultKind.DEEP, Effect.UNREADABLE, true),
    UNCHANGED(FaultKind.UNCHANGED, Effect.ALTERED, true),
    NORMALISED(FaultKind.NORMALISED, Effect.ALTERED, true),
    KEY_REFUSED(FaultKind.FORBIDDEN, Effect.KEY_REFUSED, false),
    UNAUTHORIZED(FaultKind.UNAUTHORIZED, Effect.REJECTED, false),
    EMPTY_LIST(FaultKind.EMPTY_LIST, Effect.LIST, true),
    MISSING_PAGE(FaultKind.MISSING_PAGE, Effect.LIST, true),
    STALE_LIST(FaultKind.STALE_LIST, Effect.LIST, true),
    TWICE_IN_LIST(FaultKind.DUPLICATE_IDS, Effect.LIST, true),
    KEY_ABSENT(FaultKind.FALSIFIED, Effect.ABSENT, true),
    WITH_CHILDREN(FaultKind.CHILDREN, Effect.NONE, true);

    /// What a caller gets to see.
    enum Effect {
        NONE,
        NO_ANSWER,
        TOO_MANY,
        FAILED,
        UNREADABLE,
        ALTERED,
        KEY_REFUSED,
        REJECTED,
        LIST,
        ABSENT
    }

    private final FaultKind http;
    private final Effect effect;
    private final boolean applied;

    Trouble(FaultKind http, Effect effect, boolean applied) {
        this.http = http;
        this.effect = effect;
        this.applied = applied;
    }

    FaultKind http() {
        return http;
    }

    Effect effect() {
        return effect;
    }

    /// Whether the server does what it was asked to do.
    boolean applied() {
        return applied;
    }
}

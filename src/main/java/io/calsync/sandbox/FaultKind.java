package io.calsync.sandbox;

/// What can go wrong on purpose.
public enum FaultKind {
    /// No answer, nothing applied; the connection is held for `millis`, then closed.
    TIMEOUT_BEFORE(Stage.CONNECTION),
    /// Applied, but no answer; the connection is held for `millis`, then closed.
    TIMEOUT_AFTER(Stage.CONNECTION),
    /// The connection ends without an answer, nothing applied.
    RESET_BEFORE(Stage.CONNECTION),
    /// The connection ends without an answer, but the request was applied.
    RESET_AFTER(Stage.CONNECTION),
    /// The answer is right but breaks off half way.
    CUT_OFF(Stage.CONNECTION),
    /// The answer is right but comes after `millis`.
    SLOW(Stage.CONNECTION),

    /// 429 with rate-limit headers, nothing applied.
    THROTTLED(Stage.INSTEAD),
    /// 429 without any header that tells when to come back, nothing applied.
    THROTTLED_BARE(Stage.INSTEAD),
    /// 500, nothing applied; with a `field` only to requests whose body names that key.
    ERROR_500(Stage.INSTEAD),
    /// 502 from a gateway, as HTML, nothing applied.
    ERROR_502(Stage.INSTEAD),
    /// 200 with a web page where JSON was expected, nothing applied.
    HTML(Stage.INSTEAD),
    /// 401 for a key that worked a moment ago, nothing applied.
    UNAUTHORIZED(Stage.INSTEAD),
    /// 403 for a key that worked a moment ago, nothing applied.
    FORBIDDEN(Stage.INSTEAD),

    /// The key `field` is dropped from the request: 200, and it reads back as it was.
    UNCHANGED(Stage.REQUEST),
    /// The key `field` is stored as `value`, whatever was sent: 200 with a third value.
    NORMALISED(Stage.REQUEST),

    /// Applied, but answered with 500.
    ERROR_500_AFTER(Stage.ANSWER),
    /// The JSON stops in the middle.
    TRUNCATED(Stage.ANSWER),
    /// The JSON document comes twice.
    DUPLICATED(Stage.ANSWER),
    /// `bytes` of padding inside the JSON.
    OVERSIZED(Stage.ANSWER),
    /// Arrays inside arrays, 100,000 deep.
    DEEP(Stage.ANSWER),
    /// A list without its items.
    EMPTY_LIST(Stage.ANSWER),
    /// A list without its second half.
    MISSING_PAGE(Stage.ANSWER),
    /// The list as it was when the fault was scripted.
    STALE_LIST(Stage.ANSWER),
    /// Keys nobody has heard of.
    EXTRA_FIELDS(Stage.ANSWER),
    /// The first item of a list comes again at its end with another title.
    DUPLICATE_IDS(Stage.ANSWER),
    /// The key `field` of each event type is `value` in the answer only, or missing without a `value`.
    FALSIFIED(Stage.ANSWER),
    /// The event type comes as an array, followed by a child of it, as a managed one does.
    CHILDREN(Stage.ANSWER);

    private final Stage stage;

    FaultKind(Stage stage) {
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    /// Where a fault takes hold.
    enum Stage {
        REQUEST,
        INSTEAD,
        ANSWER,
        CONNECTION
    }
}

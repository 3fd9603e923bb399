package io.calsync.ui.shell;

import java.util.Locale;

/// The product's words, in the order in which they explain each other. Text and sentence follow from the constant:
/// `term.push` and `term.push.means`.
enum Term {
    PLATFORM,
    SERVICE,
    EVENT_TYPE,
    LINKED,
    FIELD,
    BASE,
    PUSH,
    DRIFT,
    CONFLICT,
    DECISION,
    RULE,
    BOOKABLE,
    GUARD,
    UNDO,
    TRAIL,
    OPERATOR,
    WORKSPACE,
    CONNECTION;

    String key() {
        return "term." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.calsync.app;

import io.calsync.cli.Host.Target;
import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.util.Locale;

/// The seam to the window.
final class Window {
    private Window() {}

    static void show(Wiring wiring, Target target, Locale locale) throws ProblemException {
        throw new ProblemException(new Problem.NotPossible(Message.of("window.no-display")));
    }
}

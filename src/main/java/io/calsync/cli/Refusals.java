package io.calsync.cli;

import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a person asked for on the command line that does not exist, each with what does.
final class Refusals {
    private Refusals() {}

    static ProblemException of(String key, Object... args) {
        return new ProblemException(new Problem.NotPossible(Message.of(key, args)));
    }

    /// The constant of that name in any case.
    ///
    /// @throws ProblemException naming the constants there are
    static <E extends Enum<E>> E constant(Class<E> type, String name) throws ProblemException {
        for (E constant : type.getEnumConstants())
            if (word(constant).equals(name.toLowerCase(Locale.ROOT))) return constant;
        throw of("cli.unknown-word", name,
                Arrays.stream(type.getEnumConstants()).map(Refusals::word).collect(Collectors.joining(", ")));
    }

    /// A constant as scripts read and write it.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

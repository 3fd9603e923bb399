package io.calsync.ui.settings;

import io.calsync.domain.Policy;
import io.calsync.ui.kit.Words;
import java.util.Locale;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Rules in words.
final class PolicyText extends StringConverter<Policy> {
    private final Words words;

    PolicyText(Words words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable Policy policy) {
        return policy == null ? "" : words.say("policy." + policy.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Policy fromString(String text) {
        throw new UnsupportedOperationException("a rule is chosen, not typed");
    }
}

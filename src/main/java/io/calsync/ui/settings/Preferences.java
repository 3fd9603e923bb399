package io.calsync.ui.settings;

import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.ui.kit.Theme;

/// What a person set for this console; the start-up implements it by its settings file.
public interface Preferences {
    /// @param language `en`, `de`, or "" for the system's
    record Choices(Theme theme, String language, String operator, Operator.Role role) {
        public Choices with(Theme newTheme) {
            return new Choices(newTheme, language, operator, role);
        }

        public Choices withLanguage(String newLanguage) {
            return new Choices(theme, newLanguage, operator, role);
        }

        public Choices with(String newOperator, Operator.Role newRole) {
            return new Choices(theme, language, newOperator, newRole);
        }
    }

    Choices choices();

    /// Saves them. The theme is applied already; language and operator count from the next window on.
    void save(Choices choices) throws ProblemException;
}

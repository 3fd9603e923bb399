package io.calsync.ui.settings;

import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.ui.kit.Alerts;
import io.calsync.ui.kit.Theme;

/// What a person set for this console; the start-up implements it by its settings file.
public interface Preferences {
    /// @param textSize in percent
    /// @param language `en`, `de`, or "" for the system's
    record Choices(Theme theme, int textSize, String language, String operator, Operator.Role role, Pace pace,
            Alerts alerts) {
        public Choices with(Theme newTheme) {
            return new Choices(newTheme, textSize, language, operator, role, pace, alerts);
        }

        public Choices withTextSize(int percent) {
            return new Choices(theme, percent, language, operator, role, pace, alerts);
        }

        public Choices withLanguage(String newLanguage) {
            return new Choices(theme, textSize, newLanguage, operator, role, pace, alerts);
        }

        public Choices with(String newOperator, Operator.Role newRole) {
            return new Choices(theme, textSize, language, newOperator, newRole, pace, alerts);
        }

        public Choices with(Alerts newAlerts) {
            return new Choices(theme, textSize, language, operator, role, pace, newAlerts);
        }

        public Choices with(Pace newPace) {
            return new Choices(theme, textSize, language, operator, role, newPace, alerts);
        }
    }

    /// How Cal.com is asked.
    ///
    /// @param pollSeconds       between two looks at all event types
    /// @param requestsPerMinute that may be sent; Cal.com blocks a key that sends more than 120
    record Pace(int pollSeconds, int requestsPerMinute) {
        static final int POLL_LOWEST = 15;
        static final int POLL_HIGHEST = 3600;
        static final int BUDGET_HIGHEST = 120;
    }

    Choices choices();

    /// Saves them. Theme, text size and notifications are applied already; everything else counts from the next window on.
    void save(Choices choices) throws ProblemException;
}

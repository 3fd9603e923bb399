package io.calsync.app;

import io.calsync.sync.ProblemException;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.settings.Preferences;

/// A person's choices in the window, kept in the workspace's settings.
final class WindowPreferences implements Preferences {
    private final SettingsFile file;
    private Choices choices;

    /// @param kept what the file holds
    WindowPreferences(SettingsFile file, Settings kept) {
        this.file = file;
        this.choices = new Choices(Theme.valueOf(kept.theme()), kept.textSize(), kept.language(), kept.person().name(),
                kept.role(),
                new Pace(kept.pollSeconds(), kept.requestsPerMinute()), kept.alerts());
    }

    @Override
    public synchronized Choices choices() {
        return choices;
    }

    @Override
    public synchronized void save(Choices wanted) throws ProblemException {
        file.save(file.load().withLook(wanted.language(), wanted.theme().name(), wanted.textSize())
                .with(wanted.alerts())
                .withPerson(wanted.operator(), wanted.role())
                .withPace(wanted.pace().pollSeconds(), wanted.pace().requestsPerMinute()));
        choices = wanted;
    }
}

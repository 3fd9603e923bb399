package io.calsync.ui.settings;

/// What the settings need of the start-up, because it is beyond the workspace that is shown.
public record SettingsPorts(Connector connector, Preferences preferences, WorkspaceData data) {}

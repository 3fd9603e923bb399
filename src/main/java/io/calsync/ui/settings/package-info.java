/// Connection, policies, appearance, operator and data of a workspace. What only the start-up can do stands behind the
/// ports of [io.calsync.ui.settings.SettingsPorts].
@NullMarked
package io.calsync.ui.settings;

import org.jspecify.annotations.NullMarked;

/// The commands: one class each over [io.calsync.sync.SyncService], with words for a person or JSON for a script.
/// Results go to standard output, progress and problems to standard error; exit codes are [io.calsync.cli.Exit].
@NullMarked
package io.calsync.cli;

import org.jspecify.annotations.NullMarked;

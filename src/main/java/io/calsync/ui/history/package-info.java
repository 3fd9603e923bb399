/// The audit trail: who changed what, when and why, the way back, and the proof that nothing was altered.
@NullMarked
package io.calsync.ui.history;

import org.jspecify.annotations.NullMarked;

/// The services screen's way to files and back: export, and the import of a file or of the clipboard.
@NullMarked
package io.calsync.ui.services.exchange;

import org.jspecify.annotations.NullMarked;

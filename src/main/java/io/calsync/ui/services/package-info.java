/// The services: table, filters, tooltips, and the pane that edits one.
@NullMarked
package io.calsync.ui.services;

import org.jspecify.annotations.NullMarked;

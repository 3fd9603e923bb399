/// The inbox of differences that wait for a person, and the pane in which one is decided: what both sides last agreed on,
/// the Platform's value and Cal.com's side by side.
@NullMarked
package io.calsync.ui.review;

import org.jspecify.annotations.NullMarked;

/// A picture of the state of sync: how many of each, by company, what the last days brought, and the way to each of them.
@NullMarked
package io.calsync.ui.overview;

import org.jspecify.annotations.NullMarked;

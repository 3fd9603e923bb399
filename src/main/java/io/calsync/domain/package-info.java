/// The words of the product and its pure core: what a service is, how two sides compare, what is due and what waits
/// for a person. Knows no clock, no network, no database and no screen.
@NullMarked
package io.calsync.domain;

import org.jspecify.annotations.NullMarked;

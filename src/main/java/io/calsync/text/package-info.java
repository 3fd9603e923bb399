/// Words: the resource bundles, and values, times and sentences in a person's language.
@NullMarked
package io.calsync.text;

import org.jspecify.annotations.NullMarked;

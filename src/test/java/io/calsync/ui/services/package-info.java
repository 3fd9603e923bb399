@NullMarked
package io.calsync.ui.services;

import org.jspecify.annotations.NullMarked;

/// Services as files: lists written as CSV, Excel workbook or PDF, and CSV read back as edits.
@NullMarked
package io.calsync.exchange;

import org.jspecify.annotations.NullMarked;

/**
 * What members owe of an operating day while it goes on: interval by interval, as meters are read
 * (docs/settlement-process.md).
 */
@NullMarked
package org.gridclear.settlement.exposure;

import org.jspecify.annotations.NullMarked;

/** Runs as a list: filtered, sorted, in parts, however many there are. */
@NullMarked
package org.gridclear.run.listing;

import org.jspecify.annotations.NullMarked;

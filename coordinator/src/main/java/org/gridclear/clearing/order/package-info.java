/**
 * A clearing as it is asked for by itself: its periods, windows, folder, and what is kept of it.
 */
@NullMarked
package org.gridclear.clearing.order;

import org.jspecify.annotations.NullMarked;

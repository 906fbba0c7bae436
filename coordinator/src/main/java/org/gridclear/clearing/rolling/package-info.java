/** Horizons that are too long for one model, cleared in windows that overlap. */
@NullMarked
package org.gridclear.clearing.rolling;

import org.jspecify.annotations.NullMarked;

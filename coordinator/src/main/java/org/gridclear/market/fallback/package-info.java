/**
 * A result of before in the place of a clearing that did not come or cannot be used (I-07): which
 * one, adapted to the periods and units of today, with its origin and its feasibility.
 */
@NullMarked
package org.gridclear.market.fallback;

import org.jspecify.annotations.NullMarked;

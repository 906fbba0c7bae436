/** Calls by which who operates the market changes results by hand. */
@NullMarked
package org.gridclear.web.market.intervention;

import org.jspecify.annotations.NullMarked;

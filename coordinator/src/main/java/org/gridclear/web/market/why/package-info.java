/** Why a price or an output of a day is what it is, and the day in pictures, over HTTP. */
@NullMarked
package org.gridclear.web.market.why;

import org.jspecify.annotations.NullMarked;

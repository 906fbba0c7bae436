/** How load, output and prices went over ranges of dates, over HTTP. */
@NullMarked
package org.gridclear.web.market.curve;

import org.jspecify.annotations.NullMarked;

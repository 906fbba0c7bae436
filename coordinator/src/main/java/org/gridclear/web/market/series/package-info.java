/** Series of the market over HTTP. */
@NullMarked
package org.gridclear.web.market.series;

import org.jspecify.annotations.NullMarked;

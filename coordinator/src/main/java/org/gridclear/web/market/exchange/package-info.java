/** Calls by which other systems hand things in, and by which the exchange is operated. */
@NullMarked
package org.gridclear.web.market.exchange;

import org.jspecify.annotations.NullMarked;

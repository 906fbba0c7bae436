/** Working days, days of rest and holidays of a market. */
@NullMarked
package org.gridclear.market.calendar;

import org.jspecify.annotations.NullMarked;

/**
 * The log of a day: all that comes to a market from outside, with its time, so that the day can be
 * made again and each version of it compared.
 */
@NullMarked
package org.gridclear.market.replay;

import org.jspecify.annotations.NullMarked;

/**
 * The rolling day: intraday and real-time runs one after the other, each from what the one before
 * left and within what the plan above it decided, and the day that they make together.
 */
@NullMarked
package org.gridclear.market.rolling;

import org.jspecify.annotations.NullMarked;

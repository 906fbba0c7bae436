/**
 * Results of a market by day: versions, blocks of whole numbers, and questions to them
 * (docs/market.md, F2).
 */
@NullMarked
package org.gridclear.market.day;

import org.jspecify.annotations.NullMarked;

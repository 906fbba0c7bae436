/**
 * Questions to the results of days: rows, statistics, comparisons, within what the asker may see
 * (docs/market.md, F2).
 */
@NullMarked
package org.gridclear.market.result;

import org.jspecify.annotations.NullMarked;

/**
 * Delivered tables in Parquet, read column by column into exact numbers, or as the text they say.
 */
@NullMarked
package org.gridclear.settlement.table;

import org.jspecify.annotations.NullMarked;

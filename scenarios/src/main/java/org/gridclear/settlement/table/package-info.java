/**
 * Delivered tables in Parquet, read column by column into exact numbers, or as the text they say.
 */
package org.gridclear.settlement.table;

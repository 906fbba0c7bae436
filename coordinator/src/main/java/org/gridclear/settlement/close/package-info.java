/** The close of a month: inputs into the grid, charges on its nodes, books, corrections, detail. */
package org.gridclear.settlement.close;

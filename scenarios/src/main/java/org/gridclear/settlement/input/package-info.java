/** A month as blocks of columns for the grid. */
package org.gridclear.settlement.input;

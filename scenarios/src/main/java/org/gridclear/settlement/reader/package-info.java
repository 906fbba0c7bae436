/** Files of a settlement: registry, rules, and the series of each day, into blocks for the grid. */
package org.gridclear.settlement.reader;

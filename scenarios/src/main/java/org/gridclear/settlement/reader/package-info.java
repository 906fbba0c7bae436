/** Files of a settlement: registry, rules, and the series of each day, into blocks for the grid. */
@NullMarked
package org.gridclear.settlement.reader;

import org.jspecify.annotations.NullMarked;

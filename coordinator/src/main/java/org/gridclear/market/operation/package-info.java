/** What the nodes of a market's workflows do: the operations of a market day by their names. */
@NullMarked
package org.gridclear.market.operation;

import org.jspecify.annotations.NullMarked;

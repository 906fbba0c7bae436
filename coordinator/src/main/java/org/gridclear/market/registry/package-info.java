/**
 * The registry of a market as people use it: propose, review, look at a day and at the history,
 * compare with other systems, hand over to settlement (docs/market.md F1).
 */
@NullMarked
package org.gridclear.market.registry;

import org.jspecify.annotations.NullMarked;

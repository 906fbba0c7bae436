/** Pieces of the market and the cases that are made of them, over HTTP. */
@NullMarked
package org.gridclear.web.market.piece;

import org.jspecify.annotations.NullMarked;

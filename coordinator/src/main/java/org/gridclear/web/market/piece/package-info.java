/** Networks, tickets and snapshots of the market over HTTP. */
@NullMarked
package org.gridclear.web.market.piece;

import org.jspecify.annotations.NullMarked;

/** The board of a trading date: how every market of it stands, and who has to act next. */
@NullMarked
package org.gridclear.market.board;

import org.jspecify.annotations.NullMarked;

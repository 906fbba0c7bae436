/** The board of a trading date: how every market of it stands, and who has to act next. */
package org.gridclear.market.board;

/** Calls by which other systems hand things in, and by which the exchange is operated. */
package org.gridclear.web.market.exchange;

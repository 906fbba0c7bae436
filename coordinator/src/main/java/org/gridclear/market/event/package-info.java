/** What happens in a market, as a stream that is gone on with by number. */
package org.gridclear.market.event;

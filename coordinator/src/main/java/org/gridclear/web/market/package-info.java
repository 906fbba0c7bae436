/** REST of a market: what is registered, declared, cleared (docs/market.md). */
package org.gridclear.web.market;

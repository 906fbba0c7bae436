/** What a standby site is sent of a market's database, and how it is applied there. */
package org.gridclear.market.store.site;

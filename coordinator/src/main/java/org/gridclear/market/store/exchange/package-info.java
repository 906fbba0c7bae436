/** What is handed to other systems and what came from them, on disk. */
package org.gridclear.market.store.exchange;

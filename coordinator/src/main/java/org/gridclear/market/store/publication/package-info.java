/** What was published, to whom it was told, and what is handed to other systems, on disk. */
package org.gridclear.market.store.publication;

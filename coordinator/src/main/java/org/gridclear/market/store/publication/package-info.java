/** What was published, to whom it was told, and what is handed to other systems, on disk. */
@NullMarked
package org.gridclear.market.store.publication;

import org.jspecify.annotations.NullMarked;

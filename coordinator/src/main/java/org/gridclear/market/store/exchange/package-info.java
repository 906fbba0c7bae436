/** What is handed to other systems and what came from them, on disk. */
@NullMarked
package org.gridclear.market.store.exchange;

import org.jspecify.annotations.NullMarked;

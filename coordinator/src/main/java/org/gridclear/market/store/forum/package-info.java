/** Posts of the forum in the database. */
@NullMarked
package org.gridclear.market.store.forum;

import org.jspecify.annotations.NullMarked;

/** Declarations as the database has them: versions, refusals, what stood when a gate closed. */
@NullMarked
package org.gridclear.market.store.declaration;

import org.jspecify.annotations.NullMarked;

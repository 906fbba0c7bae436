/** Copies of all tables, and who did what, as the database has it. */
@NullMarked
package org.gridclear.market.store.archive;

import org.jspecify.annotations.NullMarked;

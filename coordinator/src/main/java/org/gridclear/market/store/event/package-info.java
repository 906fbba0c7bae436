/** What happened in a market, numbered, as the database has it. */
@NullMarked
package org.gridclear.market.store.event;

import org.jspecify.annotations.NullMarked;

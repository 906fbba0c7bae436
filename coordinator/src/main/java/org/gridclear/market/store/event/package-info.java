/** What happened in a market, numbered, as the database has it. */
package org.gridclear.market.store.event;

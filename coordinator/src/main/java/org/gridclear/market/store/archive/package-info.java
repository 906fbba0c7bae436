/** Copies of all tables, and who did what, as the database has it. */
package org.gridclear.market.store.archive;

/**
 * Process records of a market: who declared, proposed and approved what, and which versions of a
 * day there are (docs/market.md). It and the packages below it alone know SQL; the same statements
 * run on the embedded database and on PostgreSQL.
 */
@NullMarked
package org.gridclear.market.store;

import org.jspecify.annotations.NullMarked;

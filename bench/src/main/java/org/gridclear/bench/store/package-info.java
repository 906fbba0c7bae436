/** The store of a market's days against a relational database and a column store. */
@NullMarked
package org.gridclear.bench.store;

import org.jspecify.annotations.NullMarked;

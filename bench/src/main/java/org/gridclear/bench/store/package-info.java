/** The store of a market's days against a relational database and a column store. */
package org.gridclear.bench.store;

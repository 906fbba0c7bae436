/** Declarations as the database has them: versions, refusals, what stood when a gate closed. */
package org.gridclear.market.store.declaration;

/** Posts of the forum in the database. */
package org.gridclear.market.store.forum;

/** What a standby site is sent of a market's database, and how it is applied there. */
@NullMarked
package org.gridclear.market.store.site;

import org.jspecify.annotations.NullMarked;

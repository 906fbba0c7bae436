/** What of a market is kept how long, copies of all of it, and who did what when. */
@NullMarked
package org.gridclear.market.archive;

import org.jspecify.annotations.NullMarked;

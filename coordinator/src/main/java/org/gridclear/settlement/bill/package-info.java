/** Bills of a close: drafts, issue, register. */
@NullMarked
package org.gridclear.settlement.bill;

import org.jspecify.annotations.NullMarked;

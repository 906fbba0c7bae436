/**
 * What cases are assembled from, taken in: series, network versions, tickets, snapshots and the
 * rules that they are checked by. Each operation is a record of what is asked, and one of what
 * came.
 */
@NullMarked
package org.gridclear.market.intake;

import org.jspecify.annotations.NullMarked;

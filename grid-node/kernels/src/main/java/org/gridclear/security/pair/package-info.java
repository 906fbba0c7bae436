/**
 * N-2 screening in DC: every pair of branch outages. {@link
 * org.gridclear.security.pair.PairScreening} is the entry.
 */
@NullMarked
package org.gridclear.security.pair;

import org.jspecify.annotations.NullMarked;

package org.gridclear.web.market.series;

import java.util.List;
import org.gridclear.market.check.CheckFinding;
import org.gridclear.market.store.PieceVersion;
import org.jspecify.annotations.Nullable;

/**
 * What was taken in.
 *
 * @param version its version; absent if it is refused
 * @param added whether it was not there before
 * @param findings what the rules found
 * @param notices what else there is to say
 */
record TakenSeries(
    @Nullable PieceVersion version,
    boolean added,
    List<CheckFinding> findings,
    List<String> notices) {}

package org.gridclear.web.market.settlement;

import org.gridclear.settlement.register.DataStates;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a day.
 *
 * @param check PASSED or FAILED
 * @param quality QUALIFIED, TO_BE_VERIFIED or UNQUALIFIED
 * @param note what was found
 */
record FoundDay(
    DataStates.@Nullable Check check,
    DataStates.@Nullable Quality quality,
    @Nullable String note) {}

package org.gridclear.web.market.settlement;

import java.time.LocalDate;
import org.gridclear.settlement.process.Act;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published.
 *
 * @param kind DAY, WEEK, MONTH, UPDATE or RESETTLEMENT
 * @param from first day; not of the last two
 * @param to last day; not of the last two
 * @param of publication of the month that these two follow
 * @param close name of a close of the server
 */
record WantedStatement(
    Act.@Nullable Kind kind,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Long of,
    @Nullable String close) {}

package org.gridclear.web.market.publishing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a day.
 *
 * @param market such as da
 * @param date trading date
 * @param cycle number of the run of the day; 0 where left out
 * @param version its number
 * @param kinds kinds of the catalogue; all of the market where left out
 * @param reason why it is withdrawn
 */
record WantedVersion(
    String market,
    LocalDate date,
    @Nullable Integer cycle,
    int version,
    @Nullable List<String> kinds,
    @Nullable String reason) {}

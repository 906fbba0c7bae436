package org.gridclear.market.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * A version of a day as it lies in the database.
 *
 * @param market name of the market
 * @param date trading date
 * @param cycle number of the run of the day
 * @param version its number, from 1; 0 before it has one
 * @param state what has become of it
 * @param caseHash SHA-256 of the case
 * @param outcomeHash hash of the outcome
 * @param build the build that made it
 * @param madeBy account that asked for it
 * @param madeAt when
 * @param provenance which versions of its inputs it took
 * @param alarms what somebody must know before it is used
 * @param blocks hash by kind of result
 */
public record DayRow(
    String market,
    LocalDate date,
    int cycle,
    int version,
    String state,
    String caseHash,
    String outcomeHash,
    String build,
    String madeBy,
    OffsetDateTime madeAt,
    String provenance,
    List<String> alarms,
    Map<String, String> blocks) {
  /** The same with a number. */
  DayRow withVersion(int number) {
    return new DayRow(
        market,
        date,
        cycle,
        number,
        state,
        caseHash,
        outcomeHash,
        build,
        madeBy,
        madeAt,
        provenance,
        alarms,
        blocks);
  }
}

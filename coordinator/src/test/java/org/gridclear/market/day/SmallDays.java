package org.gridclear.market.day;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.work.CaseSummary;

/**
 * Small cleared days: three buses with numbers for names, two zones, a congested branch, a wind
 * unit that offers at a negative price, a storage, a user's bid and reserve.
 */
public final class SmallDays {
  /** How the days were made. */
  public static final Made MADE =
      new Made("build", "op", OffsetDateTime.parse("2026-09-30T10:00:00.123Z"), "{}");

  private static final ClearingOptions EXACT = ClearingOptions.LOSSLESS.withGap(1e-9);

  private SmallDays() {}

  /**
   * A day.
   *
   * @param date its date, null for none
   * @param periods number of periods
   * @param minutes their length
   * @param loadMw load at bus 10
   */
  public static MarketDay day(LocalDate date, int periods, int minutes, double loadMw) {
    String firstDay = date == null ? "" : ", \"firstDay\": \"%s\"".formatted(date);
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "small",
         "horizon": {"periodCount": %d, "minutesPerPeriod": %d%s},
         "network": {"buses": [{"id": "2", "type": "reference", "zone": "north"},
                               {"id": "10", "zone": "south"}, {"id": "1", "zone": "south"}],
           "branches": [{"id": "a", "from": "2", "to": "10", "xPu": 0.1, "ratings": {"normalMva": 60, "emergencyMva": 60}},
                        {"id": "b", "from": "10", "to": "1", "xPu": 0.1}]},
         "busLoads": [{"bus": "10", "mw": %s}, {"bus": "2", "mw": 10}],
         "thermalUnits": [
           {"id": "7", "bus": "2", "fuel": "coal",
            "offers": [{"mw": [0, 200], "yuanPerH": [100, 40100]}], "reserves": ["spin"]},
           {"id": "07", "bus": "1", "fuel": "gas",
            "offers": [{"mw": [0, 100], "yuanPerH": [0, 50000]}], "reserves": ["spin"],
            "initial": {"on": true, "hours": 9, "powerMw": 40}}],
         "profiledUnits": [{"id": "w", "bus": "1", "fuel": "wind", "maxMw": 5,
                            "priceYuanPerMwh": -20}],
         "storageUnits": [{"id": "s", "bus": "10", "maxLevelMwh": 10, "maxChargeMw": 2,
                           "maxDischargeMw": 2, "initialLevelMwh": 5, "endMinLevelMwh": 5}],
         "flexibleLoads": [{"id": "user", "bus": "1", "maxMw": 3, "valueYuanPerMwh": 450}],
         "reserves": [{"id": "r", "product": "spin", "mw": 10}]}
        """
            .formatted(periods, minutes, firstDay, loadMw)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** A cleared day of a market. */
  public static DayResult cleared(MarketDay day, Market market, Owners owners) {
    ClearingCase clearingCase = ClearingCase.of(day).in(market);
    ClearingOptions options = EXACT.in(market);
    ClearingOutcome outcome =
        ClearingKernel.clear(clearingCase, options, HighsSolver.find().orElseThrow());
    ClearingResult result = assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
    CaseSummary summary = CaseSummary.of(day, result, List.of(), null);
    return new DayResult(clearingCase, options, result, summary, owners);
  }

  /** A day-ahead day of four periods of six hours. */
  public static DayResult dayAhead(LocalDate date, double loadMw) {
    return cleared(
        day(date, 4, 360, loadMw), Market.DA, (kind, id) -> id.equals("7") ? "north-power" : "");
  }
}

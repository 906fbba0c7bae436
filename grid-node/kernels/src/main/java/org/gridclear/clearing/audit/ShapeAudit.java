package org.gridclear.clearing.audit;

import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Prices;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.MarketDay;

/** Whether every table of a result has the elements and periods of a case, no fewer and no more. */
final class ShapeAudit {
  private final MarketDay day;
  private final int periods;

  private ShapeAudit(MarketDay day) {
    this.day = day;
    this.periods = day.periodCount();
  }

  /**
   * Whether all tables are there.
   *
   * @param priced whether prices belong to the schedule
   */
  static boolean complete(ClearingCase clearingCase, ClearingResult result, boolean priced) {
    ShapeAudit shape = new ShapeAudit(clearingCase.day());
    return shape.units(result.schedule())
        && shape.resources(result.schedule())
        && shape.plants(clearingCase, result.schedule())
        && result.lossMw().length == shape.periods
        && (!priced || shape.prices(result.prices()));
  }

  private boolean units(Schedule schedule) {
    int units = day.thermalUnits().size();
    boolean whole = table(schedule.outputMw(), units);
    whole &= schedule.reserveMw().length == RulesAudit.products(day).size();
    for (double[][] product : schedule.reserveMw()) {
      whole &= table(product, units);
    }
    return whole && flags(schedule.committed(), units) && flags(schedule.starts(), units);
  }

  private boolean resources(Schedule schedule) {
    int storage = day.storageUnits().size();
    return table(schedule.profiledMw(), day.profiledUnits().size())
        && table(schedule.chargeMw(), storage)
        && table(schedule.dischargeMw(), storage)
        && table(schedule.levelMwh(), storage)
        && table(schedule.flexibleMw(), day.flexibleLoads().size())
        && table(schedule.shedMw(), day.network().buses().size())
        && table(schedule.variables(), day.rules().variables().size());
  }

  private boolean plants(ClearingCase clearingCase, Schedule schedule) {
    int reservoirs = clearingCase.decidedReservoirs().size();
    return table(schedule.volumeMm3(), reservoirs)
        && table(schedule.spillM3PerS(), reservoirs)
        && table(schedule.hvdcMw(), clearingCase.decidedHvdc().size());
  }

  private boolean prices(Prices prices) {
    int buses = day.network().buses().size();
    return table(prices.lmpYuanPerMwh(), buses)
        && table(prices.energyYuanPerMwh(), buses)
        && table(prices.congestionYuanPerMwh(), buses)
        && table(prices.lossYuanPerMwh(), buses)
        && table(prices.reserveYuanPerMwh(), day.reserves().size());
  }

  private boolean table(double[][] rows, int count) {
    boolean whole = rows.length == count;
    for (double[] row : rows) {
      whole &= row.length == periods;
    }
    return whole;
  }

  private boolean flags(boolean[][] rows, int count) {
    boolean whole = rows.length == count;
    for (boolean[] row : rows) {
      whole &= row.length == periods;
    }
    return whole;
  }
}

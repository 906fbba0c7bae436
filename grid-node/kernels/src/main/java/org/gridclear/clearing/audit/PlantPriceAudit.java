package org.gridclear.clearing.audit;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Schedule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.NetworkIndex;

/**
 * Checks shadow prices of water and of HVDC schedules: water that can be kept or spilled is worth
 * the same before and after, a limit of release or spillage has a price only where it holds, and a
 * line that may carry more or less earns what its limits cost.
 */
final class PlantPriceAudit {
  private static final double MM3 = 1e-3;
  private static final double FLOW = 1e-2;
  private static final double SECONDS_PER_H = 3600;

  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;
  private final Schedule schedule;
  private final NetworkIndex index;
  private final List<Finding> findings;
  private final double hours;
  private final Map<String, Double> prices;

  PlantPriceAudit(
      ClearingCase clearingCase,
      ClearingResult result,
      NetworkIndex index,
      List<Finding> findings) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
    this.schedule = result.schedule();
    this.index = index;
    this.findings = findings;
    this.hours = day.horizon().hoursPerPeriod();
    this.prices = RowAudit.prices(result);
  }

  void run() {
    List<Reservoir> reservoirs = clearingCase.decidedReservoirs();
    for (int i = 0; i < reservoirs.size(); i++) {
      for (int t = 0; t < day.periodCount(); t++) {
        kept(reservoirs.get(i), schedule.volumeMm3()[i], t);
        spilled(reservoirs, i, t);
        limits(reservoirs, i, t);
      }
    }
    List<HvdcSchedule> lines = clearingCase.decidedHvdc();
    for (int i = 0; i < lines.size(); i++) {
      for (int t = 0; t < day.periodCount(); t++) {
        line(lines.get(i), schedule.hvdcMw()[i], t);
      }
    }
  }

  private double price(ConstraintFamily family, String element, int t) {
    return prices.getOrDefault(RowAudit.row(family.id(), element, t), 0.0);
  }

  /** What a million m³ more in a period is worth, in yuan. */
  private double worth(String reservoir, int t) {
    return -price(ConstraintFamily.HYDRO, reservoir, t);
  }

  /** Volume that is within its limits is worth the same in the next period, or at the end. */
  private void kept(Reservoir reservoir, double[] volume, int t) {
    double worth = worth(reservoir.id(), t);
    double from = t + 1 < volume.length ? worth(reservoir.id(), t + 1) : 0;
    double to = from;
    if (t + 1 == volume.length && reservoir.endMinMm3() > reservoir.minMm3().at(t)) {
      to = volume[t] > reservoir.endMinMm3() + MM3 ? 0 : reservoir.penaltyYuanPerMm3();
    }
    to = volume[t] <= reservoir.minMm3().at(t) + MM3 ? Double.POSITIVE_INFINITY : to;
    from = volume[t] >= reservoir.maxMm3().at(t) - MM3 ? Double.NEGATIVE_INFINITY : from;
    double most = reservoir.penaltyYuanPerMm3();
    within("worth of water", reservoir.id(), t, worth, Math.max(from, -most), Math.min(to, most));
  }

  /** Spilling is worth nothing, but for what the water brings below; less where none is spilled. */
  private void spilled(List<Reservoir> all, int i, int t) {
    Reservoir reservoir = all.get(i);
    double mm3 = SECONDS_PER_H * hours / 1e6;
    int arrives = t + day.horizon().periodsFor(reservoir.delayHours());
    boolean below =
        arrives < day.periodCount()
            && all.stream().anyMatch(each -> each.id().equals(reservoir.downstream()));
    double lost =
        mm3 * (worth(reservoir.id(), t) - (below ? worth(reservoir.downstream(), arrives) : 0))
            - price(ConstraintFamily.HYDRO, reservoir.id() + " release", t)
            - price(ConstraintFamily.SPILLAGE, reservoir.id() + " spillage", t);
    double most = schedule.spillM3PerS()[i][t] > FLOW ? 0 : Double.POSITIVE_INFINITY;
    within("cost of spilling", reservoir.id(), t, lost, 0, most);
  }

  private void limits(List<Reservoir> all, int i, int t) {
    Reservoir reservoir = all.get(i);
    double perFlow = reservoir.penaltyYuanPerMm3() * SECONDS_PER_H * hours / 1e6;
    double out = PlantAudit.release(day, schedule, all, i, t);
    boolean low = out <= reservoir.minReleaseM3PerS().at(t) + FLOW;
    boolean high = out >= reservoir.maxReleaseM3PerS().at(t) - FLOW;
    String release = reservoir.id() + " release";
    double price = price(ConstraintFamily.HYDRO, release, t);
    within("shadow price", release, t, price, high ? -perFlow : 0, low ? perFlow : 0);
    if (clearingCase.inEffect(ConstraintFamily.SPILLAGE)) {
      spillage(reservoir, schedule.spillM3PerS()[i][t], t, perFlow);
    }
  }

  private void spillage(Reservoir reservoir, double spill, int t, double perFlow) {
    String spillage = reservoir.id() + " spillage";
    double over = spill - reservoir.maxSpillM3PerS().at(t);
    double spilling = price(ConstraintFamily.SPILLAGE, spillage, t);
    double to = over > FLOW ? -perFlow / 2 : 0;
    within("shadow price", spillage, t, spilling, over < -FLOW ? 0 : -perFlow / 2, to);
  }

  /** What a MW over a line earns is what its limits cost, where no ramp and no count holds it. */
  private void line(HvdcSchedule schedule, double[] mw, int t) {
    HvdcLine line =
        day.network().hvdcLines().stream()
            .filter(each -> each.id().equals(schedule.line()))
            .findFirst()
            .orElseThrow();
    double price = price(ConstraintFamily.HVDC, line.id(), t);
    double room = 10 * Tolerance.MW;
    boolean low = mw[t] <= schedule.minMw().at(t) + room;
    boolean high = mw[t] >= schedule.maxMw().at(t) - room;
    double none = Double.POSITIVE_INFINITY;
    within("shadow price", line.id(), t, price, high ? -none : 0, low ? none : 0);
    boolean free = schedule.changesPerDayMax() < 0 && Math.abs(mw[t]) > room;
    for (int k = t; k <= Math.min(t + 1, mw.length - 1); k++) {
      double before = k == 0 ? schedule.initialMw() : mw[k - 1];
      free &= Math.abs(mw[k] - before) < schedule.rampMwPerH() * hours - room;
    }
    if (free) {
      double kept = 1 - line.lossShare();
      ToDoubleFunction<String> lmp = bus -> result.prices().lmpYuanPerMwh()[index.bus(bus)][t];
      double sent = lmp.applyAsDouble(line.from());
      double got = lmp.applyAsDouble(line.to());
      double cost = hours * (mw[t] > 0 ? sent - kept * got : kept * sent - got);
      within("shadow price", line.id(), t, price, cost, cost);
    }
  }

  private void within(String check, String element, int t, double yuan, double from, double to) {
    double size = Math.max(Math.abs(yuan), Math.min(Math.abs(from), Math.abs(to)));
    double tolerance = 0.01 + 1e-6 * size;
    if (yuan < from - tolerance || yuan > to + tolerance) {
      String text = "%s lies outside %s..%s".formatted(yuan, from, to);
      findings.add(new Finding(check, element, t, text));
    }
  }
}

package org.gridclear.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.json.JsonFields;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.LimitNotices;

/**
 * Limits of units that a case file leaves open: those of output are the ends of the offer of each
 * period, those of a start, a stop and of an hour's ramp the greatest output that is ever offered.
 */
final class AbsentLimits {
  private record Ramp(String unit, String field) {}

  private static final int MINUTES_PER_H = 60;

  private final int periods;
  private final List<Ramp> ramps = new ArrayList<>();

  AbsentLimits(int periods) {
    this.periods = periods;
  }

  Series firstMw(List<OfferCurve> offers) {
    return ends(offers.stream().mapToDouble(OfferCurve::firstMw).toArray());
  }

  Series lastMw(List<OfferCurve> offers) {
    return ends(offers.stream().mapToDouble(OfferCurve::lastMw).toArray());
  }

  private Series ends(double[] mw) {
    return mw.length == periods ? Series.of(mw) : Series.constant(mw[0], periods);
  }

  /** A ramp, in MW per hour; {@code byDefault} where the file has none. */
  double rampMwPerH(JsonFields fields, String name, double byDefault) {
    if (!fields.has(name)) {
      ramps.add(new Ramp(fields.text("id", ""), name));
    }
    return fields.number(name, byDefault);
  }

  /** Notices ramps that nobody gave where they bind: in periods below an hour, and of reserve. */
  void notice(MarketDay day, IssueLog log) {
    boolean shorter = day.horizon().minutesPerPeriod() < MINUTES_PER_H;
    Set<String> bound =
        day.thermalUnits().stream()
            .filter(unit -> shorter || holdsWithinMinutes(day, unit))
            .map(ThermalUnit::id)
            .collect(Collectors.toSet());
    ramps.stream()
        .filter(ramp -> bound.contains(ramp.unit()))
        .forEach(ramp -> LimitNotices.noRamp(log, ramp.unit(), ramp.field()));
  }

  private static boolean holdsWithinMinutes(MarketDay day, ThermalUnit unit) {
    return day.rules().products().stream()
        .filter(product -> product.minutes() > 0)
        .anyMatch(product -> unit.mayHold(product.id(), day.rules()));
  }
}

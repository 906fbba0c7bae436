package org.gridclear.io.gocompetition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridclear.json.JsonFields;
import org.gridclear.market.MarketDay;
import org.gridclear.market.Penalties;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * A problem file: powers in p.u. of {@code base_norm_mva}, costs per p.u. and hour, angles in
 * radians, times in hours. Benefits of consumers are values of flexible loads; what consumers must
 * take is load.
 */
final class GoProblem {
  private static final double MINUTES_EXACT = 1e-9;

  private final IssueLog log;
  private final JsonFields network;
  private final JsonFields input;
  private final JsonFields reliability;
  private final Horizon horizon;
  private final Elements elements;

  GoProblem(JsonFields root, IssueLog log) {
    this.log = log;
    network = root.object("network", "network");
    input = root.object("time_series_input", "time_series_input");
    reliability = root.object("reliability", "reliability");
    root.noticeRest("document", "");
    horizon = horizon();
    JsonFields general = network.object("general", "network general");
    double base = general.number("base_norm_mva");
    if (!(base > 0)) {
      log.add(Rule.FIELD_TYPE, general.element(), "base_norm_mva", base, "Give a power above 0.");
      base = 1;
    }
    for (String name : List.of("timestamp_start", "timestamp_stop", "season", "timestamp")) {
      general.unused("general", "", name, "A case has no date.");
    }
    general.noticeRest("general", "");
    elements = new Elements(base, horizon.periodCount(), horizon.hoursPerPeriod(), log);
  }

  /** Intervals of one length in whole minutes; the case has no other. */
  private Horizon horizon() {
    JsonFields general = input.object("general", "time_series_input general");
    List<Double> hours = general.numbers("interval_duration");
    int periods = general.integer("time_periods", hours.size());
    general.noticeRest("time series", "");
    if (hours.isEmpty() || hours.size() > Horizon.PERIOD_COUNT_MAX || periods != hours.size()) {
      log.add(
          Rule.SERIES_LENGTH,
          general.element(),
          "interval_duration",
          hours.size() + " values",
          "Give one length for each of time_periods, %d at most."
              .formatted(Horizon.PERIOD_COUNT_MAX));
      return new Horizon(1, 60);
    }
    double minutes = hours.get(0) * 60;
    int whole = (int) Math.round(minutes);
    boolean divides = whole >= 1 && (60 % whole == 0 || whole % 60 == 0);
    if (!divides || Math.abs(minutes - whole) > MINUTES_EXACT * whole) {
      log.add(
          Rule.FIELD_TYPE,
          general.element(),
          "interval_duration",
          hours.get(0),
          "Not supported: give a divisor or a multiple of an hour.");
      return new Horizon(hours.size(), 60);
    }
    refuseOtherLengths(general, hours);
    return new Horizon(hours.size(), whole);
  }

  private void refuseOtherLengths(JsonFields general, List<Double> hours) {
    for (double each : hours) {
      if (each != hours.get(0)) {
        log.add(
            Rule.FIELD_TYPE,
            general.element(),
            "interval_duration",
            each,
            "Not supported: intervals of other lengths than the first (%s h)."
                .formatted(hours.get(0)));
        break;
      }
    }
  }

  MarketDay day(String name) {
    Penalties penalties = penalties();
    GoNetwork grid = new GoNetwork(network, reliability, elements);
    Network built = grid.read(name);
    GoDevices devices = new GoDevices(elements, energyPenalty());
    read(devices);
    if (devices.ranges().stream().noneMatch(range -> range.kind() == RangeKind.ENERGY)) {
      violation().unused("violation cost", "", "e_vio_cost", "No requirement of energy can bind.");
    }
    new GoReserves(elements).check(network, input);
    network.noticeRest("network", "");
    input.noticeRest("time series", "");
    OperatingRules rules =
        OperatingRules.NONE
            .withContingencies(new ContingencySet(false, grid.contingencies()))
            .withStates(List.of(), grid.hvdcSchedules())
            .withRanges(devices.ranges());
    return new MarketDay(
            name,
            List.of(),
            horizon,
            built,
            devices.thermal(),
            List.of(),
            List.of(),
            devices.loads(),
            devices.flexible(),
            List.of(),
            List.of(),
            new ArrayList<>(),
            List.of(),
            penalties,
            rules)
        .withCurrency(MarketDay.CURRENCY_UNITS);
  }

  /** Reads every device with its series. */
  private void read(GoDevices devices) {
    Map<String, JsonFields> series =
        elements.byUid(input, "simple_dispatchable_device", "device series");
    elements
        .byUid(network, "simple_dispatchable_device", "device")
        .forEach((uid, fields) -> devices.read(uid, fields, series.remove(uid)));
    series
        .keySet()
        .forEach(
            uid ->
                log.add(
                    Rule.REFERENCE_EXISTS,
                    "device series " + uid,
                    "uid",
                    uid,
                    "network has no simple_dispatchable_device of that uid."));
  }

  private JsonFields violation() {
    return network.object("violation_cost", "network violation_cost");
  }

  private double energyPenalty() {
    return violation().number("e_vio_cost", Double.NaN) / elements.baseMva();
  }

  /** Overloads after outages cost what overloads do; the competition takes mean and worst. */
  private Penalties penalties() {
    JsonFields cost = violation();
    double balance = cost.number("p_bus_vio_cost") / elements.baseMva();
    double overload = cost.number("s_vio_cost") / elements.baseMva();
    cost.unused(
        "violation cost", "", "q_bus_vio_cost", "There is no reactive power in a clearing.");
    cost.number("e_vio_cost", 0);
    cost.noticeRest("violation cost", "");
    if (!reliability.array("contingency").isEmpty()) {
      log.notice(
          Rule.TAKEN_AS,
          "violation cost",
          "",
          "s_vio_cost",
          overload * elements.baseMva(),
          "An overload after an outage costs this in each outage; the competition counts the mean"
              + " and the worst outage.");
    }
    return new Penalties(
        balance,
        Penalties.DEFAULT.reserveYuanPerMwh(),
        overload,
        overload,
        Penalties.DEFAULT.flowgateYuanPerMwh(),
        Penalties.DEFAULT.scheduleYuanPerMwh());
  }
}

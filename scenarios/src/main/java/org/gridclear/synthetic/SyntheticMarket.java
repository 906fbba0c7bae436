package org.gridclear.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.Penalties;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.network.Bus;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.MarketDayValidator;

/** Completes a network to a market day. */
public final class SyntheticMarket {
  /** The reserve product of synthetic days. */
  public static final String RESERVE = "spinning";

  private SyntheticMarket() {}

  /**
   * A market day on {@code network}: what the network file has is kept (cost curves, limits,
   * ratings, fuels), the rest is made from the seed.
   *
   * @throws IllegalArgumentException if a unit's output has no finite limits
   * @throws org.gridclear.validate.InvalidInputException if the day cannot be cleared, such as with
   *     costs that are not convex
   */
  public static MarketDay complete(Network network, Horizon horizon, SyntheticOptions options) {
    List<String> synthetic =
        new ArrayList<>(List.of("unit parameters", "load shape", "initial states"));
    List<BusLoad> loads = loads(network, horizon, options);
    SyntheticUnits units = new SyntheticUnits(network, horizon, options);
    loads.addAll(units.fixed());
    synthetic.addAll(units.made());
    if (units.couldDraw()) {
      synthetic.add("least outputs of units that could also draw");
    }
    double firstLoadMw = firstLoadMw(loads, units.profiled());
    List<ThermalUnit> thermal =
        SyntheticUnits.withInitialStates(units.thermal(), firstLoadMw, horizon);
    Network rated = network;
    if (!network.branches().isEmpty() && unrated(network)) {
      synthetic.add("branch ratings");
      rated =
          SyntheticRatings.rate(
              network, thermal, units.profiled(), loads, horizon.periodCount(), options);
    }
    MarketDay day =
        new MarketDay(
            network.name(),
            synthetic,
            horizon,
            rated,
            thermal,
            units.profiled(),
            List.of(),
            loads,
            units.flexible(),
            List.of(),
            List.of(reserve(loads, horizon, options)),
            List.of(),
            List.of(),
            Penalties.DEFAULT,
            OperatingRules.NONE.withStates(List.of(), hvdcSchedules(network, horizon)),
            units.costsFromFile() ? MarketDay.CURRENCY_UNITS : MarketDay.YUAN);
    return checked(day);
  }

  private static MarketDay checked(MarketDay day) {
    IssueLog log = new IssueLog(day.name());
    MarketDayValidator.check(day, log);
    log.throwIfErrors();
    return day;
  }

  private static boolean unrated(Network network) {
    return network.branches().stream().allMatch(branch -> branch.ratings().normalMva() == 0);
  }

  /** Load of the first period that units with commitment serve. */
  private static double firstLoadMw(List<BusLoad> loads, List<ProfiledUnit> profiled) {
    double firstLoadMw = 0;
    for (BusLoad load : loads) {
      firstLoadMw += load.mw().at(0);
    }
    for (ProfiledUnit unit : profiled) {
      firstLoadMw -= unit.maxMw().at(0);
    }
    return firstLoadMw;
  }

  /** HVDC lines are decided within their dispatch ranges, at most what all units can give. */
  private static List<HvdcSchedule> hvdcSchedules(Network network, Horizon horizon) {
    double mostMw = 0;
    for (Generator generator : network.generators()) {
      mostMw += Math.max(0, generator.inService() ? generator.pMaxMw() : 0);
    }
    List<HvdcSchedule> schedules = new ArrayList<>();
    for (HvdcLine line : network.hvdcLines()) {
      if (line.inService() && line.pMinMw() < line.pMaxMw()) {
        schedules.add(
            new HvdcSchedule(
                line.id(),
                true,
                Series.constant(Math.max(-mostMw, line.pMinMw()), horizon.periodCount()),
                Series.constant(Math.min(mostMw, line.pMaxMw()), horizon.periodCount()),
                Double.POSITIVE_INFINITY,
                line.pFromMw(),
                -1));
      }
    }
    return schedules;
  }

  private static List<BusLoad> loads(Network network, Horizon horizon, SyntheticOptions options) {
    Map<String, String> zoneOfBus = new HashMap<>();
    for (Bus bus : network.buses()) {
      zoneOfBus.put(bus.id(), bus.zone());
    }
    Map<String, double[]> wanderOfZone = new HashMap<>();
    List<BusLoad> loads = new ArrayList<>();
    for (Load load : network.loads()) {
      if (load.pMw() == 0) {
        continue;
      }
      double[] wander =
          wanderOfZone.computeIfAbsent(
              zoneOfBus.get(load.bus()),
              zone ->
                  DailyShape.wander(Draw.of(options.seed(), "load zone " + zone), horizon, 0.015));
      double[] mw = new double[horizon.periodCount()];
      for (int t = 0; t < mw.length; t++) {
        double shape = load.pMw() > 0 ? DailyShape.load(horizon, t) * wander[t] : 1;
        mw[t] = SyntheticUnits.round(load.pMw() * options.loadScale() * shape, 1000);
      }
      loads.add(new BusLoad(load.bus(), Series.of(mw)));
    }
    return loads;
  }

  private static ReserveRequirement reserve(
      List<BusLoad> loads, Horizon horizon, SyntheticOptions options) {
    double[] mw = new double[horizon.periodCount()];
    for (int t = 0; t < mw.length; t++) {
      for (BusLoad load : loads) {
        mw[t] += options.reserveShare() * load.mw().at(t);
      }
      mw[t] = SyntheticUnits.round(Math.max(0, mw[t]), 100);
    }
    return new ReserveRequirement(RESERVE, Series.of(mw), -1);
  }
}

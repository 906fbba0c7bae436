package org.gridclear.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.InitialState;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Generator;
import org.gridclear.network.GeneratorCost;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;

/** Market units for the generators of a network. */
final class SyntheticUnits {

  /** Average cost at the least output, as a multiple of the price of the first segment. */
  private static final double NO_LOAD_FACTOR = 1.03;

  private final Horizon horizon;
  private final SyntheticOptions options;
  private final List<ThermalUnit> thermal = new ArrayList<>();
  private final List<ProfiledUnit> profiled = new ArrayList<>();
  private final List<FlexibleLoad> flexible = new ArrayList<>();
  private final List<BusLoad> fixed = new ArrayList<>();
  private int offersFromFile;
  private int offersMade;
  private int kindsMade;
  private int leastOutputsMade;
  private int pricesMade;
  private boolean costsFromFile;
  private boolean couldDraw;

  SyntheticUnits(Network network, Horizon horizon, SyntheticOptions options) {
    this.horizon = horizon;
    this.options = options;
    for (Generator generator : network.generators()) {
      if (generator.inService()) {
        finite(generator);
        if (generator.pMaxMw() > 0) {
          couldDraw |= generator.pMinMw() < 0;
          add(generator);
        } else if (generator.pMinMw() < 0) {
          draw(generator);
        }
      }
    }
  }

  List<ThermalUnit> thermal() {
    return thermal;
  }

  List<ProfiledUnit> profiled() {
    return profiled;
  }

  /** Whether a cost curve of the network file was used. */
  boolean costsFromFile() {
    return costsFromFile;
  }

  /**
   * What was made because the file lacks it, each with the number of units: offers of units without
   * a cost curve, the least outputs of those of them whose file says 0, one price in place of a
   * bent curve of a unit with a forecast, forecasts, and wind or sun as the kind of units without
   * fuel and cost.
   */
  List<String> made() {
    List<String> made = new ArrayList<>();
    int units = offersFromFile + offersMade;
    count(made, "offers", offersMade, units);
    count(made, "least outputs", leastOutputsMade, units);
    count(made, "mean prices for cost curves", pricesMade, units);
    count(made, "renewable forecasts", profiled.size(), units);
    count(made, "wind or solar as kind", kindsMade, units);
    return made;
  }

  private static void count(List<String> made, String what, int count, int units) {
    if (count > 0) {
      made.add("%s of %d of %d %s".formatted(what, count, units, units == 1 ? "unit" : "units"));
    }
  }

  /** Bids of loads with a price. */
  List<FlexibleLoad> flexible() {
    return flexible;
  }

  /** What loads with a price draw in any case. */
  List<BusLoad> fixed() {
    return fixed;
  }

  /** Whether a unit of the file that generates could also draw; its day's unit cannot. */
  boolean couldDraw() {
    return couldDraw;
  }

  private static void finite(Generator generator) {
    if (!Double.isFinite(generator.pMaxMw()) || !Double.isFinite(generator.pMinMw())) {
      throw new IllegalArgumentException(
          "The generator (%s) at bus (%s) has output limits of %s to %s MW; a market day needs finite ones."
              .formatted(generator.id(), generator.bus(), generator.pMinMw(), generator.pMaxMw()));
    }
  }

  /** A generator that only draws: a load with a price, or without one what the file draws. */
  private void draw(Generator generator) {
    int periods = horizon.periodCount();
    double leastMw = -generator.pMaxMw();
    if (generator.cost() == null) {
      fixed.add(new BusLoad(generator.bus(), Series.constant(-generator.pMw(), periods)));
      return;
    }
    costsFromFile = true;
    flexible.addAll(FileCosts.bids(generator, periods));
    if (leastMw > 0) {
      fixed.add(new BusLoad(generator.bus(), Series.constant(leastMw, periods)));
    }
  }

  private void add(Generator generator) {
    SplittableRandom random = Draw.of(options.seed(), "unit " + generator.id());
    String fuel = generator.fuel().toLowerCase(Locale.ROOT);
    double kind = random.nextDouble();
    boolean unknown = fuel.isEmpty() || fuel.equals("unknown");
    boolean small = unknown && generator.pMaxMw() <= 100 && generator.cost() == null;
    if (generator.cost() == null) {
      offersMade++;
    } else {
      costsFromFile = true;
      offersFromFile++;
    }
    kindsMade += small && kind < options.renewableShare() ? 1 : 0;
    if (fuel.contains("wind") || (small && kind < 0.6 * options.renewableShare())) {
      wind(generator);
    } else if (fuel.contains("solar")
        || fuel.contains("pv")
        || (small && kind < options.renewableShare())) {
      solar(generator);
    } else {
      thermal(generator, random);
    }
  }

  private void wind(Generator generator) {
    double[] factor =
        DailyShape.wander(Draw.of(options.seed(), "wind " + generator.id()), horizon, 0.35);
    double[] mw = new double[factor.length];
    for (int t = 0; t < mw.length; t++) {
      mw[t] = round(generator.pMaxMw() * Math.min(1, Math.max(0.02, 0.38 * factor[t])), 100);
    }
    profiled(generator, "wind", mw);
  }

  private void solar(Generator generator) {
    double[] factor =
        DailyShape.wander(Draw.of(options.seed(), "solar " + generator.id()), horizon, 0.12);
    double[] mw = new double[factor.length];
    for (int t = 0; t < mw.length; t++) {
      double share = DailyShape.sun(horizon, t) * Math.min(1.1, Math.max(0.2, factor[t]));
      mw[t] = round(generator.pMaxMw() * share, 100);
    }
    profiled(generator, "solar", mw);
  }

  /** A unit with a forecast: at its mean price where the file has costs, never below its least. */
  private void profiled(Generator generator, String fuel, double[] mw) {
    double leastMw = Math.max(0, generator.pMinMw());
    for (int t = 0; t < mw.length; t++) {
      mw[t] = Math.max(leastMw, mw[t]);
    }
    pricesMade += FileCosts.bent(generator) ? 1 : 0;
    profiled.add(
        new ProfiledUnit(
            generator.id(),
            generator.bus(),
            fuel,
            Series.constant(leastMw, mw.length),
            Series.of(mw),
            Series.constant(FileCosts.meanYuanPerMwh(generator), mw.length)));
  }

  private void thermal(Generator generator, SplittableRandom random) {
    Technology technology = Technology.of(generator.fuel(), generator.pMaxMw());
    double pMaxMw = generator.pMaxMw();
    boolean given = generator.pMinMw() > 0 || generator.cost() != null;
    leastOutputsMade += given ? 0 : 1;
    double pMinMw =
        given
            ? Math.max(0, generator.pMinMw())
            : Math.min(pMaxMw, round(technology.pMinShare * pMaxMw, 10));
    double rampMwPerH = rampMwPerH(generator, technology);
    double startRampMw = Math.max(pMinMw, Math.min(pMaxMw, rampMwPerH));
    double price = technology.priceYuanPerMwh * (0.85 + 0.3 * random.nextDouble());
    double cold =
        round(technology.coldStartYuanPerMw * pMaxMw * (0.8 + 0.4 * random.nextDouble()), 1);
    double down = technology.minDownHours;
    List<StartCategory> starts = starts(generator, down, cold);
    thermal.add(
        new ThermalUnit(
            generator.id(),
            generator.bus(),
            generator.fuel().isEmpty()
                ? technology.name().toLowerCase(Locale.ROOT)
                : generator.fuel(),
            List.of(offer(generator, technology, pMinMw, price)),
            Series.constant(pMinMw, horizon.periodCount()),
            Series.constant(pMaxMw, horizon.periodCount()),
            rampMwPerH,
            rampMwPerH,
            startRampMw,
            startRampMw,
            technology.minUpHours,
            down,
            -1,
            starts,
            Collections.nCopies(horizon.periodCount(), Commitment.FREE),
            new InitialState(false, 24, 0),
            Set.of(SyntheticMarket.RESERVE)));
  }

  /**
   * The file's cost of a start, or three by the time off, the longest at the cost of a cold one.
   */
  private static List<StartCategory> starts(Generator generator, double down, double cold) {
    GeneratorCost cost = generator.cost();
    return cost != null
        ? List.of(new StartCategory(down, cost.startYuan()))
        : List.of(
            new StartCategory(down, round(0.5 * cold, 1)),
            new StartCategory(down * 2 + 2, round(0.7 * cold, 1)),
            new StartCategory(down * 4 + 8, cold));
  }

  /** The file's ramp, the longest time first; else that of the technology. */
  private static double rampMwPerH(Generator generator, Technology technology) {
    if (generator.machine().ramp30Mw() > 0) {
      return 2 * generator.machine().ramp30Mw();
    } else if (generator.ramp10Mw() > 0) {
      return 6 * generator.ramp10Mw();
    } else if (generator.machine().rampAgcMwPerMin() > 0) {
      return 60 * generator.machine().rampAgcMwPerMin();
    }
    return Math.max(technology.rampSharePerH * generator.pMaxMw(), 1);
  }

  private static OfferCurve offer(
      Generator generator, Technology technology, double pMinMw, double price) {
    double pMaxMw = generator.pMaxMw();
    if (generator.cost() != null) {
      return FileCosts.offer(generator.cost(), pMinMw, pMaxMw);
    }
    int segments = pMaxMw - pMinMw < 1e-6 ? 0 : FileCosts.SEGMENTS;
    List<Double> mw = new ArrayList<>();
    List<Double> yuanPerH = new ArrayList<>();
    double running = price * pMinMw * NO_LOAD_FACTOR;
    for (int k = 0; k <= segments; k++) {
      double output = segments == 0 ? pMinMw : pMinMw + (pMaxMw - pMinMw) * k / segments;
      if (k > 0) {
        running += (output - mw.get(k - 1)) * price * (1 + technology.slope * (k - 1));
      }
      mw.add(output);
      yuanPerH.add(running);
    }
    return new OfferCurve(mw, yuanPerH);
  }

  /**
   * The units with an initial state in which the cheapest run that cover {@code loadMw} with a
   * margin of 15 %.
   */
  static List<ThermalUnit> withInitialStates(
      List<ThermalUnit> units, double loadMw, Horizon horizon) {
    List<ThermalUnit> byCost = new ArrayList<>(units);
    byCost.sort(
        java.util.Comparator.comparingDouble(SyntheticUnits::averageYuanPerMwh)
            .thenComparing(ThermalUnit::id));
    double capacity = 0;
    double least = 0;
    Set<String> on = new java.util.HashSet<>();
    for (ThermalUnit unit : byCost) {
      if (capacity >= 1.15 * loadMw) {
        break;
      }
      on.add(unit.id());
      capacity += unit.pMaxMw().at(0);
      least += unit.pMinMw().at(0);
    }
    double room = capacity - least;
    double share = room <= 0 ? 0 : Math.min(1, Math.max(0, (loadMw - least) / room));
    List<ThermalUnit> result = new ArrayList<>();
    for (ThermalUnit unit : units) {
      double min = unit.pMinMw().at(0);
      double max = unit.pMaxMw().at(0);
      double mw = Math.min(max, Math.max(min, round(min + share * (max - min), 100)));
      InitialState state =
          on.contains(unit.id()) ? new InitialState(true, 24, mw) : new InitialState(false, 24, 0);
      result.add(unit.withInitial(state));
    }
    return result;
  }

  static double averageYuanPerMwh(ThermalUnit unit) {
    OfferCurve offer = unit.offer(0);
    int last = offer.yuanPerH().size() - 1;
    return offer.yuanPerH().get(last) / Math.max(1e-9, offer.lastMw());
  }

  static double round(double value, double steps) {
    return Math.rint(value * steps) / steps;
  }
}

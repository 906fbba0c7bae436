package org.gridclear.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.apache.commons.numbers.gamma.Erfc;
import org.gridclear.json.JsonFields;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Bus;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cases of a Monte Carlo set: one factor of load, and one of renewables, for every zone and case,
 * the same in all periods. Factors have the mean 1 and, between any two zones, the given
 * correlation; a factor below 0 is taken as 0, which only normal draws can be.
 *
 * @param name what its cases are called, before their number
 * @param count how many cases
 * @param seed of the set; a case's numbers belong to the seed and its number
 * @param loadDeviation standard deviation of load factors, or the largest one where uniform
 * @param renewableDeviation the same of renewables
 * @param zoneCorrelation correlation of the factors of any two zones, from 0 to 1
 * @param distribution of a factor
 */
record MonteCarloDraws(
    String name,
    int count,
    long seed,
    double loadDeviation,
    double renewableDeviation,
    double zoneCorrelation,
    Distribution distribution) {

  /** How a factor is distributed. */
  enum Distribution {
    /** Normal; a deviation is a standard deviation. */
    NORMAL,
    /** Uniform; a deviation is the largest one. */
    UNIFORM
  }

  /** The draws that a study asks for; none if they are not possible, which is reported. */
  static Optional<MonteCarloDraws> read(JsonFields set, IssueLog log) {
    int before = log.count();
    MonteCarloDraws draws =
        new MonteCarloDraws(
            set.text("name", "mc"),
            set.integer("count", 0),
            set.integer("seed", 1),
            set.number("loadDeviation", 0.02),
            set.number("renewableDeviation", 0.15),
            set.number("zoneCorrelation", 0.5),
            set.choice("distribution", Distribution.class, Distribution.NORMAL));
    set.done();
    draws.check(set.element(), log);
    return log.count() == before ? Optional.of(draws) : Optional.empty();
  }

  private void check(String element, IssueLog log) {
    if (count < 1) {
      log.add(Rule.STUDY_VALUE, element, "count", count, "Give 1 or more.");
    }
    if (!(zoneCorrelation >= 0 && zoneCorrelation <= 1)) {
      log.add(Rule.STUDY_VALUE, element, "zoneCorrelation", zoneCorrelation, "Give 0 to 1.");
    }
    checkDeviation(element, "loadDeviation", loadDeviation, log);
    checkDeviation(element, "renewableDeviation", renewableDeviation, log);
  }

  private static void checkDeviation(String element, String field, double deviation, IssueLog log) {
    if (!(deviation >= 0 && deviation <= 1)) {
      log.add(
          Rule.STUDY_VALUE,
          element,
          field,
          deviation,
          "Give 0 to 1: factors lie around 1, and 0.02 is 2 %.");
    }
  }

  /** The changes of case {@code k}, counted from 1. */
  List<JsonNode> changes(int k, MarketDay base) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003L + k);
    TreeSet<String> zones = new TreeSet<>();
    base.network().buses().stream().map(Bus::zone).forEach(zones::add);
    TreeSet<String> withLoad = new TreeSet<>();
    TreeSet<String> withRenewables = new TreeSet<>();
    Target.Places places = new Target.Places(base);
    base.busLoads().forEach(load -> withLoad.add(places.bus(load.bus()).zone()));
    base.profiledUnits().forEach(unit -> withRenewables.add(places.bus(unit.bus()).zone()));
    List<JsonNode> changes = new ArrayList<>();
    add("load", zones, withLoad, loadDeviation, random, changes);
    if (!withRenewables.isEmpty()) {
      add("renewables", zones, withRenewables, renewableDeviation, random, changes);
    }
    return changes;
  }

  /** Every zone has its draw, so that what one zone has does not change the draws of others. */
  private void add(
      String kind,
      TreeSet<String> zones,
      TreeSet<String> changed,
      double deviation,
      SplittableRandom random,
      List<JsonNode> changes) {
    double[] draws = draws(zones.size(), random);
    int next = 0;
    for (String zone : zones) {
      double scale = Math.max(0, Math.rint((1 + deviation * draws[next++]) * 1e6) / 1e6);
      if (changed.contains(zone)) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("zone", zone).put("scale", scale);
        changes.add(JsonNodeFactory.instance.objectNode().set(kind, body));
      }
    }
  }

  /**
   * A number of every zone: normal of deviation 1, or uniform in [-1, 1] by a Gaussian copula.
   * Normal numbers √r·c + √(1−r)·o of the same c have the correlation r; uniform ones made of them
   * have 6/π · asin(r/2), so r = 2 sin(π/6 · ρ) gives them the correlation ρ.
   */
  double[] draws(int zones, SplittableRandom random) {
    boolean uniform = distribution == Distribution.UNIFORM;
    double normal = uniform ? 2 * Math.sin(Math.PI / 6 * zoneCorrelation) : zoneCorrelation;
    double shared = Math.sqrt(normal);
    double own = Math.sqrt(1 - normal);
    double common = random.nextGaussian();
    double[] numbers = new double[zones];
    for (int zone = 0; zone < zones; zone++) {
      double number = shared * common + own * random.nextGaussian();
      numbers[zone] = uniform ? Erfc.value(-number / Math.sqrt(2)) - 1 : number;
    }
    return numbers;
  }
}

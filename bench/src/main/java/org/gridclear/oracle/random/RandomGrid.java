package org.gridclear.oracle.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The network of a random case: a ring with chords, ratings, interfaces, outages, HVDC lines. */
final class RandomGrid {
  private final RandomDay day;
  private final List<Map<String, Object>> branches = new ArrayList<>();

  RandomGrid(RandomDay day) {
    this.day = day;
  }

  Map<String, Object> network(Map<String, Object> document, Map<String, Object> rules) {
    Map<String, Object> network = new TreeMap<>();
    List<Map<String, Object>> buses = new ArrayList<>();
    for (int b = 0; b < day.busCount(); b++) {
      String type = b == 0 ? "reference" : "pq";
      buses.add(Map.of("id", "b" + b, "zone", b % 2 == 0 ? "A" : "B", "type", type));
    }
    network.put("buses", buses);
    for (int b = 0; b < day.busCount() && day.busCount() > 1; b++) {
      branch(b, (b + 1) % day.busCount());
    }
    if (day.busCount() > 2 && day.chance(0.5)) {
      branch(0, 2);
    }
    network.put("branches", branches);
    if (day.has(Family.FLOWGATES)) {
      Map<String, Object> flowgate = flowgate();
      network.put("flowgates", List.of(flowgate));
      rules.put("flowgateLimits", flowgateLimits(RandomDay.number(flowgate, "limitMw")));
    }
    if (day.has(Family.PLANNED)) {
      document.put("branchOutages", List.of(planned()));
    }
    if (day.has(Family.OUTAGES)) {
      rules.put("contingencies", contingencies());
    }
    if (day.has(Family.HVDC)) {
      hvdc(network, rules);
    }
    return network;
  }

  private void branch(int from, int to) {
    Map<String, Object> branch = new TreeMap<>();
    branch.put("id", "l" + branches.size());
    branch.put("from", "b" + from);
    branch.put("to", "b" + to);
    branch.put("xPu", 0.01 * day.integer(3, 12));
    if (day.has(Family.LOSSES)) {
      branch.put("rPu", 0.001 * day.integer(2, 20));
    }
    if (day.chance(0.2)) {
      branch.put("shiftDeg", day.number(-3, 3));
    }
    if (day.chance(0.2)) {
      branch.put("tapRatio", 1 + 0.01 * day.integer(-5, 5));
    }
    if (day.chance(0.6)) {
      double rating = day.number(0.1, 0.5) * day.capacityMw();
      branch.put(
          "ratings",
          Map.of("normalMva", rating, "emergencyMva", day.chance(0.5) ? 0 : 1.2 * rating));
    }
    branches.add(branch);
  }

  private String anyBranch() {
    return "l" + day.integer(0, branches.size() - 1);
  }

  private Map<String, Object> flowgate() {
    List<Map<String, Object>> terms = new ArrayList<>();
    for (int l = 0; l < Math.min(2, branches.size()); l++) {
      terms.add(Map.of("branch", "l" + l, "weight", day.chance(0.5) ? 1 : -1));
    }
    double limit = day.number(0.05, 0.4) * day.capacityMw();
    return Map.of(
        "id",
        "f",
        "terms",
        terms,
        "limitMw",
        limit,
        "reverseLimitMw",
        day.number(0.5, 1.5) * limit);
  }

  /**
   * In half of the cases limits by period, in one direction or both; in some periods none, in some
   * nothing passes.
   */
  private List<Map<String, Object>> flowgateLimits(double limitMw) {
    if (day.chance(0.5)) {
      return List.of();
    }
    Map<String, Object> limit = new TreeMap<>();
    limit.put("flowgate", "f");
    boolean forward = day.chance(0.7);
    if (forward) {
      limit.put("mw", limits(0.3 * limitMw, 1.5 * limitMw));
    }
    if (!forward || day.chance(0.5)) {
      limit.put("reverseMw", limits(0.3 * limitMw, 1.5 * limitMw));
    }
    return List.of(limit);
  }

  private List<Object> limits(double least, double most) {
    List<Object> limits = new ArrayList<>();
    for (int t = 0; t < day.periods(); t++) {
      limits.add(day.chance(0.15) ? "Infinity" : day.chance(0.1) ? 0.0 : day.number(least, most));
    }
    return limits;
  }

  private Map<String, Object> planned() {
    int from = day.integer(0, day.periods() - 1);
    return Map.of("branch", anyBranch(), "from", from, "to", day.integer(from + 1, day.periods()));
  }

  private Map<String, Object> contingencies() {
    Map<String, Object> set = new TreeMap<>();
    set.put("everyBranch", day.chance(0.7));
    if (branches.size() > 3 && day.chance(0.5)) {
      set.put("listed", List.of(Map.of("id", "two", "branches", List.of("l0", "l2"))));
    } else {
      set.put("listed", List.of(Map.of("id", "one", "branches", List.of(anyBranch()))));
    }
    return set;
  }

  private void hvdc(Map<String, Object> network, Map<String, Object> rules) {
    Map<String, Object> line = new TreeMap<>();
    line.put("id", "dc");
    line.put("from", "b0");
    line.put("to", "b" + (day.busCount() - 1));
    line.put("pFromMw", day.number(-20, 20));
    line.put("pMinMw", -40);
    line.put("pMaxMw", 40);
    line.put("lossFixedMw", day.chance(0.3) ? day.number(0, 1) : 0);
    line.put("lossShare", 0.01 * day.integer(0, 8));
    network.put("hvdcLines", List.of(line));
    if (day.chance(0.8)) {
      Map<String, Object> schedule = new TreeMap<>();
      schedule.put("line", "dc");
      schedule.put("initialMw", day.number(-10, 10));
      if (day.chance(0.5)) {
        schedule.put("rampMwPerH", day.number(10, 60));
      }
      if (day.chance(0.4)) {
        schedule.put("changesPerDayMax", day.integer(1, 2));
      }
      rules.put("hvdcSchedules", List.of(schedule));
    }
  }
}

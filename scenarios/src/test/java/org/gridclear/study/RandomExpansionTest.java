package org.gridclear.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of change with every selector and range of periods, on random days, beside what the
 * same change makes of the plain numbers here; what selects nothing is refused.
 */
// Rows, W-13
class RandomExpansionTest {
  private static final int CHANGES = 180;
  private static final int PERIODS = 4;
  private static final String[] ZONES = {"A", "A", "B", ""};
  private static final String[] FUELS = {"coal", "gas"};

  /** Changes of one value of an element per period, or of one for all. */
  private enum Kind {
    LOAD("load"),
    RENEWABLES("renewables"),
    OFFERS("offers"),
    START_COSTS("startCosts"),
    UNIT_OUTAGE("unitOutage"),
    MUST_RUN("mustRun"),
    UNIT_LIMIT("unitLimit"),
    BRANCH_LIMIT("branchLimit"),
    BRANCH_OUTAGE("branchOutage");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** Something with a bus, a fuel, and numbers: MW per period, a price, and the cost of a start. */
  private record Thing(String id, int bus, String fuel, double[] mw, double price, double start) {}

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(24);
  private final List<Thing> loads = new ArrayList<>();
  private final List<Thing> units = new ArrayList<>();
  private final List<Thing> wind = new ArrayList<>();
  private final List<Thing> branches = new ArrayList<>();

  private double number(double least, double most) {
    return Math.round(10 * (least + random.nextDouble() * (most - least))) / 10.0;
  }

  private double[] series(double least, double most) {
    double[] mw = new double[PERIODS];
    java.util.Arrays.setAll(mw, t -> number(least, most));
    return mw;
  }

  private void draw() {
    loads.clear();
    units.clear();
    wind.clear();
    branches.clear();
    for (int b = 0; b < ZONES.length; b++) {
      loads.add(new Thing("n" + b, b, "", series(-20, 60), 0, 0));
      branches.add(
          new Thing("l" + b, b, "", constant(random.nextInt(3) == 0 ? 0 : number(20, 90)), 0, 0));
    }
    for (int g = 0; g < 3; g++) {
      String fuel = FUELS[random.nextInt(2)];
      double price = number(20, 90);
      units.add(new Thing("g" + g, random.nextInt(4), fuel, constant(60), price, number(100, 900)));
    }
    for (int w = 0; w < 2; w++) {
      wind.add(new Thing("w" + w, random.nextInt(4), "wind", series(5, 50), number(-9, 9), 0));
    }
  }

  private static double[] constant(double mw) {
    double[] all = new double[PERIODS];
    java.util.Arrays.fill(all, mw);
    return all;
  }

  private String document() {
    List<String> buses = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int b = 0; b < ZONES.length; b++) {
      String zone = ZONES[b].isEmpty() ? "" : ", \"zone\": \"" + ZONES[b] + "\"";
      String type = b == 0 ? ", \"type\": \"reference\"" : "";
      buses.add("{\"id\": \"n%d\"%s%s}".formatted(b, zone, type));
      double mva = branches.get(b).mw()[0];
      lines.add(
          """
          {"id": "l%d", "from": "n%d", "to": "n%d", "xPu": 0.1,
           "ratings": {"normalMva": %s}}\
          """
              .formatted(b, b, (b + 1) % 4, mva));
    }
    List<String> thermal = new ArrayList<>();
    for (Thing unit : units) {
      thermal.add(
          """
          {"id": "%s", "bus": "n%d", "fuel": "%s",
           "offers": [{"mw": [10, 60], "yuanPerH": [%s, %s]}],
           "startCategories": [{"offHours": 1, "costYuan": %s}]}\
          """
              .formatted(
                  unit.id(),
                  unit.bus(),
                  unit.fuel(),
                  10 * unit.price(),
                  60 * unit.price(),
                  unit.start()));
    }
    List<String> profiled = new ArrayList<>();
    for (Thing unit : wind) {
      profiled.add(
          """
          {"id": "%s", "bus": "n%d", "fuel": "wind",
           "maxMw": %s, "priceYuanPerMwh": %s}\
          """
              .formatted(
                  unit.id(), unit.bus(), java.util.Arrays.toString(unit.mw()), unit.price()));
    }
    List<String> busLoads = new ArrayList<>();
    for (Thing load : loads) {
      busLoads.add(
          "{\"bus\": \"n%d\", \"mw\": %s}"
              .formatted(load.bus(), java.util.Arrays.toString(load.mw())));
    }
    return """
    {"format": "gridclear-case", "version": 1, "name": "r",
     "horizon": {"periodCount": 4, "minutesPerPeriod": 60},
     "network": {"name": "r", "baseMva": 100, "buses": %s, "branches": %s},
     "thermalUnits": %s, "profiledUnits": %s, "busLoads": %s}
    """
        .formatted(buses, lines, thermal, profiled, busLoads);
  }

  /** A selector, in the words of a study, and whether it means an element. */
  private record Selector(String text, Predicate<Thing> means) {}

  private Selector selector(Kind kind) {
    List<Selector> all = new ArrayList<>();
    int bus = random.nextInt(4);
    String zone = ZONES[random.nextInt(4)];
    boolean ofBranch = kind == Kind.BRANCH_LIMIT || kind == Kind.BRANCH_OUTAGE;
    if (ofBranch) {
      all.add(new Selector("branch: l" + bus, each -> each.id().equals("l" + bus)));
      return all.get(0);
    }
    all.add(new Selector("zone: '" + zone + "'", each -> ZONES[each.bus()].equals(zone)));
    all.add(new Selector("bus: n" + bus, each -> each.bus() == bus));
    if (kind != Kind.LOAD) {
      String fuel = FUELS[random.nextInt(2)];
      String id = kind == Kind.RENEWABLES ? "w" + random.nextInt(2) : "g" + random.nextInt(3);
      all.add(new Selector("fuel: " + fuel, each -> each.fuel().equals(fuel)));
      all.add(new Selector("unit: " + id, each -> each.id().equals(id)));
    }
    if (kind != Kind.UNIT_OUTAGE && kind != Kind.MUST_RUN) {
      all.add(new Selector("", each -> true));
    }
    return all.get(random.nextInt(all.size()));
  }

  @Test
  void everyChangeSelectorAndRangeMakesOfADayWhatTheDocumentSays() throws IOException {
    Map<Kind, Integer> right = new EnumMap<>(Kind.class);
    int refused = 0;
    for (int k = 0; k < CHANGES; k++) {
      if (k % 20 == 0) {
        draw();
        Files.writeString(folder.resolve("r.json"), document());
      }
      Kind kind = Kind.values()[k % Kind.values().length];
      if (change(kind)) {
        right.merge(kind, 1, Integer::sum);
      } else {
        refused++;
      }
    }
    assertEquals(Kind.values().length, right.size());
    right.forEach((kind, count) -> assertTrue(count >= 5, kind + " " + count));
    assertTrue(refused > 5, refused + " refused");
  }

  /** One random change; returns false where it selects nothing and is refused. */
  private boolean change(Kind kind) {
    Selector selector = selector(kind);
    boolean ranged = kind != Kind.OFFERS && kind != Kind.START_COSTS && random.nextBoolean();
    int from = ranged ? 1 + random.nextInt(PERIODS) : 1;
    int to = ranged ? from + random.nextInt(PERIODS - from + 1) : PERIODS;
    double scale = number(0.5, 2);
    double add = kind == Kind.LOAD || kind == Kind.OFFERS ? number(-5, 9) : 0;
    List<String> fields = new ArrayList<>();
    if (!selector.text().isEmpty()) {
      fields.add(selector.text());
    }
    switch (kind) {
      case LOAD -> fields.add("scale: %s, addMw: %s".formatted(scale, add));
      case OFFERS -> fields.add("scale: %s, addYuanPerMwh: %s".formatted(scale, add));
      case UNIT_LIMIT -> fields.add("maxScale: " + scale);
      case RENEWABLES, START_COSTS, BRANCH_LIMIT -> fields.add("scale: " + scale);
      default -> {}
    }
    if (ranged) {
      fields.add("from: %d, to: %d".formatted(from, to));
    }
    String text = "{%s: {%s}}".formatted(kind.word, String.join(", ", fields));
    String study =
        "study: s%nbase: {case: r.json}%ncases: [{name: x, changes: [%s]}]".formatted(text);
    List<Thing> among =
        switch (kind) {
          case LOAD -> loads;
          case RENEWABLES -> wind;
          case BRANCH_LIMIT, BRANCH_OUTAGE -> branches;
          case START_COSTS, MUST_RUN, UNIT_LIMIT -> units;
          default -> both();
        };
    if (among.stream().noneMatch(selector.means())) {
      assertThrows(
          InvalidInputException.class, () -> StudyReader.read(study, "s.yaml", folder), text);
      return false;
    }
    StudyDefinition read = StudyReader.read(study, "s.yaml", folder);
    MarketDay day = read.cases().get(1).resolve(read.base()).day();
    Changed changed = new Changed(kind, selector.means(), from - 1, to, scale, add);
    compare(day, changed, text);
    return true;
  }

  private List<Thing> both() {
    List<Thing> both = new ArrayList<>(units);
    both.addAll(wind);
    return both;
  }

  /** The same change of the plain numbers. */
  private record Changed(
      Kind kind, Predicate<Thing> means, int from, int to, double scale, double add) {
    boolean is(Thing thing, int t, Kind... kinds) {
      return List.of(kinds).contains(kind) && means.test(thing) && t >= from && t < to;
    }
  }

  private void compare(MarketDay day, Changed c, String text) {
    for (int t = 0; t < PERIODS; t++) {
      String where = text + " in period " + (t + 1);
      double size = 0;
      int count = 0;
      for (Thing load : loads) {
        boolean meant = c.means().test(load);
        size += meant ? Math.abs(load.mw()[t] * c.scale()) : 0;
        count += meant ? 1 : 0;
      }
      for (int i = 0; i < loads.size(); i++) {
        double mw = loads.get(i).mw()[t];
        if (c.is(loads.get(i), t, Kind.LOAD)) {
          double share = size > 0 ? Math.abs(mw * c.scale()) / size : 1.0 / count;
          mw = mw * c.scale() + c.add() * share;
        }
        assertEquals(mw, day.busLoads().get(i).mw().at(t), 1e-9, where);
      }
      for (int i = 0; i < wind.size(); i++) {
        wind(day.profiledUnits().get(i), wind.get(i), c, t, where);
      }
      for (int g = 0; g < units.size(); g++) {
        unit(day.thermalUnits().get(g), units.get(g), c, t, where);
      }
      for (Thing branch : branches) {
        branch(day, branch, c, t, where);
      }
    }
  }

  private static void wind(ProfiledUnit unit, Thing thing, Changed c, int t, String where) {
    double mw = thing.mw()[t] * (c.is(thing, t, Kind.RENEWABLES) ? c.scale() : 1);
    boolean out = c.is(thing, t, Kind.UNIT_OUTAGE);
    assertEquals(out ? 0 : mw, unit.maxMw().at(t), 1e-9, where);
    boolean offered = c.is(thing, t, Kind.OFFERS);
    double price = offered ? thing.price() * c.scale() + c.add() : thing.price();
    assertEquals(price, unit.priceYuanPerMwh().at(t), 1e-9, where);
  }

  private static void unit(ThermalUnit unit, Thing thing, Changed c, int t, String where) {
    boolean offered = c.is(thing, t, Kind.OFFERS);
    double price = offered ? thing.price() * c.scale() + c.add() : thing.price();
    assertEquals(10 * price, unit.offer(t).yuanPerH().get(0), 1e-7, where);
    double most = 60 * (c.is(thing, t, Kind.UNIT_LIMIT) ? c.scale() : 1);
    assertEquals(most, unit.pMaxMw().at(t), 1e-9, where);
    // What the offer gave up to the limit it goes on to give.
    double end = Math.max(60, most);
    assertEquals(end, unit.offer(t).lastMw(), 1e-9, where);
    assertEquals(end * price, unit.offer(t).yuanPerH().get(1), 1e-7, where);
    double start = thing.start() * (c.is(thing, t, Kind.START_COSTS) ? c.scale() : 1);
    assertEquals(start, unit.startCategories().get(0).costYuan(), 1e-9, where);
    Commitment status =
        c.is(thing, t, Kind.UNIT_OUTAGE)
            ? Commitment.OFF
            : c.is(thing, t, Kind.MUST_RUN) ? Commitment.ON : Commitment.FREE;
    assertEquals(status, unit.commitment().get(t), where);
  }

  private static void branch(MarketDay day, Thing branch, Changed c, int t, String where) {
    double mva = branch.mw()[t] == 0 ? Double.POSITIVE_INFINITY : branch.mw()[t];
    double most = mva * (c.is(branch, t, Kind.BRANCH_LIMIT) ? c.scale() : 1);
    double found =
        day.branchLimits().stream()
            .filter(limit -> limit.branch().equals(branch.id()))
            .map(BranchLimit::mw)
            .mapToDouble(mw -> mw.at(t))
            .findFirst()
            .orElse(mva);
    assertEquals(most, found, 1e-9, where);
    boolean out =
        day.branchOutages().stream()
            .anyMatch(o -> o.branch().equals(branch.id()) && t >= o.from() && t < o.to());
    assertEquals(c.is(branch, t, Kind.BRANCH_OUTAGE), out, where);
  }
}

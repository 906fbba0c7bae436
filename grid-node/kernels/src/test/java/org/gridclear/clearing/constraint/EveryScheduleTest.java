package org.gridclear.clearing.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Families of constraints against all schedules that there are, in steps of 10 MW: unit a (20–70 MW
 * at 10 yuan/MWh, starts for 300, runs with 40 MW before), unit b (10–80 MW at 30, starts for 50,
 * off for 9 hours), loads of 60, 90 and 50 MW in three hours. What a rule adds to the cost of a
 * schedule is counted here from its words; all limits are tens, so that an optimum lies on a step.
 */
class EveryScheduleTest {
  private static final int HOURS = 3;
  private static final double[] LOAD = {60, 90, 50};
  private static final String A_50 = "\"pMaxMw\": 50";

  /** By hand: a gives 60, 70 and 50, b the 20 that are left in the second hour. */
  private static final double FREE_YUAN = 10 * 180 + 30 * 20 + 50;

  private static final double SHED_YUAN_PER_MWH = 20_000;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** A schedule: status and output by unit (a, b) and hour. */
  private record Plan(boolean[][] on, double[][] mw) {
    boolean before(int g, int t) {
      return t == 0 ? g == 0 : on[g][t - 1];
    }

    int starts(int g) {
      int starts = 0;
      for (int t = 0; t < HOURS; t++) {
        starts += on[g][t] && !before(g, t) ? 1 : 0;
      }
      return starts;
    }

    int stops(int g) {
      int stops = 0;
      for (int t = 0; t < HOURS; t++) {
        stops += !on[g][t] && before(g, t) ? 1 : 0;
      }
      return stops;
    }

    double sum(int g) {
      return mw[g][0] + mw[g][1] + mw[g][2];
    }

    int units(int t) {
      return (on[0][t] ? 1 : 0) + (on[1][t] ? 1 : 0);
    }

    /** Sum over the hours of what a rule adds in each. */
    double each(Hour rule) {
      return rule.yuan(0) + rule.yuan(1) + rule.yuan(2);
    }
  }

  /** What a rule adds in an hour. */
  @FunctionalInterface
  private interface Hour {
    double yuan(int t);
  }

  /**
   * A rule in the words of a case and as a count.
   *
   * @param name what it is
   * @param unitA fields of unit a
   * @param unitB fields of unit b
   * @param rules rules of the day
   * @param yuan what it adds to the cost of a schedule; infinite where it forbids it
   */
  private record Rule(
      String name, String unitA, String unitB, String rules, ToDoubleFunction<Plan> yuan) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static double over(double value, double most) {
    return 1000 * Math.max(0, value - most);
  }

  private static double under(double value, double least) {
    return 1000 * Math.max(0, least - value);
  }

  private static double only(boolean allowed) {
    return allowed ? 0 : NEVER;
  }

  private static Rule range(String kind, String scope, String limits, ToDoubleFunction<Plan> yuan) {
    String rules =
        "\"ranges\": [{\"id\": \"k\", \"kind\": \"%s\", \"scope\": {%s}, %s,"
            + " \"penaltyYuanPerUnit\": 1000}],"
            + " \"rates\": [{\"unit\": \"a\", \"item\": \"CO2\", \"tPerMwh\": 1, \"tPerHOn\": 10,"
            + " \"tPerStart\": 40}, {\"unit\": \"b\", \"item\": \"CO2\", \"tPerMwh\": 2}]";
    String name = kind + " of " + scope + " " + limits;
    return new Rule(name, "", "", rules.formatted(kind, scope, limits), yuan);
  }

  private static Rule linear(String limits, String terms, ToDoubleFunction<Plan> yuan) {
    String rules =
        "\"linear\": [{\"id\": \"k\", %s, \"penaltyYuanPerUnit\": 1000, \"terms\": [%s]}]";
    return new Rule("linear " + limits, "", "", rules.formatted(limits, terms), yuan);
  }

  static Stream<Rule> rules() {
    String a = "\"units\": [\"a\"]";
    String b = "\"units\": [\"b\"]";
    return Stream.of(
            Stream.of(new Rule("none", "", "", "", plan -> 0)),
            ownRules(),
            Stream.of(
                range("energy", a, "\"max\": 120", p -> over(p.sum(0), 120)),
                range("energy", b, "\"min\": 90", p -> under(p.sum(1), 90)),
                range(
                    "energy",
                    b,
                    "\"min\": 90, \"from\": 1, \"to\": 3",
                    p -> under(p.mw()[1][1] + p.mw()[1][2], 90)),
                range("output", b, "\"min\": 30", p -> p.each(t -> under(p.mw()[1][t], 30))),
                range(
                    "output",
                    a,
                    "\"max\": 50, \"from\": 1, \"to\": 2",
                    p -> over(p.mw()[0][1], 50)),
                range(
                    "fixed-schedule",
                    b,
                    "\"equal\": 40",
                    p -> p.each(t -> over(p.mw()[1][t], 40) + under(p.mw()[1][t], 40))),
                range("units-online", "", "\"min\": 2", p -> p.each(t -> under(p.units(t), 2))),
                range("units-online", "", "\"max\": 1", p -> p.each(t -> over(p.units(t), 1))),
                range(
                    "must-run-capacity",
                    "",
                    "\"min\": 80",
                    p -> p.each(t -> under((p.on()[0][t] ? 70 : 0) + (p.on()[1][t] ? 80 : 0), 80))),
                range("starts", b, "\"min\": 2", p -> under(p.starts(1), 2)),
                range("starts", "", "\"max\": 0", p -> over(p.starts(0) + p.starts(1), 0)),
                range("stops", a, "\"min\": 1", p -> under(p.stops(0), 1)),
                range("emission", "", "\"item\": \"CO2\", \"max\": 200", p -> over(t(p), 200)),
                range(
                    "emission-total",
                    b,
                    "\"item\": \"CO2\", \"min\": 200",
                    p -> under(2 * p.sum(1), 200)),
                range(
                    "fuel",
                    a,
                    "\"item\": \"CO2\", \"max\": 100",
                    p -> over(t(p) - 2 * p.sum(1), 100))),
            linearRules())
        .flatMap(all -> all);
  }

  /** Tonnes: a's output, its hours and its starts, and b's output twice. */
  private static double t(Plan plan) {
    double hours = plan.each(hour -> plan.on()[0][hour] ? 1 : 0);
    return plan.sum(0) + 10 * hours + 40 * plan.starts(0) + 2 * plan.sum(1);
  }

  private static Stream<Rule> ownRules() {
    return Stream.of(
        own("\"rampUpMwPerH\": 10", "", p -> p.each(t -> only(rise(p, 0, t) <= 10))),
        own("\"rampDownMwPerH\": 10", "", p -> p.each(t -> only(rise(p, 0, t) >= -10))),
        own(A_50, "\"rampUpMwPerH\": 20", p -> p.each(t -> only(a50(p, t) && rise(p, 1, t) <= 20))),
        own(
            "",
            "\"startRampMw\": 10",
            p -> p.each(t -> only(!p.on()[1][t] || p.before(1, t) || p.mw()[1][t] <= 10))),
        own(
            A_50,
            "\"stopRampMw\": 20",
            p ->
                p.each(t -> only(a50(p, t) && (t == 0 || p.on()[1][t] || p.mw()[1][t - 1] <= 20)))),
        own("", "\"minUpHours\": 2", p -> only(!p.on()[1][1] || p.on()[1][0] || p.on()[1][2])),
        own("", "\"maxStartsPerDay\": 0", p -> only(p.starts(1) == 0)),
        own(
            "\"maxStartsPerDay\": 0, \"commitment\": [\"free\", \"off\", \"free\"]",
            "",
            p -> only(!p.on()[0][1] && p.starts(0) == 0)),
        own(
            "",
            "\"commitment\": \"on\"",
            p ->
                only(
                    p.units(0) + p.units(1) + p.units(2) >= 3
                        && p.on()[1][0]
                        && p.on()[1][1]
                        && p.on()[1][2])),
        own("", "\"stopYuan\": 100", p -> 100.0 * p.stops(1)),
        own("\"pMaxMw\": [70, 30, 70]", "", p -> only(p.mw()[0][1] <= 30)),
        own("", "\"pMinMw\": 40", p -> p.each(t -> only(!p.on()[1][t] || p.mw()[1][t] >= 40))),
        banded(
            "\"bands\": [{\"fromMw\": 40, \"toMw\": 70}]",
            p -> p.each(t -> only(p.mw()[0][t] <= 40 || p.mw()[0][t] >= 70))),
        banded(
            "\"bands\": [{\"fromMw\": 40, \"toMw\": 80}], \"dwellPeriodsMax\": 1",
            p -> only(!(between(p, 0) && between(p, 1)) && !(between(p, 1) && between(p, 2)))),
        new Rule(
            "lead time of b",
            "",
            "",
            "\"leadTimes\": [{\"unit\": \"b\", \"hours\": 2}]",
            p -> only(!p.on()[1][0] && !p.on()[1][1])));
  }

  private static boolean between(Plan p, int t) {
    return p.mw()[0][t] > 40;
  }

  private static Rule own(String unitA, String unitB, ToDoubleFunction<Plan> yuan) {
    return new Rule("a: " + unitA + " b: " + unitB, unitA, unitB, "", yuan);
  }

  private static Rule banded(String bands, ToDoubleFunction<Plan> yuan) {
    return new Rule(bands, "", "", "\"bands\": [{\"unit\": \"a\", %s}]".formatted(bands), yuan);
  }

  /** How much more a unit gives above its least output than in the hour before. */
  private static double rise(Plan p, int g, int t) {
    double least = g == 0 ? 20 : 10;
    double now = p.on()[g][t] ? p.mw()[g][t] - least : 0;
    double first = g == 0 ? 20 : 0;
    return now - (t == 0 ? first : p.on()[g][t - 1] ? p.mw()[g][t - 1] - least : 0);
  }

  private static boolean a50(Plan p, int t) {
    return p.mw()[0][t] <= 50;
  }

  private static Stream<Rule> linearRules() {
    return Stream.of(
        linear(
            "\"max\": 100",
            "{\"unit\": \"a\"}, {\"unit\": \"b\", \"quantity\": \"status\", \"coefficient\": 50}",
            p -> p.each(t -> over(p.mw()[0][t] + (p.on()[1][t] ? 50 : 0), 100))),
        linear(
            "\"min\": 0",
            "{\"unit\": \"b\"}, {\"unit\": \"b\", \"lag\": 1, \"coefficient\": -1}",
            p -> p.each(t -> t == 0 ? 0 : under(p.mw()[1][t] - p.mw()[1][t - 1], 0))),
        linear(
            "\"max\": 0",
            "{\"unit\": \"b\", \"quantity\": \"start\"}, {\"unit\": \"b\", \"quantity\": \"stop\"}",
            p -> over(p.starts(1) + p.stops(1), 0)),
        linear(
            "\"min\": [0, 80, 0], \"max\": [30, 1000, 20]",
            "{\"unit\": \"b\"}",
            p -> over(p.mw()[1][0], 30) + under(p.mw()[1][1], 80) + over(p.mw()[1][2], 20)));
  }

  /** The best of all schedules; load is left unserved, at its penalty, only where it must be. */
  private static double bestYuan(ToDoubleFunction<Plan> rule) {
    double best = bestYuan(rule, new double[HOURS]);
    for (int shed = 1; shed < 27 && (Double.isInfinite(best) || shed > 1); shed++) {
      double[] mw = {10 * (shed / 9), 10 * (shed / 3 % 3), 10 * (shed % 3)};
      best = Math.min(best, bestYuan(rule, mw));
    }
    return best;
  }

  private static double bestYuan(ToDoubleFunction<Plan> rule, double[] shedMw) {
    double best = NEVER;
    for (int statuses = 0; statuses < 1 << 2 * HOURS; statuses++) {
      boolean[][] on = new boolean[2][HOURS];
      for (int k = 0; k < 2 * HOURS; k++) {
        on[k / HOURS][k % HOURS] = (statuses >> k & 1) == 1;
      }
      for (int steps = 0; steps < 8 * 8 * 8; steps++) {
        double[] a = {10 * (steps / 64), 10 * (steps / 8 % 8), 10 * (steps % 8)};
        double[] b = new double[HOURS];
        Plan plan = new Plan(on, new double[][] {a, b});
        double yuan = ownYuan(plan, shedMw);
        best = yuan < best ? Math.min(best, yuan + rule.applyAsDouble(plan)) : best;
      }
    }
    return best;
  }

  /** Cost by the offers, b gives the rest; infinite where an output is not offered. */
  private static double ownYuan(Plan plan, double[] shedMw) {
    double yuan = 300.0 * plan.starts(0) + 50.0 * plan.starts(1);
    for (int t = 0; t < HOURS; t++) {
      double a = plan.mw()[0][t];
      double b = LOAD[t] - a - shedMw[t];
      plan.mw()[1][t] = b;
      boolean offered =
          (plan.on()[0][t] ? a >= 20 && a <= 70 : a == 0)
              && (plan.on()[1][t] ? b >= 10 && b <= 80 : b == 0);
      yuan += offered ? 10 * a + 30 * b + SHED_YUAN_PER_MWH * shedMw[t] : NEVER;
    }
    return yuan;
  }

  private static ClearingCase day(Rule rule) {
    return ClearingCase.of(
        Days.read(
            """
            {"horizon": {"periodCount": 3},
             "network": {"buses": [{"id": "n", "type": "reference"}]},
             "thermalUnits": [
               {"id": "a", "bus": "n", "offers": [{"mw": [20, 70], "yuanPerH": [200, 700]}],
                "startCategories": [{"offHours": 1, "costYuan": 300}],
                "initial": {"on": true, "hours": 9, "powerMw": 40} %s},
               {"id": "b", "bus": "n", "offers": [{"mw": [10, 80], "yuanPerH": [300, 2400]}],
                "startCategories": [{"offHours": 1, "costYuan": 50}],
                "initial": {"on": false, "hours": 9} %s}],
             "busLoads": [{"bus": "n", "mw": [60, 90, 50]}],
             "rules": {%s}}
            """
                .formatted(more(rule.unitA()), more(rule.unitB()), rule.rules())));
  }

  private static String more(String fields) {
    return fields.isEmpty() ? "" : ", " + fields;
  }

  /** A rule that costs nothing would show nothing. */
  @ParameterizedTest
  @MethodSource("rules")
  void theClearingFindsTheBestOfAllSchedules(Rule rule) {
    ClearingCase day = day(rule);
    ClearingResult result = Fixtures.clear(day, ClearingOptions.LOSSLESS.withGap(1e-9));
    double best = bestYuan(rule.yuan());
    assertEquals(best, result.objectiveYuan(), 1e-6);
    assertEquals(rule.name().equals("none"), best == FREE_YUAN, "a rule that binds");
    List<Finding> found = ClearingAuditor.audit(day, result);
    assertEquals(List.of(), found.stream().map(Finding::line).toList());
  }
}

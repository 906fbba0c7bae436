package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every family of the catalogue on a day that is solved by hand: three units of 100 MW on one bus,
 * a at 10, b at 20 and c at 50 yuan/MWh, each 10 MW at least while on, all running, without start
 * costs; 120 MW of load in every hour. Without rules a gives 100 and b or c the rest: with b alone
 * 1 000 + 400 = 1 400 yuan an hour. (A unit that may stop does so.)
 */
// Rows: B-02, B-05, B-07, B-08, B-09, B-11, B-12, B-13, B-17, B-21, B-22, B-23, B-24, B-26, C-02
// Rows: C-09, D-07, F-05
class ConstraintCatalogueTest {
  private static final ClearingOptions EXACT = ClearingOptions.LOSSLESS.withGap(1e-9);
  private static final double FREE_YUAN_PER_H = 1400;

  /**
   * One family.
   *
   * @param name what is shown
   * @param family the family
   * @param rules the rules with a constraint that binds
   * @param extra further fields of the case
   * @param bindingYuan objective with it, by hand
   * @param relaxedRules the same so tight that it gives way; "" for a family that is hard
   * @param relaxedRow row of the catalogue that is reported then
   * @param relaxedYuan objective then, by hand
   */
  record Family(
      String name,
      ConstraintFamily family,
      String rules,
      String extra,
      double bindingYuan,
      String relaxedRules,
      String relaxedRow,
      double relaxedYuan) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Family family(
      ConstraintFamily family,
      String rules,
      double bindingYuan,
      String relaxedRules,
      double relaxedYuan) {
    return new Family(
        family.id() + " " + family,
        family,
        rules,
        "",
        bindingYuan,
        relaxedRules,
        family.id(),
        relaxedYuan);
  }

  private static String range(String kind, String scope, String limit) {
    return "\"ranges\": [{\"id\": \"k\", \"kind\": \"%s\", \"scope\": {%s}, %s, \"penaltyYuanPerUnit\": 1000}]"
        .formatted(kind, scope, limit);
  }

  private static final String RATES =
      ", \"rates\": [{\"unit\": \"a\", \"item\": \"CO2\", \"tPerMwh\": 1},"
          + "{\"unit\": \"a\", \"item\": \"coal\", \"tPerMwh\": 0.5}]";
  private static final String GROUP =
      ", \"groups\": [{\"id\": \"plant\", \"units\": [\"a\", \"b\"]}]";

  static Stream<Family> families() {
    String a = "\"units\": [\"a\"]";
    String c = "\"units\": [\"c\"]";
    String plant = "\"group\": \"plant\"";
    return Stream.of(
        // a at most 70: b gives 50. Two hours: 2 × (700 + 1000).
        family(
            ConstraintFamily.OUTPUT_RANGE,
            range("output", a, "\"max\": 70"),
            3400,
            // a and b at least 210 of 120 MW: 90 MW short, c off; a 100, b 20.
            range("output", plant, "\"min\": 210") + GROUP,
            2 * (FREE_YUAN_PER_H + 90_000)),
        // c is told to give 30: a 90 or b... a 90 and b off: 900 + 1500.
        family(
            ConstraintFamily.FIXED_SCHEDULE,
            range("fixed-schedule", c, "\"equal\": 30"),
            2 * (900 + 1500),
            range("fixed-schedule", c, "\"equal\": 130"),
            // c 110 at most 100: 30 short, a and b: 20 MW from a.
            2 * (200 + 5000 + 30_000)),
        // a may give 150 MWh in the day: 90 MWh from b... 150×10 + 90×20.
        family(
            ConstraintFamily.ENERGY,
            range("energy", a, "\"max\": 150"),
            1500 + 1800,
            range("energy", c, "\"min\": 250"),
            // c 200 at most, 50 short; a 40 in all (10 or more an hour, or off).
            200 * 50 + 40 * 10 + 50_000),
        // three units on: c at 10, b at 10, a at 100.
        family(
            ConstraintFamily.UNITS_ONLINE,
            range("units-online", "", "\"min\": 3"),
            2 * (1000 + 200 + 500),
            range("units-online", "", "\"min\": 4"),
            2 * (1000 + 200 + 500 + 1000)),
        // capacity online 250: all three.
        family(
            ConstraintFamily.MUST_RUN_CAPACITY,
            range("must-run-capacity", "", "\"min\": 250"),
            2 * (1000 + 200 + 500),
            range("must-run-capacity", "", "\"min\": 310"),
            2 * (1000 + 200 + 500 + 10_000)),
        // one stop at most: b and c cannot both... only c stops; free it is anyway; none: three on.
        family(
            ConstraintFamily.STARTS_MAX,
            range("stops", "", "\"max\": 0"),
            2 * (1000 + 200 + 500),
            range("stops", "", "\"min\": 4"),
            // three may stop at most and then nothing runs; b and c stop, a cannot serve 120 alone.
            -1),
        // a emits 1 t/MWh, 150 t a day.
        family(
            ConstraintFamily.EMISSION,
            range("emission", a, "\"max\": 150, \"item\": \"CO2\"") + RATES,
            1500 + 1800,
            range("emission", a, "\"min\": 250, \"item\": \"CO2\"") + RATES,
            2 * FREE_YUAN_PER_H + 50_000),
        family(
            ConstraintFamily.EMISSION_TOTAL,
            range("emission-total", "", "\"max\": 150, \"item\": \"CO2\"") + RATES,
            1500 + 1800,
            range("emission-total", "", "\"min\": 250, \"item\": \"CO2\"") + RATES,
            2 * FREE_YUAN_PER_H + 50_000),
        // a burns 0.5 t/MWh, 75 t in all.
        family(
            ConstraintFamily.FUEL,
            range("fuel", "", "\"max\": 75, \"item\": \"coal\"") + RATES,
            1500 + 1800,
            range("fuel", "", "\"min\": 125, \"item\": \"coal\"") + RATES,
            2 * FREE_YUAN_PER_H + 25_000),
        // a outside 60..105 MW: a 60, b 60.
        family(
            ConstraintFamily.VIBRATION_ZONES,
            "\"bands\": [{\"unit\": \"a\", \"bands\": [{\"fromMw\": 60, \"toMw\": 105}]}]",
            2 * (600 + 1200),
            "",
            0),
        family(
            ConstraintFamily.MILL_BANDS,
            "\"bands\": [{\"unit\": \"a\", \"kind\": \"mill\", \"bands\": [{\"fromMw\": 60,"
                + " \"toMw\": 105}]}]",
            2 * (600 + 1200),
            "",
            0),
        // a + 2 b ≤ 130: a 100, b 15, c 10 would be 125 ≥ 120: b 10, c 10, a 100.
        family(
            ConstraintFamily.PRACTICAL,
            "\"linear\": [{\"id\": \"k\", \"max\": 130, \"penaltyYuanPerUnit\": 1000, \"terms\": "
                + "[{\"unit\": \"a\"}, {\"unit\": \"b\", \"coefficient\": 2}]}]",
            // b off: c 20 costs 1000 more than b; a 100, b 10, c 10 = 1000 + 200 + 500.
            2 * (1000 + 200 + 500),
            "\"linear\": [{\"id\": \"k\", \"min\": 250, \"penaltyYuanPerUnit\": 1000, \"terms\": "
                + "[{\"unit\": \"a\", \"coefficient\": 2}]}]",
            2 * (FREE_YUAN_PER_H + 50_000)),
        // water for 150 MWh of a: 1000 m³/MWh, 0.15 million m³.
        new Family(
            "B-22 HYDRO",
            ConstraintFamily.HYDRO,
            "\"reservoirs\": [{\"id\": \"lake\", \"units\": [\"a\"], \"m3PerMwh\": 1000, "
                + "\"maxMm3\": 1, \"initialMm3\": 0.15, \"penaltyYuanPerMm3\": 1e6}]",
            "",
            1500 + 1800,
            "\"reservoirs\": [{\"id\": \"lake\", \"units\": [\"a\"], \"m3PerMwh\": 1000, "
                + "\"maxMm3\": 1, \"initialMm3\": 0.15, \"endMinMm3\": 0.25, "
                + "\"penaltyYuanPerMm3\": 1e6}]",
            "B-22",
            // nothing drawn keeps 0.15; 0.1 is missing; b gives 100 and c 20.
            100_000 + 2 * (2000 + 1000)),
        // spillage: 36 m³/s of inflow with a full lake; a can use 27.8 m³/s (100 MW).
        new Family(
            "B-24 SPILLAGE",
            ConstraintFamily.SPILLAGE,
            "\"reservoirs\": [{\"id\": \"lake\", \"units\": [\"a\"], \"m3PerMwh\": 3600, "
                + "\"inflowM3PerS\": 110, \"maxMm3\": 1, \"initialMm3\": 1, \"maxSpillM3PerS\": 5, "
                + "\"penaltyYuanPerMm3\": 1e6}]",
            "",
            // 5 m³/s above the limit: 5 · 0.0036 million m³ · half a million yuan, each hour.
            2 * (FREE_YUAN_PER_H + 5 * 0.0036 * 500_000),
            "",
            "",
            0));
  }

  private static MarketDay day(String rules, String extra) {
    return Days.read(
        """
        {"name": "catalogue", "horizon": {"periodCount": 2},
         "network": {"buses": [{"id": "n", "type": "reference"}]},
         "thermalUnits": [
           {"id": "a", "bus": "n", "offers": [{"mw": [10, 100], "yuanPerH": [100, 1000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 50}},
           {"id": "b", "bus": "n", "offers": [{"mw": [10, 100], "yuanPerH": [200, 2000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 50}},
           {"id": "c", "bus": "n", "offers": [{"mw": [10, 100], "yuanPerH": [500, 5000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 50}}],
         "busLoads": [{"bus": "n", "mw": 120}] %s,
         "rules": {%s}}
        """
            .formatted(extra, rules));
  }

  private static ClearingResult audited(ClearingCase clearingCase) {
    ClearingResult result = Fixtures.clear(clearingCase, EXACT);
    assertEquals(
        List.of(),
        ClearingAuditor.audit(clearingCase, result).stream().map(Finding::line).toList());
    return result;
  }

  @ParameterizedTest
  @MethodSource("families")
  void aConstraintBindsAsByHand(Family family) {
    ClearingResult result = audited(ClearingCase.of(day(family.rules(), family.extra())));
    assertEquals(family.bindingYuan(), result.objectiveYuan(), 1e-3);
  }

  @ParameterizedTest
  @MethodSource("families")
  void aFamilyThatIsSwitchedOffDoesNotCount(Family family) {
    ClearingCase off =
        new ClearingCase("off", day(family.rules(), family.extra()), Set.of(family.family()));
    assertEquals(2 * FREE_YUAN_PER_H, audited(off).objectiveYuan(), 1e-3);
  }

  @ParameterizedTest
  @MethodSource("families")
  void aConstraintThatIsSwitchedOffByItselfDoesNotCount(Family family) {
    MarketDay day = day(family.rules(), family.extra());
    for (String name : day.rules().switchable()) {
      day = day.withRules(day.rules().withSwitched(name, false));
    }
    assertEquals(2 * FREE_YUAN_PER_H, audited(ClearingCase.of(day)).objectiveYuan(), 1e-3);
  }

  @ParameterizedTest
  @MethodSource("families")
  void aConstraintThatCannotBeMetIsRelaxedAndReported(Family family) {
    if (family.relaxedRules().isEmpty()) {
      return;
    }
    ClearingResult result = audited(ClearingCase.of(day(family.relaxedRules(), family.extra())));
    assertTrue(
        result.relaxations().stream().anyMatch(r -> r.constraint().equals(family.relaxedRow())),
        result.relaxations().toString());
    if (family.relaxedYuan() >= 0) {
      assertEquals(family.relaxedYuan(), result.objectiveYuan(), 1e-3);
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void theAuditorSeesAScheduleThatIgnoresTheConstraint(Family family) {
    ClearingCase with = ClearingCase.of(day(family.rules(), family.extra()));
    ClearingCase without =
        new ClearingCase("off", with.day(), Market.DA, EnumSet.of(family.family()));
    ClearingResult ignoring = Fixtures.clear(without, EXACT);
    assertTrue(!ClearingAuditor.audit(with, ignoring).isEmpty(), "the auditor let it pass");
  }
}

package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.io.CaseFiles;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small files of other formats whose cost follows by hand from what the format means. */
class MarketFileCasesTest {
  @TempDir private Path folder;

  private record Cleared(ClearingResult result, List<Issue> issues) {}

  private Cleared clear(String json) throws IOException {
    Files.writeString(folder.resolve("day.json"), json.replace('\'', '"'));
    CaseFiles.Loaded loaded = CaseFiles.load("day.json", folder, Set.of());
    ClearingCase day = ClearingCase.of(((CaseFiles.Content.WholeDay) loaded.content()).day());
    ClearingResult result = Fixtures.clear(day, ClearingOptions.LOSSLESS.withGap(0));
    assertEquals(List.of(), ClearingAuditor.audit(day, result));
    return new Cleared(result, loaded.log().issues());
  }

  private static String egret(String system, String loads, String unit, String more) {
    return """
    {'system': {'time_period_length_minutes': 60, 'load_mismatch_cost': 1000, %s},
     'elements': {'bus': {'B': {}, 'C': {}}, 'load': {'L': {'bus': 'B', 'p_load': %s}},
      'generator': {'U': {'generator_type': 'thermal', 'bus': 'B', 'ramp_up_60min': 200,
       'ramp_down_60min': 200, 'min_up_time': 1, 'min_down_time': 1, %s}} %s}}
    """
        .formatted(system, loads, unit, more);
  }

  private static String series(String values) {
    return "{'data_type': 'time_series', 'values': [%s]}".formatted(values);
  }

  private static final String KEYS = "'time_keys': ['1', '2', '3']";
  private static final String RUNS =
      "'p_min': 50, 'p_max': 100, 'startup_capacity': 100, 'shutdown_capacity': 100,"
          + " 'initial_status': 5, 'initial_p_output': 60,";
  private static final String STANDS =
      "'p_min': 50, 'p_max': 100, 'startup_capacity': 100, 'shutdown_capacity': 100,"
          + " 'initial_status': -5, 'initial_p_output': 0,";
  private static final String COST =
      "'p_cost': {'data_type': 'cost_curve', 'cost_curve_type': 'piecewise',"
          + " 'values': [[50, 500], [100, 1000]]}";

  @Test
  void aStopCostsWhatEgretSays() throws IOException {
    String unit = RUNS + "'shutdown_cost': 5000, 'startup_cost': [[1, 100]]," + COST;
    Cleared day = clear(egret(KEYS, series("60, 0, 0"), unit, ""));
    assertEquals(5600, day.result().objectiveYuan(), 1e-6);
  }

  @Test
  void aStartCostMayBeANumber() throws IOException {
    String unit = STANDS + "'startup_cost': 700," + COST;
    Cleared day = clear(egret(KEYS, series("0, 60, 60"), unit, ""));
    assertEquals(1900, day.result().objectiveYuan(), 1e-6);
  }

  @Test
  void fuelTimesItsPriceIsTheCost() throws IOException {
    String unit =
        RUNS
            + "'fuel_cost': 3, 'p_fuel': {'data_type': 'fuel_curve', 'values': [[50, 500], [100,"
            + " 1000]]}, 'startup_fuel': [[1, 10]], 'non_fuel_startup_cost': 5";
    Cleared day = clear(egret(KEYS, series("60, 100, 60"), unit, ""));
    assertEquals(6600, day.result().objectiveYuan(), 1e-6);
  }

  @Test
  void aFuelSupplyLimitsWhatItsUnitsGive() throws IOException {
    String unit =
        RUNS
            + "'fuel_supply': 'f', 'fuel_cost': 3, 'p_fuel': {'data_type': 'fuel_curve', 'values':"
            + " [[50, 500], [80, 800], [100, 1100]]}";
    String more =
        ", 'fuel_supply': {'f': {'fuel_supply_type': 'instantaneous', 'fuel_available': %s}}"
            .formatted(series("700, 1e100, 950"));
    Cleared day = clear(egret(KEYS, "100", unit, more));
    double[] mw = day.result().schedule().outputMw()[0];
    assertEquals(70, mw[0], 1e-6);
    assertEquals(100, mw[1], 1e-6);
    assertEquals(90, mw[2], 1e-6);
    assertEquals(3 * (700 + 1100 + 950) + 40 * 1000, day.result().objectiveYuan(), 1e-6);
  }

  @Test
  void aLoadOutOfServiceIsNoLoad() throws IOException {
    String more =
        ", 'load': {'L': {'bus': 'B', 'p_load': 60}, 'M': {'bus': 'B', 'in_service':"
            + " false, 'p_load': 500}}";
    String json =
        egret("'time_keys': ['1', '2']", "0", RUNS + COST, more)
            .replace("'load': {'L': {'bus': 'B', 'p_load': 0}},", "");
    Cleared day = clear(json);
    assertEquals(1200, day.result().objectiveYuan(), 1e-6);
    assertTrue(day.issues().stream().anyMatch(issue -> issue.element().equals("load M")));
  }

  @Test
  void reserveOfAZoneIsHeldByItsUnits() throws IOException {
    String json =
        """
        {'system': {'time_keys': ['1'], 'time_period_length_minutes': 60,
          'load_mismatch_cost': 1000, 'reserve_shortfall_cost': 500},
         'elements': {'bus': {'B': {}}, 'load': {'L': {'bus': 'B', 'p_load': 90}},
          'zone': {'z': {'reserve_requirement': 30}},
          'generator': {
           'coal': {'generator_type': 'thermal', 'bus': 'B', 'zone': 'z', 'ramp_up_60min': 200,
            'ramp_down_60min': 200, 'min_up_time': 1, 'min_down_time': 1, %s %s},
           'peak': {'generator_type': 'thermal', 'bus': 'B', 'p_min': 0, 'p_max': 50,
            'ramp_up_60min': 200, 'ramp_down_60min': 200, 'min_up_time': 1, 'min_down_time': 1,
            'initial_status': 5, 'initial_p_output': 0, 'p_cost': {'data_type': 'cost_curve',
            'cost_curve_type': 'piecewise', 'values': [[0, 0], [50, 5000]]}}}}}
        """
            .formatted(RUNS, COST);
    assertEquals(2700, clear(json).result().objectiveYuan(), 1e-6);
  }

  @Test
  void branchesJoinTheBuses() throws IOException {
    String branch =
        ", 'branch': {'l': {'from_bus': 'B', 'to_bus': 'C', 'reactance': 0.1,"
            + " 'rating_long_term': 500}}";
    String json =
        egret("'time_keys': ['1']", "60", RUNS + COST, branch)
            .replace("'L': {'bus': 'B'", "'L': {'bus': 'C'");
    assertEquals(600, clear(json).result().objectiveYuan(), 1e-6);
    String direct = json.replace("'branch'", "'dc_branch'");
    assertEquals(600, clear(direct).result().objectiveYuan(), 1e-6);
    String none = json.replace(branch, "");
    assertEquals(600, clear(none).result().objectiveYuan(), 1e-6);
  }

  @Test
  void aLimitWithoutAPenaltyIsKept() throws IOException {
    String branch =
        ", 'branch': {'l': {'from_bus': 'B', 'to_bus': 'C', 'reactance': 0.1,"
            + " 'rating_long_term': 55%s}}";
    String json =
        egret("'time_keys': ['1']", "60", RUNS + COST, branch.formatted(""))
            .replace("'L': {'bus': 'B'", "'L': {'bus': 'C'");
    assertEquals(550 + 5_000, clear(json).result().objectiveYuan(), 1e-6);
    String soft =
        json.replace("'rating_long_term': 55", "'rating_long_term': 55, 'violation_penalty': 20");
    assertEquals(600 + 100, clear(soft).result().objectiveYuan(), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"60, 60, 0, 130", "15, 400, 180, 120", "60, 500, 0, 300"})
  void startLimitsAreScaledToThePeriod(int minutes, double ramp, double start, double mw)
      throws IOException {
    String unit =
        (start > 0 ? "'startup_capacity': " + start + "," : "")
            + "'p_min': 100, 'p_max': 300, 'initial_status': -10, 'initial_p_output': 0,"
            + " 'p_cost': {'data_type': 'cost_curve', 'cost_curve_type': 'piecewise', 'values':"
            + " [[100, 1000], [300, 3000]]}";
    String json =
        egret("'time_keys': ['1', '2']", "320", unit, "")
            .replace("'time_period_length_minutes': 60", "'time_period_length_minutes': " + minutes)
            .replace("'ramp_up_60min': 200", "'ramp_up_60min': " + ramp);
    assertEquals(mw, clear(json).result().schedule().outputMw()[0][0], 1e-6);
  }

  @Test
  void missingReserveCostsATenthOfMissingLoad() throws IOException {
    String unit =
        "'p_min': 0, 'p_max': 100, 'initial_status': 5, 'initial_p_output': 80, 'p_cost':"
            + " {'data_type': 'cost_curve', 'cost_curve_type': 'piecewise', 'values': [[0, 0],"
            + " [100, 1000]]}";
    String system = "'time_keys': ['1'], 'reserve_requirement': 30";
    assertEquals(2900, clear(egret(system, "90", unit, "")).result().objectiveYuan(), 1e-6);
  }

  @Test
  void aUnitWithoutACostCostsNothingAndThatIsSaid() throws IOException {
    Cleared day = clear(egret("'time_keys': ['1']", "90", RUNS.replaceAll(",$", ""), ""));
    assertEquals(0, day.result().objectiveYuan(), 1e-6);
    assertTrue(day.issues().stream().anyMatch(issue -> issue.field().equals("p_cost")));
  }

  private static String uc(String parameters, String lines, String more) {
    return """
    {'Parameters': {'Version': '0.4', 'Time horizon (h)': 1, %s},
     'Buses': {'A': {'Load (MW)': 0}, 'B': {'Load (MW)': 100}},
     'Generators': {
      'gA': {'Bus': 'A', 'Type': 'Thermal', 'Production cost curve (MW)': [0, 200],
       'Production cost curve ($)': [0, 2000], 'Initial status (h)': 5, 'Initial power (MW)': 0,
       'Reserve eligibility': ['r']},
      'gB': {'Bus': 'B', 'Type': 'Thermal', 'Production cost curve (MW)': [0, 200],
       'Production cost curve ($)': [0, 6000], 'Initial status (h)': 5,
       'Initial power (MW)': 0}},
     'Transmission lines': {
      'L1': {'Source bus': 'A', 'Target bus': 'B', 'Susceptance (S)': 10 %s},
      'L2': {'Source bus': 'A', 'Target bus': 'B', 'Susceptance (S)': 10 %s}},
     'Contingencies': {'c1': {'Affected lines': ['L1']}} %s}
    """
        .formatted(parameters, lines, lines, more);
  }

  @ParameterizedTest
  @CsvSource({
    "', ''Normal flow limit (MW)'': 60', 1000",
    "', ''Normal flow limit (MW)'': 60, ''Emergency flow limit (MW)'': 80', 1400",
    "', ''Emergency flow limit (MW)'': 80, ''Flow limit penalty ($/MW)'': 15', 1300"
  })
  void noEmergencyLimitMeansNone(String lines, double objective) throws IOException {
    String json = uc("'Power balance penalty ($/MW)': 1000", lines.replace("''", "'"), "");
    assertEquals(objective, clear(json).result().objectiveYuan(), 1e-6);
  }

  @Test
  void aNegativePenaltyMeansThatReserveMustBeHeld() throws IOException {
    String reserve = ", 'Reserves': {'r': {'Type': 'spinning', 'Amount (MW)': 150 %s}}";
    String parameters = "'Power balance penalty ($/MW)': 1";
    Cleared soft = clear(uc(parameters, "", reserve.formatted(", 'Shortfall penalty ($/MW)': 5")));
    assertEquals(100 + 0, soft.result().objectiveYuan(), 1e-6);
    Cleared hard =
        clear(
            uc("'Power balance penalty ($/MW)': 100", "", reserve.formatted(""))
                .replace("'Load (MW)': 100", "'Load (MW)': 250")
                .replace("[0, 6000]", "[0, 60000]"));
    assertEquals(50 * 10 + 200 * 100, hard.result().objectiveYuan(), 1e-6);
  }

  @Test
  void aStartLimitBelowTheLeastOutputIsNoticed() throws IOException {
    Cleared day =
        clear(
            """
            {'time_periods': 1, 'demand': [60], 'reserves': [0], 'thermal_generators': {
             'coal': {'must_run': 0, 'power_output_minimum': 50, 'power_output_maximum': 100,
              'ramp_up_limit': 999, 'ramp_down_limit': 999, 'ramp_startup_limit': 40,
              'ramp_shutdown_limit': 40, 'time_up_minimum': 1, 'time_down_minimum': 1,
              'power_output_t0': 60, 'unit_on_t0': 1, 'time_up_t0': 9, 'time_down_t0': 0,
              'startup': [{'lag': 2, 'cost': 0}], 'piecewise_production': [{'mw': 50, 'cost': 500},
              {'mw': 100, 'cost': 1000}]}}}
            """);
    assertEquals(600, day.result().objectiveYuan(), 1e-6);
    for (String field : List.of("ramp_startup_limit", "ramp_shutdown_limit", "startup")) {
      assertTrue(
          day.issues().stream()
              .anyMatch(i -> i.field().equals(field) && i.element().equals("unit coal")),
          field);
    }
  }
}

package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.io.CaseFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services and fuels of Egret on one unit of 50 to 100 MW in one hour, by hand. */
class EgretServicesTest {
  @TempDir private Path folder;

  private static final String COST =
      "'p_cost': {'data_type': 'cost_curve', 'values': [[50, 500], [100, 1000]]}";
  private static final String ON = "'initial_status': 5, 'initial_p_output': 60, ";

  /** Load not served costs 1000, so missing regulation 550, spinning 325, non-spinning 212.5. */
  private ClearingResult clear(String system, double loadMw, double rampMwPerH, String unit)
      throws IOException {
    String json =
        """
        {'system': {'time_period_length_minutes': 60, 'load_mismatch_cost': 1000,
           'reserve_shortfall_cost': 100, 'time_keys': ['1'] %s},
         'elements': {'bus': {'B': {}}, 'load': {'L': {'bus': 'B', 'p_load': %s}},
          'fuel_supply': {'F': {'fuel_supply_type': 'instantaneous', 'fuel_available': 120}},
          'generator': {'U': {'generator_type': 'thermal', 'bus': 'B', 'ramp_up_60min': %s,
           'ramp_down_60min': 200, 'min_up_time': 1, 'min_down_time': 1, 'p_min': 50, 'p_max': 100,
           'startup_capacity': 100, 'shutdown_capacity': 100, %s}}}}
        """
            .formatted(system, loadMw, rampMwPerH, unit);
    Files.writeString(folder.resolve("day.json"), json.replace('\'', '"'));
    CaseFiles.Loaded loaded = CaseFiles.load("day.json", folder, Set.of());
    ClearingCase day = ClearingCase.of(((CaseFiles.Content.WholeDay) loaded.content()).day());
    ClearingResult result = Fixtures.clear(day, ClearingOptions.LOSSLESS.withGap(0));
    assertEquals(
        List.of(), ClearingAuditor.audit(day, result).stream().map(Finding::line).toList());
    return result;
  }

  @Test
  void aUnitThatRegulatesKeepsItsBandAndASurplusCountsForSpinning() throws IOException {
    // Regulating, output and services stay under 90 MW: 5 MW of each, 3 and 7 MW are missing.
    ClearingResult result =
        clear(
            ", 'regulation_up_requirement': 8, 'spinning_reserve_requirement': 12",
            80,
            200,
            ON + "'agc_capable': true, 'p_min_agc': 60, 'p_max_agc': 90, 'ramp_agc': 1, " + COST);
    assertEquals(800 + 3 * 550 + 7 * 325, result.objectiveYuan(), 1e-6);
    assertEquals(
        List.of("variable missing regulation up", "variable missing spinning reserve"),
        result.relaxations().stream().map(Relaxation::element).sorted().toList());
  }

  @Test
  void flexibleRampStandsWithinOutputAndRamp() throws IOException {
    // 95 MW leave 5 MW of room; a ramp of 30 MW/h would give 10 MW in 20 minutes.
    String on = "'initial_status': 5, 'initial_p_output': 90, ";
    assertEquals(
        950 + 5 * 268.75,
        clear(", 'flexible_ramp_up_requirement': 10", 95, 30, on + COST).objectiveYuan(),
        1e-6);
    // 87 MW leave room for 10 MW, but 60 MW/h × (10 MW / 20 min) and the rise of 17 take 47 of 30.
    String low = "'initial_status': 5, 'initial_p_output': 70, ";
    assertEquals(
        870 + (10 - 13.0 / 3) * 268.75,
        clear(", 'flexible_ramp_up_requirement': 10", 87, 30, low + COST).objectiveYuan(),
        1e-6);
  }

  @Test
  void nonSpinningReserveComesFromAUnitThatIsOff() throws IOException {
    ClearingResult result =
        clear(
            ", 'non_spinning_reserve_requirement': 10",
            0,
            200,
            "'initial_status': -5, 'initial_p_output': 0, 'fast_start': true,"
                + " 'non_spinning_capacity': 6, "
                + COST);
    assertEquals(4 * 212.5, result.objectiveYuan(), 1e-6);
  }

  @Test
  void aSurplusOfRegulationCountsForSupplementalReserve() throws IOException {
    // 5 MW of regulation cost nothing and 1 MW is asked for; what the surplus leaves costs 50 each.
    ClearingResult result =
        clear(
            ", 'regulation_up_requirement': 1, 'supplemental_reserve_requirement': 20",
            70,
            200,
            ON
                + "'agc_capable': true, 'p_min_agc': 50, 'p_max_agc': 100, 'ramp_agc': 1,"
                + " 'supplemental_cost': 50, "
                + COST);
    assertEquals(700 + 16 * 50, result.objectiveYuan(), 1e-6);
  }

  /** 80 MW burn 160; the first fuel has 120 at 3, the second costs 4. */
  @ParameterizedTest
  @CsvSource({
    "false, true, 0, 640",
    "true, true, 0, 520",
    "false, false, 1, 640",
    "false, false, 0, 20360"
  })
  void aUnitBurnsOneOfTwoFuelsOrBothAsItsFileSays(
      boolean blends, boolean switches, int before, double yuan) throws IOException {
    String unit =
        ON
            + "'p_fuel': {'data_type': 'fuel_curve', 'values': [[50, 100], [100, 200]]},"
            + " 'startup_fuel': [[1, 10]], 'fuel_cost': 3, 'fuel_supply': 'F',"
            + " 'aux_fuel_capable': true, 'aux_fuel_cost': 4, 'aux_fuel_blending': %s,"
                .formatted(blends)
            + " 'aux_fuel_online_switching': %s, 'aux_fuel_supply_initial': %d"
                .formatted(switches, before);
    assertEquals(yuan, clear("", 80, 200, unit).objectiveYuan(), 1e-6);
  }
}

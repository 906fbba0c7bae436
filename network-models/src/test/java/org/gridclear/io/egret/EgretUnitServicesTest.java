package org.gridclear.io.egret;

import static org.gridclear.io.egret.DataRows.ids;
import static org.gridclear.io.egret.DataRows.row;
import static org.gridclear.io.egret.DataRows.variables;
import static org.gridclear.json.Documents.assertErrors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one unit gives of the services of Egret, as rows of the case. */
// Rows: A-11, G-01
class EgretUnitServicesTest extends EgretServicesFile {
  @Test
  void whereNothingIsRequiredNothingIsAdded() {
    MarketDay day = read();
    assertEquals(List.of(), ids(day));
    assertEquals(List.of(), variables(day));
  }

  @Test
  void regulationInOneDirectionBringsTheOther() {
    require("regulation_up", "12");
    MarketDay day = read();
    assertEquals(
        List.of(
            "regulating of g: whole 0..1 at 7, ANCILLARY",
            "regulation up of g: real 0..inf at 3, ANCILLARY",
            "regulation down of g: real 0..inf at 3, ANCILLARY",
            "missing regulation up: real 0..12 at 600, SHORTFALL", // (1000 + 200) / 2
            "missing regulation down: real 0..0 at 600, SHORTFALL"),
        variables(day));
    assertEquals(
        "[regulation up of g] + [missing regulation up] >= 12", row(day, "regulation up", 0));
    assertEquals(
        "[regulation down of g] + [missing regulation down] >= 0", row(day, "regulation down", 1));
    assertErrors(log);
  }

  @Test
  void regulationIsGivenWhileOnWithinFiveMinutesOfTheSlowerRamp() {
    require("regulation_up", "12");
    MarketDay day = read();
    assertEquals("[regulating of g] - STATUS(g) <= 0", row(day, "regulation while on of g", 0));
    // 60 MW/h are 1 MW/min, 48 MW/h 0.8; automatic control gives 2
    assertEquals(
        "[regulation up of g] - 5 [regulating of g] <= 0",
        row(day, "limit of regulation up of g", 0));
    assertEquals(
        "[regulation down of g] - 4 [regulating of g] <= 0",
        row(day, "limit of regulation down of g", 0));
    unit("ramp_agc", "0.5");
    day = read();
    assertEquals(
        "[regulation up of g] - 2.5 [regulating of g] <= 0",
        row(day, "limit of regulation up of g", 0));
    unit("p_min_agc", "86");
    day = read();
    assertEquals(
        "[regulation down of g] - 2 [regulating of g] <= 0", // half of 86 to 90 MW
        row(day, "limit of regulation down of g", 0));
    assertErrors(log);
  }

  @Test
  void outputStaysWithinTheBandOfRegulationWhileItRegulates() {
    require("regulation_up", "12");
    MarketDay day = read();
    assertEquals(
        "[regulation up of g] + OUTPUT(g) + RESERVE_UP(g) - 100 STATUS(g) + 10 [regulating of g]"
            + " <= 0",
        row(day, "greatest output with services of g", 0));
    assertEquals(
        "[regulation down of g] - OUTPUT(g) + 20 STATUS(g) + 10 [regulating of g] <= 0",
        row(day, "least output with services of g", 0));
    unit("p_min_agc", "35");
    unit("p_max_agc", "93");
    day = read();
    assertTrue(row(day, "greatest output with services of g", 1).contains("+ 7 [regulating of g]"));
    assertTrue(row(day, "least output with services of g", 1).contains("+ 15 [regulating of g]"));
  }

  @ParameterizedTest
  @CsvSource({"20, 100, 0", "19.9, 100, 1", "20, 100.1, 1", "60, 60, 0", "60.1, 60, 1"})
  void theBandOfRegulationLiesWithinTheLimits(String least, String most, int errors) {
    require("regulation_up", "12");
    unit("p_min_agc", least);
    unit("p_max_agc", most);
    read();
    assertEquals(errors, log.count());
    assertEquals(
        errors,
        log.issues().stream()
            .filter(issue -> issue.advice().equals("Give p_min ≤ p_min_agc ≤ p_max_agc ≤ p_max."))
            .count());
  }

  @Test
  void whetherAUnitRegulatesMayBeFixed() {
    require("regulation_down", "5");
    unit("fixed_regulation", "{\"data_type\": \"time_series\", \"values\": [1, null]}");
    assertEquals("regulating of g: whole 1/0..1 at 7, ANCILLARY", variables(read()).get(0));
    unit("fixed_regulation", "{\"data_type\": \"time_series\", \"values\": [0, 1]}");
    assertEquals("regulating of g: whole 0/1..0/1 at 7, ANCILLARY", variables(read()).get(0));
  }

  @Test
  void aUnitThatIsNotUnderAutomaticControlGivesNoRegulation() {
    require("regulation_up", "12");
    unit("agc_capable", "false");
    MarketDay day = read();
    assertEquals("[missing regulation up] >= 12", row(day, "regulation up", 0));
    assertFalse(ids(day).contains("ramp down with services of g"));
  }

  @Test
  void whatIsGivenUpwardsTakesItsShareOfTheRampOfAPeriod() {
    require("regulation_up", "12");
    MarketDay day = read();
    // Regulation of 5 minutes takes 30/5 of its MW; it is the mean of two periods.
    // Before the first period it was on at 40 MW: up to 70 MW; a start goes to 20 + (50 − 20)/2.
    assertEquals(
        "6 [regulation up of g] + 3 [regulation up of g]@1 + OUTPUT(g) - OUTPUT(g)@1"
            + " + RESERVE_UP(g) - 30 STATUS(g) - 5 START(g) <= 40",
        row(day, "ramp up with services of g", 0));
    // Later: from 20 MW when it was on; at a start 30 + 20 − 15 = 35 MW.
    assertEquals(
        "3 [regulation up of g] + 3 [regulation up of g]@1 + OUTPUT(g) - OUTPUT(g)@1"
            + " + RESERVE_UP(g) - 50 STATUS(g) + 20 STATUS(g)@1 + 15 START(g) <= 0",
        row(day, "ramp up with services of g", 1));
  }

  @Test
  void whatIsGivenDownwardsTakesItsShareOfTheRampOfAPeriod() {
    require("regulation_up", "12");
    MarketDay day = read();
    // From 40 MW not below 16 MW: −P + 20 ≤ 4. A stop from at most 20 + (44 − 20)/2 = 32 MW.
    assertEquals(
        "6 [regulation down of g] + 3 [regulation down of g]@1 - OUTPUT(g) + OUTPUT(g)@1"
            + " + 20 STATUS(g) - 44 STATUS(g)@1 + 12 STOP(g) <= 4",
        row(day, "ramp down with services of g", 0));
    assertEquals(
        "3 [regulation down of g] + 3 [regulation down of g]@1 - OUTPUT(g) + OUTPUT(g)@1"
            + " + 20 STATUS(g) - 44 STATUS(g)@1 + 12 STOP(g) <= 0",
        row(day, "ramp down with services of g", 1));
  }

  @Test
  void aUnitThatWasOffHasNoOutputToRampFrom() {
    require("regulation_up", "12");
    unit("initial_status", "-5");
    MarketDay day = read();
    assertTrue(row(day, "ramp up with services of g", 0).endsWith(" <= 0"));
    assertTrue(row(day, "ramp down with services of g", 0).endsWith(" <= 0"));
  }

  @Test
  void spinningReserveIsGivenWithinTenMinutesAndItsCapacityTogetherWithRegulation() {
    require("regulation_up", "12");
    require("spinning_reserve", "20");
    MarketDay day = read();
    assertEquals(
        "[regulation up of g] + [spinning reserve of g] - 9 STATUS(g) <= 0",
        row(day, "spinning limit of g", 0));
    unit("spinning_capacity", "11");
    day = read();
    assertEquals(
        "[regulation up of g] + [spinning reserve of g] - 10 STATUS(g) <= 0", // 60 MW/h in 10 min
        row(day, "spinning limit of g", 0));
    assertTrue(variables(day).contains("spinning reserve of g: real 0..inf at 4, ANCILLARY"));
    assertEquals(
        "3 [regulation up of g] + 3 [regulation up of g]@1 + 1.5 [spinning reserve of g]"
            + " + 1.5 [spinning reserve of g]@1 + OUTPUT(g) - OUTPUT(g)@1 + RESERVE_UP(g)"
            + " - 50 STATUS(g) + 20 STATUS(g)@1 + 15 START(g) <= 0",
        row(day, "ramp up with services of g", 1));
  }

  @Test
  void aUnitThatIsOffGivesNonSpinningReserveUpToItsCapacity() {
    require("non_spinning_reserve", "20");
    MarketDay day = read();
    assertTrue(variables(day).contains("non-spinning reserve of g: real 0..inf at 5, ANCILLARY"));
    assertEquals(
        "[non-spinning reserve of g] + 33 STATUS(g) <= 33", row(day, "non-spinning limit of g", 0));
    assertErrors(log);
    unit("non_spinning_capacity", "100");
    read();
    assertErrors(log);
    unit("non_spinning_capacity", "100.5");
    read();
    assertErrors(
        log, "LIMITS_ORDERED | unit g | non_spinning_capacity | 100.5 | Give no more than p_max.");
  }

  @Test
  void supplementalReserveIsGivenOnAndOffWithinHalfAnHour() {
    require("non_spinning_reserve", "20");
    require("spinning_reserve", "21");
    require("supplemental_reserve", "22");
    MarketDay day = read();
    assertEquals(
        "[started supplemental reserve of g] + [non-spinning reserve of g] + 44 STATUS(g) <= 44",
        row(day, "supplemental limit while off of g", 0));
    assertEquals(
        "[supplemental reserve of g] + [spinning reserve of g] - 25 STATUS(g) <= 0",
        row(day, "supplemental limit of g", 0));
    unit("supplemental_spinning_capacity", "31");
    assertEquals(
        "[supplemental reserve of g] + [spinning reserve of g] - 30 STATUS(g) <= 0",
        row(read(), "supplemental limit of g", 0));
    // 30 minutes: all of the ramp of a half hour, the mean of two periods
    assertTrue(
        row(day, "ramp up with services of g", 1)
            .contains("0.5 [supplemental reserve of g] + 0.5 [supplemental reserve of g]@1"));
    assertTrue(
        variables(day).contains("started supplemental reserve of g: real 0..inf at 6, ANCILLARY"));
  }

  @Test
  void flexibleRampIsWhatTheUnitRampsInTwentyMinutes() {
    require("flexible_ramp_up", "20");
    MarketDay day = read();
    assertEquals(
        "[flexible ramp up of g] - 20 STATUS(g) <= 0",
        row(day, "limit of flexible ramp up of g", 0));
    assertEquals(
        "[flexible ramp down of g] - 16 STATUS(g) <= 0",
        row(day, "limit of flexible ramp down of g", 0));
    assertEquals(
        "1.5 [flexible ramp up of g] + OUTPUT(g) - OUTPUT(g)@1 + RESERVE_UP(g) - 50 STATUS(g)"
            + " + 20 STATUS(g)@1 + 15 START(g) <= 0",
        row(day, "ramp up with services of g", 1));
    assertEquals(
        "1.5 [flexible ramp down of g] - OUTPUT(g) + OUTPUT(g)@1 + 20 STATUS(g) - 44 STATUS(g)@1"
            + " + 12 STOP(g) <= 0",
        row(day, "ramp down with services of g", 1));
    assertEquals(
        "[flexible ramp up of g] + OUTPUT(g) + RESERVE_UP(g) - 100 STATUS(g) <= 0",
        row(day, "greatest output with services of g", 0));
    assertEquals(
        "[flexible ramp down of g] - OUTPUT(g) + 20 STATUS(g) <= 0",
        row(day, "least output with services of g", 0));
  }
}

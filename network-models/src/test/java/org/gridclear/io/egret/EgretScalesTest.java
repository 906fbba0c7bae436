package org.gridclear.io.egret;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.errors;
import static org.gridclear.json.Documents.notices;
import static org.gridclear.json.Documents.remove;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Egret scales to the period, curves of cost, and what is refused of units. */
// Rows: A-11
class EgretScalesTest extends EgretFile {
  @Test
  void theFixedCostOfAUnitOfTwoFuelsIsRefusedWhereAPeriodIsNoHour() {
    system("time_period_length_minutes", "30");
    remove(document, "elements", "storage");
    read();
    assertErrors(
        log,
        "FIELD_TYPE | unit g dual | non_fuel_no_load_cost | 2.5 | Not supported: of units with two"
            + " fuels Egret takes it per period, not per hour.");
  }

  @Test
  void startAndStopLimitsAboveTheLeastOutputAreScaledToThePeriod() {
    halfHours();
    ThermalUnit given = read().thermalUnits().get(0);
    assertEquals(22, given.startRampMw()); // 10.5 + (33.5 − 10.5) / 2
    assertEquals(22.5, given.stopRampMw());
    ThermalUnit open = read().thermalUnits().get(1);
    assertEquals(13.375, open.startRampMw()); // 5.5 + 31.5 / 2 / 2
    assertEquals(13.625, open.stopRampMw());
    assertEquals(31.5, open.rampUpMwPerH());
    assertEquals(32.5, open.rampDownMwPerH());
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "1.2, 1", "1.25, 1", "1.3, 1.5", "0.2, 0"})
  void timesAreRoundedToWholePeriodsHalfToEven(String given, double hours) {
    halfHours();
    unit("g1", "min_up_time", given);
    unit("g1", "min_down_time", given);
    unit("g1", "startup_cost", "[[%s, 1], [9, 2]]".formatted(given));
    ThermalUnit unit = read().thermalUnits().get(0);
    assertEquals(hours, unit.minUpHours());
    assertEquals(hours, unit.minDownHours());
    assertEquals(Math.max(0.5, hours), unit.startCategories().get(0).offHours());
  }

  @Test
  void storageKeepsOfHalfAnHourTheRootOfWhatItKeepsOfAnHour() {
    halfHours();
    set(document, "0.81", "elements", "storage", "s1", "retention_rate_60min");
    set(document, "19.5", "elements", "storage", "s1", "ramp_up_output_60min");
    set(document, "19.5", "elements", "storage", "s1", "ramp_down_output_60min");
    set(document, "18.5", "elements", "storage", "s1", "ramp_up_input_60min");
    set(document, "18.5", "elements", "storage", "s1", "ramp_down_input_60min");
    MarketDay day = read();
    assertEquals(0.1, day.storageUnits().get(0).lossShare().at(1), 1e-12);
    assertErrors(log);
    set(document, "18.4", "elements", "storage", "s1", "ramp_up_input_60min");
    read();
    assertErrors(
        log,
        "FIELD_TYPE | storage s1 | ramp_up_input_60min | 18.4"
            + " | Not supported: a ramp of storage s1 that binds (below 18.5 MW/h).");
  }

  @Test
  void aStartLimitThatBindsAndVariesIsRefused() {
    unit("g1", "startup_capacity", SERIES.formatted("[33.5, 34.5]"));
    read();
    assertErrors(
        log,
        "FIELD_TYPE | unit g1 | startup_capacity | 33.5 to 34.5"
            + " | Not supported: a limit of starts or stops that binds and differs by period.");
  }

  @Test
  void aStartLimitThatNeverBindsIsItsGreatest() {
    unit("g1", "startup_capacity", SERIES.formatted("[80, 90]"));
    assertEquals(90, read().thermalUnits().get(0).startRampMw());
    assertErrors(log);
  }

  @Test
  void aStartLimitBelowTheLeastOutputIsNoticed() {
    unit("g1", "startup_capacity", "10.25");
    read();
    assertEquals(
        List.of(
            "TAKEN_AS | unit g1 and 1 more | startup_capacity | 10.25 | It lies below the least"
                + " output; the unit then gives the least output, no more."),
        notices(log, Rule.TAKEN_AS).stream().filter(text -> text.contains("capacity")).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "false; [null, 1]; FREE ON",
        "true; [null, 1]; ON ON",
        "true; [0, null]; OFF ON",
        "false; [0, 0]; OFF OFF"
      })
  void aStatusThatIsFixedComesBeforeMustRun(String mustRun, String fixed, String commitment) {
    unit("g2", "must_run", mustRun);
    unit("g2", "fixed_commitment", SERIES.formatted(fixed));
    assertEquals(
        commitment,
        String.join(
            " ", read().thermalUnits().get(1).commitment().stream().map(Enum::name).toList()));
  }

  @Test
  void aSeriesOfAnotherLengthIsRefusedAndSoIsWhatIsNoSeries() {
    unit("g2", "fixed_commitment", SERIES.formatted("[1, 1, 1]"));
    unit("g1", "p_min", "{\"data_type\": \"guess\", \"values\": [1, 2]}");
    read();
    List<String> errors = errors(log);
    assertEquals(
        List.of(
            "FIELD_TYPE | unit g1 | p_min",
            "SERIES_LENGTH | unit g2 | fixed_commitment | 3 values"
                + " | Give 2 values, one per period, or one number."),
        List.of(
            errors.get(0).substring(0, "FIELD_TYPE | unit g1 | p_min".length()),
            errors.get(errors.size() - 1)));
  }

  @Test
  void aQuadraticCurveIsTwoSegmentsOfEqualWidthAndALinearOneIsOne() {
    unit("g1", "p_max", "70.5");
    String polynomial =
        "{\"cost_curve_type\": \"polynomial\", \"values\": {\"0\": 3, \"1\": 2, \"2\": %s}}";
    unit("g1", "p_cost", polynomial.formatted("0.5"));
    // 2.5 per hour fixed; at 10.5, 40.5 and 70.5 MW: 3 + 2 p + p²/2
    assertCurve(
        read().thermalUnits().get(0).offers().get(0), 10.5, 81.625, 40.5, 906.625, 70.5, 2631.625);
    unit("g1", "p_cost", polynomial.formatted("0"));
    assertCurve(read().thermalUnits().get(0).offers().get(0), 10.5, 26.5, 70.5, 146.5);
  }

  @Test
  void aCurveOfAUnitWithoutABandIsOnePoint() {
    unit("g1", "p_max", "10.5");
    unit(
        "g1",
        "p_cost",
        "{\"cost_curve_type\": \"polynomial\", \"values\": {\"0\": 3, \"1\": 2, \"2\": 1}}");
    assertCurve(read().thermalUnits().get(0).offers().get(0), 10.5, 3 + 21 + 110.25 + 2.5);
    unit("g1", "p_cost", "{\"values\": [[10.5, 100], [50, 500]]}");
    assertCurve(read().thermalUnits().get(0).offers().get(0), 10.5, 102.5);
  }

  @Test
  void aPiecewiseCurveThatBeginsAboveTheLeastOutputComesFromTheOrigin() {
    unit("g1", "p_max", "70.5");
    unit("g1", "p_cost", "{\"values\": [[21, 210], [70.5, 1200]]}");
    assertCurve(read().thermalUnits().get(0).offers().get(0), 10.5, 107.5, 21, 212.5, 70.5, 1202.5);
  }

  @Test
  void aPiecewiseCurveIsCutAtTheLeastAndTheMostOutput() {
    unit("g1", "p_max", "70.5");
    unit("g1", "p_cost", "{\"values\": [[0, 0], [5, 40], [20.5, 195], [80.5, 1395]]}");
    // 10 per MWh up to 20.5 MW, 20 beyond; 2.5 per hour fixed
    assertCurve(
        read().thermalUnits().get(0).offers().get(0), 10.5, 97.5, 20.5, 197.5, 70.5, 1197.5);
  }

  @Test
  void aCurveThatEndsBelowTheGreatestOutputIsRefused() {
    unit("g1", "p_max", "70.5");
    unit("g1", "p_cost", "{\"values\": [[10.5, 1], [70.5, 2]]}");
    read();
    assertErrors(log);
    unit("g1", "p_cost", "{\"values\": [[10.5, 1], [70.4, 2]]}");
    read();
    assertErrors(
        log,
        "LIMITS_ORDERED | unit g1 p_cost | values | 70.4 MW | The curve ends below p_max (70.5"
            + " MW).");
  }

  @Test
  void twoValuesAtOneOutputAreRefusedAndTheSameTwiceIsOnePoint() {
    unit("g1", "p_max", "70.5");
    unit("g1", "p_cost", "{\"values\": [[10.5, 1], [10.5, 1], [70.5, 61]]}");
    assertCurve(read().thermalUnits().get(0).offers().get(0), 10.5, 3.5, 70.5, 63.5);
    assertErrors(log);
    unit("g1", "p_cost", "{\"values\": [[10.5, 1], [10.5, 2], [70.5, 61]]}");
    read();
    assertErrors(
        log, "OFFER_RISING | unit g1 p_cost | values | 10.5 MW | It has two values there.");
  }

  @Test
  void whatIsNoCurveIsRefused() {
    unit("g1", "p_max", "70.5");
    unit("g1", "p_cost", "{\"data_type\": \"table\", \"values\": [[10.5, 1]]}");
    read();
    unit("g1", "p_cost", "{\"values\": [[10.5, 1], [70.5]]}");
    read();
    assertErrors(
        log,
        "FIELD_TYPE | unit g1 p_cost | cost_curve_type | table piecewise"
            + " | Use a data_type cost_curve of cost_curve_type piecewise or polynomial.",
        "FIELD_TYPE | unit g1 p_cost | values | [70.5] | Give pairs of output and value.");
  }

  @Test
  void aUnitWithoutACurveCostsItsFixedCostAndSaysSo() {
    unit("g1", "p_max", "70.5");
    remove(document, "elements", "generator", "g1", "p_cost");
    assertCurve(read().thermalUnits().get(0).offers().get(0), 10.5, 2.5, 70.5, 2.5);
    assertEquals(
        List.of("TAKEN_AS | unit g1 | p_cost | absent | Output without a cost costs nothing."),
        notices(log, Rule.TAKEN_AS).stream().filter(text -> text.contains("p_cost")).toList());
  }

  @Test
  void aPriceOfFuelThatVariesMakesACurveOfEachPeriod() {
    unit("g2", "fuel_cost", SERIES.formatted("[2, 4]"));
    remove(document, "elements", "generator", "g2", "startup_fuel");
    List<OfferCurve> offers = read().thermalUnits().get(1).offers();
    assertCurve(offers.get(0), 5.5, 21, 65.5, 401);
    assertCurve(offers.get(1), 5.5, 42, 65.5, 802);
    assertErrors(log);
    unit("g2", "startup_fuel", "5");
    read();
    assertErrors(
        log,
        "FIELD_TYPE | unit g2 | fuel_cost | 2.0 to 4.0"
            + " | Not supported: start-up fuel at a price that differs by period.");
  }

  @Test
  void aStartOfOneCostHoldsFromTheLeastTimeOff() {
    unit("g1", "startup_cost", "44.5");
    assertEquals(List.of(new StartCategory(3, 50)), read().thermalUnits().get(0).startCategories());
    unit("g1", "startup_cost", "[[3, 1], [6]]");
    assertEquals(
        List.of(new StartCategory(3, 6.5)), read().thermalUnits().get(0).startCategories());
    assertErrors(
        log, "FIELD_TYPE | unit g1 | startup_cost | [6] | Give pairs of hours off and cost.");
    remove(document, "elements", "generator", "g1", "startup_cost");
    assertEquals(
        List.of(new StartCategory(3, 5.5)), read().thermalUnits().get(0).startCategories());
  }

  @Test
  void aStateOfNoHoursAndAnUnknownKindOfUnitAreRefused() {
    unit("g1", "initial_status", "0");
    unit("g3", "generator_type", "\"wind\"");
    read();
    String advice = "Give the hours on, or the hours off with a minus.";
    assertErrors(
        log,
        "FIELD_TYPE | unit g1 | initial_status | 0 | " + advice,
        "FIELD_TYPE | unit g3 | generator_type | wind | Not supported: use thermal or renewable.");
  }
}

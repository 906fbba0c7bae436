package org.gridclear.io.egret;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.LimitRule;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StartCategory;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units and storage of an Egret file, every number in its place of the day. */
// Rows: A-11
class EgretUnitsTest extends EgretFile {
  @Test
  void aThermalUnitHasItsLimitsTimesStartsAndStateInHours() {
    unit("g1", "p_max", "70.5");
    unit("g1", "p_cost", "{\"values\": [[10.5, 100.5], [50.5, 500.5], [90.5, 1300.5]]}");
    assertEquals(
        new ThermalUnit(
            "g1",
            "b1",
            "G",
            // 2.5 per hour without output on top; 20 per MWh up to 70.5 MW, where it ends
            List.of(new OfferCurve(List.of(10.5, 50.5, 70.5), List.of(103.0, 503.0, 903.0))),
            both(10.5),
            both(70.5),
            31.5,
            32.5,
            33.5,
            34.5,
            2,
            3,
            -1,
            List.of(new StartCategory(3, 56), new StartCategory(6, 66)),
            List.of(Commitment.FREE, Commitment.FREE),
            new InitialState(true, 5, 40.5),
            Set.of("spinning"),
            7.5,
            LimitRule.LIMIT_FOR_RAMP,
            0,
            0),
        read().thermalUnits().get(0));
  }

  @Test
  void aUnitThatBurnsFuelPaysItsPriceForOutputAndStarts() {
    assertEquals(
        new ThermalUnit(
            "g2",
            "b2",
            "O",
            List.of(new OfferCurve(List.of(5.5, 65.5), List.of(36.75, 701.75))), // × 3.5
            both(5.5),
            both(65.5),
            31.5,
            32.5,
            21.25, // 5.5 MW and half an hour of 31.5 MW/h
            21.75,
            2,
            3,
            -1,
            List.of(new StartCategory(3, 176.75), new StartCategory(6, 211.75)),
            List.of(Commitment.FREE, Commitment.ON),
            new InitialState(false, 5, 0),
            Set.of("spinning"),
            0,
            LimitRule.LIMIT_FOR_RAMP,
            0,
            0),
        read().thermalUnits().get(1));
  }

  @Test
  void aUnitOfTwoFuelsHasNoCostOfItsOwnButTheFixedOnes() {
    ThermalUnit dual = read().thermalUnits().get(2);
    assertEquals(List.of(new OfferCurve(List.of(10.5, 60.5), List.of(2.5, 2.5))), dual.offers());
    assertEquals(List.of(new StartCategory(3, 5.5)), dual.startCategories());
    assertEquals(7.5, dual.stopYuan());
    assertEquals(new InitialState(false, 4, 0), dual.initial());
  }

  @Test
  void aRenewableUnitFollowsItsForecastAndCostsNothing() {
    assertEquals(
        List.of(new ProfiledUnit("g3", "b1", "W", both(1.5), Series.of(12.5, 13.5), both(0))),
        read().profiledUnits());
  }

  @Test
  void storageLevelsAreSharesOfItsCapacity() {
    assertEquals(
        List.of(
            new StorageUnit(
                "s1",
                "b2",
                both(50.5 * 0.1),
                both(50.5),
                both(1.25),
                both(10.5),
                both(1.75),
                both(11.5),
                both(0.5),
                both(0.75),
                both(0.9),
                both(0.85),
                Series.of(0, 1 - 0.98), // the first period keeps all of the initial level
                List.of(false, false),
                25.25,
                50.5 * 0.4,
                50.5)),
        read().storageUnits());
    assertErrors(log);
  }

  @Test
  void storageThatLeavesOutWhatItMayIsHalfFullAndEndsAsItBegan() {
    set(
        document,
        """
        {"bus": "b1", "energy_capacity": 40, "max_charge_rate": 7, "max_discharge_rate": 8,
         "discharge_efficiency": 0.75}
        """,
        "elements",
        "storage",
        "s1");
    assertEquals(
        List.of(
            new StorageUnit(
                "s1",
                "b1",
                both(0),
                both(40),
                both(0),
                both(7),
                both(0),
                both(8),
                both(0),
                both(0),
                both(1),
                both(0.75),
                both(0),
                List.of(false, false),
                20,
                20,
                40)),
        read().storageUnits());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"cost_curve_type\": \"piecewise\"}",
        "{\"cost_curve_type\": \"polynomial\", \"values\": null}"
      })
  void aCurveWithoutValuesIsNotFree(String curve) {
    unit("g1", "p_cost", curve);
    read();
    assertErrors(
        log,
        "FIELD_PRESENT | unit g1 p_cost | values | absent"
            + " | Give the points or coefficients of the curve.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "2"})
  void aCoefficientThatIsNullIsNotZero(String power) {
    String curve = "{\"cost_curve_type\": \"polynomial\", \"values\": {\"%s\": null}}";
    unit("g1", "p_cost", curve.formatted(power));
    read();
    String missed =
        "FIELD_PRESENT | unit g1 p_cost values | %s | absent | Add the field.".formatted(power);
    assertErrors(log, missed, missed);
  }

  @ParameterizedTest
  @CsvSource({
    "ramp_up_output_60min, 9.75, 9.74",
    "ramp_down_output_60min, 9.75, 9.74",
    "ramp_up_input_60min, 9.25, 9.24",
    "ramp_down_input_60min, 9.25, 9.24"
  })
  void aRampOfStorageThatBindsIsRefused(String field, String enough, String binds) {
    set(document, enough, "elements", "storage", "s1", field);
    read();
    assertErrors(log);
    set(document, binds, "elements", "storage", "s1", field);
    read();
    assertErrors(
        log,
        "FIELD_TYPE | storage s1 | %s | %s | Not supported: a ramp of storage s1 that binds (below %s MW/h)."
            .formatted(field, binds, enough));
  }
}

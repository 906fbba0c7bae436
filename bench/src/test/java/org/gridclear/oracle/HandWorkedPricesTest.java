package org.gridclear.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices that one MW more says on paper, with their components and the prices of limits. */
// Rows: D-05, D-06
class HandWorkedPricesTest {
  private static final double NEAR = 1e-6;

  /** Units at a, of 10 yuan/MWh, and at b, of 60. */
  private static final String UNITS =
      "'thermalUnits': ["
          + "{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 1000]}]},"
          + "{'id': 'h', 'bus': 'b', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 6000]}]}], ";

  private static String two(String reference) {
    return "'network': {'buses': [{'id': 'a', 'type': '%s'}, {'id': 'b', 'type': '%s'}], "
            .formatted(
                reference.equals("a") ? "reference" : "pq",
                reference.equals("b") ? "reference" : "pq")
        + "'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1, 'rPu': 0.01,"
        + " 'ratings': {'normalMva': 40}}]}, "
        + UNITS
        + "'busLoads': [{'bus': 'b', 'mw': 50}]";
  }

  private static String oneBus(String parts) {
    return "'network': {'buses': [{'id': 'a', 'type': 'reference'}]}, "
        + parts
            .replace("UNITS", UNITS.replace("'bus': 'b'", "'bus': 'a'"))
            .replace(
                "CHEAP",
                "{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 50], 'yuanPerH': [0, 500]}]}");
  }

  private static ClearingResult cleared(int periods, int minutes, String parts) {
    return HandWorked.cleared(HandWorked.day(periods, minutes, parts), false);
  }

  private static double[] at(double[][] prices, int period) {
    return Arrays.stream(prices).mapToDouble(bus -> bus[period]).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 15})
  void aLineBetweenTwoPricesIsWorthTheirDifferenceWhateverThePeriod(int minutes) {
    ClearingResult result = cleared(1, minutes, two("a"));
    assertArrayEquals(new double[] {10, 60}, at(result.prices().lmpYuanPerMwh(), 0), NEAR);
    assertArrayEquals(new double[] {10, 10}, at(result.prices().energyYuanPerMwh(), 0), NEAR);
    assertArrayEquals(new double[] {0, 50}, at(result.prices().congestionYuanPerMwh(), 0), NEAR);
    assertArrayEquals(new double[] {0, 0}, at(result.prices().lossYuanPerMwh(), 0), NEAR);
    FlowResult line = result.flows().get(0);
    assertEquals(50, line.shadowPriceYuanPerMwh(), NEAR);
    assertEquals(40, line.flowMw(), NEAR);
    assertEquals(1, line.direction());
    assertEquals(1000 * minutes / 60.0, result.costs().energyYuan(), NEAR);
  }

  @Test
  void anotherReferenceMovesTheComponentsAndNoPrice() {
    ClearingResult result = cleared(1, 60, two("b"));
    assertArrayEquals(new double[] {10, 60}, at(result.prices().lmpYuanPerMwh(), 0), NEAR);
    assertArrayEquals(new double[] {60, 60}, at(result.prices().energyYuanPerMwh(), 0), NEAR);
    assertArrayEquals(new double[] {-50, 0}, at(result.prices().congestionYuanPerMwh(), 0), NEAR);
  }

  /**
   * Over ac goes 2/3 of what a gives and 1/3 of what b gives: one MW more at c takes one from a and
   * two from b, and one MW more of limit three from a for three of b.
   */
  @Test
  void theThirdCornerOfATriangleCostsMoreThanEitherUnit() {
    ClearingResult result =
        cleared(
            1,
            60,
            "'network': {'buses': [{'id': 'a', 'type': 'reference'}, {'id': 'b'}, {'id': 'c'}],"
                + " 'branches': [{'id': 'ab', 'from': 'a', 'to': 'b', 'xPu': 0.1},"
                + " {'id': 'bc', 'from': 'b', 'to': 'c', 'xPu': 0.1},"
                + " {'id': 'ca', 'from': 'c', 'to': 'a', 'xPu': 0.1,"
                + " 'ratings': {'normalMva': 30}}]}, "
                + UNITS
                + "'busLoads': [{'bus': 'c', 'mw': 60}]");
    assertArrayEquals(new double[] {10, 60, 110}, at(result.prices().lmpYuanPerMwh(), 0), NEAR);
    FlowResult line = result.flows().stream().filter(FlowResult::binding).findFirst().orElseThrow();
    assertEquals("ca", line.element());
    assertEquals(-30, line.flowMw(), NEAR);
    assertEquals(150, line.shadowPriceYuanPerMwh(), NEAR);
  }

  /** 80 MW and 30 MW of reserve of a unit of 100: another MW of it takes one of energy to h. */
  @Test
  void reserveCostsWhatItTakesFromEnergy() {
    ClearingResult result =
        cleared(
            1,
            15,
            oneBus("UNITS 'busLoads': [{'bus': 'a', 'mw': 80}], ")
                    .replace("{'id': 'g',", "{'id': 'g', 'reserves': ['r'],")
                + "'reserves': [{'id': 'r', 'mw': 30}]");
    assertEquals(60, result.prices().lmpYuanPerMwh()[0][0], NEAR);
    assertEquals(50, result.prices().reserveYuanPerMwh()[0][0], NEAR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          20000; 'thermalUnits': [CHEAP], 'busLoads': [{'bus': 'a', 'mw': 60}]
          700; 'thermalUnits': [CHEAP], 'busLoads': [{'bus': 'a', 'mw': 60}], 'penalties': {'balanceByPeriod': [700]}
          30; 'thermalUnits': [CHEAP], 'busLoads': [{'bus': 'a', 'mw': 40}], 'flexibleLoads': [{'id': 'f', 'bus': 'a', 'maxMw': 20, 'valueYuanPerMwh': 30}]
          10; 'thermalUnits': [CHEAP], 'busLoads': [{'bus': 'a', 'mw': 20}], 'flexibleLoads': [{'id': 'f', 'bus': 'a', 'maxMw': 20, 'valueYuanPerMwh': 30}]
          4; 'thermalUnits': [CHEAP], 'busLoads': [{'bus': 'a', 'mw': 20}], 'profiledUnits': [{'id': 'w', 'bus': 'a', 'maxMw': 30, 'priceYuanPerMwh': 4}]
          -20000; 'thermalUnits': [], 'busLoads': [{'bus': 'a', 'mw': 20}], 'profiledUnits': [{'id': 'w', 'bus': 'a', 'minMw': 30, 'maxMw': 30, 'priceYuanPerMwh': 4}]
          10; 'thermalUnits': [CHEAP], 'busLoads': [{'bus': 'a', 'mw': 20}], 'interchanges': [{'id': 't', 'bus': 'a', 'importMw': -25}]
          """)
  void thePriceIsThatOfWhatGivesTheNextMegawatt(double yuanPerMwh, String parts) {
    ClearingResult result = cleared(1, 60, oneBus(parts));
    assertEquals(yuanPerMwh, result.prices().lmpYuanPerMwh()[0][0], NEAR);
  }

  /** One MW more in the first hour lets the cheap unit give one more in the second. */
  @Test
  void aRampMakesTheHourBeforeItCheap() {
    ClearingResult result =
        cleared(
            2,
            60,
            oneBus("UNITS 'busLoads': [{'bus': 'a', 'mw': [20, 50]}]")
                .replace(
                    "{'id': 'g',",
                    "{'id': 'g', 'rampUpMwPerH': 10,"
                        + " 'initial': {'on': true, 'hours': 9, 'powerMw': 20},"));
    assertArrayEquals(new double[] {-40, 60}, result.prices().lmpYuanPerMwh()[0], NEAR);
  }

  @Test
  void aLineThatLosesATenthMakesPriceHigherByTheNinthPart() {
    ClearingResult result =
        cleared(
            1,
            60,
            "'network': {'buses': [{'id': 'a', 'type': 'reference'}, {'id': 'b'}],"
                + " 'hvdcLines': [{'id': 'dc', 'from': 'a', 'to': 'b', 'pMaxMw': 50,"
                + " 'lossShare': 0.1}]}, 'rules': {'hvdcSchedules': [{'line': 'dc'}]}, "
                + UNITS
                + "'busLoads': [{'bus': 'b', 'mw': 36}]");
    assertArrayEquals(new double[] {10, 10 / 0.9}, at(result.prices().lmpYuanPerMwh(), 0), 1e-5);
  }

  /** f = 50 + f²/10000; the next MW at b needs 1 / (1 − f/5000) at a. */
  @Test
  void lossesAddTheirMarginToThePriceAtTheLoad() {
    double flow = (1 - Math.sqrt(1 - 4 * 1e-4 * 50)) / (2 * 1e-4);
    String parts = two("a").replace(", 'ratings': {'normalMva': 40}", "");
    ClearingResult result = HandWorked.cleared(HandWorked.day(1, 60, parts), true);
    double[] lmp = at(result.prices().lmpYuanPerMwh(), 0);
    assertEquals(10, lmp[0], 1e-3);
    assertEquals(10 / (1 - flow / 5000), lmp[1], 5e-3);
    assertEquals(flow - 50, result.lossMw()[0], 1e-3);
  }

  /** 50 of 100 MWh are left to the cheap unit: each MWh more saves 50 yuan, in any hour. */
  @Test
  void aLimitOverTheDayHasOnePriceInItsFirstPeriod() {
    ClearingResult result =
        cleared(
            2,
            30,
            oneBus(
                "'busLoads': [{'bus': 'a', 'mw': 100}], 'rules': {'ranges': [{'id': 'e',"
                    + " 'kind': 'energy', 'scope': {'units': ['g']}, 'max': 60, 'used': 10}]},"
                    + " UNITS 'currency': 'yuan'"));
    assertArrayEquals(new double[] {60, 60}, result.prices().lmpYuanPerMwh()[0], NEAR);
    var price =
        result.shadowPrices().stream()
            .filter(each -> Math.abs(each.yuanPerUnit()) > NEAR)
            .findFirst()
            .orElseThrow();
    assertEquals(-50, price.yuanPerUnit(), NEAR);
    assertEquals(0, price.period());
    assertEquals("B-08", price.constraint());
  }
}

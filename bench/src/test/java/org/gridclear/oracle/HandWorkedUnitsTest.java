package org.gridclear.oracle;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.gridclear.clearing.input.ClearingCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units, reserve and rules at one bus, worked out by hand. */
class HandWorkedUnitsTest {
  private static final String BUS = "'network': {'buses': [{'id': 'a', 'type': 'reference'}]}, ";

  /** A unit that can always serve, at 60 yuan/MWh. */
  private static final String DEAR =
      "{'id': 'h', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 6000]}]}";

  /** The start of a unit of 0 to 100 MW at 10 yuan/MWh. */
  private static final String FROM_0 =
      "'thermalUnits': ["
          + DEAR
          + ", {'id': 'g', 'bus': 'a',"
          + " 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 1000]}]";

  /** The start of a unit of 20 to 100 MW at 10 yuan/MWh. */
  private static final String FROM_20 =
      "'thermalUnits': ["
          + DEAR
          + ", {'id': 'g', 'bus': 'a',"
          + " 'offers': [{'mw': [20, 100], 'yuanPerH': [200, 1000]}]";

  private static String load(String mw) {
    return "'busLoads': [{'bus': 'a', 'mw': " + mw + "}], ";
  }

  /** Parts with the load and the unit of 0 or of 20 MW written out. */
  private static String whole(String parts) {
    return parts
        .replaceFirst("L(\\[.*?\\])M", "'busLoads': [{'bus': 'a', 'mw': $1}],")
        .replace("FROM20", FROM_20)
        .replace("FROM0", FROM_0)
        .replace("DEAR", DEAR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          900; 60; 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [10, 50], 'yuanPerH': [200, 600]}]}, {'id': 'h', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 3000]}]}]
          225; 15; 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [10, 50], 'yuanPerH': [200, 600]}]}, {'id': 'h', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 3000]}]}]
          1100; 60; 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 20, 60], 'yuanPerH': [0, 100, 1300]}]}, {'id': 'h', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 2500]}]}]
          200300; 60; 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 50], 'yuanPerH': [0, 300]}]}]
          200700; 60; 'thermalUnits': [{'id': 'g', 'bus': 'a', 'commitment': 'on', 'offers': [{'mw': [70], 'yuanPerH': [700]}]}]
          1200000; 60; 'thermalUnits': []
          300000; 15; 'thermalUnits': []
          6000; 60; 'thermalUnits': [], 'penalties': {'balanceYuanPerMwh': 100}
          7200; 60; 'thermalUnits': [], 'penalties': {'balanceByPeriod': [120]}
          3600; 60; 'thermalUnits': [{'id': 'g', 'bus': 'a', 'commitment': 'off', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 1]}]}, {'id': 'h', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [0, 6000]}]}]
          """)
  void anHourOfNoLoadAndSegmentsCosts(double yuan, int minutes, String parts) {
    HandWorked.costs(yuan, HandWorked.day(1, minutes, BUS + load("60") + parts), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          1100; 60; 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [250, 1250]}], 'startCategories': [{'offHours': 1, 'costYuan': 100}, {'offHours': 6, 'costYuan': 400}], 'stopYuan': 70, 'initial': {'on': false, 'hours': 5}}]
          1250; 60; 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [350, 1350]}], 'startCategories': [{'offHours': 1, 'costYuan': 100}, {'offHours': 6, 'costYuan': 400}], 'stopYuan': 70, 'initial': {'on': false, 'hours': 5}}]
          850; 60; 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [250, 1250]}], 'startCategories': [{'offHours': 1, 'costYuan': 100}, {'offHours': 6, 'costYuan': 400}], 'stopYuan': 70, 'initial': {'on': false, 'hours': 4}}]
          700; 30; 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [350, 1350]}], 'startCategories': [{'offHours': 1, 'costYuan': 100}, {'offHours': 6, 'costYuan': 400}], 'stopYuan': 70, 'initial': {'on': false, 'hours': 5.5}}]
          525; 30; 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [350, 1350]}], 'startCategories': [{'offHours': 1, 'costYuan': 100}, {'offHours': 6, 'costYuan': 400}], 'stopYuan': 70, 'initial': {'on': false, 'hours': 5.4}}]
          950; 60; 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [50, 1050]}], 'startCategories': [{'offHours': 1, 'costYuan': 100}, {'offHours': 6, 'costYuan': 400}], 'stopYuan': 70, 'initial': {'on': false, 'hours': 7}}]
          """)
  void aStartCostsByTheHoursOffBefore(double yuan, int minutes, String parts) {
    HandWorked.costs(yuan, HandWorked.day(2, minutes, BUS + load("[0, 50]") + parts), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          700; 60; L[50, 20, 0]M FROM20, 'minUpHours': 2, 'initial': {'on': false, 'hours': 10}}]
          4200; 60; L[50, 20, 0]M FROM20, 'minUpHours': 3, 'initial': {'on': false, 'hours': 10}}]
          350; 30; L[50, 20, 0]M FROM20, 'minUpHours': 1, 'initial': {'on': false, 'hours': 10}}]
          2100; 30; L[50, 20, 0]M FROM20, 'minUpHours': 1.5, 'initial': {'on': false, 'hours': 10}}]
          1100; 60; L[50, 0, 50]M FROM20, 'minDownHours': 1, 'startCategories': [{'costYuan': 100}], 'initial': {'on': true, 'hours': 10, 'powerMw': 50}}]
          3500; 60; L[50, 0, 50]M FROM20, 'minDownHours': 2, 'startCategories': [{'costYuan': 100}], 'initial': {'on': true, 'hours': 10, 'powerMw': 50}}]
          1170; 60; L[50, 0, 50]M FROM20, 'stopYuan': 70, 'startCategories': [{'costYuan': 100}], 'initial': {'on': true, 'hours': 10, 'powerMw': 50}}]
          3500; 60; L[50, 0, 50]M FROM20, 'maxStartsPerDay': 1, 'initial': {'on': false, 'hours': 10}}]
          6000; 60; L[50, 0, 50]M FROM20, 'maxStartsPerDay': 1, 'startsOfDay': 1, 'initial': {'on': false, 'hours': 10}}]
          6500; 60; L[50, 50, 50]M FROM20, 'minDownHours': 6, 'initial': {'on': false, 'hours': 4}}]
          600900; 60; L[10, 0, 50]M FROM20, 'minUpHours': 12, 'initial': {'on': true, 'hours': 10, 'powerMw': 50}}]
          """)
  void aUnitStaysOnOrOffForItsHours(double yuan, int minutes, String parts) {
    HandWorked.costs(yuan, HandWorked.day(3, minutes, BUS + whole(parts)), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          2500; 60; L[50, 50]M FROM0, 'rampUpMwPerH': 10, 'initial': {'on': true, 'hours': 5, 'powerMw': 20}}]
          1625; 30; L[50, 50]M FROM0, 'rampUpMwPerH': 10, 'initial': {'on': true, 'hours': 5, 'powerMw': 20}}]
          1500; 60; L[50, 0]M FROM0, 'startRampMw': 30, 'initial': {'on': false, 'hours': 10}}]
          1500; 60; L[50, 0]M FROM20, 'stopRampMw': 30, 'initial': {'on': true, 'hours': 10, 'powerMw': 50}}]
          2000; 60; L[50, 50]M FROM0, 'startRampMw': 30, 'initial': {'on': false, 'hours': 10}}]
          5500; 60; L[45, 60]M FROM20, 'minUpHours': 2, 'initial': {'on': false, 'hours': 10}}], 'rules': {'trajectories': [{'unit': 'g', 'startMw': [5, 15]}]}
          """)
  void outputFollowsRampsAndLimitsOfStarts(double yuan, int minutes, String parts) {
    HandWorked.costs(yuan, HandWorked.day(2, minutes, BUS + whole(parts)), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          1300; 60; L[80]M FROM0, 'reserves': ['r']}], 'reserves': [{'id': 'r', 'mw': 30}]
          1000; 60; L[50]M FROM0, 'rampUpMwPerH': 60, 'reserves': ['r']}], 'rules': {'products': [{'id': 'r', 'minutes': 10}]}, 'reserves': [{'id': 'r', 'mw': 15, 'shortfallYuanPerMwh': 100}]
          250; 15; L[50]M FROM0, 'rampUpMwPerH': 60, 'reserves': ['r'], 'initial': {'on': true, 'hours': 10, 'powerMw': 50}}], 'rules': {'products': [{'id': 'r', 'minutes': 10}]}, 'reserves': [{'id': 'r', 'mw': 15, 'shortfallYuanPerMwh': 100}]
          1256; 60; L[50]M FROM0}], 'rules': {'products': [{'id': 'r'}], 'reserveOffers': [{'unit': 'g', 'product': 'r', 'maxMw': 8, 'priceYuanPerMwh': 7}]}, 'reserves': [{'id': 'r', 'mw': 15, 'shortfallYuanPerMwh': 100}]
          1264; 60; L[50]M FROM0}], 'rules': {'products': [{'id': 'r'}], 'reserveOffers': [{'unit': 'g', 'product': 'r', 'maxMw': 8, 'priceYuanPerMwh': 7, 'mileageYuanPerMw': 0.5, 'mileagePerMwh': 2}]}, 'reserves': [{'id': 'r', 'mw': 15, 'shortfallYuanPerMwh': 100}]
          1200; 60; L[80]M FROM0, 'pMaxMw': 85, 'reserves': ['r']}], 'reserves': [{'id': 'r', 'mw': 5, 'loadShare': 0.1}]
          950; 60; L[80]M FROM0, 'pMaxMw': 85, 'reserves': ['r']}], 'reserves': [{'id': 'r', 'mw': 5, 'loadShare': 0.1, 'method': 'greatest'}]
          1850; 60; L[80]M FROM0, 'pMaxMw': 85, 'reserves': ['r']}], 'reserves': [{'id': 'r', 'mw': 5, 'loadShare': 0.1}], 'rules': {'modes': [{'id': 'm', 'from': 0, 'to': 1, 'requirements': [{'reserve': 'r', 'factor': 2}]}]}
          1350; 60; L[80]M FROM0, 'pMaxMw': 85, 'reserves': ['r']}], 'reserves': [{'id': 'r', 'mw': 5, 'loadShare': 0.1, 'method': 'greatest'}], 'rules': {'modes': [{'id': 'm', 'from': 0, 'to': 1, 'requirements': [{'reserve': 'r', 'factor': 2}]}]}
          84800; 60; L[80]M FROM0, 'pMaxMw': 85, 'reserves': ['r']}], 'reserves': [{'id': 'r', 'scope': {'units': ['g']}, 'mw': 5, 'loadShare': 0.1, 'largestUnit': true}]
          80500; 60; L[50]M FROM0}, {'id': 'k', 'bus': 'a', 'offers': [{'mw': [0, 100], 'yuanPerH': [900, 9000]}], 'startRampMw': 12, 'initial': {'on': false, 'hours': 9}, 'reserves': ['r']}], 'rules': {'products': [{'id': 'r', 'kind': 'non-spinning'}]}, 'reserves': [{'id': 'r', 'mw': 20}]
          80500; 60; L[50]M FROM0}, {'id': 'k', 'bus': 'a', 'commitment': 'kept_off', 'offers': [{'mw': [0, 100], 'yuanPerH': [900, 9000]}], 'startRampMw': 12, 'initial': {'on': false, 'hours': 9}, 'reserves': ['r']}], 'rules': {'products': [{'id': 'r', 'kind': 'non-spinning'}]}, 'reserves': [{'id': 'r', 'mw': 20}]
          200500; 60; L[50]M FROM0}, {'id': 'k', 'bus': 'a', 'commitment': 'off', 'offers': [{'mw': [0, 100], 'yuanPerH': [900, 9000]}], 'startRampMw': 12, 'initial': {'on': false, 'hours': 9}, 'reserves': ['r']}], 'rules': {'products': [{'id': 'r', 'kind': 'non-spinning'}]}, 'reserves': [{'id': 'r', 'mw': 20}]
          200500; 60; L[50]M FROM0}, {'id': 'k', 'bus': 'a', 'minDownHours': 10, 'offers': [{'mw': [0, 100], 'yuanPerH': [900, 9000]}], 'startRampMw': 12, 'initial': {'on': false, 'hours': 9}, 'reserves': ['r']}], 'rules': {'products': [{'id': 'r', 'kind': 'non-spinning'}]}, 'reserves': [{'id': 'r', 'mw': 20}]
          1000; 60; L[50]M FROM0, 'rampUpMwPerH': 400, 'reserves': ['r'], 'initial': {'on': true, 'hours': 10, 'powerMw': 50}}], 'rules': {'capabilities': [{'unit': 'g', 'regulatingMwPerMin': 2}], 'products': [{'id': 'r', 'kind': 'regulation', 'minutes': 5}]}, 'reserves': [{'id': 'r', 'mw': 15, 'shortfallYuanPerMwh': 100}]
          375; 15; L[50]M FROM0, 'rampUpMwPerH': 400, 'reserves': ['r'], 'initial': {'on': true, 'hours': 10, 'powerMw': 50}}], 'rules': {'capabilities': [{'unit': 'g', 'regulatingMwPerMin': 2}], 'products': [{'id': 'r', 'kind': 'regulation'}]}, 'reserves': [{'id': 'r', 'mw': 40, 'shortfallYuanPerMwh': 100}]
          500; 60; L[50]M FROM0, 'rampUpMwPerH': 400, 'reserves': ['r'], 'initial': {'on': true, 'hours': 10, 'powerMw': 50}}], 'rules': {'capabilities': [{'unit': 'g', 'regulatingMwPerMin': 2}], 'products': [{'id': 'r', 'kind': 'regulation'}]}, 'reserves': [{'id': 'r', 'mw': 40, 'shortfallYuanPerMwh': 100}]
          500; 60; L[50]M FROM0, 'rampUpMwPerH': 400, 'reserves': ['r'], 'initial': {'on': true, 'hours': 10, 'powerMw': 50}}], 'rules': {'capabilities': [{'unit': 'g', 'regulatingMwPerMin': 2}], 'products': [{'id': 'r', 'minutes': 5}]}, 'reserves': [{'id': 'r', 'mw': 15, 'shortfallYuanPerMwh': 100}]
          """)
  void reserveIsHeldWhereItIsCheapestOrMissed(double yuan, int minutes, String parts) {
    HandWorked.costs(yuan, HandWorked.day(1, minutes, BUS + whole(parts)), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          3500; 60; L[50, 50]M FROM0}], 'rules': {'ranges': [{'id': 'e', 'kind': 'energy', 'scope': {'units': ['g']}, 'max': 60, 'used': 10}]}
          500; 30; L[50, 50]M FROM0}], 'rules': {'ranges': [{'id': 'e', 'kind': 'energy', 'scope': {'units': ['g']}, 'max': 60, 'used': 10}]}
          1500; 30; L[50, 50]M FROM0}], 'rules': {'ranges': [{'id': 'e', 'kind': 'energy', 'scope': {'units': ['g']}, 'max': 60, 'used': 30}]}
          3000; 60; L[50, 50]M FROM0}], 'rules': {'ranges': [{'id': 'e', 'kind': 'output', 'scope': {'units': ['g']}, 'max': [40, 20]}]}
          800; 60; L[20, 20]M FROM0, 'initial': {'on': false, 'hours': 10}}], 'rules': {'rates': [{'unit': 'g', 'item': 'so2', 'tPerMwh': 0.5, 'tPerHOn': 2, 'tPerStart': 10}], 'ranges': [{'id': 'e', 'kind': 'emission-total', 'item': 'so2', 'max': 30}]}
          200; 30; L[20, 20]M FROM0, 'initial': {'on': false, 'hours': 10}}], 'rules': {'rates': [{'unit': 'g', 'item': 'so2', 'tPerMwh': 0.5, 'tPerHOn': 2, 'tPerStart': 10}], 'ranges': [{'id': 'e', 'kind': 'emission-total', 'item': 'so2', 'max': 30}]}
          1650; 60; L[20, 20]M FROM0}], 'rules': {'linear': [{'id': 'up', 'max': 5, 'terms': [{'unit': 'g'}, {'unit': 'g', 'lag': 1, 'coefficient': -1}]}]}
          460; 60; L[20, 20]M FROM0}], 'rules': {'variables': [{'id': 'v', 'max': 5, 'yuanPerUnit': 6}], 'linear': [{'id': 'up', 'max': 15, 'terms': [{'unit': 'g'}, {'unit': 'v', 'quantity': 'variable', 'coefficient': -1}]}]}
          230; 30; L[20, 20]M FROM0}], 'rules': {'variables': [{'id': 'v', 'max': 5, 'yuanPerUnit': 6}], 'linear': [{'id': 'up', 'max': 15, 'terms': [{'unit': 'g'}, {'unit': 'v', 'quantity': 'variable', 'coefficient': -1}]}]}
          1600; 60; L[30, 30]M FROM0}], 'rules': {'bands': [{'unit': 'g', 'bands': [{'fromMw': 20, 'toMw': 40}]}]}
          1100; 60; L[30, 30]M FROM0}], 'rules': {'bands': [{'unit': 'g', 'dwellPeriodsMax': 1, 'bands': [{'fromMw': 20, 'toMw': 40}]}]}
          600; 60; L[30, 30]M FROM0}], 'rules': {'bands': [{'unit': 'g', 'dwellPeriodsMax': 2, 'bands': [{'fromMw': 20, 'toMw': 40}]}]}
          1100; 60; L[30, 30]M FROM0}], 'rules': {'bands': [{'unit': 'g', 'dwellPeriodsMax': 2, 'insidePeriodsBefore': 2, 'bands': [{'fromMw': 20, 'toMw': 40}]}]}
          1220; 60; L[20, 20]M 'thermalUnits': [DEAR], 'profiledUnits': [{'id': 'w', 'bus': 'a', 'maxMw': 100, 'priceYuanPerMwh': 1}], 'rules': {'reservoirs': [{'id': 'lake', 'units': ['w'], 'm3PerMwh': 3600, 'inflowM3PerS': 10, 'maxMm3': 1, 'initialMm3': 0}]}
          630; 60; L[20, 20]M 'thermalUnits': [DEAR], 'profiledUnits': [{'id': 'w', 'bus': 'a', 'maxMw': 100, 'priceYuanPerMwh': 1}], 'rules': {'reservoirs': [{'id': 'lake', 'units': ['w'], 'm3PerMwh': 3600, 'inflowM3PerS': 10, 'maxMm3': 1, 'initialMm3': 0.036}]}
          20; 30; L[20, 20]M 'thermalUnits': [DEAR], 'profiledUnits': [{'id': 'w', 'bus': 'a', 'maxMw': 100, 'priceYuanPerMwh': 1}], 'rules': {'reservoirs': [{'id': 'lake', 'units': ['w'], 'm3PerMwh': 3600, 'inflowM3PerS': 10, 'maxMm3': 1, 'initialMm3': 0.036}]}
          350; 60; L[20, 20]M 'thermalUnits': [DEAR], 'profiledUnits': [{'id': 'w', 'bus': 'a', 'maxMw': 100, 'priceYuanPerMwh': 1}, {'id': 'x', 'bus': 'a', 'maxMw': 100, 'priceYuanPerMwh': 2}], 'rules': {'reservoirs': [{'id': 'lake', 'units': ['w'], 'm3PerMwh': 3600, 'inflowM3PerS': 10, 'maxMm3': 1, 'initialMm3': 0, 'downstream': 'low', 'delayHours': 1, 'releaseBeforeM3PerS': 5}, {'id': 'low', 'units': ['x'], 'm3PerMwh': 3600, 'maxMm3': 1, 'initialMm3': 0}]}
          """)
  void aRuleOfTheDayCostsWhatItTakesAway(double yuan, int minutes, String parts) {
    HandWorked.costs(yuan, HandWorked.day(2, minutes, BUS + whole(parts)), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          3500; 60; L[50, 50]M FROM0, 'initial': {'on': false, 'hours': 10}}], 'rules': {'leadTimes': [{'unit': 'g', 'hours': 1}]}
          6000; 60; L[50, 50]M FROM0, 'initial': {'on': false, 'hours': 10}}], 'rules': {'leadTimes': [{'unit': 'g', 'hours': 1.5}]}
          3000; 30; L[50, 50]M FROM0, 'initial': {'on': false, 'hours': 10}}], 'rules': {'leadTimes': [{'unit': 'g', 'hours': 1}]}
          1000; 60; L[50, 50]M FROM0, 'initial': {'on': false, 'hours': 10}}], 'rules': {'leadTimes': [{'unit': 'g', 'hours': 3, 'inEffect': false}]}
          1000; 60; L[50, 50]M FROM0, 'initial': {'on': false, 'hours': 10}, 'commitment': ['on', 'free']}], 'rules': {'leadTimes': [{'unit': 'g', 'hours': 9}]}
          1000; 60; L[50, 50]M FROM0, 'initial': {'on': true, 'hours': 10, 'powerMw': 50}}], 'rules': {'leadTimes': [{'unit': 'g', 'hours': 9}]}
          """)
  void nobodyStartsBeforeItsOrderCouldReachIt(double yuan, int minutes, String parts) {
    HandWorked.costs(yuan, HandWorked.day(2, minutes, BUS + whole(parts)), false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM0, 'limitRule': 'limit-for-ramp'}]",
        "FROM0, 'limitRule': 'stop-without-reserve'}]"
      })
  void theOracleRefusesWhatItDoesNotKnow(String parts) {
    ClearingCase other = HandWorked.day(1, 60, BUS + whole("L[50]M " + parts));
    assertThrows(IllegalArgumentException.class, () -> HandWorked.costs(0, other, false));
  }
}

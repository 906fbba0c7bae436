package org.gridclear.oracle;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Storage, HVDC lines, forecasts, bids and losses, worked out by hand. */
class HandWorkedPlantsTest {
  private static final String ONE = "'network': {'buses': [{'id': 'a', 'type': 'reference'}]},";

  /** Two hours of 10 and 60 MW; 40 MW at 10 yuan/MWh, more at 100. */
  private static final String TWO_HOURS = ONE + "'busLoads': [{'bus': 'a', 'mw': [10, 60]}], ";

  /** The start of storage that gives 0.72 MWh for each that it draws; its rates are to follow. */
  private static final String STORE_OF_RATES =
      "'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 40], "
          + "'yuanPerH': [0, 400]}]}, {'id': 'h', 'bus': 'a', 'offers': [{'mw': [0, 100], "
          + "'yuanPerH': [0, 10000]}]}], 'storageUnits': [{'id': 's', 'bus': 'a', "
          + "'maxLevelMwh': 50, 'chargeEfficiency': 0.9, 'dischargeEfficiency': 0.8";

  private static final String STORE = STORE_OF_RATES + ", 'maxChargeMw': 20, 'maxDischargeMw': 20";

  /** The start of a line from a to b that loses a tenth, and is sent 30 MW where none decides. */
  private static final String LINE =
      "'network': {'buses': [{'id': 'a', 'type': 'reference'}, {'id': 'b'}], "
          + "'hvdcLines': [{'id': 'dc', 'from': 'a', 'to': 'b', 'pFromMw': 30, 'pMinMw': "
          + "-20, 'pMaxMw': 50, 'lossShare': 0.1";

  private static final String CHEAP_A =
      "'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], "
          + "'yuanPerH': [0, 1000]}]}, {'id': 'h', 'bus': 'b', 'offers': [{'mw': [0, 100], "
          + "'yuanPerH': [0, 6000]}]}], ";

  private static final String CHEAP_B =
      "'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 100], "
          + "'yuanPerH': [0, 6000]}]}, {'id': 'h', 'bus': 'b', 'offers': [{'mw': [0, 100], "
          + "'yuanPerH': [0, 1000]}]}], ";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          1260; 60; STORE}]
          630; 30; STORE}]
          1404; 60; STORE, 'lossShare': 0.1}]
          1980; 60; STORE, 'endMinLevelMwh': 9}]
          1290; 60; STORE, 'chargeYuanPerMwh': 0.5, 'dischargeYuanPerMwh': 1.3888888888888889}]
          698.6111111; 60; STORE, 'initialLevelMwh': 8.125, 'minLevelMwh': 1}]
          1980; 60; RATES, 'maxChargeMw': 20, 'minChargeMw': [20, 0], 'maxDischargeMw': 7.2}]
          2500; 60; RATES, 'maxChargeMw': 0, 'maxDischargeMw': 20}]
          """)
  void storageMovesEnergyLessItsLosses(double yuan, int minutes, String parts) {
    String whole = parts.replace("STORE", STORE).replace("RATES", STORE_OF_RATES);
    HandWorked.costs(yuan, HandWorked.day(2, minutes, TWO_HOURS + whole), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          400; 60; D}]}, CHEAP_A LOAD_B, 'rules': {'hvdcSchedules': [{'line': 'dc'}]}
          100; 15; D}]}, CHEAP_A LOAD_B, 'rules': {'hvdcSchedules': [{'line': 'dc'}]}
          422.2222222222; 60; D, 'lossFixedMw': 2}]}, CHEAP_A LOAD_B, 'rules': {'hvdcSchedules': [{'line': 'dc'}]}
          840; 60; D}]}, CHEAP_A LOAD_B
          840; 60; D}]}, CHEAP_A LOAD_B, 'rules': {'hvdcSchedules': [{'line': 'dc', 'fixedMw': 30}]}
          840; 60; D}]}, CHEAP_A LOAD_B, 'rules': {'hvdcSchedules': [{'line': 'dc', 'inEffect': false}]}
          2160; 60; D, 'inService': false}]}, CHEAP_A LOAD_B
          320; 60; D}]}, CHEAP_B 'busLoads': [{'bus': 'a', 'mw': 20}], 'rules': {'hvdcSchedules': [{'line': 'dc'}]}
          840; 60; D}]}, CHEAP_A LOAD_B, 'rules': {'hvdcSchedules': [{'line': 'dc', 'rampMwPerH': 10, 'initialMw': 20}]}
          530; 30; D}]}, CHEAP_A LOAD_B, 'rules': {'hvdcSchedules': [{'line': 'dc', 'rampMwPerH': 10, 'initialMw': 20}]}
          1280; 60; D}]}, CHEAP_A LOAD_B, 'rules': {'hvdcSchedules': [{'line': 'dc', 'initialMw': 20, 'changesPerDayMax': 0}]}
          1280; 60; D}]}, CHEAP_A LOAD_B, 'rules': {'hvdcSchedules': [{'line': 'dc', 'initialMw': 20, 'changesPerDayMax': 1, 'changesOfDay': 1}]}
          400; 60; D}]}, CHEAP_A LOAD_B, 'rules': {'hvdcSchedules': [{'line': 'dc', 'initialMw': 20, 'changesPerDayMax': 1}]}
          """)
  void aLineLosesAShareInEitherDirection(double yuan, int minutes, String parts) {
    String whole =
        parts
            .replaceFirst("^D", LINE)
            .replace("CHEAP_A", CHEAP_A)
            .replace("CHEAP_B", CHEAP_B)
            .replace("LOAD_B", "'busLoads': [{'bus': 'b', 'mw': 36}]");
    HandWorked.costs(yuan, HandWorked.day(1, minutes, whole), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          100; 60; ONE LOAD_20, 'thermalUnits': [{'id': 'g', 'bus': 'a', 'commitment': 'on', 'offers': [{'mw': [10, 50], 'yuanPerH': [100, 500]}]}], 'profiledUnits': [{'id': 'w', 'bus': 'a', 'minMw': 5, 'maxMw': 30, 'priceYuanPerMwh': 0}]
          100100; 60; ONE LOAD_20, 'thermalUnits': [{'id': 'g', 'bus': 'a', 'commitment': 'on', 'offers': [{'mw': [10, 50], 'yuanPerH': [100, 500]}]}], 'profiledUnits': [{'id': 'w', 'bus': 'a', 'minMw': 15, 'maxMw': 30, 'priceYuanPerMwh': 0}]
          150; 60; ONE LOAD_20, 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 50], 'yuanPerH': [0, 500]}]}], 'profiledUnits': [{'id': 'w', 'bus': 'a', 'minMw': 5, 'maxMw': 30, 'priceYuanPerMwh': 0}], 'interchanges': [{'id': 't', 'bus': 'a', 'importMw': -25}]
          200; 60; ONE LOAD_40, 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 50], 'yuanPerH': [0, 500]}]}], 'flexibleLoads': [{'id': 'f', 'bus': 'a', 'maxMw': 20, 'valueYuanPerMwh': 30}]
          50; 15; ONE LOAD_40, 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 50], 'yuanPerH': [0, 500]}]}], 'flexibleLoads': [{'id': 'f', 'bus': 'a', 'maxMw': 20, 'valueYuanPerMwh': 30}]
          1600; 60; ONE LOAD_40, 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 50], 'yuanPerH': [0, 2000]}]}], 'flexibleLoads': [{'id': 'f', 'bus': 'a', 'maxMw': 20, 'valueYuanPerMwh': 30}]
          410; 60; 'network': {'buses': [{'id': 'a', 'type': 'reference'}], 'shunts': [{'bus': 'a', 'gMw': 1, 'bMvar': 9}]}, 'busLoads': [{'bus': 'a', 'mw': 30}, {'bus': 'a', 'mw': 10}], 'thermalUnits': [{'id': 'g', 'bus': 'a', 'offers': [{'mw': [0, 50], 'yuanPerH': [0, 500]}]}]
          """)
  void whatIsForecastBidOrScheduledIsTaken(double yuan, int minutes, String parts) {
    String whole =
        parts
            .replace("ONE", ONE)
            .replaceFirst("LOAD_(\\d+)", "'busLoads': [{'bus': 'a', 'mw': $1}]");
    HandWorked.costs(yuan, HandWorked.day(1, minutes, whole), false);
  }

  /** 50 MW arrive over r = 0.01 p.u. of 100 MVA: f = 50 + f²/10000, the lesser of two roots. */
  @org.junit.jupiter.api.Test
  void aLineLosesByTheSquareOfItsFlow() {
    double flow = (1 - Math.sqrt(1 - 4 * 1e-4 * 50)) / (2 * 1e-4);
    String parts =
        "'network': {'buses': [{'id': 'a', 'type': 'reference'}, {'id': 'b'}], 'branches':"
            + " [{'id': 'ab', 'from': 'a', 'to': 'b', 'rPu': 0.01, 'xPu': 0.1}]}, "
            + CHEAP_A.replace("6000", "90000")
            + "'busLoads': [{'bus': 'b', 'mw': 50}]";
    HandWorked.costs(10 * flow, HandWorked.day(1, 60, parts), true);
  }
}

package org.gridclear.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each rule of a market day at its bound: a case that has everything and nothing wrong, and one
 * part of it changed, once so that it just holds and once so that it does not.
 */
// Rows: A-18, A-19
class MarketDayChecksTest {
  @TempDir Path folder;

  private List<String> issues(String text) throws IOException {
    return WholeDay.issues(folder, text);
  }

  private static String with(String from, String to) {
    return WholeDay.with(from, to);
  }

  @Test
  void theCaseItselfLacksNothing() throws IOException {
    assertEquals(List.of(), issues(WholeDay.CASE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "pMinMw": 10, "pMaxMw": 100; "pMinMw": [10, 101], "pMaxMw": 100; MKT-01 | unit g | pMinMw in period 2 | 101.0
          "pMinMw": 10,; "pMinMw": [10, -1],; MKT-08 | unit g | pMinMw | -1.0
          "busLoads"; "penalties": {"balanceYuanPerMwh": -1}, "busLoads"; MKT-08 | penalties | balanceYuanPerMwh | -1.0
          "busLoads"; "penalties": {"thermalYuanPerMwh": -1}, "busLoads"; MKT-08 | penalties | thermalYuanPerMwh | -1.0
          "busLoads"; "penalties": {"balanceByPeriod": [0, -1]}, "busLoads"; MKT-08 | penalties | balanceYuanPerMwh | -1.0
          [10, 60, 100]; [10, 60, 60]; MKT-03 | unit g | offer breakpoint 3 | 60.0 MW
          [500, 1500, 2500]; [500, 1500, 2299]; MKT-02 | unit g | offer segment 2 | 19.9750 per MWh
          "rampUpMwPerH": 60; "rampUpMwPerH": -1; MKT-04 | unit g | rampUpMwPerH | -1.0
          "rampDownMwPerH": 61; "rampDownMwPerH": -1; MKT-04 | unit g | rampDownMwPerH | -1.0
          "startRampMw": 62; "startRampMw": -1; MKT-04 | unit g | startRampMw | -1.0
          "stopRampMw": 63; "stopRampMw": -1; MKT-04 | unit g | stopRampMw | -1.0
          "minDownHours": 2; "minDownHours": -1; MKT-06 | unit g | minUpHours/minDownHours | 3.0/-1.0
          "stopYuan": 5; "stopYuan": -1; MKT-08 | unit g | stopYuan | -1.0
          "offHours": 2, "costYuan": 7; "offHours": 1, "costYuan": 7; MKT-11 | unit g | start category 2 | 7.0 after 1.0 h
          "offHours": 2, "costYuan": 7; "offHours": 2, "costYuan": 6; MKT-11 | unit g | start category 2 | 6.0 after 2.0 h
          "hours": 3, "powerMw"; "hours": 2, "powerMw"; MKT-05 | unit g | initial | on for 2.0 h, 100.0 MW
          "hours": 3, "powerMw"; "hours": -1, "powerMw"; MKT-05 | unit g | initial | on for -1.0 h, 100.0 MW
          "powerMw": 100; "powerMw": -1; MKT-05 | unit g | initial | on for 3.0 h, -1.0 MW
          "powerMw": 100; "powerMw": 100.002; MKT-13 | unit g | initial | on for 3.0 h, 100.002 MW
          "on": true; "on": false; MKT-05 | unit g | initial | off for 3.0 h, 100.0 MW
          "minMw": 1, "maxMw": [1, 5]; "minMw": [1, 6], "maxMw": [1, 5]; MKT-01 | unit w | minMw in period 2 | 6.0
          "minMw": 1, "maxMw": [1, 5]; "minMw": 1, "maxMw": [1, "Infinity"]; FMT-07 | unit w | maxMw in period 2 | Infinity
          "minMw": 1, "maxMw": [1, 5]; "minMw": 1, "maxMw": [1, 1e8]; NET-11 | unit w | maxMw in period 2 | 1.0E8
          "priceYuanPerMwh": 3; "priceYuanPerMwh": "Infinity"; FMT-07 | unit w | priceYuanPerMwh | Infinity
          "id": "w", "bus": "b", "minMw"; "id": "g", "bus": "b", "minMw"; NET-01 | unit g | id | g
          """)
  void aUnitIsRefusedWhereItIsWrong(String from, String to, String issue) throws IOException {
    String first = issues(with(from, to)).get(0);
    assertEquals(issue, first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "minLevelMwh": 1; "minLevelMwh": [1, 8.1]; MKT-01 | storage s | minLevelMwh in period 2 | 8.1
          "minChargeMw": 0; "minChargeMw": 4.1; MKT-01 | storage s | minChargeMw in period 1 | 4.1
          "minChargeMw": 0; "minChargeMw": -0.1; MKT-08 | storage s | minChargeMw | -0.1
          "minDischargeMw": 0; "minDischargeMw": 5.1; MKT-01 | storage s | minDischargeMw in period 1 | 5.1
          "minDischargeMw": 0; "minDischargeMw": -0.1; MKT-08 | storage s | minDischargeMw | -0.1
          "maxChargeMw": 4; "maxChargeMw": "Infinity"; FMT-07 | storage s | maxChargeMw in period 1 | Infinity
          "maxDischargeMw": 5; "maxDischargeMw": [5, "Infinity"]; FMT-07 | storage s | maxDischargeMw in period 2 | Infinity
          "maxChargeMw": 4; "maxChargeMw": [4, 1e8]; NET-11 | storage s | maxChargeMw in period 2 | 1.0E8
          "maxDischargeMw": 5; "maxDischargeMw": 1e30; NET-11 | storage s | maxDischargeMw in period 1 | 1.0E30
          "initialLevelMwh": 3; "initialLevelMwh": -0.1; MKT-12 | storage s | initialLevelMwh | -0.1
          "initialLevelMwh": 3; "initialLevelMwh": "Infinity"; FMT-07 | storage s | initialLevelMwh | Infinity
          "initialLevelMwh": 3; "initialLevelMwh": 1e30; MKT-12 | storage s | initialLevelMwh | 1.0E30
          "initialLevelMwh": 3; "initialLevelMwh": 14.556; MKT-12 | storage s | initialLevelMwh | 14.556
          "minLevelMwh": 1; "minLevelMwh": [7.01, 1]; MKT-12 | storage s | initialLevelMwh | 3.0
          "minLevelMwh": 1; "minLevelMwh": [1, 4.01]; MKT-12 | storage s | initialLevelMwh | 3.0
          "chargeYuanPerMwh": 1; "chargeYuanPerMwh": "Infinity"; FMT-07 | storage s | chargeYuanPerMwh | Infinity
          "dischargeYuanPerMwh": 2; "dischargeYuanPerMwh": "-Infinity"; FMT-07 | storage s | dischargeYuanPerMwh | -Infinity
          "chargeEfficiency": 1; "chargeEfficiency": [0.5, 1.1]; MKT-10 | storage s | chargeEfficiency | 1.1
          "chargeEfficiency": 1; "chargeEfficiency": [0, 1]; MKT-10 | storage s | chargeEfficiency | 0.0
          "dischargeEfficiency": 0.9; "dischargeEfficiency": 1.01; MKT-10 | storage s | dischargeEfficiency | 1.01
          "lossShare": [0, 1]; "lossShare": [0, 1.1]; MKT-10 | storage s | lossShare | 1.1
          "lossShare": [0, 1]; "lossShare": [-0.1, 1]; MKT-10 | storage s | lossShare | -0.1
          "endMinLevelMwh": 8; "endMinLevelMwh": 8.1; MKT-12 | storage s | endMinLevelMwh | 8.1
          [true, false]; [true, false, true]; FMT-06 | storage s | simultaneous | 3 values
          """)
  void storageIsRefusedWhereItIsWrong(String from, String to, String issue) throws IOException {
    assertEquals(List.of(issue), issues(with(from, to)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "maxMw": 0, "valueYuanPerMwh"; "maxMw": -0.1, "valueYuanPerMwh"; MKT-08 | flexible load f | maxMw | -0.1
          "maxMw": 0, "valueYuanPerMwh"; "maxMw": 1e8, "valueYuanPerMwh"; NET-11 | flexible load f | maxMw in period 1 | 1.0E8
          "valueYuanPerMwh": 20; "valueYuanPerMwh": "Infinity"; FMT-07 | flexible load f | valueYuanPerMwh | Infinity
          [5, 1]; [5, "Infinity"]; FMT-07 | interchange t | importMw in period 2 | Infinity
          [5, 1]; [-1e8, 1]; NET-11 | interchange t | importMw in period 1 | -1.0E8
          "r", "mw": 0; "r", "mw": [0, -0.1]; MKT-08 | reserve r | mw | -0.1
          "r", "mw": 0; "r", "mw": [0, "Infinity"]; FMT-07 | reserve r | mw in period 2 | Infinity
          "r", "mw": 0; "r", "mw": 1e30; NET-11 | reserve r | mw in period 1 | 1.0E30
          "loadShare": 0; "loadShare": -0.1; MKT-08 | reserve r | loadShare | -0.1
          "mw": 0, "emergencyMw": 0; "mw": -0.1, "emergencyMw": 0; NET-04 | limit of branch ab | mw | -0.1
          "emergencyMw": 0; "emergencyMw": 0, "penaltyYuanPerMwh": [3, -0.1]; MKT-08 | limit of branch ab | penaltyYuanPerMwh | -0.1
          "minLevelMwh": 1; "minLevelMwh": [1, -0.1]; MKT-08 | storage s | minLevelMwh | -0.1
          "mw": 0, "emergencyMw": 0; "mw": 0, "emergencyMw": -0.1; NET-04 | limit of branch ab | emergencyMw | -0.1
          "from": 0, "to": 2}],; "from": 0, "to": 3}],; MKT-14 | branch outage of ab2 | from/to | 0..3
          "from": 0, "to": 2}],; "from": -1, "to": 2}],; MKT-14 | branch outage of ab2 | from/to | -1..2
          "from": 0, "to": 2}],; "from": 2, "to": 2}],; MKT-14 | branch outage of ab2 | from/to | 2..2
          "mw": [30, 111]; "mw": [30, 111.1]; MKT-07 | system | period 2 | 111.1 MW of load
          """)
  void whatADayAsksIsRefusedOrWarnedOfWhereItIsWrong(String from, String to, String issue)
      throws IOException {
    assertEquals(List.of(issue), issues(with(from, to)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "units": ["g", "w"]; "units": ["g", "x"]; NET-02 | group plant | units | x
          "maxMw": 0, "priceYuanPerMwh": 4; "maxMw": -0.1, "priceYuanPerMwh": 4; MKT-08 | reserve offer of g | maxMw | -0.1
          "priceYuanPerMwh": 4; "priceYuanPerMwh": "Infinity"; FMT-07 | reserve offer of g | priceYuanPerMwh | Infinity
          "group": "plant"; "group": "plan"; NET-02 | constraint range | scope.group | plan
          "from": 0, "to": 2,; "from": 0, "to": 3,; MKT-14 | constraint range | from/to | 0..3
          "from": 0, "to": 2,; "from": 2, "to": 2,; MKT-14 | constraint range | from/to | 2..2
          "max": [1, 3]; "max": [1, 1.9]; MKT-01 | constraint range | min in period 2 | 2.0
          "min": [1, 2], "max": [1, 3]; "min": [1, "Infinity"]; FMT-07 | constraint range | min | Infinity
          "min": 0, "max": 5; "min": 5.1, "max": 5; MKT-01 | variable v | min in period 1 | 5.1
          "yuanPerUnit": 6; "yuanPerUnit": "Infinity"; FMT-07 | variable v | yuanPerUnit | Infinity
          "coefficient": 2; "coefficient": "Infinity"; FMT-07 | constraint line | coefficient of w | Infinity
          "lag": 0; "lag": -1; MKT-08 | constraint line | lag | -1
          "quantity": "output"; "quantity": "status"; NET-02 | constraint line | unit | w
          "stopMw": [5]; "stopMw": [5, 6]; MKT-15 | trajectory of g | startMw/stopMw | 4 periods
          "startMw": [3, 4]; "startMw": [3, -4]; MKT-08 | trajectory of g | startMw | -4.0
          "stopMw": [5]; "stopMw": [-5]; MKT-08 | trajectory of g | stopMw | -5.0
          "priceZones": [; "products": [{"id": "p", "minutes": -5}], "priceZones": [; MKT-06 | product p | minutes | -5.0
          "m3PerMwh": 1; "m3PerMwh": 1, "inflowM3PerS": "Infinity"; FMT-07 | reservoir lake | inflowM3PerS | Infinity
          "m3PerMwh": 1; "m3PerMwh": 1, "minReleaseM3PerS": "Infinity"; FMT-07 | reservoir lake | minReleaseM3PerS | Infinity
          "fromMw": 30, "toMw": 40; "fromMw": 29.9, "toMw": 40; MKT-01 | bands of g | fromMw | 29.9
          "fromMw": 30, "toMw": 40; "fromMw": 40, "toMw": 40; MKT-01 | bands of g | fromMw | 40.0
          "m3PerMwh": 1; "m3PerMwh": 0; MKT-08 | reservoir lake | m3PerMwh | 0.0
          "initialMm3": 7; "initialMm3": 7.1; MKT-12 | reservoir lake | initialMm3 | 7.1
          "initialMm3": 7; "initialMm3": 1.9; MKT-12 | reservoir lake | initialMm3 | 1.9
          "minMw": -3, "maxMw": -3; "minMw": -2.9, "maxMw": -3; MKT-01 | HVDC schedule of dc | minMw in period 1 | -2.9
          "rampMwPerH": 0; "rampMwPerH": -0.1; MKT-04 | HVDC schedule of dc | rampMwPerH | -0.1
          "mw": [0, 1]; "mw": [0, -0.1]; NET-04 | limit of flowgate gate | mw in period 2 | -0.1
          "gate", "mw": [0, 1]; "gate"; FMT-04 | limit of flowgate gate | mw |
          "branches": ["ab"]; "branches": ["ba"]; NET-02 | contingency c | branches | ba
          [{"id": "c", "branches": ["ab"]}]; [{"id": "c", "branches": ["ab"]}, {"id": "c", "branches": ["ab2"]}]; NET-01 | contingency c | id | c
          {"listed": [{"id": "c",; {"everyBranch": true, "listed": [{"id": "ab2",; NET-01 | contingency ab2 | id | ab2
          "id": "z"; "id": "s"; NET-01 | price zone s | id | s
          "buses": ["a"]; "buses": []; FMT-04 | price zone z | buses | none
          "from": 1, "to": 2; "from": 0, "to": 2; MKT-19 | operating mode k | reserve | r
          "from": 1, "to": 2; "from": 1, "to": 3; MKT-14 | operating mode k | from/to | 1..3
          "factor": 0; "factor": -0.1; MKT-08 | operating mode m | factor | -0.1
          "hours": 0}; "hours": -0.1}; MKT-08 | lead time of g | hours | -0.1
          """)
  void aRuleIsRefusedWhereItIsWrong(String from, String to, String issue) throws IOException {
    assertEquals(issue, issues(with(from, to)).get(0).strip());
  }

  @Test
  void aUnitThatMustStayOffIsNotCommitted() throws IOException {
    String off =
        with(
            "\"on\": true, \"hours\": 3, \"powerMw\": 100}, \"commitment\": [\"off\", \"free\"]",
            "\"on\": false, \"hours\": 1, \"powerMw\": 0}, \"commitment\": [\"%s\", \"%s\"]");
    assertEquals(
        List.of("MKT-05 | unit g | initial | off for 1.0 h, 0.0 MW"),
        issues(off.formatted("on", "free")));
    assertEquals(List.of(), issues(off.formatted("free", "on")));
  }

  /** A start or stop curve leads through outputs below the least one, so nothing is said there. */
  @Test
  void outputBelowTheLeastOfAUnitThatIsOnIsWarnedOfWithoutACurve() throws IOException {
    String below = with("\"powerMw\": 100}", "\"powerMw\": 9.9}");
    assertEquals(List.of(), issues(below));
    String without = below.replaceFirst("(?m)^ *\"trajectories\".*\\R", "");
    assertEquals(List.of("MKT-13 | unit g | initial | on for 3.0 h, 9.9 MW"), issues(without));
    assertEquals(List.of(), issues(without.replace("\"powerMw\": 9.9}", "\"powerMw\": 10}")));
  }

  /**
   * By hand: 9 + 5 / 0.9 MWh before the first period end at 9 MWh, at most, where 5 MW are given;
   * all is lost in the second, of which 4 MWh are drawn again.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "initialLevelMwh": 3; "initialLevelMwh": 14.555
          "minLevelMwh": 1; "minLevelMwh": [7, 1]
          "minLevelMwh": 1; "minLevelMwh": [1, 4]
          "initialLevelMwh": 3; "initialLevelMwh": 0
          """)
  void levelsThatRatesLeadToAreReachable(String from, String to) throws IOException {
    assertEquals(List.of(), issues(with(from, to)));
  }

  /** The outage of a branch may be listed besides, under the same name. */
  @Test
  void anOutageThatIsListedUnderTheIdOfItsBranchIsItself() throws IOException {
    assertEquals(
        List.of(),
        issues(
            with(
                "{\"listed\": [{\"id\": \"c\",",
                "{\"everyBranch\": true, \"listed\": [{\"id\": \"ab\",")));
  }

  @Test
  void segmentsOfOnePriceAreConvex() throws IOException {
    assertEquals(List.of(), issues(with("[500, 1500, 2500]", "[500, 1500, 2300]")));
  }

  @Test
  void oneFlagOfSimultaneityIsThatOfAllPeriods() throws IOException {
    assertEquals(List.of(), issues(with("[true, false]", "[true]")));
    assertEquals(List.of(), issues(with("[true, false]", "true")));
  }
}

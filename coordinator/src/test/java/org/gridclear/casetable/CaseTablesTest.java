package org.gridclear.casetable;

import static org.gridclear.casetable.TownCase.lines;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.table.Table;
import org.junit.jupiter.api.Test;

/** Every table of a small case, cell by cell, worked by hand from its text ({@link TownCase}). */
// Rows: B-01, G-05, G-09, H-18
class CaseTablesTest {
  private final ShownCase town = TownCase.cleared();

  @Test
  void aUnitIsShownWithTheBusThatItStandsAt() {
    assertEquals(
        List.of(
            "steam | THERMAL | a | Alpha | north | 220.0 | coal",
            "peaker | THERMAL | b | b | south | 110.0 | gas",
            "wind | PROFILED | b | b | south | 110.0 | wind",
            "battery | STORAGE | d | d | north | 220.0 | storage",
            "mill | FLEXIBLE_LOAD | c | c |  | - | ",
            "works | GENERATOR | b | b | south | 110.0 | gas",
            "works2 | GENERATOR | b | b | south | 110.0 | gas"),
        lines(
            CaseTable.UNITS.of(town), "unit", "kind", "bus", "busName", "zone", "baseKv", "fuel"));
  }

  /** Charging and drawing are negative outputs; a unit that is off in all periods is out. */
  @Test
  void theOutputsOfAUnitAreThoseOfItsWidestPeriods() {
    assertEquals(
        List.of(
            "steam | true | 10.0 | 90.0",
            "peaker | false | 20.0 | 20.0",
            "wind | true | 0.0 | 30.0",
            "battery | true | -20.0 | 25.0",
            "mill | true | -12.0 | 0.0",
            "works | true | 4.0 | 50.0",
            "works2 | false | 1.0 | -"),
        lines(CaseTable.UNITS.of(town), "unit", "inService", "pMinMw", "pMaxMw"));
  }

  /** Steam: (3000 − 1000) / 40 and (7000 − 3000) / 40; the peaker 3000 / 20 at its only point. */
  @Test
  void pricesAreTheCheapestAndTheDearestOfAnySegmentAndPeriod() {
    assertEquals(
        List.of(
            "steam | 50.0 | 100.0 | 500.0 | 1500.0 | 2",
            "peaker | 150.0 | 150.0 | 0.0 | 0.0 | -",
            "wind | -10.0 | 20.0 | - | - | -",
            "battery | 10.0 | 30.0 | - | - | -",
            "mill | 300.0 | 400.0 | - | - | -",
            "works | - | - | - | - | -",
            "works2 | - | - | - | - | -"),
        lines(
            CaseTable.UNITS.of(town),
            "unit",
            "offerMinYuanPerMwh",
            "offerMaxYuanPerMwh",
            "startMinYuan",
            "startMaxYuan",
            "startsPerDayMax"));
  }

  @Test
  void anOfferOfOnePointAtZeroHasNoPrice() {
    ShownCase free =
        ShownCase.of(
            ClearingCase.of(
                TownCase.with(
                    "{\"mw\": [20], \"yuanPerH\": [3000]}",
                    "{\"mw\": [0], \"yuanPerH\": [3000]}")));
    assertEquals(
        "peaker | - | -",
        lines(CaseTable.UNITS.of(free), "unit", "offerMinYuanPerMwh", "offerMaxYuanPerMwh").get(1));
  }

  @Test
  void rampsTimesAndTheStateBeforeAreOfUnitsWithCommitmentAlone() {
    assertEquals(
        List.of(
            "steam | 30.0 | 20.0 | 4.0 | 2.0 | true | 55.0 | -",
            "peaker | 20.0 | 20.0 | 0.0 | 0.0 | false | 0.0 | -",
            "wind | - | - | - | - | - | - | -",
            "battery | - | - | - | - | - | - | -",
            "mill | - | - | - | - | - | - | -",
            "works | - | - | - | - | - | 12.0 | -",
            "works2 | - | - | - | - | - | 0.0 | -"),
        lines(
            CaseTable.UNITS.of(
                ShownCase.of(
                    ClearingCase.of(
                        TownCase.with(
                            "\"leadTimes\": [{\"unit\": \"steam\", \"hours\": 2, \"inEffect\":"
                                + " false}],",
                            "")))),
            "unit",
            "rampUpMwPerH",
            "rampDownMwPerH",
            "minUpHours",
            "minDownHours",
            "initiallyOn",
            "initialMw",
            "leadHours"));
  }

  /** The machine that the file calls wind stands at another bus than the unit of that name. */
  @Test
  void reactivePowerIsThatOfTheMachineOfThatNameAtTheSameBus() {
    assertEquals(
        List.of(
            "steam | -30.0 | 40.0 | 1.5 | AVC, BLACK_START | 2.0",
            "peaker | - | - | - | - | -",
            "wind | - | - | - | - | -",
            "battery | - | - | - | - | -",
            "mill | - | - | - | - | -",
            "works | -5.0 | 6.0 | - | - | -",
            "works2 | 0.0 | 0.0 | - | - | -"),
        lines(
            CaseTable.UNITS.of(town),
            "unit",
            "qMinMvar",
            "qMaxMvar",
            "regulatingMwPerMin",
            "services",
            "leadHours"));
  }

  @Test
  void aUnitWithoutAStateBeforeShowsNone() {
    ShownCase unknown =
        ShownCase.of(
            ClearingCase.of(
                TownCase.with("\"initial\": {\"on\": true, \"hours\": 9, \"powerMw\": 55},", "")));
    assertEquals(
        "steam | - | -",
        lines(CaseTable.UNITS.of(unknown), "unit", "initiallyOn", "initialMw").get(0));
  }

  @Test
  void withoutAMarketDayTheGeneratorsAreTheUnits() {
    assertEquals(
        List.of(
            "steam | GENERATOR | 90.0",
            "wind | GENERATOR | 9.0",
            "works | GENERATOR | 50.0",
            "works2 | GENERATOR | -"),
        lines(CaseTable.UNITS.of(TownCase.networkAlone()), "unit", "kind", "pMaxMw"));
  }

  /** Bus b: 40 + 5 MW, 10 + 1 Mvar, shunts 1 + 2 and 20 − 5; greatest of 60, 60, 70 MW. */
  @Test
  void whatIsDrawnAtABusIsAddedUp() {
    assertEquals(
        List.of(
            "a | Alpha | REFERENCE | 220.0 | hills | 0.95 | 1.05 | 7.0 | 2.0 | 0.0 | 0.0 | 5.0",
            "b | b | PV | 110.0 |  | 0.9 | 1.1 | 45.0 | 11.0 | 3.0 | 15.0 | 70.0",
            "c | c | PQ | - |  | 0.9 | 1.1 | 0.0 | 0.0 | 0.0 | 0.0 | 0.0",
            "d | d | PQ | 220.0 |  | 0.9 | 1.1 | 0.0 | 0.0 | 0.0 | 0.0 | 0.0"),
        lines(
            CaseTable.BUSES.of(town),
            "bus",
            "name",
            "kind",
            "baseKv",
            "lossZone",
            "vMinPu",
            "vMaxPu",
            "loadMw",
            "loadMvar",
            "shuntMw",
            "shuntMvar",
            "peakLoadMw"));
    assertEquals(
        List.of("-", "-", "-", "-"),
        lines(CaseTable.BUSES.of(TownCase.networkAlone()), "peakLoadMw"));
  }

  @Test
  void aBranchJoinsTwoBusesAndTheirZones() {
    assertEquals(
        List.of(
            "ad | LINE | a Alpha | d d | north | north | 220.0 | 220.0 | true",
            "ad2 | LINE | a Alpha | d d | north | north | 220.0 | 220.0 | true",
            "ab | TRANSFORMER | a Alpha | b b | north | south | 220.0 | 110.0 | true",
            "bc | LINE | b b | c c | south |  | 110.0 | - | true",
            "bc2 | LINE | b b | c c | south |  | 110.0 | - | false",
            "dc | HVDC | a Alpha | b b | north | south | 220.0 | 110.0 | true"),
        lines(
                CaseTable.BRANCHES.of(town),
                "branch",
                "kind",
                "from",
                "fromName",
                "to",
                "toName",
                "fromZone",
                "toZone",
                "fromBaseKv",
                "toBaseKv",
                "inService")
            .stream()
            .map(
                line ->
                    line.replaceFirst(
                        "\\| ([a-d]) \\| (\\w+) \\| ([a-d]) \\| (\\w+) \\|", "| $1 $2 | $3 $4 |"))
            .toList());
  }

  @Test
  void ofARatingOfZeroNoneIsShownAndOutagesByTheirTimes() {
    assertEquals(
        List.of(
            "ad | 0.01 | 0.1 | 0.02 | 1.0 | 0.0 | 100.0 | 110.0 | 120.0 | - | - | ",
            "ad2 | 0.0 | 0.1 | 0.0 | 1.0 | 0.0 | - | - | - | - | - |"
                + " 23:00 to D2 00:00, D2 01:00 to D2 02:00",
            "ab | 0.0 | 0.2 | 0.0 | 0.98 | 5.0 | - | - | - | - | - | ",
            "bc | 0.0 | 0.3 | 0.0 | 1.0 | 0.0 | 80.0 | - | - | - | - | ",
            "bc2 | 0.0 | 0.3 | 0.0 | 1.0 | 0.0 | - | - | - | - | - | ",
            "dc | - | - | - | - | - | - | - | - | -20.0 | 30.0 | "),
        lines(
            CaseTable.BRANCHES.of(town),
            "branch",
            "rPu",
            "xPu",
            "bPu",
            "tapRatio",
            "shiftDeg",
            "normalMva",
            "shortTermMva",
            "emergencyMva",
            "pMinMw",
            "pMaxMw",
            "outages"));
  }

  /**
   * North: steam 90 + battery 25; south: peaker 20, wind 30, works 50, and works2 unlimited. Ties
   * of north: ab and the HVDC line dc; of south these and both to c.
   */
  @Test
  void aZoneHoldsWhatStandsInItAndTiesAreCountedAtBothEnds() {
    assertEquals(
        List.of(
            " | 1 | 1 | 0.0 | 0.0 | 0.0 | 0 | 2",
            "north | 2 | 2 | 115.0 | 7.0 | 5.0 | 2 | 2",
            "south | 1 | 4 | 100.0 | 45.0 | 70.0 | 0 | 4"),
        lines(
            CaseTable.ZONES.of(town),
            "zone",
            "buses",
            "units",
            "pMaxMw",
            "loadMw",
            "peakLoadMw",
            "branchesInside",
            "tieBranches"));
    assertEquals(
        List.of("-", "-", "-"), lines(CaseTable.ZONES.of(TownCase.networkAlone()), "peakLoadMw"));
  }

  /** Two buses of a zone at their peaks in different periods: 50 + 9, 60 + 0, 40 + 30 + 1. */
  @Test
  void thePeakOfAZoneIsThatOfItsSum() {
    ShownCase shown =
        ShownCase.of(
            ClearingCase.of(
                TownCase.with(
                    "{\"bus\": \"b\", \"mw\": [10, 0, 30]}",
                    "{\"bus\": \"d\", \"mw\": [80, 1, 2]}")));
    assertEquals(
        List.of(" | 0.0", "north | 85.0", "south | 60.0"),
        lines(CaseTable.ZONES.of(shown), "zone", "peakLoadMw"));
  }

  @Test
  void aFuelNamesEveryKindOnceAndLeavesTheUnlimitedOut() {
    assertEquals(
        List.of(
            " | FLEXIBLE_LOAD | 1 | -12.0 | 0.0",
            "coal | THERMAL | 1 | 10.0 | 90.0",
            "gas | THERMAL, GENERATOR | 3 | 25.0 | 70.0",
            "storage | STORAGE | 1 | -20.0 | 25.0",
            "wind | PROFILED | 1 | 0.0 | 30.0"),
        lines(CaseTable.FUELS.of(town), "fuel", "kinds", "units", "pMinMw", "pMaxMw"));
  }

  @Test
  void aFlowgateHasARowPerBranchAndSaysWhichDirectionsAreByPeriod() {
    assertEquals(
        List.of(
            "pass | 90.0 | 0.0 | ad | a | d | 1.0 | true | ",
            "pass | 90.0 | 0.0 | bc2 | b | c | -0.5 | false | ",
            "dam | 60.0 | - | ab | a | b | 1.0 | true | reverse",
            "weir | - | - | bc | b | c | 1.0 | true | both"),
        lines(
            CaseTable.FLOWGATES.of(town),
            "flowgate",
            "limitMw",
            "reverseLimitMw",
            "branch",
            "from",
            "to",
            "weight",
            "inService",
            "byPeriod"));
  }

  @Test
  void anOverviewCountsTheRowsOfEveryTable() {
    assertEquals(
        List.of(
            "units | 7",
            "buses | 4",
            "branches | 6",
            "zones | 3",
            "fuels | 5",
            "flowgates | 4",
            "limits | 12",
            "offers | 3",
            "services | 3"),
        lines(CaseTable.overview(town), "table", "rows").subList(0, 9));
    assertEquals("the tables of town", CaseTable.overview(town).description());
  }

  @Test
  void moneyIsCalledAsTheCaseCallsIt() {
    ShownCase euro =
        ShownCase.of(
            ClearingCase.of(
                TownCase.with(
                    "\"name\": \"town\",\n \"horizon\"",
                    "\"currency\": \"EUR\", \"name\": \"town\",\n \"horizon\"")));
    Table units = CaseTable.UNITS.of(euro);
    assertEquals("EUR/MWh", units.columns().get(units.indexOf("offerMinYuanPerMwh")).unit());
    Table plain = CaseTable.UNITS.of(town);
    assertEquals("yuan/MWh", plain.columns().get(plain.indexOf("offerMinYuanPerMwh")).unit());
  }

  @Test
  void aTableIsNamedInAnyCaseAndAnotherIsRefusedWithTheNearest() {
    for (CaseTable each : CaseTable.values()) {
      assertEquals(each, CaseTable.of(each.label().toUpperCase(java.util.Locale.ROOT)));
      assertEquals(each.label(), each.of(town).name());
    }
    String said =
        assertThrows(IllegalArgumentException.class, () -> CaseTable.of("unit")).getMessage();
    assertEquals(
        true, said.startsWith("There is no table 'unit'.") && said.contains("units"), said);
    String member =
        assertThrows(IllegalArgumentException.class, () -> CaseTable.of("member")).getMessage();
    assertEquals(true, member.contains("members"), member);
  }
}

package org.gridclear.io.unitcommitment;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.node;
import static org.gridclear.json.Documents.notices;
import static org.gridclear.json.Documents.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A day as UnitCommitment.jl has it, money per period, against JSON by hand. */
// Rows: A-11
class UnitCommitmentJlWriterTest extends UnitCommitmentJlDocument {
  @Test
  void aDayReadBackIsTheSameDay() {
    MarketDay day = day();
    IssueLog again = new IssueLog("again");
    assertEquals(day, UnitCommitmentJlReader.read("day", written(day), again));
    assertErrors(log);
    assertErrors(again);
  }

  @Test
  void theHorizonIsWrittenInMinutesAndItsPenaltyPerPeriod() {
    assertWritten(
        """
        {"Version": "0.4", "Time horizon (min)": 60, "Time step (min)": 30,
         "Power balance penalty ($/MW)": 900.5}
        """,
        day(),
        "Parameters");
    set(document, "[900.5, 901.5]", "Parameters", "Power balance penalty ($/MW)");
    assertWritten("[900.5, 901.5]", day(), "Parameters", "Power balance penalty ($/MW)");
  }

  @Test
  void aThermalUnitIsWrittenPerPeriod() {
    assertWritten(
        """
        {"Bus": "b1", "Type": "Thermal", "Production cost curve (MW)": [10.5, 50.5, 70.5],
         "Production cost curve ($)": [100.5, 500.5, 900.5], "Startup delays (h)": [1.0, 4.0],
         "Startup costs ($)": [30.5, 40.5], "Shutdown cost ($)": 15.5,
         "Ramp up limit (MW)": 31.5, "Ramp down limit (MW)": 32.5, "Startup limit (MW)": 33.5,
         "Shutdown limit (MW)": 34.5, "Minimum uptime (h)": 2.0, "Minimum downtime (h)": 1.0,
         "Initial status (h)": 12.0, "Initial power (MW)": 40.5,
         "Commitment status": [true, null], "Reserve eligibility": ["r1"]}
        """,
        day(),
        "Generators",
        "g1");
  }

  @Test
  void aUnitThatIsOffHasAMinusAndWhatIsFreeIsLeftOut() {
    JsonNode unit = written(day(), "Generators", "g2");
    assertEquals(-3.5, unit.get("Initial status (h)").doubleValue());
    assertEquals(0, unit.get("Initial power (MW)").doubleValue());
    assertEquals(false, unit.has("Commitment status"));
    assertEquals(false, unit.has("Shutdown cost ($)"));
  }

  @Test
  void aCurveIsCutToTheLimitsOfItsPeriod() {
    MarketDay day = day();
    ThermalUnit unit = day.thermalUnits().get(0);
    // 20 yuan/MWh up to 50.5 MW, 40 beyond; half of that per period
    ThermalUnit cut = unit.withLimits(Series.of(20.5, 20.5), Series.of(60.5, 55.5));
    JsonNode written = written(withUnit(day, cut), "Generators", "g1");
    assertEquals(
        node("[[20.5, 20.5], [50.5, 50.5], [60.5, 55.5]]"),
        node(written.get("Production cost curve (MW)").toString()));
    assertEquals(
        node("[[200.5, 200.5], [500.5, 500.5], [700.5, 600.5]]"),
        node(written.get("Production cost curve ($)").toString()));
    assertErrors(log);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 30, '10.0 20.0 30.0', '100.0 200.0 400.0'", // the whole curve
    "15, 25, '15.0 20.0 25.0', '150.0 200.0 300.0'",
    "20, 25, '20.0 25.0', '200.0 300.0'", // at a breakpoint
    "12, 20, '12.0 20.0', '120.0 200.0'",
    "12, 12, '12.0', '120.0'",
    "30, 30, '30.0', '400.0'"
  })
  void aPartOfACurveHasItsEndsAndTheBreakpointsBetween(
      double from, double to, String mw, String cost) {
    OfferCurve curve = new OfferCurve(List.of(10.0, 20.0, 30.0), List.of(100.0, 200.0, 400.0));
    OfferCurve part = UnitCommitmentJlUnitNode.cut(curve, from, to);
    assertEquals(mw, String.join(" ", part.mw().stream().map(String::valueOf).toList()));
    assertEquals(cost, String.join(" ", part.yuanPerH().stream().map(String::valueOf).toList()));
  }

  @Test
  void curvesOfAnotherNumberOfPointsByPeriodAreRefused() {
    MarketDay day = day();
    ThermalUnit unit = day.thermalUnits().get(0);
    assertRefused(
        withUnit(day, unit.withLimits(unit.pMinMw(), Series.of(70.5, 50.5))),
        "FIELD_KNOWN | unit g1 | offers | 2 and 3 breakpoints by period"
            + " | UnitCommitment.jl cannot say it; take it out.");
  }

  @Test
  void profiledUnitsStorageAndFlexibleLoadsAreWrittenPerPeriod() {
    MarketDay day = day();
    assertWritten(
        """
        {"Bus": "b1", "Type": "Profiled", "Minimum power (MW)": 1.5,
         "Maximum power (MW)": [10.5, 11.5], "Cost ($/MW)": 3.5}
        """,
        day,
        "Generators",
        "g3");
    assertEquals(
        node(document.get("Storage units").toString()),
        node(written(day, "Storage units").toString()));
    assertEquals(
        node(document.get("Price-sensitive loads").toString()),
        node(written(day, "Price-sensitive loads").toString()));
  }

  @Test
  void reservesKeepTheirPenaltyAndOneThatMustBeMetHasMinusOne() {
    assertWritten(
        """
        {"r1": {"Type": "spinning", "Amount (MW)": [4.5, 5.5],
                "Shortfall penalty ($/MW)": [50.5, -1.0]}}
        """,
        day(),
        "Reserves");
  }

  @Test
  void branchesAreWrittenWithTheLimitsOfTheDayOrTheirRatings() {
    MarketDay day = day();
    assertEquals(
        node(
            """
            {"Source bus": "b1", "Target bus": "b2", "Susceptance (S)": 29.5,
             "Normal flow limit (MW)": 25.5, "Emergency flow limit (MW)": [35.5, 36.5],
             "Flow limit penalty ($/MW)": [500.5, 501.5]}
            """),
        node(
            written(day, "Transmission lines", "l1")
                .toString()
                .replaceAll("29.4\\d+|29.50+\\d+", "29.5")));
    Branch rated =
        new Branch(
            "l2",
            "b1",
            "b2",
            BranchKind.TRANSFORMER,
            0,
            0.1,
            0,
            1.25,
            0,
            new Branch.Ratings(44, 45, 0),
            true);
    MarketDay with =
        with(
            day,
            branches(day, List.of(day.network().branches().get(0), rated)),
            List.of(),
            day.branchLimits());
    assertWritten(
        """
        {"Source bus": "b1", "Target bus": "b2", "Susceptance (S)": 8.0,
         "Normal flow limit (MW)": 44.0, "Flow limit penalty ($/MW)": 5000.0}
        """,
        with,
        "Transmission lines",
        "l2");
    MarketDay out =
        with(
            day,
            branches(day, List.of(day.network().branches().get(0), rated.withInService(false))),
            List.of(),
            day.branchLimits());
    assertEquals(0, written(out, "Transmission lines", "l2", "Susceptance (S)").doubleValue());
  }

  @Test
  void anInfiniteLimitIsLeftOutAndOneThatIsInfiniteAtTimesIsHuge() {
    MarketDay day = day();
    double none = Double.POSITIVE_INFINITY;
    BranchLimit limit =
        new BranchLimit("l1", Series.of(none, none), Series.of(7, none), null, true);
    JsonNode written =
        written(with(day, day.network(), List.of(), List.of(limit)), "Transmission lines", "l1");
    assertEquals(false, written.has("Normal flow limit (MW)"));
    assertEquals(node("[7.0, 1e9]"), node(written.get("Emergency flow limit (MW)").toString()));
    assertEquals(5000, written.get("Flow limit penalty ($/MW)").doubleValue());
  }

  @Test
  void loadsOfABusAddUpAndImportsAreTakenOff() {
    MarketDay day = day();
    MarketDay importing =
        with(
                day,
                day.network(),
                List.of(new Interchange("t", "b2", Series.of(3, -4))),
                day.branchLimits())
            .withBusLoads(
                List.of(day.busLoads().get(0), day.busLoads().get(0), day.busLoads().get(1)));
    assertWritten(
        "{\"b1\": {\"Load (MW)\": [41.0, 43.0]}, \"b2\": {\"Load (MW)\": [27.5, 34.5]}}",
        importing,
        "Buses");
    assertEquals(
        List.of(
            "TAKEN_AS | interchange t | importMw | given"
                + " | Imports are taken off the load of their bus."),
        notices(log, Rule.TAKEN_AS));
    assertRefused(
        day.withBranchOutages(List.of(new BranchOutage("l1", 0, 1))),
        "FIELD_KNOWN | case | branchOutages | 1 given | UnitCommitment.jl cannot say it; take it"
            + " out.");
  }
}

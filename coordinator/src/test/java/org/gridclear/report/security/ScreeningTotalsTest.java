package org.gridclear.report.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.report.security.ScreeningTotals.DeviceTotal;
import org.gridclear.security.result.BaseResult;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.Loading.Kind;
import org.gridclear.security.result.OutageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals of a screening over snapshots, from a few listed loadings that are counted by hand. */
class ScreeningTotalsTest {
  private static final OutageResult[] NO_RESULTS = {};

  private static Branch line(String id) {
    Branch.Ratings ratings = new Branch.Ratings(100, 100, 100);
    return new Branch(id, "a", "b", BranchKind.LINE, 0, 0.1, 0, 1, 0, ratings, true);
  }

  /** Devices 0 and 1 are lines, 2 and 3 buses with a band of 0.9 to 1.1. */
  private static final Network NETWORK =
      new Network(
          "two",
          100,
          List.of(
              new Bus("a", "a", BusType.REFERENCE, 110, "z", 1, 0, 0.9, 1.1),
              new Bus("b", "b", BusType.PQ, 110, "z", 1, 0, 0.9, 1.1)),
          List.of(line("l"), line("m")),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private static Loading after(int outage, int device, Kind kind, double after) {
    return new Loading(outage, device, kind, 0, after, device < 2 ? 100 : 1.1);
  }

  private static BaseResult base(Loading... loadings) {
    return new BaseResult(List.of(loadings), 4, 0, 0, "");
  }

  private final ScreeningTotals totals = new ScreeningTotals(NETWORK, 3, snapshot -> 0);

  private DeviceTotal device(int number) {
    return totals.devices().get(number);
  }

  @Test
  void theGreatestLoadingIsThatOfTheIntactGridWhereNoOutageBringsMore() {
    totals.add(
        "t1",
        NO_RESULTS,
        List.of(after(0, 1, Kind.NEW, -130)),
        base(after(-1, 0, Kind.NEW, 150), after(-1, 1, Kind.HEAVY, 95)),
        "");
    assertEquals(1.5, device(0).greatestLoading, 1e-12);
    assertEquals(-1, device(0).greatestOutage);
    assertEquals("t1", device(0).greatestSnapshot);
    assertEquals(0, device(0).worstLoading, 0, "no outage brings it over its limit");
    assertEquals(1, device(0).baseViolatedSnapshots);
    assertEquals(1.3, device(1).greatestLoading, 1e-12, "against its direction");
    assertEquals(0, device(1).greatestOutage);
    assertEquals(1.3, device(1).worstLoading, 1e-12);
    assertEquals(1, device(1).heavySnapshots);
  }

  @Test
  void aHeavyLoadingCountsAndWhatIsMerelyListedDoesNot() {
    totals.add(
        "t1",
        NO_RESULTS,
        List.of(after(2, 0, Kind.HEAVY, 97), after(1, 1, Kind.LISTED, 80)),
        base(after(-1, 1, Kind.LISTED, 50)),
        "");
    assertEquals(0.97, device(0).greatestLoading, 1e-12);
    assertEquals(2, device(0).greatestOutage);
    assertEquals(0, device(0).violations);
    assertEquals(1, device(0).outageHeavySnapshots);
    assertFalse(totals.devices().containsKey(1));
    assertEquals(1, totals.outage(2).heavySnapshots);
    assertEquals(0, totals.outage(1).heavySnapshots);
  }

  @Test
  void snapshotsAreCountedOnceHoweverManyOutagesAreInThem() {
    List<Loading> twice =
        List.of(
            after(0, 0, Kind.NEW, 110),
            after(1, 0, Kind.WORSENED, 120),
            after(0, 1, Kind.HEAVY, 95),
            after(2, 1, Kind.HEAVY, 96));
    totals.add("t1", NO_RESULTS, twice, base(), "");
    totals.add("t2", NO_RESULTS, twice.subList(0, 1), base(), "");
    assertEquals(3, device(0).violations);
    assertEquals(2, device(0).outageViolatedSnapshots);
    assertEquals(1.2, device(0).worstLoading, 1e-12);
    assertEquals(1, device(0).worstOutage);
    assertEquals("t1", device(0).worstSnapshot);
    assertEquals(1, device(1).outageHeavySnapshots);
    assertEquals(0.96, device(1).greatestLoading, 1e-12);
    assertEquals(2, device(1).greatestOutage);
  }

  @Test
  void theOverviewCountsPeriodsDevicesAndOutages() {
    totals.add(
        "t1",
        NO_RESULTS,
        List.of(after(0, 0, Kind.NEW, 110), after(2, 1, Kind.HEAVY, 95)),
        base(after(-1, 3, Kind.NEW, 1.15)),
        "");
    totals.add("t2", NO_RESULTS, List.of(), base(after(-1, 1, Kind.HEAVY, 96)), "");
    totals.add("t3", NO_RESULTS, List.of(), null, "no solution");
    Map<String, Object> overview = totals.overview();
    assertEquals(3, overview.get("periods"));
    assertEquals(2L, overview.get("periodsHeavy"));
    assertEquals(1L, overview.get("periodsViolated"));
    assertEquals(1L, overview.get("devicesHeavy"));
    assertEquals(1L, overview.get("devicesViolated"));
    assertEquals(1L, overview.get("devicesViolatedAfterOutages"));
    assertEquals(3, overview.get("outages"));
    assertEquals(1L, overview.get("outagesHeavy"));
    assertEquals("no solution", totals.snapshots().get(2).failure());
    assertEquals(0, totals.snapshots().get(2).baseViolations());
  }

  @Test
  void theViolationsThatAreFurthestOutComeFirst() {
    totals.add(
        "t1",
        NO_RESULTS,
        List.of(
            after(0, 0, Kind.NEW, 110),
            after(1, 3, Kind.NEW, 1.14),
            after(2, 1, Kind.NEW, -125),
            after(2, 0, Kind.HEAVY, 99)),
        base(),
        "");
    assertEquals(
        List.of(1.4, 1.25, 1.1),
        totals.severe().stream()
            .map(each -> Math.round(1e9 * ScreeningWords.loading(NETWORK, each)) / 1e9)
            .toList());
  }

  @Test
  void ofVeryManyViolationsAThousandAreKeptAndNoneOfTheWorstIsLost() {
    for (int k = 0; k < 50; k++) {
      java.util.ArrayList<Loading> many = new java.util.ArrayList<>();
      for (int o = 0; o < 60; o++) {
        many.add(after(o % 3, 0, Kind.NEW, 100 + k * 60 + o + 1));
      }
      totals.add("t" + k, NO_RESULTS, many, base(), "");
    }
    List<Loading> severe = totals.severe();
    assertEquals(1000, severe.size());
    assertEquals(3100, severe.get(0).after(), 0);
    assertEquals(2101, severe.get(999).after(), 0);
    assertEquals(3000, device(0).violations);
  }

  @Test
  void withoutOutagesThereIsNoDurationOfLoadings() {
    assertArrayEquals(new double[0], totals.loadingDuration(10), 0);
    assertEquals(0, totals.loadedShare(), 0);
    assertTrue(totals.worst().isEmpty());
  }

  @Test
  void whatASolutionSaysOfItselfIsARemark() {
    totals.add("t1", NO_RESULTS, List.of(), new BaseResult(List.of(), 4, 3, 0, "odd"), "");
    assertEquals(List.of("Snapshot t1: odd"), totals.remarks());
  }

  @ParameterizedTest
  @CsvSource({"0, 150, 1.5", "1, -90, 0.9", "2, 1.1, 1", "3, 0.9, 1", "2, 1, 0", "3, 0.85, 1.5"})
  void aDeviceIsLoadedByItsLimitOrABusByItsBand(int device, double after, double loading) {
    assertEquals(loading, ScreeningWords.loading(NETWORK, after(0, device, Kind.NEW, after)), 1e-9);
  }

  @Test
  void anOutageIsCalledByWhatItTakesOut() {
    List<String> none = List.of();
    assertEquals("branch", ScreeningWords.kind(Contingency.ofBranch("l")));
    assertEquals("generator", ScreeningWords.kind(Contingency.ofGenerator("g")));
    assertEquals("bus", ScreeningWords.kind(Contingency.ofBus("a")));
    assertEquals("hvdc", ScreeningWords.kind(Contingency.ofHvdcLine("h")));
    assertEquals(
        "multiple", ScreeningWords.kind(new Contingency("x", List.of("l", "m"), none, none, none)));
    assertEquals(
        "multiple",
        ScreeningWords.kind(new Contingency("x", List.of("l"), none, List.of("a"), none)));
    assertEquals("multiple", ScreeningWords.kind(new Contingency("x", none, none, none, none)));
  }
}

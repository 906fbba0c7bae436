package org.gridclear.market.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.PieceStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets that are refused, and what tickets do to a case. */
// Rows
class TicketsInCaseTest {
  private static final Set<NetworkPart> REST =
      Set.of(
          NetworkPart.LOADS,
          NetworkPart.RENEWABLES,
          NetworkPart.STATE,
          NetworkPart.REGISTRY,
          NetworkPart.OFFERS);
  private static final Set<NetworkPart> REST_WITHOUT_STATE =
      Set.of(NetworkPart.LOADS, NetworkPart.RENEWABLES, NetworkPart.REGISTRY, NetworkPart.OFFERS);

  @TempDir Path folder;
  private MarketDatabase database;
  private PieceStore store;

  @BeforeEach
  void open() {
    database = MarketDatabases.open("embedded", folder);
    store = new PieceStore(database, new ContentStore(folder.resolve("content")));
    SmallMarket.network(store);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private AssembledCase make(Market market, Set<NetworkPart> parts) {
    return new Assembly(store, SmallMarket.CLOCK, SmallMarket.ALL, SmallMarket.AS_THEY_ARE)
        .make(
            AssemblyRequest.of(market, SmallMarket.DATE, SmallMarket.GATE, parts),
            SmallMarket.NOON.now());
  }

  private static ThermalUnit g1(MarketDay day) {
    return day.thermalUnits().get(0);
  }

  private void ticket(
      String id, String kind, String element, String times, String state, int hour) {
    SmallMarket.ticket(
        store,
        """
        {"id": "%s", "kind": "%s", "elements": ["%s"], %s, "state": "%s", "source": "OMS",
         "knownAt": "2026-09-29T%02d:00+08:00"}
        """
            .formatted(id, kind, element, times, state, hour));
  }

  private static String day(String from, String to) {
    return "\"from\": \"2026-10-01T%s+08:00\", \"to\": \"2026-10-01T%s+08:00\"".formatted(from, to);
  }

  private String refused(String id, String element, String times, String state, int hour) {
    return assertThrows(
            RuntimeException.class, () -> ticket(id, "outage", element, times, state, hour))
        .getMessage();
  }

  @Test
  void ticketsThatCannotBeAreRefusedWithTheReason() {
    ticket("T1", "outage", "branch:ab", day("08:00", "12:00"), "approved", 9);
    assertTrue(
        refused("T2", "branch:ab", day("11:59", "13:00"), "planned", 9)
            .contains("branch:ab is in the outage T1 (approved)"));
    ticket("T3", "outage", "branch:ab", day("12:00", "13:00"), "planned", 9);
    assertTrue(
        refused("T4", "branch:abc", day("08:00", "12:00"), "planned", 9)
            .contains("Maybe you meant 'ab'"));
    assertTrue(
        refused("T5", "unit:ab", day("08:00", "12:00"), "planned", 9).contains("no unit:ab"));
    assertTrue(
        refused("T6", "branch:bc", day("12:00", "08:00"), "planned", 9).contains("not after from"));
    assertTrue(
        refused("T1", "branch:ab", day("08:00", "11:00"), "approved", 9).contains("known later"));
    assertTrue(
        refused("T1", "branch:ab", day("08:00", "11:00"), "planned", 10).contains("cannot become"));
    assertTrue(
        refused("T7", "bus:a", day("08:00", "11:00"), "planned", 9).contains("is no element"));
    ticket("T1", "outage", "branch:ab", day("08:00", "12:00"), "cancelled", 10);
    ticket("T8", "outage", "branch:ab", day("08:00", "12:00"), "planned", 9);
  }

  /** A planned one takes nothing out, and a cancelled one neither. */
  @Test
  void onlyTicketsThatCountTakeElementsOut() {
    ticket("T1", "outage", "branch:ab", day("01:00", "02:00"), "planned", 9);
    ticket("T2", "outage", "branch:ab", day("03:00", "04:00"), "approved", 9);
    ticket("T3", "outage", "branch:ab", day("05:00", "06:00"), "running", 9);
    ticket("T4", "outage", "branch:ab", day("07:00", "08:00"), "ended", 9);
    ticket("T5", "outage", "branch:ab", day("09:00", "10:00"), "cancelled", 9);
    AssembledCase made = make(Market.DA, REST);
    assertEquals(
        List.of(
            new BranchOutage("ab", 3, 4),
            new BranchOutage("ab", 5, 6),
            new BranchOutage("ab", 7, 8)),
        made.day().branchOutages());
    assertTrue(
        made.manifest().notices().toString().contains("outage T1 (planned) is not approved"));
  }

  @Test
  void theVersionKnownAtTheGateCounts() {
    ticket("T1", "outage", "branch:ab", day("08:00", "12:00"), "approved", 9);
    SmallMarket.ticket(
        store,
        SmallMarket.outage(
                "T1", "branch:ab", "2026-10-01T10:00+08:00", "2026-10-01T11:00+08:00", "approved")
            .replace("2026-09-29T10:00+08:00", "2026-09-30T12:00:01+08:00"));
    assertEquals(
        List.of(new BranchOutage("ab", 8, 12)), make(Market.DA, REST).day().branchOutages());
  }

  @Test
  void aCommissioningEndsAndARetirementBeginsTheTimeOutOfService() {
    ticket(
        "C1", "commissioning", "branch:ab", "\"from\": \"2026-10-01T06:00+08:00\"", "approved", 9);
    ticket("R1", "retirement", "unit:g1", "\"from\": \"2026-10-01T20:30+08:00\"", "approved", 9);
    MarketDay day = make(Market.DA, REST).day();
    assertEquals(List.of(new BranchOutage("ab", 0, 6)), day.branchOutages());
    assertEquals(Commitment.FREE, g1(day).commitment().get(19));
    assertEquals(Set.of(Commitment.OFF), Set.copyOf(g1(day).commitment().subList(20, 24)));
  }

  @Test
  void aUnitThatRunsAndIsOutFromTheFirstPeriodIsOffBeforeIt() {
    SmallMarket.snapshot(store, SmallMarket.running(400));
    ticket("T1", "outage", "unit:g1", day("00:00", "02:00"), "approved", 9);
    AssembledCase made = make(Market.DA, REST_WITHOUT_STATE);
    assertEquals(new InitialState(false, 0, 0), g1(made.day()).initial());
    assertTrue(made.manifest().notices().toString().contains("it is taken as off"));
  }

  @Test
  void anOutageBeforeTheMinimumUpTimeIsSaid() {
    SmallMarket.snapshot(store, "{\"id\": \"g1\", \"on\": true, \"mw\": 400, \"hoursInState\": 0}");
    ticket("T1", "outage", "unit:g1", day("03:00", "05:00"), "approved", 9);
    // Twelve hours after the snapshot its four hours are over.
    AssembledCase made = make(Market.DA, REST_WITHOUT_STATE);
    assertEquals(new InitialState(true, 12, 400), g1(made.day()).initial());
    assertTrue(!made.manifest().notices().toString().contains("taken as over"));
  }

  /** A day ahead only tickets open a branch; in real time the grid is as it is. */
  @Test
  void aBranchThatIsOpenInTheSnapshotIsOpenInRealTime() {
    SmallMarket.snapshot(store, SmallMarket.running(400));
    AssembledCase da = make(Market.DA, REST_WITHOUT_STATE);
    AssembledCase rt = make(Market.RT, REST_WITHOUT_STATE);
    assertTrue(da.day().network().branches().get(1).inService());
    assertTrue(!rt.day().network().branches().get(1).inService());
    for (AssembledCase made : List.of(da, rt)) {
      assertTrue(made.manifest().notices().toString().contains("Branch bc is out of service"));
    }
  }

  @Test
  void aSnapshotThatIsTooOldOrLacksAUnitIsNoState() {
    SmallMarket.snapshot(
        store, "{\"id\": \"g11\", \"on\": true, \"mw\": 400, \"hoursInState\": 0}");
    String said =
        assertThrows(RuntimeException.class, () -> make(Market.DA, REST_WITHOUT_STATE))
            .getMessage();
    assertTrue(said.contains("unit g1, on = absent in the snapshot"), said);
    assertTrue(said.contains("snapshot, units = g11"), said);
    AssemblyRequest strict =
        new AssemblyRequest(
            new Gate(Market.DA, SmallMarket.DATE, SmallMarket.GATE),
            AssemblyRequest.Window.WHOLE_DATE,
            REST_WITHOUT_STATE,
            11);
    String old =
        assertThrows(
                RuntimeException.class,
                () ->
                    new Assembly(store, SmallMarket.CLOCK, SmallMarket.ALL, SmallMarket.AS_THEY_ARE)
                        .make(strict, SmallMarket.NOON.now()))
            .getMessage();
    assertTrue(old.contains("the last is of 2026-09-30 12:00"), old);
  }

  @Test
  void aStorageThatTheNetworkDoesNotHaveIsRefused() {
    SmallMarket.snapshot(store, SmallMarket.running(250), "s1", "s2");
    String said =
        assertThrows(RuntimeException.class, () -> make(Market.DA, REST_WITHOUT_STATE))
            .getMessage();
    assertTrue(said.contains("snapshot, storages = s2"), said);
  }

  @Test
  void aWindowOfQuarterHoursHoldsItsTimes() {
    ticket("T1", "outage", "branch:ab", day("18:20", "19:40"), "approved", 9);
    AssemblyRequest window =
        new AssemblyRequest(
            new Gate(Market.ID, SmallMarket.DATE, SmallMarket.GATE),
            new AssemblyRequest.Window(1, 15, 18 * 60, 16),
            REST,
            36);
    MarketDay day =
        new Assembly(store, SmallMarket.CLOCK, SmallMarket.ALL, SmallMarket.AS_THEY_ARE)
            .make(window, SmallMarket.NOON.now())
            .day();
    assertEquals(16, day.periodCount());
    assertEquals("2026-10-01T18:00", day.horizon().label(0));
    assertEquals("2026-10-01T21:45", day.horizon().label(15));
    assertEquals(List.of(new BranchOutage("ab", 1, 7)), day.branchOutages());
  }
}

package org.gridclear.market.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.check.CheckSet;
import org.gridclear.market.intake.CheckSets;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesReader;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.PieceStore;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was known at a gate is used in a case, refused by name, or said. */
// Rows
class UsedOrSaidTest {
  private static final String AT_NINE = "2026-09-30T09:00+08:00";

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

  private void take(String kind, Map<String, List<String>> values) {
    SmallMarket.take(store, SmallMarket.series(kind, AT_NINE, values));
  }

  private AssembledCase make(Set<NetworkPart> parts) {
    return new Assembly(store, SmallMarket.CLOCK, SmallMarket.ALL, SmallMarket.AS_THEY_ARE)
        .make(
            AssemblyRequest.of(Market.DA, SmallMarket.DATE, SmallMarket.GATE, parts),
            SmallMarket.NOON.now());
  }

  private static Set<NetworkPart> allBut(NetworkPart part) {
    Set<NetworkPart> parts = java.util.EnumSet.allOf(NetworkPart.class);
    parts.remove(part);
    return parts;
  }

  private String refused(Set<NetworkPart> parts) {
    return assertThrows(RuntimeException.class, () -> make(parts)).getMessage();
  }

  @Test
  void loadsOfBusesNeedTheSystemsAndHaveToAddUpToIt() {
    take("bus-load-forecast", Map.of("a", SmallMarket.flat("100"), "b", SmallMarket.flat("200")));
    Set<NetworkPart> parts = allBut(NetworkPart.LOADS);
    assertTrue(refused(parts).contains("load-forecast-short of system, 2026-10-01 00:00"));
    // Bus c was left out: 300 of 400 MW.
    take("load-forecast-short", Map.of("system", SmallMarket.flat("400")));
    assertTrue(refused(parts).contains("BUS-SUM"), refused(parts));
    CheckSet off =
        new CheckSet(
            CheckSet.STANDARD.rules().stream()
                .map(rule -> rule.switched(!rule.id().equals("BUS-SUM")))
                .toList(),
            Set.of());
    new CheckSets(store).set(off, SmallMarket.NOON);
    assertEquals(300, make(parts).day().loadMw(5));
    SmallMarket.take(store, SmallMarket.factors());
    assertTrue(refused(parts).contains("a case has one of them"), refused(parts));
  }

  /** Each delivery adds up to the system's load; what counts of the two, with bus c, does not. */
  @Test
  void loadsOfBusesFromTwoDeliveriesHaveToAddUpTogether() {
    take("load-forecast-short", Map.of("system", SmallMarket.flat("400")));
    take(
        "bus-load-forecast",
        Map.of(
            "a", SmallMarket.flat("100"),
            "b", SmallMarket.flat("200"),
            "c", SmallMarket.flat("100")));
    SmallMarket.take(
        store,
        SmallMarket.series(
            "bus-load-forecast",
            "2026-09-30T10:00+08:00",
            Map.of("a", SmallMarket.flat("150"), "b", SmallMarket.flat("250"))));
    Set<NetworkPart> parts = allBut(NetworkPart.LOADS);
    String said = refused(parts);
    assertTrue(said.contains("BUS-SUM"), said);
    assertTrue(said.contains("sum 500, and the whole 400"), said);
  }

  @Test
  void anInterfaceHasALimitOfEveryHour() {
    List<String> limits = new ArrayList<>(SmallMarket.flat("250"));
    limits.set(19, "200");
    take("interface-limit", Map.of("gate", limits));
    Set<NetworkPart> parts = java.util.EnumSet.allOf(NetworkPart.class);
    MarketDay day = make(parts).day();
    FlowgateLimit limit = day.rules().flowgateLimits().get(0);
    assertEquals("gate", limit.flowgate());
    assertEquals(24, limit.mw().size());
    assertEquals(250, limit.mw().at(18));
    assertEquals(200, limit.mw().at(19));
    assertNull(limit.reverseMw(), "the other direction stays the network's");
    assertEquals(300, FlowgateLimit.reverseMw(day.network().flowgates().get(0), limit, 19));
  }

  /** The network version has limits by period; a series replaces them in its direction alone. */
  @Test
  void aSeriesReplacesTheLimitsOfItsDirection() {
    MarketDay network = SmallMarket.network();
    FlowgateLimit before =
        new FlowgateLimit("gate", Series.constant(111, 24), Series.constant(222, 24));
    new NetworkVersions(store, SmallMarket.CLOCK)
        .keep(
            network.withRules(network.rules().withFlowgateLimits(List.of(before))),
            LocalDate.of(2026, 2, 1),
            "EMS",
            SmallMarket.GATE.minusSeconds(80_000),
            SmallMarket.NOON);
    Set<NetworkPart> parts = java.util.EnumSet.allOf(NetworkPart.class);
    assertEquals(List.of(before), make(parts).day().rules().flowgateLimits());
    take("interface-reverse-limit", Map.of("gate", SmallMarket.flat("50")));
    assertEquals(
        List.of(new FlowgateLimit("gate", Series.constant(111, 24), Series.constant(50, 24))),
        make(parts).day().rules().flowgateLimits());
  }

  @Test
  void aForecastOfAUnitThatHasNoneIsSaid() {
    take("renewable-forecast", Map.of("w1", SmallMarket.flat("20"), "g1", SmallMarket.flat("20")));
    String notices = make(allBut(NetworkPart.RENEWABLES)).manifest().notices().toString();
    assertTrue(notices.contains("renewable-forecast of g1"), notices);
  }

  /** 31 days of 24 h in October: 148 800 MWh are 4 800 a day. */
  @Test
  void aMonthlyPlanBindsTheEnergyOfADayWithinItsShare() {
    SmallMarket.take(
        store,
        SeriesReader.json(
            """
            {"format": "gridclear-series", "kind": "generation-plan", "unit": "MWh",
             "source": "EMS", "knownAt": "2026-09-30T09:00+08:00", "step": "P1M",
             "from": "2026-10-01T00:00+08:00", "values": {"g1": [148800], "w1": [100]}}
            """
                .getBytes(StandardCharsets.UTF_8),
            "plan",
            SmallMarket.CLOCK));
    Set<NetworkPart> parts = java.util.EnumSet.allOf(NetworkPart.class);
    AssembledCase free = make(parts);
    assertTrue(free.manifest().notices().toString().contains("Not used: generation-plan of g1"));
    assertTrue(free.day().rules().ranges().isEmpty());
    AssembledCase bound = planned(Market.DA, SmallMarket.DATE);
    RangeConstraint plan = bound.day().rules().ranges().get(0);
    assertEquals("plan g1", plan.id());
    assertEquals(RangeKind.ENERGY, plan.kind());
    assertEquals(0.95 * 4800, plan.min().at(0), 1e-9);
    assertEquals(1.05 * 4800, plan.max().at(23), 1e-9);
    String notices = bound.manifest().notices().toString();
    assertTrue(notices.contains("within 5 % of its plan: g1"), notices);
    assertTrue(notices.contains("generation-plan of w1"), notices);
    String next =
        assertThrows(
                RuntimeException.class, () -> planned(Market.DA, LocalDate.of(2026, 10, 31), 2))
            .getMessage();
    assertTrue(next.contains("generation-plan of g1, 2026-11-01 00:00"), next);
    assertTrue(planned(Market.ID, SmallMarket.DATE).day().rules().ranges().isEmpty());
  }

  private AssembledCase planned(Market market, LocalDate date) {
    return planned(market, date, 1);
  }

  private AssembledCase planned(Market market, LocalDate date, int days) {
    AssemblyRequest request =
        new AssemblyRequest(
            new Gate(market, date, SmallMarket.GATE),
            new AssemblyRequest.Window(days, 0, 0, 0),
            java.util.EnumSet.allOf(NetworkPart.class),
            AssemblyRequest.STATE_HOURS_MAX);
    return new Assembly(store, SmallMarket.CLOCK, SmallMarket.ALL, SmallMarket.AS_THEY_ARE)
        .make(request.withPlans(OptionalDouble.of(0.05)), SmallMarket.NOON.now());
  }

  /** A case has one owner of a unit: that it had another on an earlier date is not kept quiet. */
  @Test
  void anOwnerThatChangesWithinTheCaseIsSaid() {
    LocalDate second = SmallMarket.DATE.plusDays(1);
    RegistryInForce sold =
        (date, gate) -> {
          RegistryInForce.Registered all = SmallMarket.ALL.on(date, gate);
          TreeMap<String, String> owners = new TreeMap<>(all.owners());
          if (!date.isBefore(second)) {
            owners.put("g1", "buyer");
          }
          return new RegistryInForce.Registered(owners, all.piece());
        };
    java.util.EnumSet<NetworkPart> parts = java.util.EnumSet.allOf(NetworkPart.class);
    parts.remove(NetworkPart.REGISTRY);
    AssemblyRequest request =
        new AssemblyRequest(
            new Gate(Market.DA, SmallMarket.DATE, SmallMarket.GATE),
            new AssemblyRequest.Window(2, 0, 0, 0),
            parts,
            AssemblyRequest.STATE_HOURS_MAX);
    Manifest made =
        new Assembly(store, SmallMarket.CLOCK, sold, SmallMarket.AS_THEY_ARE)
            .make(request, SmallMarket.NOON.now())
            .manifest();
    assertEquals("buyer", made.owners().get("g1"));
    assertEquals(
        List.of(
            "Owners change on %s; the manifest names the last: g1 from owner of g1 to buyer."
                .formatted(second)),
        made.notices().stream().filter(said -> said.startsWith("Owners")).toList());
  }

  @Test
  void whatWasRecordedAfterTheGateIsTold() {
    take("branch-limit", Map.of("ab", SmallMarket.flat("350")));
    List<String> late = make(java.util.EnumSet.allOf(NetworkPart.class)).late();
    assertTrue(
        late.toString()
            .contains(
                "branch-limit from EMS was recorded at 2026-09-30 12:30, after the gate; it says"
                    + " that it was known at 2026-09-30 09:00"),
        late.toString());
  }

  /** A version that was kept while a rule was out of effect can be read, and is judged again. */
  @Test
  void aNetworkThatARuleRefusesIsRefusedUnlessTheRuleIsOutOfEffect() {
    String falling =
        """
        {"format": "gridclear-case", "horizon": {"periodCount": 24},
         "network": {"buses": [{"id": "a", "type": "reference"}]}, "busLoads": [{"bus": "a", "mw": 1}],
         "thermalUnits": [{"id": "g1", "bus": "a",
           "offers": [{"mw": [0, 50, 100], "yuanPerH": [0, 20000, 30000]}]}]}
        """;
    CheckSet off = new CheckSet(CheckSet.STANDARD.rules(), Set.of("MKT-02"));
    MarketDay day =
        ((CaseFiles.Content.WholeDay)
                CaseFiles.load(
                        falling.getBytes(StandardCharsets.UTF_8), "falling.json", off.rulesOff())
                    .content())
            .day();
    new NetworkVersions(store, SmallMarket.CLOCK)
        .keep(
            day,
            LocalDate.of(2026, 9, 1),
            "EMS",
            SmallMarket.GATE.minusSeconds(60),
            SmallMarket.NOON);
    Set<NetworkPart> parts = java.util.EnumSet.allOf(NetworkPart.class);
    assertTrue(refused(parts).contains("MKT-02"), refused(parts));
    new CheckSets(store).set(off, SmallMarket.NOON);
    assertEquals(1, make(parts).day().thermalUnits().size());
  }

  @Test
  void aDateOnWhichClocksChangeIsRefused() {
    MarketClock berlin = MarketClock.of("Europe/Berlin");
    Instant gate = Instant.parse("2026-09-30T04:00:00Z");
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new Assembly(store, berlin, SmallMarket.ALL, SmallMarket.AS_THEY_ARE)
                        .make(
                            AssemblyRequest.of(
                                Market.DA,
                                LocalDate.of(2026, 10, 25),
                                gate,
                                java.util.EnumSet.allOf(NetworkPart.class)),
                            SmallMarket.NOON.now()))
            .getMessage();
    assertTrue(said.contains("has 25 hours"), said);
  }
}

package org.gridclear.market.intervention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.Interchange;
import org.gridclear.market.MarketDay;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.DayHistory;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.NoSuchVersionException;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.Owners;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.quantity.Series;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.study.ClearedAs;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.work.CaseSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A version that is changed by hand is a new one, with who, why, what, and what the auditor says.
 */
// Rows: I-05, I-10, C-09, M-14
class DayInterventionTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final DayKey KEY = new DayKey(Market.DA, DATE);
  private static final Made.Source IAN =
      new Made.Source(
          "build", "ian", Clock.fixed(Instant.parse("2026-09-30T12:00:00Z"), ZoneOffset.UTC));

  @TempDir private Path folder;

  private MarketFolder market(String kind) {
    return MarketFolder.create(
        folder.resolve("m"),
        new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabases.empty(kind)));
  }

  private static DayResult cleared(MarketDay day, ClearedAs as, Owners owners) {
    ClearingCase clearingCase = ClearingCase.of(day).in(as.options().market());
    ClearingOutcome outcome =
        ClearingKernel.clear(clearingCase, as.options(), HighsSolver.find().orElseThrow());
    ClearingResult result = assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
    return new DayResult(
        clearingCase,
        as.options(),
        result,
        CaseSummary.of(day, result, ClearingAuditor.audit(clearingCase, result), null),
        owners);
  }

  private static DayIntervention intervention(MarketFolder market) {
    return new DayIntervention(
        market, DayStore.of(market), DayInterventionTest::cleared, version -> Owners.NONE);
  }

  private static DayIntervention.Wanted wanted(String changes) {
    String text = "{\"format\": \"gridclear-intervention\", \"version\": 1, %s}".formatted(changes);
    return new DayIntervention.Wanted(
        new VersionId(KEY, 1),
        text.getBytes(UTF_8),
        "line is iced",
        Map.of("a.txt", new byte[] {7}));
  }

  private static double[] column(
      MarketFolder market, DayVersion version, ResultKind kind, String of, String column) {
    ResultBlock block =
        DayStore.of(market)
            .block(version, kind, Selection.of(column).where(kind.element(), Set.of(of)))
            .orElseThrow();
    int decimals = block.layout().columns().get(block.layout().column(column)).decimals();
    double[] numbers = new double[4];
    for (int t = 0; t < 4; t++) {
      numbers[t] = block.column(column)[t] / Math.pow(10, decimals);
    }
    return numbers;
  }

  private static DayVersion parent(MarketFolder market) {
    return DayStore.of(market).append(KEY, SmallDays.dayAhead(DATE, 100), SmallDays.MADE);
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void outputsAndPricesAreThoseThatWereSetAndTheVersionBeforeStays(String kind) {
    try (MarketFolder market = market(kind)) {
      DayVersion first = parent(market);
      double[] freeMw = column(market, first, ResultKind.UNITS, "07", "mw");
      DayVersion second =
          intervention(market)
              .intervene(
                  wanted(
                      "\"units\": [{\"unit\": \"07\", \"from\": 2, \"to\": 3, \"mw\": 55}],"
                          + "\"prices\": [{\"zone\": \"south\", \"to\": 1, \"yuanPerMwh\": 300},"
                          + "{\"bus\": \"2\", \"from\": 4, \"yuanPerMwh\": 210.5}]"),
                  IAN)
              .version();
      assertEquals(2, second.version());
      double[] mw = column(market, second, ResultKind.UNITS, "07", "mw");
      assertEquals(55, mw[1], 1e-6);
      assertEquals(55, mw[2], 1e-6);
      assertTrue(Math.abs(freeMw[1] - 55) > 1, "it was another before");
      assertEquals(300, column(market, second, ResultKind.PRICES, "10", "lmpYuanPerMwh")[0]);
      assertEquals(300, column(market, second, ResultKind.PRICES, "1", "lmpYuanPerMwh")[0]);
      assertEquals(210.5, column(market, second, ResultKind.PRICES, "2", "lmpYuanPerMwh")[3]);
      assertEquals(
          300, column(market, second, ResultKind.ZONE_PRICES, "south", "priceYuanPerMwh")[0]);
      assertEquals(300, column(market, second, ResultKind.UNITS, "07", "lmpYuanPerMwh")[0]);
      assertEquals(List.of(first, second), DayStore.of(market).versions(Market.DA, DATE, DATE));
      assertEquals(
          freeMw[1], column(market, first, ResultKind.UNITS, "07", "mw")[1], "it did not change");
      assertEquals("ian", second.made().by());
      assertTrue(second.made().provenance().contains("\"intervention\""));
      assertEquals("BY HAND: 3 changes of version 1 by ian: line is iced", second.alarms().get(0));
      assertTrue(second.alarms().get(1).startsWith("AUDITOR "), second.alarms().toString());
    }
  }

  @Test
  void windStorageBidsAndTieLinesAreLimitedByHandAndTheAuditorPasses() {
    try (MarketFolder market = market("embedded")) {
      MarketDay day = SmallDays.day(DATE, 4, 360, 60);
      Interchange tie = new Interchange("east", "1", Series.constant(0, 4));
      MarketDay tied =
          day.withResources(
              day.profiledUnits(), day.storageUnits(), day.flexibleLoads(), List.of(tie));
      DayVersion first =
          DayStore.of(market)
              .append(KEY, SmallDays.cleared(tied, Market.DA, Owners.NONE), SmallDays.MADE);
      double[] wind = column(market, first, ResultKind.UNITS, "w", "mw");
      assertEquals(5, wind[0], 1e-6, "there is something to be limited");
      DayIntervention.ByHand made =
          intervention(market)
              .intervene(
                  wanted(
                      "\"units\": [{\"unit\": \"w\", \"to\": 2, \"mw\": 2}],"
                          + "\"storages\": [{\"storage\": \"s\", \"mostChargeMw\": 0}],"
                          + "\"loads\": [{\"load\": \"user\", \"from\": 2, \"mostMw\": 1}],"
                          + "\"tieLines\": [{\"tieLine\": \"east\", \"to\": 1, \"mw\": 12}]"),
                  IAN);
      DayVersion second = made.version();
      assertEquals(List.of(), made.findings());
      double[] windNow = column(market, second, ResultKind.UNITS, "w", "mw");
      assertArrayEquals(new double[] {2, 2, wind[2], wind[3]}, windNow, 1e-6);
      double[] userNow = column(market, second, ResultKind.LOADS, "user", "mw");
      assertEquals(3, userNow[0], 1e-6);
      assertTrue(userNow[1] <= 1 + 1e-6, "bids " + userNow[1]);
      double[] charge = column(market, second, ResultKind.STORAGE, "s", "chargeMw");
      assertArrayEquals(new double[4], charge, 1e-6);
      assertTrue(second.alarms().get(0).startsWith("BY HAND: 4 changes"));
      double given =
          List.of("7", "07", "w").stream()
              .mapToDouble(unit -> column(market, second, ResultKind.UNITS, unit, "mw")[0])
              .sum();
      given += column(market, second, ResultKind.STORAGE, "s", "dischargeMw")[0];
      assertEquals(60 + 10 + userNow[0], given + 12, 0.01, "the tie line brings 12 MW");
    }
  }

  @Test
  void theAuditorObjectsToPricesThatAreNotThoseOfTheMargin() {
    try (MarketFolder market = market("embedded")) {
      parent(market);
      DayIntervention.ByHand made =
          intervention(market)
              .intervene(wanted("\"prices\": [{\"bus\": \"2\", \"yuanPerMwh\": 9999}]"), IAN);
      assertFalse(made.findings().isEmpty());
      List<String> alarms = made.version().alarms();
      assertTrue(alarms.get(2).contains(made.findings().get(0).element()), alarms.toString());
      assertTrue(alarms.stream().anyMatch(a -> a.startsWith("AUDIT FAILED")), alarms.toString());
    }
  }

  @Test
  void aStatusIsSetByHandAndAConsistentChangePassesTheAuditor() {
    try (MarketFolder market = market("embedded")) {
      parent(market);
      DayIntervention.ByHand made =
          intervention(market)
              .intervene(wanted("\"units\": [{\"unit\": \"07\", \"to\": 2, \"on\": true}]"), IAN);
      double[] on = column(market, made.version(), ResultKind.COMMITMENT, "07", "on");
      assertEquals(List.of(1.0, 1.0), List.of(on[0], on[1]));
      assertEquals(List.of(), made.findings());
      assertEquals("AUDITOR PASSES: finds nothing wrong with it", made.version().alarms().get(1));
    }
  }

  @Test
  void whoIntervenedOrMadeTheVersionBeforeCannotApprove() {
    try (MarketFolder market = market("embedded")) {
      parent(market);
      intervention(market).intervene(wanted("\"units\": [{\"unit\": \"07\", \"on\": true}]"), IAN);
      DayApproval approval =
          new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, IAN.clock());
      VersionId second = new VersionId(KEY, 2);
      assertThrows(
          IllegalArgumentException.class,
          () -> approval.check(new DayApproval.Wanted(second, "sue", "")),
          "what was made by hand needs a reason");
      approval.check(new DayApproval.Wanted(second, "sue", "seen"));
      approval.submit(new DayApproval.Wanted(second, "sue", ""));
      for (String hand : List.of("ian", "op", "sue")) {
        String said =
            assertThrows(
                    IllegalArgumentException.class,
                    () -> approval.approve(new DayApproval.Wanted(second, hand, "go")))
                .getMessage();
        assertTrue(said.contains("somebody else decides"), said);
      }
      approval.approve(new DayApproval.Wanted(second, "bob", "go"));
      List<String> kinds =
          new DayHistory(market, List.of())
              .of(Market.DA, DATE).stream().map(event -> event.kind() + " " + event.by()).toList();
      assertEquals(
          List.of(
              "version op",
              "version ian",
              "intervention ian",
              "transition sue",
              "transition sue",
              "transition bob"),
          kinds);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"units\": []",
        "\"units\": [{\"unit\": \"8\", \"on\": true}]",
        "\"units\": [{\"unit\": \"07\"}]",
        "\"units\": [{\"unit\": \"07\", \"on\": false, \"mw\": 5}]",
        "\"units\": [{\"unit\": \"07\", \"on\": true, \"from\": 3, \"to\": 2}]",
        "\"units\": [{\"unit\": \"07\", \"on\": true, \"to\": 5}]",
        "\"units\": [{\"unit\": \"07\", \"on\": true}, {\"unit\": \"07\", \"mw\": 5, \"from\": 2}]",
        "\"units\": [{\"unit\": \"07\", \"on\": true, \"wrong\": 1}]",
        "\"prices\": [{\"bus\": \"99\", \"yuanPerMwh\": 5}]",
        "\"prices\": [{\"zone\": \"east\", \"yuanPerMwh\": 5}]",
        "\"prices\": [{\"bus\": \"2\"}]",
        "\"units\": [{\"unit\": \"w\", \"on\": true}]",
        "\"units\": [{\"unit\": \"w\", \"mw\": 5.5}]",
        "\"storages\": [{\"storage\": \"s\", \"mw\": 1}]",
        "\"storages\": [{\"storage\": \"s\", \"mostChargeMw\": -1}]",
        "\"storages\": [{\"storage\": \"07\", \"mostChargeMw\": 1}]",
        "\"loads\": [{\"load\": \"user\", \"mw\": 1}]",
        "\"loads\": [{\"load\": \"10\", \"mostMw\": 1}]",
        "\"tieLines\": [{\"tieLine\": \"nowhere\", \"mw\": 1}]"
      })
  void whatCannotBeIsRefusedAndNothingIsMade(String changes) {
    try (MarketFolder market = market("embedded")) {
      parent(market);
      assertThrows(
          InvalidInputException.class, () -> intervention(market).intervene(wanted(changes), IAN));
      assertEquals(1, DayStore.of(market).versions(Market.DA, DATE, DATE).size());
    }
  }

  @Test
  void aReasonAndTheVersionAreNeeded() {
    try (MarketFolder market = market("embedded")) {
      DayIntervention.Wanted good = wanted("\"units\": [{\"unit\": \"07\", \"on\": true}]");
      assertThrows(NoSuchVersionException.class, () -> intervention(market).intervene(good, IAN));
      parent(market);
      DayIntervention.Wanted silent =
          new DayIntervention.Wanted(good.parent(), good.changes(), " ", Map.of());
      assertThrows(
          IllegalArgumentException.class, () -> intervention(market).intervene(silent, IAN));
    }
  }

  @Test
  void pricesThatWereSetBeforeStaySetWhenTheVersionIsChangedAgain() {
    try (MarketFolder market = market("embedded")) {
      parent(market);
      intervention(market)
          .intervene(wanted("\"prices\": [{\"bus\": \"2\", \"yuanPerMwh\": 210.5}]"), IAN);
      DayIntervention.Wanted next =
          new DayIntervention.Wanted(
              new VersionId(KEY, 2),
              wanted("\"prices\": [{\"bus\": \"1\", \"to\": 1, \"yuanPerMwh\": 333}]").changes(),
              "again",
              Map.of());
      DayVersion third = intervention(market).intervene(next, IAN).version();
      assertEquals(210.5, column(market, third, ResultKind.PRICES, "2", "lmpYuanPerMwh")[2]);
      assertEquals(333, column(market, third, ResultKind.PRICES, "1", "lmpYuanPerMwh")[0]);
    }
  }

  /** By hand: bus 10 has all load of the south but the user's at bus 1. */
  @Test
  void withoutItsCaseNumbersAreSetInTheResultsAndWhatFollowsFromThem() throws Exception {
    try (MarketFolder market = market("embedded")) {
      DayVersion first = parent(market);
      Files.delete(
          market
              .content()
              .folder()
              .resolve(first.caseHash().substring(0, 2))
              .resolve(first.caseHash()));
      double[] zone = column(market, first, ResultKind.ZONE_PRICES, "south", "priceYuanPerMwh");
      double[] bus = column(market, first, ResultKind.PRICES, "10", "lmpYuanPerMwh");
      double[] user = column(market, first, ResultKind.LOADS, "user", "mw");
      double[] mw = column(market, first, ResultKind.UNITS, "07", "mw");
      DayVersion second =
          intervention(market)
              .intervene(
                  wanted(
                      "\"units\": [{\"unit\": \"07\", \"from\": 2, \"to\": 2, \"on\": false},"
                          + "{\"unit\": \"07\", \"from\": 3, \"to\": 3, \"mw\": 400}],"
                          + "\"prices\": [{\"bus\": \"10\", \"to\": 1, \"yuanPerMwh\": 300}]"),
                  IAN)
              .version();
      assertEquals(2, second.version());
      assertNotEquals(first.outcomeHash(), second.outcomeHash());
      double[] changed = column(market, second, ResultKind.UNITS, "07", "mw");
      assertArrayEquals(new double[] {mw[0], 0, 400, mw[3]}, changed);
      double[] stop = column(market, second, ResultKind.COMMITMENT, "07", "stop");
      double[] start = column(market, second, ResultKind.COMMITMENT, "07", "start");
      assertEquals(List.of(1.0, 1.0), List.of(stop[1], start[2]));
      assertEquals(300, column(market, second, ResultKind.PRICES, "10", "lmpYuanPerMwh")[0]);
      assertEquals(300, column(market, second, ResultKind.LOADS, "10", "lmpYuanPerMwh")[0]);
      assertEquals(300, column(market, second, ResultKind.STORAGE, "s", "lmpYuanPerMwh")[0]);
      double rise = (300 - bus[0]) * 100 / (100 + user[0]);
      double[] zoneNow = column(market, second, ResultKind.ZONE_PRICES, "south", "priceYuanPerMwh");
      assertEquals(zone[0] + rise, zoneNow[0], 1e-5);
      assertEquals(zone[1], zoneNow[1]);
      List<String> alarms = second.alarms();
      assertTrue(alarms.get(1).startsWith("NOT AUDITED"), alarms.toString());
      String said = String.join("\n", alarms);
      assertTrue(said.contains("unit 07 gives 400.0000 MW of 100.0000 available"), said);
      assertTrue(
          said.contains("the balance is off by %.4f MW in period 2".formatted(-mw[1])), said);
      assertEquals(mw[1], column(market, first, ResultKind.UNITS, "07", "mw")[1]);
    }
  }
}

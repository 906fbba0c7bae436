package org.gridclear.market.year;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.json.Json;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.Owners;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunRegistry;
import org.gridclear.run.RunRequest;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days one after the other, kept as versions. */
// Rows: D-02, A-15, J-11
class YearClearingTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final ClearingOptions OPTIONS =
      ClearingOptions.DEFAULT.withGap(0.02).withLosses(false);

  @TempDir Path folder;
  private final List<ClearedDate> told = Collections.synchronizedList(new ArrayList<>());
  private MarketFolder market;
  private LocalGrid grid;
  private ActorStudyRuns runs;

  @BeforeEach
  void open() {
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
    grid = new LocalGrid(1);
    runs = new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    runs.close();
    grid.close();
    market.close();
  }

  private List<ClearedDate> clear(ClearingOptions options, int days, int chains) {
    return clear(DatedCases.of("ieee14", 1), options, days, chains, new SeededOwners(3, 1));
  }

  private List<ClearedDate> clear(
      DatedCases cases, ClearingOptions options, int days, int chains, Owners owners) {
    YearPlan plan = new YearPlan(cases, FIRST, FIRST.plusDays(days - 1), options, chains);
    Clock clock = Clock.fixed(Instant.parse("2026-09-30T10:00:00Z"), ZoneOffset.UTC);
    return new YearClearing(
            plan, runs, market, date -> owners, new Made.Source("build", "op", clock))
        .clear(told::add);
  }

  private DayVersion newest(int day) {
    return DayStore.of(market).newest(new DayKey(Market.DA, FIRST.plusDays(day), 0)).orElseThrow();
  }

  private static String after(DayVersion version) {
    return Json.MAPPER.readTree(version.made().provenance()).get("after").asString();
  }

  @Test
  void aDayIsTheOneThatGoesOnFromWhatTheDayBeforeHandedOn() {
    clear(OPTIONS, 3, 1);
    InitialConditions state = DayOrigin.state(newest(1), market.content());
    MarketDay third = DatedCases.of("ieee14", 1).on(FIRST.plusDays(2));
    MarketDay handed = MarketRun.whole(Market.DA).of(third, state);
    ClearingOutcome.Cleared alone =
        (ClearingOutcome.Cleared)
            ClearingKernel.clear(
                ClearingCase.of(handed), OPTIONS, HighsSolver.find().orElseThrow());
    double[][] outputMw = alone.result().schedule().outputMw();
    ResultBlock units =
        DayStore.of(market).block(newest(2), ResultKind.UNITS, Selection.of("mw")).orElseThrow();
    for (int g = 0; g < units.layout().size(); g++) {
      String id = units.text(g, "unit");
      int at = third.thermalUnits().stream().map(ThermalUnit::id).toList().indexOf(id);
      for (int t = 0; at >= 0 && t < 24; t++) {
        assertEquals(outputMw[at][t], units.column("mw")[g * 24 + t] / 1e6, 1e-5, id);
      }
    }
    assertTrue(units.layout().size() >= third.thermalUnits().size());
  }

  @Test
  void whatIsThereIsNotClearedAgainAndTheRestGoesOn() {
    clear(OPTIONS, 2, 1);
    told.clear();
    List<ClearedDate> days = clear(OPTIONS, 3, 1);
    assertEquals(List.of(true, true, false), days.stream().map(ClearedDate::kept).toList());
    assertEquals(days, List.copyOf(told));
    assertEquals(1, newest(2).version());
  }

  @Test
  void otherOptionsMakeTheNextVersionAndLeaveTheFirst() {
    clear(OPTIONS, 1, 1);
    String first = newest(0).outcomeHash();
    clear(OPTIONS.withLosses(true), 1, 1);
    assertEquals(2, newest(0).version());
    assertNotEquals(first, newest(0).outcomeHash());
    List<DayVersion> all = DayStore.of(market).versions(Market.DA, FIRST, FIRST);
    assertEquals(first, all.get(0).outcomeHash());
  }

  @Test
  void anotherCaseUnderTheSameNameIsClearedAgain() {
    DatedCases.Synthetic cases = (DatedCases.Synthetic) DatedCases.of("ieee14", 1);
    clear(cases, OPTIONS, 1, 1, Owners.NONE);
    List<BusLoad> less =
        cases.base().busLoads().stream()
            .map(load -> new BusLoad(load.bus(), load.mw().map(mw -> 0.9 * mw)))
            .toList();
    DatedCases changed = new DatedCases.Synthetic("ieee14", 1, cases.base().withBusLoads(less));
    assertEquals(cases.source(), changed.source());
    assertFalse(clear(changed, OPTIONS, 1, 1, Owners.NONE).get(0).kept());
    assertEquals(2, newest(0).version());
  }

  @Test
  void aDayThatEndsTheRunLeavesThoseBeforeItStored() {
    CompletableFuture<Void> second = new CompletableFuture<>();
    DatedCases cases = DatedCases.of("ieee14", 1);
    YearPlan plan = new YearPlan(cases, FIRST, FIRST.plusDays(1), OPTIONS, 1);
    YearClearing clearing =
        new YearClearing(
            plan,
            new SecondFails(runs, second),
            market,
            date -> {
              second.join();
              return Owners.NONE;
            },
            new Made.Source("build", "op", Clock.systemUTC()));
    String said =
        assertThrows(IllegalStateException.class, () -> clearing.clear(told::add)).getMessage();
    assertEquals("the grid is gone", said);
    assertEquals(1, newest(0).version());
    assertEquals(List.of(FIRST), told.stream().map(ClearedDate::date).toList());
  }

  /** A grid that takes one study. */
  private static final class SecondFails implements StudyRuns {
    private final StudyRuns runs;
    private final CompletableFuture<Void> asked;
    private boolean first = true;

    SecondFails(StudyRuns runs, CompletableFuture<Void> asked) {
      this.runs = runs;
      this.asked = asked;
    }

    @Override
    public RunHandle submit(RunRequest request) {
      if (!first) {
        asked.complete(null);
        throw new IllegalStateException("the grid is gone");
      }
      first = false;
      return runs.submit(request);
    }

    @Override
    public void kill(String runId) {
      runs.kill(runId);
    }

    @Override
    public Optional<RunHandle> find(String runId) {
      return runs.find(runId);
    }

    @Override
    public GridStore store() {
      return runs.store();
    }

    @Override
    public Collection<WorkerNode> workers() {
      return runs.workers();
    }

    @Override
    public RunRegistry registry() {
      return runs.registry();
    }

    @Override
    public void close() {
      runs.close();
    }
  }

  @Test
  void chainsBeginWithADayThatIsClearedAndNotStored() {
    clear(OPTIONS, 4, 2);
    assertEquals(4, DayStore.of(market).versions(Market.DA, FIRST, FIRST.plusDays(3)).size());
    assertFalse(after(newest(2)).isEmpty());
    assertEquals(newest(0).outcomeHash(), after(newest(1)));
  }

  @Test
  void aDateWithoutACaseIsRefusedByName() {
    YearPlan plan =
        new YearPlan(new DatedCases.OfFolder(folder.toString()), FIRST, FIRST, OPTIONS, 1);
    YearClearing clearing =
        new YearClearing(
            plan,
            runs,
            market,
            date -> Owners.NONE,
            new Made.Source("build", "op", Clock.systemUTC()));
    assertThrows(InvalidInputException.class, () -> clearing.clear(told::add));
    assertTrue(told.isEmpty());
  }
}

package org.gridclear.market.rolling;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.year.DatedCases;
import org.gridclear.market.year.SeededOwners;
import org.gridclear.run.RunLimits;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A market of a date whose runs are cleared one after the other. */
abstract class RollingMarket {
  static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  static final RollingPlan PLAN =
      new RollingPlan(new RollingPlan.Steps(360, 2), new RollingPlan.Steps(120, 2));
  static final ClearingOptions OPTIONS = ClearingOptions.DEFAULT.withGap(0.02).withLosses(false);
  static final Made.Source SOURCE =
      new Made.Source(
          "build", "op", Clock.fixed(Instant.parse("2026-09-30T10:00:00Z"), ZoneOffset.UTC));

  @TempDir Path folder;
  MarketFolder market;
  LocalGrid grid;
  ActorStudyRuns runs;
  DayStore days;
  final Set<String> seen = new HashSet<>();
  int judged;

  @BeforeEach
  void open() {
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
    grid = new LocalGrid(1);
    runs = new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
    days = DayStore.of(market);
  }

  @AfterEach
  void close() {
    runs.close();
    grid.close();
    market.close();
  }

  RollingDay rolling() {
    return rolling(runs);
  }

  RollingDay rolling(StudyRuns clearing) {
    return rolling(PLAN, clearing);
  }

  RollingDay rolling(RollingPlan plan, StudyRuns clearing) {
    return new RollingDay(
        plan,
        new RollingDay.Place(
            days,
            market.content(),
            date -> new SeededOwners(3, 1),
            SOURCE,
            version -> seen.contains(version.text()),
            (version, result) -> {
              judged++;
              seen.add(version.text());
            }),
        clearing,
        OPTIONS);
  }

  static MarketDay whole(double load) {
    MarketDay day = DatedCases.of("ieee14", 1).on(DATE);
    List<BusLoad> loads =
        day.busLoads().stream()
            .map(each -> new BusLoad(each.bus(), each.mw().map(0, 24, mw -> mw * load)))
            .toList();
    return day.withBusLoads(loads);
  }

  DayVersion dayAhead() {
    return rolling().clearAhead(new DayKey(Market.DA, DATE), whole(1), Optional.empty());
  }

  ResultBlock block(DayVersion version, ResultKind kind) {
    return days.block(version, kind, Selection.ALL).orElseThrow();
  }

  static DayVersion clearAhead(RollingDay rolling, MarketDay whole) {
    return rolling.clearAhead(new DayKey(Market.DA, DATE), whole, Optional.empty());
  }
}

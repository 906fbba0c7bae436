package org.gridclear.market.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.AnomalyNotice;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.Owners;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.report.clearing.FinalState;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.study.StudyDefinition;
import org.gridclear.worker.api.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Clears the days of a plan one after the other on a grid, each from what the one before handed on,
 * and keeps every day as a version. While a day is cleared the one before it is stored. A day that
 * is there already, of the same cases, options and day before, is not cleared again.
 */
public final class YearClearing {
  private final YearPlan plan;
  private final StudyRuns runs;
  private final DayStore days;
  private final ContentStore content;
  private final Function<LocalDate, Owners> owners;
  private final Made.Source source;
  private final MarketAnomalies anomalies;

  /**
   * A clearing of a plan.
   *
   * @param market where the days are kept
   * @param owners who owns the units on a date
   * @param source who clears, with what, by which clock
   */
  public YearClearing(
      YearPlan plan,
      StudyRuns runs,
      MarketFolder market,
      Function<LocalDate, Owners> owners,
      Made.Source source) {
    this.plan = plan;
    this.runs = runs;
    this.days = DayStore.of(market);
    this.content = market.content();
    this.owners = owners;
    this.source = source;
    this.anomalies = MarketAnomalies.of(market, source.clock());
  }

  /**
   * Clears and stores every day.
   *
   * @param told each day once it is stored; of several chains from several threads
   * @return all days by date
   * @throws DayNotClearedException if a day has no schedule; those before it are stored
   */
  public List<ClearedDate> clear(Consumer<ClearedDate> told) {
    Map<LocalDate, ClearedDate> all = new TreeMap<>();
    ExecutorService chains = Executors.newFixedThreadPool(plan.chains());
    ExecutorService storing = Executors.newSingleThreadExecutor();
    try {
      List<CompletableFuture<List<ClearedDate>>> parts = new ArrayList<>();
      for (YearPlan.Chain part : plan.parts()) {
        parts.add(
            CompletableFuture.supplyAsync(() -> new Chain(part, storing, told).run(), chains));
      }
      for (CompletableFuture<List<ClearedDate>> part : parts) {
        part.join().forEach(day -> all.put(day.date(), day));
      }
      return List.copyOf(all.values());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      chains.shutdownNow();
      storing.shutdown();
    }
  }

  /** Days one after the other. */
  private final class Chain {
    private final YearPlan.Chain part;
    private final ExecutorService storing;
    private final Consumer<ClearedDate> told;
    private final List<CompletableFuture<ClearedDate>> stored = new ArrayList<>();
    private @Nullable InitialConditions before;
    private String outcomeBefore = "";

    Chain(YearPlan.Chain part, ExecutorService storing, Consumer<ClearedDate> told) {
      this.part = part;
      this.storing = storing;
      this.told = told;
    }

    List<ClearedDate> run() {
      try {
        clear();
      } catch (RuntimeException e) {
        stored();
        throw e;
      }
      return stored();
    }

    /** The days, once all are stored: the market may be closed then. */
    private List<ClearedDate> stored() {
      return stored.stream().map(CompletableFuture::join).toList();
    }

    private void clear() {
      if (part.warmUp()) {
        LocalDate first = part.from().minusDays(1);
        goOn(cleared(first, plan.cases().on(first)));
      }
      for (LocalDate date = part.from(); !date.isAfter(part.to()); date = date.plusDays(1)) {
        MarketDay day = plan.cases().on(date);
        DayOrigin origin = DayOrigin.of(plan.cases().source(), day, plan.options(), outcomeBefore);
        Optional<DayVersion> there = days.newest(new DayKey(Market.DA, date, 0));
        if (there.filter(origin::isOf).isPresent()) {
          keep(there.get());
        } else {
          Cleared cleared = cleared(date, day);
          store(cleared, origin);
          goOn(cleared);
        }
      }
    }

    private void keep(DayVersion version) {
      if (!anomalies.isJudged(version)) {
        anomalies.again(version, source.by());
      }
      ClearedDate day =
          new ClearedDate(
              version.key().date(),
              version.version(),
              true,
              0,
              0,
              0,
              alarms(version, anomalies.of(version)));
      before = DayOrigin.state(version, content);
      outcomeBefore = version.outcomeHash();
      told.accept(day);
      stored.add(CompletableFuture.completedFuture(day));
    }

    private void goOn(Cleared day) {
      before = day.state();
      outcomeBefore = day.of().receipt().cleared().outcomeHash();
    }

    private Cleared cleared(LocalDate date, MarketDay day) {
      MarketDay handed = before == null ? day : MarketRun.whole(Market.DA).of(day, before);
      StudyDefinition study = StudyDefinition.of(handed, plan.options().in(Market.DA));
      RunResult result = runs.submit(study).result().join();
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("Another part has ended.");
      }
      BaseCase of =
          BaseCase.of(result, runs.store())
              .orElseThrow(
                  () -> new DayNotClearedException(date, result, BaseCase.receipt(result)));
      return new Cleared(date, of, FinalState.of(of.resolved(), of.outcome().result()));
    }

    private void store(Cleared day, DayOrigin origin) {
      // One after the other: a version exists only where the day before it does.
      CompletableFuture<ClearedDate> yesterday =
          stored.isEmpty()
              ? CompletableFuture.completedFuture(null)
              : stored.get(stored.size() - 1);
      stored.add(
          yesterday.thenApplyAsync(
              there -> {
                ClearedDate date = YearClearing.this.store(day, origin);
                told.accept(date);
                return date;
              },
              storing));
      refuseIfStoringFailed();
    }

    private void refuseIfStoringFailed() {
      for (CompletableFuture<ClearedDate> each : stored) {
        if (each.isCompletedExceptionally()) {
          each.join();
        }
      }
    }
  }

  /**
   * A day that is cleared.
   *
   * @param state what it hands on
   */
  private record Cleared(LocalDate date, BaseCase of, InitialConditions state) {}

  private ClearedDate store(Cleared day, DayOrigin origin) {
    DayOrigin whole = origin.with(content.put(Wire.pack(day.state())));
    DayResult result = day.of().of(owners.apply(day.date()));
    DayVersion version =
        days.append(new DayKey(Market.DA, day.date(), 0), result, source.now(whole.text()));
    MarketAnomalies.Judged judged = anomalies.cleared(version, result, source.by());
    return new ClearedDate(
        day.date(),
        version.version(),
        false,
        day.of().receipt().cpuSeconds(),
        day.of().receipt().cleared().gap(),
        day.of().receipt().cleared().objectiveYuan(),
        alarms(version, judged.anomalies()));
  }

  private static List<String> alarms(DayVersion version, List<KeptAnomaly> anomalies) {
    List<String> alarms = new ArrayList<>(version.alarms());
    alarms.addAll(AnomalyNotice.of(version.alarms(), anomalies));
    return alarms;
  }
}

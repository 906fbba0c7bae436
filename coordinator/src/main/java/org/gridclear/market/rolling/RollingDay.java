package org.gridclear.market.rolling;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.IntradayMode;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.file.Sha256;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.Owners;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.year.BaseCase;
import org.gridclear.report.clearing.FinalState;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.study.StudyDefinition;
import org.gridclear.worker.api.Wire;

/**
 * Clears the runs of a trading date one by one and keeps each as a version. Intraday goes on from
 * the intraday run before and keeps to the day ahead beyond its horizon; real time goes on from the
 * real-time run before and keeps to the intraday run of its time, or to the day ahead in a market
 * without intraday runs (A-15, E-01, E-06, E-11, F-03). All that a run needs lies in the store, so
 * another process goes on where one ended. What somebody rejected or withdrew is passed over: a run
 * goes on from the newest version that stands. A run whose newest standing version was made from
 * the same is not cleared again.
 */
public final class RollingDay {
  private final RollingPlan plan;
  private final Place place;
  private final StudyRuns runs;
  private final ClearingOptions options;

  /**
   * Where versions lie, and who makes them.
   *
   * @param days versions
   * @param content cases and states
   * @param owners whose units they are on a date
   * @param source the build, the account, the clock
   * @param judged whether a version was judged: one whose process ended before is judged when it is
   *     met again
   * @param judge sees every version that is kept, with what it was made from
   */
  public record Place(
      DayStore days,
      ContentStore content,
      Function<LocalDate, Owners> owners,
      Made.Source source,
      Predicate<DayVersion> judged,
      BiConsumer<DayVersion, DayResult> judge) {}

  /** A rolling day. */
  public RollingDay(RollingPlan plan, Place place, StudyRuns runs, ClearingOptions options) {
    this.plan = plan;
    this.place = place;
    this.runs = runs;
    this.options = options;
  }

  /**
   * Clears the day ahead, or the long cycle, and keeps what it hands on.
   *
   * @param whole the case of the date
   * @param before what the run before handed on, empty for none
   * @throws CycleNotClearedException if it has no schedule
   */
  public DayVersion clearAhead(DayKey key, MarketDay whole, Optional<InitialConditions> before) {
    MarketDay day = MarketRun.whole(key.market()).of(whole, before.orElse(null));
    return kept(key, day, whole, new CycleOrigin(hash(whole), "", "", "", ""));
  }

  /**
   * Clears a run of the day.
   *
   * @param whole the whole date, or the periods of the run, as known when it begins
   * @throws IllegalStateException if the run that plans it is not there yet
   * @throws CycleNotClearedException if it has no schedule
   */
  public DayVersion clear(Cycle cycle, MarketDay whole) {
    Optional<DayVersion> last = before(cycle);
    boolean dispatchesAlone = cycle.market() == Market.ID && cycle.mode() == IntradayMode.SCED;
    CycleOrigin origin =
        new CycleOrigin(
            hash(whole),
            above(cycle).outcomeHash(),
            last.map(DayVersion::outcomeHash).orElse(""),
            dispatchesAlone ? cycle.mode().label() : "",
            "");
    return kept(cycle.key(), prepared(cycle, whole), whole, origin);
  }

  private static String hash(MarketDay whole) {
    return Sha256.hex(CaseFiles.pack(whole));
  }

  /**
   * The case of a run: its periods, from the state before it, with what is decided for it.
   *
   * @param whole as in {@link #clear}
   * @throws IllegalStateException if the run that plans it is not there yet
   */
  public MarketDay prepared(Cycle cycle, MarketDay whole) {
    DayVersion above = above(cycle);
    InitialConditions planned = state(above).orElseThrow(() -> missing(above.key()));
    if (cycle.market() == Market.RT) {
      planned = planned.goingOn(dayAhead(cycle.date()));
    }
    InitialConditions from = before(cycle).flatMap(this::state).orElse(planned);
    return cycle.run(whole.horizon()).of(whole, from.goingOn(planned));
  }

  /** Versions that somebody rejected or withdrew, and that a run therefore does not go on from. */
  public List<DayVersion> passedOver(Cycle cycle) {
    int used = before(cycle).map(version -> version.key().cycle()).orElse(1);
    return place.days().versions(cycle.market(), cycle.date(), cycle.date()).stream()
        .filter(each -> each.key().cycle() >= used && each.key().cycle() < cycle.number())
        .filter(each -> each.key().cycle() > 0 && !each.stands())
        .filter(each -> place.days().newest(each.key()).filter(each::equals).isPresent())
        .toList();
  }

  private DayVersion kept(DayKey key, MarketDay day, MarketDay whole, CycleOrigin origin) {
    int seen = place.days().newest(key).map(DayVersion::version).orElse(0);
    Optional<DayVersion> there = place.days().standing(key).filter(origin::isOf);
    if (there.isPresent() && place.judged().test(there.get())) {
      return there.get();
    }
    BaseCase solved = solved(key, day);
    DayResult of = solved.of(place.owners().apply(key.date()));
    DayVersion version =
        there.orElseGet(
            () -> {
              place.content().put(CaseFiles.pack(whole));
              InitialConditions state = FinalState.of(solved.resolved(), solved.outcome().result());
              return appended(key, of, origin.with(place.content().put(Wire.pack(state))), seen);
            });
    if (!place.judged().test(version)) {
      place.judge().accept(version, of);
    }
    return version;
  }

  /**
   * Appends the version after the one that was seen before it was cleared. Who was silent meanwhile
   * and has lost the run finds that another made it, and makes no second one.
   */
  private DayVersion appended(DayKey key, DayResult of, CycleOrigin origin, int seen) {
    try {
      return place
          .days()
          .append(
              key,
              of,
              place.source().now(origin.text()),
              List.of(),
              (transaction, number) -> {
                if (number != seen + 1) {
                  throw new MadeMeanwhileException(key, number - 1);
                }
              });
    } catch (MadeMeanwhileException e) {
      return place.days().standing(key).filter(origin::isOf).orElseThrow(() -> e);
    }
  }

  private BaseCase solved(DayKey key, MarketDay day) {
    StudyDefinition study = StudyDefinition.of(day, options.in(key.market()));
    RunResult result = runs.submit(study).result().join();
    return BaseCase.of(result, runs.store())
        .orElseThrow(() -> new CycleNotClearedException(key, BaseCase.receipt(result)));
  }

  /** The version that decides what a run may still change. */
  private DayVersion above(Cycle cycle) {
    Optional<Cycle> intraday =
        cycle.market() == Market.RT ? plan.above(cycle, place.days().zone()) : Optional.empty();
    DayKey key = intraday.map(Cycle::key).orElse(new DayKey(Market.DA, cycle.date()));
    return place.days().standing(key).orElseThrow(() -> missing(key));
  }

  /** The newest run before this one that left a state, at most as far back as it looked ahead. */
  private Optional<DayVersion> before(Cycle cycle) {
    for (int back = 1; back <= cycle.periods() && back < cycle.number(); back++) {
      Optional<DayVersion> version =
          place.days().standing(new DayKey(cycle.market(), cycle.date(), cycle.number() - back));
      if (version.flatMap(this::state).isPresent()) {
        return version;
      }
    }
    return Optional.empty();
  }

  private InitialConditions dayAhead(LocalDate date) {
    DayKey key = new DayKey(Market.DA, date);
    return place.days().standing(key).flatMap(this::state).orElseThrow(() -> missing(key));
  }

  private Optional<InitialConditions> state(DayVersion version) {
    return CycleOrigin.state(version, place.content());
  }

  private static IllegalStateException missing(DayKey key) {
    return new IllegalStateException(
        "%s is not cleared, or hands nothing on: clear it first.".formatted(key.text()));
  }
}

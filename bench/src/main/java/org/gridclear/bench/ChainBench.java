package org.gridclear.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.gridclear.bench.machine.ProcessClock;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.HorizonWindow;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;
import org.gridclear.report.clearing.FinalState;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A day as the markets run it: day-ahead, then every quarter of an hour an intraday run, and three
 * real-time runs of five minutes after it; each goes on from what the one before handed on. The
 * whole chain is then audited as one day, and the time of handing on measured beside that of
 * clearing.
 */
@Command(
    name = "chain",
    description = "24 h day-ahead, 96 intraday and 288 real-time runs, audited as one day.")
final class ChainBench implements Callable<Integer> {
  private static final int INTRADAY_MINUTES = 15;
  private static final int REAL_TIME_MINUTES = 5;
  private static final double NANOS_PER_SECOND = 1e9;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CASE", arity = "1..*", description = "Market days or networks.")
  private List<String> files;

  @Option(names = "--gap", defaultValue = "0.01", description = "Relative gap.")
  private double gap;

  @Option(names = "--hours", defaultValue = "24", description = "Hours of the day that are run.")
  private int hours;

  @Option(names = "--ahead", defaultValue = "4", description = "Quarters that intraday looks at.")
  private int ahead;

  @Option(names = "--load-error", defaultValue = "0.01", description = "Of an hour, at most.")
  private double loadError;

  @Option(names = "--seed", defaultValue = "1", description = "Of the loads.")
  private long seed;

  @Option(names = "--no-losses", description = "Clear without losses.")
  private boolean noLosses;

  @Override
  public Integer call() {
    int bad = 0;
    for (String file : files) {
      bad += new Chain(HighsSolver.find().orElseThrow()).run(file) ? 0 : 1;
    }
    return bad == 0 ? 0 : 1;
  }

  /** The runs of one day. */
  private final class Chain {
    private final LinearSolver solver;
    private final PrintWriter out = spec.commandLine().getOut();
    private final ChainedRuns runs = new ChainedRuns();
    private final TreeMap<String, Integer> audits = new TreeMap<>();
    private long handing;
    private long cutting;
    private long clearing;

    Chain(LinearSolver solver) {
      this.solver = solver;
    }

    boolean run(String file) {
      MarketDay full = BenchDays.of(file, new Horizon(hours, 60));
      MarketDay day = HorizonWindow.head(full, hours * 60 / full.horizon().minutesPerPeriod());
      ClearingCase dayAhead = ClearingCase.of(day);
      ClearingResult planned = clear(dayAhead);
      long dayAheadNanos = clearing;
      long start = ProcessClock.threadCpuNanos();
      InitialConditions handed = FinalState.of(dayAhead, planned);
      InitialConditions ofQuarters = handed.inPeriodsOf(INTRADAY_MINUTES);
      InitialConditions plan = handed.inPeriodsOf(REAL_TIME_MINUTES);
      handing += ProcessClock.threadCpuNanos() - start;
      MarketDay actual = withErrors(day);
      @Nullable InitialConditions last = null;
      for (int quarter = 0; quarter < hours * 4; quarter++) {
        last = quarter(actual, quarter, last, plan, ofQuarters);
      }
      PeriodMap map = PeriodMap.days(actual.horizon(), 0, REAL_TIME_MINUTES, false);
      List<Finding> findings = runs.audit(HorizonWindow.on(actual, map), handed);
      report(file, findings, dayAheadNanos);
      return findings.isEmpty() && audits.isEmpty();
    }

    /** An intraday run and the three real-time runs of its first quarter. */
    private InitialConditions quarter(
        MarketDay actual,
        int quarter,
        @Nullable InitialConditions last,
        InitialConditions plan,
        InitialConditions ofQuarters) {
      int count = Math.min(ahead, hours * 4 - quarter);
      ClearingCase intraday =
          last == null
              ? next(actual, Market.ID, quarter, count, INTRADAY_MINUTES, ofQuarters, null)
              : next(actual, Market.ID, quarter, count, INTRADAY_MINUTES, last, plan);
      ClearingResult decided = clear(intraday);
      long start = ProcessClock.threadCpuNanos();
      InitialConditions statuses =
          FinalState.of(intraday, decided).goingOn(ofQuarters).inPeriodsOf(REAL_TIME_MINUTES);
      handing += ProcessClock.threadCpuNanos() - start;
      @Nullable InitialConditions state = last;
      for (int i = 0; i < INTRADAY_MINUTES / REAL_TIME_MINUTES; i++) {
        int t = quarter * 3 + i;
        ClearingCase window =
            state == null
                ? next(actual, Market.RT, t, 1, REAL_TIME_MINUTES, statuses, null)
                : next(actual, Market.RT, t, 1, REAL_TIME_MINUTES, state, statuses);
        ClearingResult result = clear(window);
        runs.add(result, 1);
        start = ProcessClock.threadCpuNanos();
        state = FinalState.of(window, result);
        handing += ProcessClock.threadCpuNanos() - start;
      }
      return Objects.requireNonNull(state);
    }

    private ClearingCase next(
        MarketDay actual,
        Market market,
        int from,
        int count,
        int minutes,
        InitialConditions before,
        @Nullable InitialConditions plan) {
      long start = ProcessClock.threadCpuNanos();
      MarketRun run = new MarketRun(market, from, count, 0, minutes, MarketRun.FAST_START_HOURS);
      ClearingCase window = ClearingCase.of(run.of(actual, before, plan)).in(market);
      handing += ProcessClock.threadCpuNanos() - start;
      cutting += cutNanos(actual, from, count, minutes);
      return window;
    }

    /** What it costs to cut the data of the window, which any run of a part of a day does. */
    private static long cutNanos(MarketDay actual, int from, int count, int minutes) {
      long start = ProcessClock.threadCpuNanos();
      PeriodMap all = PeriodMap.days(actual.horizon(), 0, minutes, false);
      MarketDay cut = HorizonWindow.on(actual, all.partOf(from, from + count));
      long nanos = ProcessClock.threadCpuNanos() - start;
      return cut.periodCount() == count ? nanos : 0;
    }

    private ClearingResult clear(ClearingCase of) {
      double before = ProcessClock.threadsCpuSeconds();
      ClearingOptions options =
          ClearingOptions.DEFAULT.withLosses(!noLosses).withGap(gap).in(of.market());
      ClearingOutcome outcome = ClearingKernel.clear(of, options, solver);
      if (!(outcome instanceof ClearingOutcome.Cleared cleared)) {
        throw new IllegalStateException(
            "%s from %s: %s".formatted(of.market(), of.day().horizon().label(0), outcome));
      }
      List<Finding> found = ClearingAuditor.audit(of, cleared.result());
      clearing += (long) (NANOS_PER_SECOND * (ProcessClock.threadsCpuSeconds() - before));
      found.forEach(each -> audits.merge(of.market() + " " + each.check(), 1, Integer::sum));
      return cleared.result();
    }

    private MarketDay withErrors(MarketDay day) {
      Random random = new Random(seed);
      double[] factor = new double[day.periodCount()];
      for (int t = 0; t < factor.length; t++) {
        factor[t] = 1 + loadError * (2 * random.nextDouble() - 1);
      }
      List<BusLoad> loads = new ArrayList<>();
      for (BusLoad load : day.busLoads()) {
        double[] mw = new double[factor.length];
        for (int t = 0; t < mw.length; t++) {
          mw[t] = factor[t] * load.mw().at(t);
        }
        loads.add(new BusLoad(load.bus(), Series.of(mw)));
      }
      return day.withBusLoads(loads);
    }

    private void report(String file, List<Finding> findings, long dayAheadNanos) {
      TreeMap<String, Integer> relaxed = new TreeMap<>();
      TreeMap<String, Integer> broken = new TreeMap<>();
      for (Relaxation r : runs.relaxations()) {
        relaxed.merge(r.constraint(), 1, Integer::sum);
      }
      findings.forEach(finding -> broken.merge(finding.check(), 1, Integer::sum));
      out.printf("%s: %d h, 1 + %d + %d runs%n", file, hours, hours * 4, hours * 12);
      out.printf(
          "  CPU: clearing and audit %.1f s (day-ahead %.1f s), cutting the data %.2f s%n",
          clearing / NANOS_PER_SECOND,
          dayAheadNanos / NANOS_PER_SECOND,
          cutting / NANOS_PER_SECOND);
      out.printf(
          "  handing on %.2f s, %.2f %% of the chain; with the cutting %.2f %%%n",
          (handing - cutting) / NANOS_PER_SECOND,
          100.0 * (handing - cutting) / (clearing + handing),
          100.0 * handing / (clearing + handing));
      out.printf("  schedules and prices: sha256 %s%n", runs.fingerprint());
      out.printf("  the chain as one day: %d findings %s%n", findings.size(), broken);
      findings.stream().limit(20).forEach(finding -> out.println("    " + finding));
      runs.relaxations().stream()
          .filter(r -> !Set.of("B-10", "B-14", "B-19").contains(r.constraint()))
          .limit(20)
          .forEach(relaxation -> out.println("    " + relaxation));
      out.printf("  runs by themselves: findings %s; relaxed in real time: %s%n", audits, relaxed);
    }
  }
}

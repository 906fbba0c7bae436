package org.gridclear.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.bench.machine.ProcessClock;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.context.ClearingProgress;
import org.gridclear.clearing.flow.FlowOffsets;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.Formulation;
import org.gridclear.clearing.input.ClearingOptions.Strategy;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.warmstart.WarmStart;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.Deadline;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The same case to the same gap by the product's search, by HiGHS alone on the same tight model,
 * and by HiGHS alone on the untightened pglib-uc model, one after the other in one process.
 */
@Command(
    name = "clear",
    description = "CPU seconds to a gap: the product against plain HiGHS on two models.")
final class ClearBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CASE", arity = "1..*", description = "Cases of any format.")
  private List<String> files;

  @Option(names = "--gap", defaultValue = "0.001", description = "Relative gap.")
  private double gap;

  @Option(names = "--cpu-limit", defaultValue = "300", description = "CPU seconds per search.")
  private double limit;

  @Option(
      names = "--by",
      split = ",",
      defaultValue = "PRODUCT,TIGHT,PLAIN",
      description = "Which of the three (default: ${DEFAULT-VALUE}).")
  private List<By> by;

  @Option(
      names = "--n-1",
      description = "Dispatch of all units against all branch outages instead (lazy N-1 SCED).")
  private boolean security;

  /** Who searches. */
  enum By {
    PRODUCT(Formulation.AUTO, Strategy.RELAX_AND_FIX),
    TIGHT(Formulation.TIGHT, Strategy.WHOLE_MODEL),
    PLAIN(Formulation.PLAIN, Strategy.WHOLE_MODEL);

    private final Formulation formulation;
    private final Strategy strategy;

    By(Formulation formulation, Strategy strategy) {
      this.formulation = formulation;
      this.strategy = strategy;
    }
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Java %s, %d cores, gap %s, limit %s s of CPU"
            .formatted(
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                gap,
                limit));
    out.println("case,by,cpuSeconds,seconds,status,objective,bound,gapPercent,flowRows,rounds");
    LinearSolver solver =
        HighsSolver.find().orElseThrow(() -> new IllegalStateException(HighsSolver.failure()));
    for (String file : files) {
      MarketDay day = day(file);
      for (By each : security ? List.of(By.PRODUCT) : by) {
        out.println(line(file, day, each, solver));
        out.flush();
      }
    }
    return 0;
  }

  private MarketDay day(String file) {
    MarketDay day = BenchDays.of(file, Horizon.dayOfHours());
    if (!security) {
      return day;
    }
    return DispatchDays.allOn(
        day.withRules(day.rules().withContingencies(new ContingencySet(true, List.of()))));
  }

  private String line(String file, MarketDay day, By who, LinearSolver solver) {
    ClearingOptions options =
        ClearingOptions.LOSSLESS
            .withGap(gap)
            .withFormulation(who.formulation)
            .withStrategy(who.strategy);
    long cpu = ProcessClock.threadCpuNanos();
    long wall = System.nanoTime();
    Deadline until = Deadline.when(() -> limit - (ProcessClock.threadCpuNanos() - cpu) / 1e9);
    ClearingOutcome outcome =
        ClearingKernel.clear(
            ClearingCase.of(day),
            options,
            new ClearingContext(
                solver,
                until,
                Deadline.never(),
                ClearingProgress.silent(),
                WarmStart.NONE,
                FlowOffsets.NONE));
    double cpuSeconds = (ProcessClock.threadCpuNanos() - cpu) / 1e9;
    double seconds = (System.nanoTime() - wall) / 1e9;
    String name = Path.of(file).getFileName().toString();
    if (outcome instanceof ClearingOutcome.Cleared cleared) {
      ClearingResult r = cleared.result();
      return "%s,%s,%.1f,%.1f,%s,%.3f,%.3f,%.4f,%d,%d"
          .formatted(
              name,
              who,
              cpuSeconds,
              seconds,
              r.status(),
              r.objectiveYuan(),
              r.bestBoundYuan(),
              100 * r.gap(),
              r.statistics().flowRows(),
              r.statistics().rounds());
    }
    return "%s,%s,%.1f,%.1f,%s,,,,,"
        .formatted(name, who, cpuSeconds, seconds, ((ClearingOutcome.NotCleared) outcome).reason());
  }
}

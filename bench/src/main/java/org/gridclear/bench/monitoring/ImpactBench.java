package org.gridclear.bench.monitoring;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gridclear.bench.grid.BenchGrid;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.year.SeededOwners;
import org.gridclear.monitoring.conduct.ConductThresholds;
import org.gridclear.monitoring.conduct.ImpactTest;
import org.gridclear.monitoring.impact.ImpactOutcome;
import org.gridclear.monitoring.impact.ImpactPlan;
import org.gridclear.monitoring.impact.ReferenceOffers;
import org.gridclear.monitoring.impact.UnitOwners;
import org.gridclear.quantity.Horizon;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.study.StudyDefinition;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.gridclear.work.Hashes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Owners tested for impact a minute, and what one costs beside the day as it is offered. */
@Command(
    name = "impact",
    description = {
      "Test the impact of owners who all ask too much: owners a minute, and the CPU of one beside",
      "that of the base. With --verify each case is cleared from nothing, too."
    })
public final class ImpactBench implements Callable<Integer> {
  /** What owners ask too much for: all that they offer, or the last segment of each unit. */
  enum Marked {
    ALL,
    LAST
  }

  /** A case may cost the base divided by this. */
  private static final double CHEAP = 5;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NETWORK",
      defaultValue = "ieee118",
      description = "Network (default: ${DEFAULT-VALUE}).")
  private String network;

  @Option(
      names = "--owners",
      defaultValue = "12",
      description = "Owners (default: ${DEFAULT-VALUE}).")
  private int owners;

  @Option(
      names = "--periods",
      defaultValue = "24",
      description = "Hours (default: ${DEFAULT-VALUE}).")
  private int periods;

  @Option(
      names = "--markup",
      defaultValue = "150",
      description = "What every price lies above its reference, yuan/MWh (default: 150).")
  private double markupYuanPerMwh;

  @Option(
      names = "--marked",
      defaultValue = "ALL",
      description = "What they ask too much for: ${COMPLETION-CANDIDATES} (default: all).")
  private Marked marked;

  @Option(names = "--slots", defaultValue = "1", description = "Cases at a time (default: 1).")
  private int slots;

  @Option(
      names = "--nodes",
      split = ",",
      description = "Numbers of node processes, one after the other; none for this process alone.")
  private List<Integer> nodes = List.of();

  @Option(names = "--gap", defaultValue = "0.001", description = "Relative gap (default: 0.001).")
  private double gap;

  @Option(names = "--verify", description = "Clear each case from nothing, too.")
  private boolean verify;

  @Override
  public Integer call() throws IOException {
    MarketDay reference =
        SyntheticMarket.complete(
            ((CaseFiles.Content.OnlyNetwork)
                    CaseFiles.load(network, Path.of(""), Set.of()).content())
                .network(),
            new Horizon(periods, 60),
            SyntheticOptions.DEFAULT);
    MarketDay offered = dearer(reference);
    ImpactPlan plan =
        new ImpactPlan(
            offered,
            ReferenceOffers.of(reference),
            UnitOwners.of(offered, new SeededOwners(owners, 1)),
            ConductThresholds.DEFAULT,
            ImpactTest.DEFAULT);
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(gap);
    StudyDefinition study = plan.study(options);
    boolean right = true;
    if (nodes.isEmpty()) {
      LocalGrid grid = new LocalGrid(slots);
      try (ActorStudyRuns runs =
          new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC())) {
        RunResult run = tested(plan, study, runs);
        right = !verify || verified(run, options);
      } finally {
        grid.close();
      }
    }
    Set<String> hashes = new HashSet<>();
    for (int count : nodes) {
      try (BenchGrid grid = new BenchGrid(count, slots)) {
        spec.commandLine().getOut().printf("%d node process(es), %d slot(s) each%n", count, slots);
        hashes.add(hash(tested(plan, study, grid.runs())));
      }
    }
    if (nodes.size() > 1) {
      spec.commandLine().getOut().println(hashes.size() == 1 ? "equal bits" : "NOT equal bits");
    }
    return right && hashes.size() <= 1 ? 0 : 1;
  }

  private RunResult tested(ImpactPlan plan, StudyDefinition study, StudyRuns runs) {
    long start = System.nanoTime();
    RunResult run = runs.submit(study).result().join();
    double seconds = (System.nanoTime() - start) / 1e9;
    tell(ImpactOutcome.of(plan, run, runs.store()), run, seconds);
    return run;
  }

  private static String hash(RunResult run) {
    Hashes hash = new Hashes();
    run.cases().forEach(each -> hash.add(each.receipt().cleared().outcomeHash()));
    return hash.hex();
  }

  private MarketDay dearer(MarketDay day) {
    List<ThermalUnit> units =
        day.thermalUnits().stream()
            .map(unit -> unit.withOffers(unit.offers().stream().map(this::dearer).toList()))
            .toList();
    return day.withThermalUnits(units);
  }

  private OfferCurve dearer(OfferCurve curve) {
    int last = curve.mw().size() - 1;
    double keptMw = marked == Marked.LAST && last > 0 ? curve.mw().get(last - 1) : 0;
    return new OfferCurve(
        curve.mw(),
        IntStream.rangeClosed(0, last)
            .mapToObj(
                k ->
                    curve.yuanPerH().get(k)
                        + markupYuanPerMwh * Math.max(0, curve.mw().get(k) - keptMw))
            .toList());
  }

  private void tell(ImpactOutcome outcome, RunResult run, double seconds) {
    PrintWriter out = spec.commandLine().getOut();
    double base = run.cases().get(0).receipt().cpuSeconds();
    int tested = outcome.conduct().size();
    double[] cpu =
        run.cases().subList(1, run.cases().size() - 1).stream()
            .mapToDouble(each -> each.receipt().cpuSeconds())
            .sorted()
            .toArray();
    double mean = Arrays.stream(cpu).average().orElse(Double.NaN);
    long cheap = Arrays.stream(cpu).filter(each -> each <= base / CHEAP).count();
    out.printf(
        "%s, %d periods, %d owners with a case, %d mitigated, %d not cleared%n",
        network, periods, tested, outcome.mitigated().size(), outcome.notCleared().size());
    out.printf(
        "base %.2f s of CPU; an owner %.2f s, %.2f of it; the median %.2f s, %.2f of it; the"
            + " longest %.2f s; %d of %d at most a fifth%n",
        base,
        mean,
        mean / base,
        cpu[cpu.length / 2],
        cpu[cpu.length / 2] / base,
        cpu[cpu.length - 1],
        cheap,
        cpu.length);
    run.cases().subList(1, run.cases().size() - 1).stream()
        .forEach(
            each ->
                out.printf(
                    "  %s: %.2f s, %.2f of the base%n",
                    each.name(), each.receipt().cpuSeconds(), each.receipt().cpuSeconds() / base));
    out.printf(
        "market at reference %.2f s; whole study %.1f s, %.1f owners a minute with both%n",
        run.cases().get(run.cases().size() - 1).receipt().cpuSeconds(),
        seconds,
        tested * 60 / seconds);
    out.flush();
  }

  private boolean verified(RunResult run, ClearingOptions options) {
    boolean right = true;
    double cpu = 0;
    for (int k = 0; k < run.cases().size(); k++) {
      double found = run.cases().get(k).receipt().cleared().objectiveYuan();
      long start = System.nanoTime();
      ClearingOutcome outcome =
          ClearingKernel.clear(run.resolved(k), options, HighsSolver.find().orElseThrow());
      cpu += k == 0 ? 0 : (System.nanoTime() - start) / 1e9;
      double alone = ((ClearingOutcome.Cleared) outcome).result().objectiveYuan();
      right &= Math.abs(alone - found) <= 2 * gap * Math.abs(alone);
    }
    spec.commandLine()
        .getOut()
        .printf(
            "from nothing %.2f s a case; every objective %s%n",
            cpu / (run.cases().size() - 1), right ? "within the gap" : "NOT within the gap");
    return right;
  }
}

package org.gridclear.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridclear.bench.machine.ProcessClock;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.network.Branch;
import org.gridclear.quantity.Horizon;
import org.gridclear.solver.LinearSolver;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.whatif.KeptCase;
import org.gridclear.whatif.WhatIf;
import org.gridclear.whatif.WhatIfAnswer;
import org.gridclear.whatif.WhatIfQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Questions to a kept day, and the same dispatch from nothing: seconds of both, and by how much
 * they differ.
 */
@Command(
    name = "what-if",
    description = "Seconds of what-if answers, held against the same dispatch from nothing.")
final class WhatIfBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CASE", arity = "1..*", description = "Cases of any format.")
  private List<String> files;

  @Option(names = "--periods", defaultValue = "24", description = "Hours of a day that is made.")
  private int periods;

  @Option(names = "--n-1", description = "Against the outage of every branch.")
  private boolean security;

  @Option(names = "--losses", description = "With losses.")
  private boolean losses;

  @Option(names = "--no-check", description = "Without the dispatch from nothing.")
  private boolean unchecked;

  @Option(names = "--steps", description = "Every step of an answer, with CPU seconds.")
  private boolean steps;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LinearSolver solver =
        HighsSolver.find().orElseThrow(() -> new IllegalStateException(HighsSolver.failure()));
    out.println(
        "case,periods,outages,question,cpuSeconds,seconds,fromNothingSeconds,objectiveApart,lmpApart,mwApart");
    for (String file : files) {
      measure(file, solver, out);
    }
    return 0;
  }

  private void measure(String file, LinearSolver solver, PrintWriter out) {
    MarketDay day = DispatchDays.allOn(BenchDays.of(file, new Horizon(periods, 60)));
    if (security) {
      day = day.withRules(day.rules().withContingencies(new ContingencySet(true, List.of())));
    }
    ClearingOptions options = ClearingOptions.DEFAULT.withLosses(losses).withGap(1e-3);
    ClearingCase base = ClearingCase.of(day);
    long begun = System.nanoTime();
    ClearingOutcome outcome = ClearingKernel.clear(base, options, solver);
    if (!(outcome instanceof ClearingOutcome.Cleared cleared)) {
      throw new IllegalStateException(((ClearingOutcome.NotCleared) outcome).text());
    }
    String name = Path.of(file).getFileName().toString();
    row(out, name, "kept run itself", Double.NaN, seconds(begun), Double.NaN, new double[3]);
    KeptCase kept = new KeptCase(base, options, cleared.result());
    for (String change : questions(day, cleared.result())) {
      WhatIfQuestion question = WhatIfQuestion.ofText(List.of(change), "", "");
      long cpu = ProcessClock.threadCpuNanos();
      WhatIfAnswer answer = WhatIf.ask(kept, question, context(solver, out));
      double cpuSeconds = (ProcessClock.threadCpuNanos() - cpu) / 1e9;
      double[] apart = new double[3];
      double fromNothing = unchecked ? Double.NaN : check(kept, question, answer, solver, apart);
      row(out, name, change.replace(',', ';'), cpuSeconds, answer.seconds(), fromNothing, apart);
    }
  }

  private ClearingContext context(LinearSolver solver, PrintWriter out) {
    ClearingContext plain = ClearingContext.of(solver);
    if (!steps) {
      return plain;
    }
    long begun = ProcessClock.threadCpuNanos();
    return new ClearingContext(
        solver,
        plain.searchUntil(),
        plain.cancelled(),
        text ->
            out.printf(
                Locale.ROOT, "  %.2f %s%n", (ProcessClock.threadCpuNanos() - begun) / 1e9, text),
        plain.start(),
        plain.cuts());
  }

  /** The changed case with the kept commitment, from nothing; returns its seconds. */
  private static double check(
      KeptCase kept,
      WhatIfQuestion question,
      WhatIfAnswer answer,
      LinearSolver solver,
      double[] apart) {
    ClearingCase changed = WhatIf.changed(kept.clearingCase(), question);
    ClearingContext plain = ClearingContext.of(solver);
    ClearingResult warm = WhatIf.dispatched(changed, kept, question, plain);
    long begun = System.nanoTime();
    ClearingOutcome outcome =
        ClearingKernel.clear(
            changed, kept.options(), plain.withStatuses(kept.result().schedule().committed()));
    double seconds = seconds(begun);
    ClearingResult cold = ((ClearingOutcome.Cleared) outcome).result();
    double size = Math.max(1, Math.abs(cold.objectiveYuan()));
    apart[0] = Math.abs(cold.objectiveYuan() - answer.objectiveAfter()) / size;
    apart[1] = apart(cold.prices().lmpYuanPerMwh(), warm.prices().lmpYuanPerMwh());
    apart[2] = apart(cold.schedule().outputMw(), warm.schedule().outputMw());
    return seconds;
  }

  private static double apart(double[][] a, double[][] b) {
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      for (int t = 0; t < a[i].length; t++) {
        most = Math.max(most, Math.abs(a[i][t] - b[i][t]) / Math.max(1, Math.abs(a[i][t])));
      }
    }
    return most;
  }

  private List<String> questions(MarketDay day, ClearingResult result) {
    List<String> changes = new ArrayList<>();
    String bus = day.busLoads().get(day.busLoads().size() / 2).bus();
    int peak = Math.min(periods, 18);
    changes.add("addLoad: {bus: \"%s\", mw: 1, from: %d, to: %d}".formatted(bus, peak, peak));
    result.flows().stream()
        .filter(FlowResult::binding)
        .filter(flow -> flow.constraint().equals("B-19") || flow.constraint().equals("B-20"))
        .max(Comparator.comparingDouble(FlowResult::shadowPriceYuanPerMwh))
        .ifPresent(
            flow ->
                changes.add("branchLimit: {branch: \"%s\", scale: 1.1}".formatted(flow.element())));
    result.flows().stream()
        .filter(flow -> flow.binding() && !flow.outage().isEmpty())
        .max(Comparator.comparingDouble(FlowResult::shadowPriceYuanPerMwh))
        .ifPresent(
            flow -> changes.add("withoutContingency: {outage: \"%s\"}".formatted(flow.outage())));
    Branch strong =
        day.network().branches().stream()
            .filter(Branch::inService)
            .max(Comparator.comparingDouble(branch -> branch.ratings().normalMva()))
            .orElseThrow();
    changes.add("branchOutage: {branch: \"%s\"}".formatted(strong.id()));
    String unit = day.thermalUnits().get(day.thermalUnits().size() / 2).id();
    changes.add("offers: {unit: \"%s\", addYuanPerMwh: 20}".formatted(unit));
    return changes;
  }

  private void row(
      PrintWriter out,
      String name,
      String question,
      double cpuSeconds,
      double seconds,
      double fromNothing,
      double[] apart) {
    out.println(
        String.format(
            Locale.ROOT,
            "%s,%d,%s,%s,%.2f,%.2f,%.2f,%.1e,%.1e,%.1e",
            name,
            periods,
            security ? "every branch" : "none",
            question,
            cpuSeconds,
            seconds,
            fromNothing,
            apart[0],
            apart[1],
            apart[2]));
    out.flush();
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}

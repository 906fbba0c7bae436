package org.gridclear.cli.outcome;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gridclear.clearing.explain.CaseExplanation;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.compare.CaseFolders;
import org.gridclear.compare.ComparedCase;
import org.gridclear.market.MarketDay;
import org.gridclear.report.clearing.ExplanationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear explain DIR}: why a unit runs, why at this output, what sets a price. */
@Command(
    name = "explain",
    description = {
      "Explain a cleared case: why a unit is on or off, why at this output, what sets a price.",
      "DIR is the output folder of clear or study."
    })
public final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PrintOption print;

  @Parameters(paramLabel = "DIR", description = "Output folder of a run, or of one of its cases.")
  private Path folder;

  @Option(names = "--case", defaultValue = "", description = "Name of the case (default: first).")
  private String caseName;

  @Option(names = "--unit", description = "A unit, or a storage unit.")
  private String unit;

  @Option(names = "--bus", description = "A bus, by its id or name.")
  private String bus;

  @Option(
      names = "--period",
      required = true,
      description = "Period: its number, counted from 1, or a time in it, such as 18:00.")
  private String periodText;

  @Override
  public Integer call() throws IOException {
    if (unit == null && bus == null) {
      throw new IllegalArgumentException("Name a --unit, a --bus or both.");
    }
    ComparedCase cleared = CaseFolders.clearedOne(folder, caseName);
    MarketDay day = cleared.clearing().day();
    int t = day.horizon().periodOf(periodText);
    CaseExplanation answer =
        CaseExplanation.of(
            cleared.clearing(),
            cleared.result(),
            Objects.requireNonNullElse(unit, ""),
            Objects.requireNonNullElse(bus, ""),
            t);
    PrintWriter out = spec.commandLine().getOut();
    if (print.json()) {
      PrintOption.print(answer, out);
    } else {
      print(answer, day, t, out);
    }
    return ExitCodes.DONE;
  }

  private void print(CaseExplanation answer, MarketDay day, int t, PrintWriter out) {
    String label = day.horizon().label(t);
    if (answer.unit() != null) {
      out.print(ExplanationText.ofUnit(unit, label, day, answer.unit()));
    }
    if (answer.storage() != null) {
      out.print(ExplanationText.ofStorage(label, answer.storage()));
    }
    out.print(ExplanationText.ofPrice(answer.bus(), label, day.currency(), answer.price()));
    out.flush();
  }
}

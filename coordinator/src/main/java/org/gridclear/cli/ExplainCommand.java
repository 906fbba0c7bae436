package org.gridclear.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.explain.PriceExplanation;
import org.gridclear.explain.UnitExplanation;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Bus;
import org.gridclear.network.BusNames;
import org.gridclear.report.ExplanationText;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.validate.NearestName;
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
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PrintOption print;

  @Parameters(paramLabel = "DIR", description = "Output folder of a run, or of one of its cases.")
  private Path folder;

  @Option(names = "--case", defaultValue = "", description = "Name of the case (default: first).")
  private String caseName;

  @Option(names = "--unit", description = "A unit.")
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
    CaseFolders.Cleared cleared = CaseFolders.read(folder, caseName);
    MarketDay day = cleared.day();
    explain(ClearingCase.of(day), cleared.result(), day.horizon().periodOf(periodText));
    return ExitCodes.DONE;
  }

  private void explain(ClearingCase clearingCase, ClearingResult result, int t) {
    PrintWriter out = print.words(spec.commandLine().getOut());
    Map<String, Object> answer = new LinkedHashMap<>();
    MarketDay day = clearingCase.day();
    String label = day.horizon().label(t);
    String busOfUnit = null;
    if (unit != null) {
      Map<String, String> known = UnitExplanation.busOfUnit(day);
      number("unit", unit, known.keySet());
      busOfUnit = known.get(unit);
      UnitExplanation why = UnitExplanation.of(clearingCase, result, unit, t);
      answer.put("unit", why);
      out.print(ExplanationText.ofUnit(unit, label, day, why));
    }
    String priced = bus != null ? new BusNames(day.network()).idOf(bus) : busOfUnit;
    List<String> ids = day.network().buses().stream().map(Bus::id).toList();
    PriceExplanation price =
        PriceExplanation.of(clearingCase, result, number("bus", priced, ids), t);
    out.print(ExplanationText.ofPrice(priced, label, day.currency(), price));
    out.flush();
    answer.put("price", price);
    if (print.json()) {
      PrintOption.print(answer, spec.commandLine().getOut());
    }
  }

  private static int number(String kind, String id, Collection<String> ids) {
    int n = List.copyOf(ids).indexOf(id);
    if (n < 0) {
      throw new IllegalArgumentException(
          "There is no %s '%s'. %s".formatted(kind, id, NearestName.advice(id, ids)));
    }
    return n;
  }
}

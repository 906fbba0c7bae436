package org.gridclear.cli.outcome;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.compare.CaseFolders;
import org.gridclear.compare.ComparedCase;
import org.gridclear.whatif.KeptCase;
import org.gridclear.whatif.WhatIf;
import org.gridclear.whatif.WhatIfAnswer;
import org.gridclear.whatif.WhatIfQuestion;
import org.gridclear.whatif.WhatIfText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear what-if DIR}: a kept result with a change, its commitment as it is. */
@Command(
    name = "what-if",
    description = {
      "Say what a change would do to a cleared case: its dispatch and prices anew, with its",
      "commitment as it is. DIR is the output folder of clear or study. Ends with 1 if that",
      "commitment has no dispatch then."
    })
public final class WhatIfCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PrintOption print;

  @Parameters(paramLabel = "DIR", description = "Output folder of a run, or of one of its cases.")
  private Path folder;

  @Option(names = "--case", defaultValue = "", description = "Name of the case (default: first).")
  private String caseName;

  @Option(
      names = "--change",
      paramLabel = "CHANGE",
      required = true,
      description = {
        "A change of a study, such as 'addLoad: {bus: \"101\", mw: 1, from: 18, to: 18}',",
        "'withoutContingency: {outage: L136}', 'branchBack: {branch: L136}',",
        "'offers: {unit: G1, addYuanPerMwh: 20}', 'branchLimit: {branch: L1, mw: 200}'. May be",
        "given several times."
      })
  private List<String> changes;

  @Option(names = "--bus", defaultValue = "", description = "A bus whose price is of interest.")
  private String bus;

  @Option(
      names = "--period",
      defaultValue = "",
      paramLabel = "PERIOD",
      description = "Period of interest: its number, counted from 1, or a time in it.")
  private String period;

  @Override
  public Integer call() throws IOException {
    ComparedCase of = CaseFolders.clearedOne(folder, caseName);
    KeptCase kept = new KeptCase(of.clearing(), of.options(), of.result());
    WhatIfQuestion question = WhatIfQuestion.ofText(changes, bus, period);
    PrintWriter out = spec.commandLine().getOut();
    try {
      WhatIfAnswer answer = WhatIf.ask(kept, question);
      if (print.json()) {
        PrintOption.print(answer, out);
      } else {
        out.print(WhatIfText.of(answer));
        out.flush();
      }
      return ExitCodes.DONE;
    } catch (WhatIf.UnansweredException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return ExitCodes.FAILED_CELLS;
    }
  }
}

package org.gridclear.cli.security;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.check.CheckedNetwork;
import org.gridclear.check.PowerFlows;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OutputFolder;
import org.gridclear.cli.option.ParquetOption;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.cli.process.RunLog;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.WritableFolder;
import org.gridclear.report.security.PowerFlowFolder;
import org.gridclear.report.security.PowerFlowText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear powerflow NETWORK}: DC or AC power flows and their limit checks. */
@Command(
    name = "powerflow",
    description = {
      "Solve a power flow, or that of every period of a cleared plan, and check its limits.",
      "Writes buses.csv, branches.csv, limits.csv and summary.json. Exit code 1 if one does not"
          + " converge, or load is not served."
    })
public final class PowerflowCommand implements Callable<Integer>, RunLog.Run {
  @Spec private CommandSpec spec;
  @Mixin private StrictOption strict;
  @Mixin private ScreeningChoice choice;
  @Mixin private CheckedGrid grid;
  @Mixin private ParquetOption parquet;
  @Mixin private OutputFolder out;
  @Mixin private PrintOption print;

  @Parameters(
      paramLabel = "NETWORK",
      description =
          "A network or case file, a built-in network such as ieee118, - for standard input, or the"
              + " folder of a cleared case or run, of which every period is solved.")
  private String file;

  private @Nullable Path written;

  @Override
  public @Nullable Path written() {
    return written;
  }

  @Override
  public Integer call() throws IOException {
    out.check();
    CheckedNetwork read = grid.read(file, strict);
    PowerFlows flows = PowerFlows.of(read, choice.options(), choice.watched(read.network()));
    ResultPlace place = out.or(WritableFolder.free("powerflow-" + read.network().name()));
    PowerFlowFolder.write(place, flows, parquet.wanted());
    written = place.folder();
    PrintWriter output = print.words(spec.commandLine().getOut());
    output.print(PowerFlowText.of(flows));
    output.println("%.3f s. Tables: %s".formatted(flows.solveSeconds(), written));
    output.flush();
    print.summary(place.folder(), spec.commandLine().getOut());
    return ExitCodes.clean(flows.clean());
  }
}

package org.gridclear.cli.security;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OutputFolder;
import org.gridclear.cli.option.ParquetOption;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.cli.process.RunLog;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.report.ResultPlace;
import org.gridclear.report.security.PowerFlowFolder;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.powerflow.PowerFlowResult;
import org.gridclear.security.result.BaseResult;
import org.gridclear.security.screening.ScreeningModel;
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
          + " converge."
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
    PrintWriter err = spec.commandLine().getErr();
    CheckedGrid.Read read = grid.read(file, strict, err);
    Network network = read.network();
    long start = System.nanoTime();
    NetworkStructure structure = NetworkStructure.of(network);
    double setUpSeconds = (System.nanoTime() - start) / 1e9;
    List<PowerFlowFolder.Solved> solved = new ArrayList<>();
    for (OperatingPoint point : read.points()) {
      solved.add(solve(structure, point));
    }
    double solveSeconds = (System.nanoTime() - start) / 1e9 - setUpSeconds;
    ResultPlace place = out.or(OutputFolder.free("powerflow-" + network.name()));
    Path folder = place.folder();
    PowerFlowFolder.write(
        place,
        network,
        read.remarks(),
        choice.options(),
        solved,
        read.plan(),
        setUpSeconds,
        solveSeconds,
        parquet.wanted());
    written = folder;
    for (PowerFlowFolder.Solved each : solved) {
      String name = read.plan() ? each.point().name() : network.name();
      print(network, name, each.result(), each.limits());
    }
    PrintWriter output = print.words(spec.commandLine().getOut());
    output.println("%.3f s. Tables: %s".formatted(solveSeconds, folder));
    output.flush();
    print.summary(folder, spec.commandLine().getOut());
    boolean all = solved.stream().allMatch(each -> each.result().converged());
    return all ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
  }

  private PowerFlowFolder.Solved solve(NetworkStructure structure, OperatingPoint point) {
    Network network = structure.index().network();
    ScreeningOptions options = choice.options();
    PowerFlowModel model = new PowerFlowModel(structure, point);
    PowerFlowResult result =
        choice.ac()
            ? PowerFlowResult.ac(model, options.base())
            : PowerFlowResult.dc(model, options.base());
    BaseResult limits =
        result.converged()
            ? new ScreeningModel(structure, point, List.of(), options, choice.watched(network))
                .base()
            : null;
    return new PowerFlowFolder.Solved(point, result, limits);
  }

  private void print(
      Network network, String name, PowerFlowResult result, @Nullable BaseResult limits) {
    PrintWriter output = print.words(spec.commandLine().getOut());
    String bus = network.buses().get(result.mismatchBus()).id();
    output.println(
        "%s %s: %s, mismatch %.3g p.u. at bus %s, %d iterations, %d island(s)%s"
            .formatted(
                name,
                choice.ac() ? "AC" : "DC",
                result.converged() ? "converged" : "NOT CONVERGED. " + result.text(),
                result.mismatchPu(),
                bus,
                result.iterations(),
                result.islands(),
                result.deadIslands() == 0
                    ? ""
                    : ", %d of them without a source".formatted(result.deadIslands())));
    if (result.converged() && !result.text().isEmpty()) {
      output.println(result.text());
    }
    if (limits != null) {
      long violations = limits.violationCount();
      output.println(
          "%d heavily loaded, %d violated of %d rated branches and all voltage bands"
              .formatted(limits.heavyCount(), violations, limits.monitored()));
    }
    output.flush();
  }
}

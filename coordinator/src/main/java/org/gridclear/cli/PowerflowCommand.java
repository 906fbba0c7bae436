package org.gridclear.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.powerflow.NetworkStructure;
import org.gridclear.powerflow.PowerFlowModel;
import org.gridclear.powerflow.PowerFlowResult;
import org.gridclear.report.PowerFlowFolder;
import org.gridclear.scenario.resolved.ScreeningOptions;
import org.gridclear.screening.BaseResult;
import org.gridclear.screening.ScreeningModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear powerflow NETWORK}: one DC or AC power flow and its limit checks. */
@Command(
    name = "powerflow",
    description = {
      "Solve one power flow and check its limits.",
      "Writes buses.csv, branches.csv, limits.csv and summary.json. Exit code 1 if it does not"
          + " converge."
    })
final class PowerflowCommand implements Callable<Integer>, RunLog.Run {
  @Spec private CommandSpec spec;
  @Mixin private StrictOption strict;
  @Mixin private ScreeningChoice choice;
  @Mixin private ParquetOption parquet;
  @Mixin private PrintOption print;

  @Parameters(
      paramLabel = "NETWORK",
      description =
          "A network or case file, a built-in network such as ieee118, or - for standard input.")
  private String file;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Output folder (default: powerflow-<network>).")
  private Path out;

  private Path written;

  @Override
  public Path written() {
    return written;
  }

  @Override
  public Integer call() throws IOException {
    OutputFolder.check(out);
    PrintWriter err = spec.commandLine().getErr();
    CaseFiles.Loaded loaded = strict.load(file, err);
    Network network = loaded.network();
    ScreeningOptions options = choice.options();
    long start = System.nanoTime();
    NetworkStructure structure = NetworkStructure.of(network);
    PowerFlowModel model = new PowerFlowModel(structure, OperatingPoint.of(network));
    long solve = System.nanoTime();
    PowerFlowResult result =
        choice.ac()
            ? PowerFlowResult.ac(model, options.base())
            : PowerFlowResult.dc(model, options.base());
    double solveSeconds = (System.nanoTime() - solve) / 1e9;
    double setUpSeconds = (solve - start) / 1e9;
    BaseResult limits =
        result.converged()
            ? new ScreeningModel(
                    structure,
                    OperatingPoint.of(network),
                    List.of(),
                    options,
                    choice.watched(network))
                .base()
            : null;
    Path folder = out != null ? out : Path.of("powerflow-" + network.name());
    PowerFlowFolder.write(
        folder,
        network,
        loaded.log().issues(),
        options,
        result,
        limits,
        setUpSeconds,
        solveSeconds,
        parquet.wanted());
    written = folder;
    print(network, result, limits, solveSeconds, folder);
    print.summary(folder, spec.commandLine().getOut());
    return result.converged() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
  }

  private void print(
      Network network, PowerFlowResult result, BaseResult limits, double seconds, Path folder) {
    PrintWriter output = print.words(spec.commandLine().getOut());
    String bus = network.buses().get(result.mismatchBus()).id();
    output.println(
        "%s %s: %s, mismatch %.3g p.u. at bus %s, %d iterations, %.3f s, %d island(s)%s"
            .formatted(
                network.name(),
                choice.ac() ? "AC" : "DC",
                result.converged() ? "converged" : "NOT CONVERGED. " + result.text(),
                result.mismatchPu(),
                bus,
                result.iterations(),
                seconds,
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
              .formatted(limits.loadings().size() - violations, violations, limits.monitored()));
    }
    output.println("Tables: " + folder);
    output.flush();
  }
}

package org.gridclear.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.audit.MatpowerPowerFlow;
import org.gridclear.security.audit.MatpowerRows;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.PowerFlowOptions.Start;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.powerflow.PowerFlowResult;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * AC power flows of MATPOWER cases against a re-solve of their rows ({@link MatpowerPowerFlow}), as
 * the table of docs/formats.md. Exit code 1 if a case is refused, or differs where the re-solve
 * converges.
 */
@Command(
    name = "matpower",
    description = "Check AC power flows of MATPOWER cases against a re-solve of their rows.")
final class MatpowerBench implements Callable<Integer> {
  private static final double SAME_PU = 1e-6;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "MATPOWER case files.")
  private List<Path> files;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println("| case | buses | read | re-solve | product | greatest difference in p.u. |");
    out.println("|---|---|---|---|---|---|");
    boolean agreed = true;
    for (Path file : files) {
      agreed &= check(file, out);
      out.flush();
    }
    return agreed ? 0 : 1;
  }

  private static boolean check(Path file, PrintWriter out) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.m$", "");
    CaseFiles.Loaded loaded;
    try {
      loaded = CaseFiles.load(file.toString(), Path.of(""), Set.of());
    } catch (InvalidInputException e) {
      out.println("| %s | | refused: %s | | | |".formatted(name, e.issues().get(0).line()));
      return false;
    }
    Network network = loaded.network();
    PowerFlowResult result =
        PowerFlowResult.ac(
            new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network)),
            new PowerFlowOptions(Start.FILE, false, Sharing.REFERENCE, 1e-10));
    MatpowerPowerFlow oracle = new MatpowerPowerFlow(MatpowerRows.of(Files.readString(file)));
    boolean comparable = oracle.converged() && result.converged();
    double difference = comparable ? difference(network, result, oracle) : Double.NaN;
    long notices =
        loaded.log().issues().stream().filter(i -> i.rule().severity() == Severity.NOTICE).count();
    out.println(
        "| %s | %d | valid, %d notice(s) | %s | %s | %s |"
            .formatted(
                name,
                network.buses().size(),
                notices,
                oracle.converged()
                    ? "converged"
                    : "no solution (mismatch %.0e)".formatted(oracle.mismatchPu()),
                result.converged() ? "converged" : "no solution",
                comparable ? "%.1e".formatted(difference) : "–"));
    return !oracle.converged() || (result.converged() && difference <= SAME_PU);
  }

  /** Greatest difference of voltages as complex numbers, and of branch powers. */
  private static double difference(
      Network network, PowerFlowResult result, MatpowerPowerFlow oracle) {
    double worst = 0;
    for (int b = 0; b < network.buses().size(); b++) {
      double v = result.voltagePu()[b];
      double w = oracle.voltagePu(b);
      double angle = Math.toRadians(result.angleDeg()[b] - oracle.angleDeg(b));
      worst = Math.max(worst, Math.hypot(v * Math.cos(angle) - w, v * Math.sin(angle)));
    }
    for (int l = 0; l < network.branches().size(); l++) {
      double[] flow = oracle.flow(l);
      double[] mine = {
        result.fromMw()[l], result.fromMvar()[l], result.toMw()[l], result.toMvar()[l]
      };
      for (int k = 0; k < flow.length; k++) {
        worst = Math.max(worst, Math.abs(flow[k] - mine[k]) / network.baseMva());
      }
    }
    return worst;
  }
}

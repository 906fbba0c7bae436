package org.gridclear.peer;

import com.powsybl.contingency.Contingency;
import com.powsybl.contingency.ContingencyContext;
import com.powsybl.iidm.network.Branch;
import com.powsybl.iidm.network.Bus;
import com.powsybl.iidm.network.LoadingLimits;
import com.powsybl.iidm.network.Network;
import com.powsybl.iidm.network.TwoSides;
import com.powsybl.loadflow.LoadFlow;
import com.powsybl.loadflow.LoadFlowParameters;
import com.powsybl.openloadflow.OpenLoadFlowParameters;
import com.powsybl.openloadflow.sa.OpenSecurityAnalysisParameters;
import com.powsybl.security.PostContingencyComputationStatus;
import com.powsybl.security.SecurityAnalysis;
import com.powsybl.security.SecurityAnalysisParameters;
import com.powsybl.security.SecurityAnalysisResult;
import com.powsybl.security.SecurityAnalysisRunParameters;
import com.powsybl.security.monitor.StateMonitor;
import com.powsybl.security.results.BranchResult;
import com.powsybl.security.results.PostContingencyResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Struct;

/**
 * The same work by PowSyBl Open Load Flow. Arguments: folder with bus.csv, gen.csv, branch.csv in
 * MATPOWER's columns and base.txt; mode acpf, dcn1 or acn1; every how many branches one outage;
 * whether reactive limits count; how often; whether the model is brought to MATPOWER's. Prints one line per run and writes result.csv.
 */
public final class OlfPeer {
  private static final int MONITORED_MAX = 400;

  private OlfPeer() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    String mode = arguments[1];
    int every = Integer.parseInt(arguments[2]);
    boolean reactiveLimits = Boolean.parseBoolean(arguments[3]);
    int repeats = Integer.parseInt(arguments[4]);
    sameModel = Boolean.parseBoolean(arguments[5]);
    convergence = mode.equals("acpf") ? 1e-8 : 1e-6;
    Network network = read(folder);
    for (int run = 0; run < repeats; run++) {
      long wall = System.nanoTime();
      long cpu = cpuNanos();
      int outages =
          mode.equals("acpf")
              ? loadFlow(network, reactiveLimits, folder)
              : security(network, mode.equals("dcn1"), every, reactiveLimits, folder);
      System.out.printf(
          "RUN outages=%d wall=%.4f cpu=%.4f%n",
          outages, (System.nanoTime() - wall) / 1e9, (cpuNanos() - cpu) / 1e9);
    }
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean)
            ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static LoadFlowParameters parameters(boolean dc, boolean reactiveLimits) {
    LoadFlowParameters parameters =
        new LoadFlowParameters()
            .setDc(dc)
            .setDistributedSlack(false)
            .setUseReactiveLimits(reactiveLimits)
            .setTransformerVoltageControlOn(false)
            .setShuntCompensatorVoltageControlOn(false)
            .setPhaseShifterRegulationOn(false)
            .setDcUseTransformerRatio(true)
            .setTwtSplitShuntAdmittance(sameModel)
            .setVoltageInitMode(LoadFlowParameters.VoltageInitMode.PREVIOUS_VALUES);
    OpenLoadFlowParameters.create(parameters)
        .setLowImpedanceBranchMode(
            OpenLoadFlowParameters.LowImpedanceBranchMode.REPLACE_BY_MIN_IMPEDANCE_LINE)
        .setSlackBusSelectionMode(
            com.powsybl.openloadflow.network.SlackBusSelectionMode.NAME)
        .setSlackBusesIds(slack)
        .setNewtonRaphsonConvEpsPerEq(convergence)
        .setMinRealisticVoltage(0.2)
        .setMaxRealisticVoltage(3);
    return parameters;
  }

  private static List<String> slack = List.of();

  /** Greatest mismatch in p.u.: that of the power flow here, and looser for outages. */
  private static double convergence = 1e-6;

  /** Whether the model is brought to MATPOWER's: shunts on both sides, every conductance. */
  private static boolean sameModel = true;

  private static int loadFlow(Network network, boolean reactiveLimits, Path folder)
      throws IOException {
    LoadFlow.run(network, parameters(false, reactiveLimits));
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve("result.csv")))) {
      out.println("bus,vm,va");
      for (Bus bus : network.getBusBreakerView().getBuses()) {
        out.printf(
            "%s,%.12g,%.12g%n",
            bus.getId().replace("BUS-", ""),
            bus.getV() / bus.getVoltageLevel().getNominalV(),
            bus.getAngle());
      }
    }
    return 0;
  }

  private static int security(
      Network network, boolean dc, int every, boolean reactiveLimits, Path folder)
      throws IOException {
    List<String> ids = ids(folder, network);
    List<Contingency> contingencies = new ArrayList<>();
    for (int row = 0; row < ids.size(); row += every) {
      if (!ids.get(row).isEmpty()) {
        contingencies.add(Contingency.branch(ids.get(row)));
      }
    }
    SecurityAnalysisParameters parameters =
        new SecurityAnalysisParameters().setLoadFlowParameters(parameters(dc, reactiveLimits));
    OpenSecurityAnalysisParameters own = new OpenSecurityAnalysisParameters();
    own.setDcFastMode(dc);
    parameters.addExtension(OpenSecurityAnalysisParameters.class, own);
    Set<String> watched = new HashSet<>();
    for (int row = 0; row < ids.size() && watched.size() < MONITORED_MAX; row += 1 + ids.size() / MONITORED_MAX) {
      if (!ids.get(row).isEmpty()) {
        watched.add(ids.get(row));
      }
    }
    SecurityAnalysisRunParameters run =
        new SecurityAnalysisRunParameters().setSecurityAnalysisParameters(parameters);
    if (every > 1) {
      run.addMonitor(new StateMonitor(ContingencyContext.all(), watched, Set.of(), Set.of()));
    }
    SecurityAnalysisResult result =
        SecurityAnalysis.run(network, contingencies, run).getResult();
    write(result, ids, dc, folder);
    return contingencies.size();
  }

  private static void write(
      SecurityAnalysisResult result, List<String> ids, boolean dc, Path folder)
      throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve("result.csv")))) {
      out.println("outage,status,violations,branch,flow");
      for (PostContingencyResult post : result.getPostContingencyResults()) {
        int outage = ids.indexOf(post.getContingency().getId());
        boolean converged = post.getStatus() == PostContingencyComputationStatus.CONVERGED;
        int violations = post.getLimitViolationsResult().getLimitViolations().size();
        out.printf("L%d,%s,%d,,%n", outage + 1, post.getStatus(), violations);
        for (BranchResult branch : post.getNetworkResult().getBranchResults()) {
          double from = Math.hypot(branch.getP1(), dc ? 0 : branch.getQ1());
          double to = Math.hypot(branch.getP2(), dc ? 0 : branch.getQ2());
          if (converged) {
            out.printf(
                "L%d,,,L%d,%.9g%n",
                outage + 1, ids.indexOf(branch.getBranchId()) + 1, Math.max(from, to));
          }
        }
      }
    }
  }

  /** Ids of the importer for the rows of the branch table; "" for a branch out of service. */
  private static List<String> ids(Path folder, Network network) throws IOException {
    List<String> ids = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (double[] row : table(folder.resolve("branch.csv"))) {
      String found = "";
      for (String prefix : new String[] {"LINE-", "TWT-"}) {
        String id = prefix + (int) row[0] + "-" + (int) row[1];
        for (int k = 0; found.isEmpty() && k < 50; k++) {
          String candidate = k == 0 ? id : id + "-" + k;
          if (!used.contains(candidate) && network.getBranch(candidate) != null) {
            found = candidate;
          }
        }
      }
      used.add(found);
      boolean in = row[10] > 0 && !found.isEmpty() && connected(network.getBranch(found));
      ids.add(in ? found : "");
    }
    return ids;
  }

  private static boolean connected(Branch<?> branch) {
    return branch.getTerminal(TwoSides.ONE).isConnected();
  }

  private static List<double[]> table(Path file) throws IOException {
    List<double[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",");
      double[] row = new double[cells.length];
      for (int c = 0; c < row.length; c++) {
        row[c] = Double.parseDouble(cells[c]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static Network read(Path folder) throws IOException {
    Struct mpc =
        Mat5.newStruct()
            .set("version", Mat5.newString("2"))
            .set(
                "baseMVA",
                Mat5.newScalar(
                    Double.parseDouble(Files.readString(folder.resolve("base.txt")).strip())))
            .set("bus", matrix(table(folder.resolve("bus.csv"))))
            .set("gen", matrix(table(folder.resolve("gen.csv"))))
            .set("branch", matrix(table(folder.resolve("branch.csv"))));
    try (Mat5File mat = Mat5.newMatFile()) {
      mat.addArray("mpc", mpc);
      try (var sink = Sinks.newStreamingFile(folder.resolve("case.mat").toFile())) {
        mat.writeTo(sink);
      }
    }
    for (double[] row : table(folder.resolve("bus.csv"))) {
      if (row[1] == 3) {
        slack = List.of("VL-" + (int) row[0] + "_0");
      }
    }
    Properties properties = new Properties();
    properties.put("matpower.import.ignore-base-voltage", "false");
    Network network = Network.read(folder.resolve("case.mat"), com.powsybl.computation.local.LocalComputationManager.getDefault(), com.powsybl.iidm.network.ImportConfig.load(), properties);
    if (sameModel) {
      addConductances(network, table(folder.resolve("bus.csv")));
    }
    return network;
  }

  /** The importer drops the conductance of a bus shunt that has no susceptance. */
  private static void addConductances(Network network, List<double[]> buses) {
    for (double[] row : buses) {
      if (row[4] != 0 && row[5] == 0) {
        Bus bus = network.getBusBreakerView().getBus("BUS-" + (int) row[0]);
        double kv = bus.getVoltageLevel().getNominalV();
        bus.getVoltageLevel()
            .newShuntCompensator()
            .setId("G-" + (int) row[0])
            .setBus(bus.getId())
            .setConnectableBus(bus.getId())
            .setSectionCount(1)
            .newLinearModel()
            .setMaximumSectionCount(1)
            .setBPerSection(0)
            .setGPerSection(row[4] / (kv * kv))
            .add()
            .add();
      }
    }
  }

  private static Matrix matrix(List<double[]> rows) {
    Matrix matrix = Mat5.newMatrix(rows.size(), rows.get(0).length);
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < rows.get(r).length; c++) {
        matrix.setDouble(r, c, rows.get(r)[c]);
      }
    }
    return matrix;
  }
}

package org.gridclear.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.network.Shunt;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.powerflow.PowerFlowResult;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.security.screening.ScreeningKernel;
import org.gridclear.security.screening.ScreeningModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The same work by PowSyBl Open Load Flow, in a process of its own on a newer Java, in one run with
 * the kernels: times as wall and CPU, and how far the answers agree.
 */
@Command(
    name = "peer",
    description = {
      "Compare with PowSyBl Open Load Flow: one AC power flow, DC N-1, AC N-1.",
      "Builds bench/peer first; needs a JDK of version 21 or newer (--peer-java)."
    })
final class PeerBench implements Callable<Integer> {
  private static final double RATING_MVA = 1e6;
  private static final long MINUTES_MAX = 60;
  private static final double SAME_PU = 1e-5;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NETWORK", description = "Network files.")
  private List<Path> files;

  @Option(
      names = "--peer-java",
      paramLabel = "DIR",
      required = true,
      description = "Home of a JDK of version 21 or newer.")
  private Path peerJava;

  @Option(
      names = "--peer-folder",
      paramLabel = "DIR",
      defaultValue = "bench/peer",
      description = "Source of the peer's program (default: ${DEFAULT-VALUE}).")
  private Path peerFolder;

  @Option(
      names = "--every",
      defaultValue = "50",
      description = "AC: every how many branches the peer opens one (default: ${DEFAULT-VALUE}).")
  private int every;

  @Option(
      names = "--dc-every",
      defaultValue = "20",
      description = "DC: every how many branches the peer opens one (default: ${DEFAULT-VALUE}).")
  private int dcEvery;

  @Override
  public Integer call() throws IOException, InterruptedException {
    build();
    for (Path file : files) {
      Network network = CaseFiles.load(file.toString(), Path.of(""), Set.of()).network();
      Path folder = Files.createTempDirectory("gridclear-peer-");
      PeerTables.write(network, folder);
      voltages(network, folder, false, false);
      voltages(network, folder, false, true);
      PeerTables.write(network, folder, true);
      voltages(network, folder, true, true);
      PeerTables.write(network, folder);
      outages(network, folder, Method.DC, dcEvery, "as the peer has it, without shunt conductance");
      Network lossless = withoutShuntConductance(network);
      PeerTables.write(lossless, folder);
      outages(lossless, folder, Method.DC, dcEvery, "the same model");
      PeerTables.write(network, folder);
      outages(network, folder, Method.AC, every, "the same model");
    }
    return 0;
  }

  /**
   * The peer's DC power flow leaves shunt conductances out; MATPOWER's and ours do not. Without
   * them the model is the same.
   */
  private static Network withoutShuntConductance(Network n) {
    return new Network(
        n.name(),
        n.baseMva(),
        n.buses(),
        n.branches(),
        n.generators(),
        n.loads(),
        n.shunts().stream().map(s -> new Shunt(s.bus(), 0, s.bMvar())).toList(),
        n.hvdcLines(),
        n.flowgates());
  }

  private void build() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("mvn", "-B", "-ntp", "-q", "package")
            .directory(peerFolder.toFile())
            .inheritIO();
    builder.environment().put("JAVA_HOME", peerJava.toAbsolutePath().toString());
    Process maven = builder.start();
    maven.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
    if (maven.exitValue() != 0) {
      throw new IllegalStateException("The peer was not built; see the messages of Maven above.");
    }
  }

  /**
   * Runs the peer.
   *
   * @param sameModel whether conductances that its importer drops are added and transformers have
   *     their shunts at both ends, as MATPOWER's model has
   */
  private List<String> peer(
      Path folder, String mode, int step, boolean reactiveLimits, int repeats, boolean sameModel)
      throws IOException, InterruptedException {
    String separator = java.io.File.pathSeparator;
    Path target = peerFolder.resolve("target");
    Process process =
        new ProcessBuilder(
                peerJava.resolve("bin").resolve("java").toString(),
                "-Xmx8g",
                "-cp",
                target.resolve("peer.jar") + separator + target.resolve("lib") + "/*",
                "org.gridclear.peer.OlfPeer",
                folder.toString(),
                mode,
                String.valueOf(step),
                String.valueOf(reactiveLimits),
                String.valueOf(repeats),
                String.valueOf(sameModel))
            .redirectErrorStream(true)
            .start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    process.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
    if (process.exitValue() != 0) {
      throw new IllegalStateException("The peer failed:\n" + String.join("\n", lines));
    }
    return lines;
  }

  /** The least of a figure over the peer's runs. */
  private static double best(List<String> lines, String name) {
    ToDoubleFunction<String> value =
        line -> Double.parseDouble(line.replaceAll(".*" + name + "=([0-9.]+).*", "$1"));
    return lines.stream().filter(l -> l.startsWith("RUN")).mapToDouble(value).min().orElse(-1);
  }

  private void voltages(Network network, Path folder, boolean reactiveLimits, boolean sameModel)
      throws IOException, InterruptedException {
    List<String> lines = peer(folder, "acpf", 1, reactiveLimits, 5, sameModel);
    ScreeningOptions ac = ScreeningOptions.DEFAULT.with(Method.AC);
    PowerFlowOptions options = (reactiveLimits ? ac.withReactiveLimits() : ac).base();
    PowerFlowModel model =
        new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network));
    PowerFlowResult mine = PowerFlowResult.ac(model, options);
    double wall = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 30; round++) {
      long start = System.nanoTime();
      PowerFlowResult.ac(
          new PowerFlowModel(NetworkStructure.of(network), OperatingPoint.of(network)), options);
      wall = Math.min(wall, (System.nanoTime() - start) / 1e9);
    }
    Map<String, Double> theirs = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("result.csv"))) {
      String[] cells = line.split(",");
      if (!cells[0].equals("bus")) {
        theirs.put(cells[0], Double.parseDouble(cells[1]));
      }
    }
    double worst = 0;
    int compared = 0;
    int apart = 0;
    for (int b = 0; b < network.buses().size(); b++) {
      Double their = theirs.get(network.buses().get(b).id());
      if (their != null && !their.isNaN()) {
        double difference = Math.abs(their - mine.voltagePu()[b]);
        worst = Math.max(worst, difference);
        apart += difference > SAME_PU ? 1 : 0;
        compared++;
      }
    }
    print(
        "%-20s AC power flow%s, %s: peer %.4f s wall, %.4f s CPU; here %.4f s (structure included):"
            + " %.0f x; %d voltages agree to %.2g pu, %d differ by more than 1e-5",
        network.name(),
        reactiveLimits ? ", Q limits" : "",
        sameModel ? "the same model" : "as the peer's importer has it",
        best(lines, "wall"),
        best(lines, "cpu"),
        wall,
        best(lines, "wall") / wall,
        compared,
        worst,
        apart);
  }

  private void outages(Network network, Path folder, Method method, int step, String what)
      throws IOException, InterruptedException {
    String mode = method == Method.DC ? "dcn1" : "acn1";
    List<String> lines = peer(folder, mode, step, false, 1, true);
    double count = best(lines, "outages");
    double peerCpu = best(lines, "cpu");
    double peerWall = best(lines, "wall");
    ScreeningOptions options = options(method, ScreeningOptions.DEFAULT.rows());
    double[] mine = time(network, options);
    Agreement agreement = agreement(network, folder, method, step);
    print(
        "%-20s %s N-1, %s: peer %.2f ms CPU, %.2f ms wall an outage (%d outages); here %.4f ms CPU,"
            + " %.4f ms wall an outage (all %d, one thread): %.0f x CPU; %d flows of %d outages"
            + " agree to %.2g MW or MVA; statuses differ in %d",
        network.name(),
        method,
        what,
        1e3 * peerCpu / count,
        1e3 * peerWall / count,
        (int) count,
        1e3 * mine[0] / mine[2],
        1e3 * mine[1] / mine[2],
        (int) mine[2],
        peerCpu / count / (mine[0] / mine[2]),
        agreement.flows,
        agreement.outages,
        agreement.worst,
        agreement.statuses);
  }

  private static ScreeningOptions options(Method method, Rows rows) {
    ScreeningOptions d = ScreeningOptions.DEFAULT;
    return new ScreeningOptions(
        method,
        d.start(),
        false,
        Sharing.REFERENCE,
        Sharing.REFERENCE,
        d.rating(),
        d.tolerancePu(),
        d.heavyShare(),
        d.worsenedShare(),
        d.severityExponent(),
        rows);
  }

  /**
   * CPU and wall seconds of all outages on one thread, the best of a few rounds; and their count.
   */
  private static double[] time(Network network, ScreeningOptions options) {
    NetworkStructure structure = NetworkStructure.of(network);
    List<Outage> outages = outages(network, structure, 1);
    ScreeningModel model =
        new ScreeningModel(structure, OperatingPoint.of(network), outages, options, null);
    double cpu = Double.POSITIVE_INFINITY;
    double wall = Double.POSITIVE_INFINITY;
    int rounds = options.method() == Method.DC ? 12 : 2;
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    for (int round = 0; round < rounds; round++) {
      long cpuStart = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      ScreeningKernel.screen(model, 0, outages.size(), () -> false);
      wall = Math.min(wall, (System.nanoTime() - start) / 1e9);
      cpu = Math.min(cpu, (threads.getCurrentThreadCpuTime() - cpuStart) / 1e9);
    }
    return new double[] {cpu, wall, outages.size()};
  }

  private static List<Outage> outages(Network network, NetworkStructure structure, int step) {
    List<Outage> outages = new ArrayList<>();
    for (int l = 0; l < network.branches().size(); l += step) {
      if (network.branches().get(l).inService()) {
        outages.add(
            Outage.of(Contingency.ofBranch(network.branches().get(l).id()), structure.index()));
      }
    }
    return outages;
  }

  /** How far two sets of answers agree. */
  private static final class Agreement {
    private int flows;
    private int outages;
    private int statuses;
    private double worst;
  }

  /** Compares flows after outages that split nothing; the peer treats cut-off parts otherwise. */
  private static Agreement agreement(Network network, Path folder, Method method, int step)
      throws IOException {
    Network rated =
        network.withBranches(
            network.branches().stream()
                .map(b -> b.withRatings(new Branch.Ratings(RATING_MVA, RATING_MVA, RATING_MVA)))
                .toList());
    NetworkStructure structure = NetworkStructure.of(rated);
    List<Outage> outages = outages(rated, structure, step);
    ScreeningModel model =
        new ScreeningModel(
            structure, OperatingPoint.of(rated), outages, options(method, Rows.ALL), null);
    Map<String, Double> flows = new HashMap<>();
    Map<String, OutageResult> results = new HashMap<>();
    ScreeningBlock block = ScreeningKernel.screen(model, 0, outages.size(), () -> false);
    for (OutageResult result : block.results()) {
      results.put(outages.get(result.outage()).id(), result);
    }
    for (Loading loading : block.loadings()) {
      if (loading.device() < rated.branches().size()) {
        String key =
            outages.get(loading.outage()).id() + "/" + rated.branches().get(loading.device()).id();
        flows.put(key, Math.abs(loading.after()));
      }
    }
    Agreement agreement = new Agreement();
    for (String line : Files.readAllLines(folder.resolve("result.csv"))) {
      String[] cells = line.split(",", -1);
      OutageResult result = results.get(cells[0]);
      Double flow = flows.get(cells[0] + "/" + cells[3]);
      if (result == null || result.lostBuses() > 0) {
        continue;
      }
      if (!cells[1].isEmpty()) {
        boolean here = !result.status().name().equals("DIVERGED");
        agreement.outages++;
        agreement.statuses += here == cells[1].equals("CONVERGED") ? 0 : 1;
      } else if (flow != null) {
        double difference = Math.abs(flow - Double.parseDouble(cells[4]));
        if (Double.isNaN(difference)) {
          continue; // the peer gives no flow for a branch that it left out
        }
        agreement.worst = Math.max(agreement.worst, difference);
        agreement.flows++;
      }
    }
    return agreement;
  }

  private void print(String format, Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}

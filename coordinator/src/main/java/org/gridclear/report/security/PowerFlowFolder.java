package org.gridclear.report.security;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gridclear.check.PowerFlows;
import org.gridclear.check.PowerFlows.Solved;
import org.gridclear.file.StoredFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.report.ResultPlace;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.PowerFlowResult;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.Monitored;
import org.gridclear.table.CsvFile;
import org.gridclear.table.DataPackage;
import org.gridclear.table.Figures;
import org.gridclear.table.TableFormat;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Severity;

/** Writes power flows of one or more operating points into one folder. */
public final class PowerFlowFolder {
  private final Path folder;
  private final Network network;
  private final ScreeningOptions options;
  private final List<Solved> solved;
  private final boolean plan;

  private PowerFlowFolder(Path folder, PowerFlows flows) {
    this.folder = folder;
    this.network = flows.network();
    this.options = flows.options();
    this.solved = flows.solved();
    this.plan = flows.checked().plan();
  }

  /**
   * Writes the folder; rows name the periods of a cleared plan.
   *
   * @param beside formats that tables are written in beside CSV
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public static void write(ResultPlace place, PowerFlows flows, Set<TableFormat> beside)
      throws IOException {
    place.write(
        aside -> {
          PowerFlowFolder tables = new PowerFlowFolder(aside, flows);
          tables.buses();
          tables.branches();
          if (!tables.network.flowgates().isEmpty()) {
            tables.flowgates();
          }
          if (tables.solved.stream().anyMatch(each -> each.limits() != null)) {
            tables.limits();
          }
          StoredFiles.write(aside.resolve("summary.json"), Figures.bytes(tables.summary(flows)));
          DataPackage.write(
              aside, "Power flow of " + tables.network.name(), MarketDay.YUAN, beside);
        });
  }

  private Map<String, Object> summary(PowerFlows flows) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("network", network.name());
    summary.put("method", options.method());
    summary.put("alarms", flows.alarms());
    if (plan) {
      summary.put("converged", flows.converged());
      summary.put("snapshots", solved.stream().map(this::figures).toList());
    } else {
      summary.putAll(figures(solved.get(0)));
    }
    summary.put("warnings", Issue.lines(flows.checked().remarks(), Severity.WARNING));
    summary.put("notices", Issue.lines(flows.checked().remarks(), Severity.NOTICE));
    summary.put("setUpSeconds", flows.setUpSeconds());
    summary.put("solveSeconds", flows.solveSeconds());
    return summary;
  }

  private Map<String, Object> figures(Solved of) {
    Map<String, Object> figures = new LinkedHashMap<>();
    if (plan) {
      figures.put("snapshot", of.point().name());
    }
    figures.put("converged", of.result().converged());
    figures.put("reason", of.result().text());
    figures.put("mismatchPu", of.result().mismatchPu());
    figures.put("mismatchBus", network.buses().get(of.result().mismatchBus()).id());
    figures.put("iterations", of.result().iterations());
    figures.put("islands", of.result().islands());
    figures.put("deadIslands", of.result().deadIslands());
    figures.put("unservedMw", of.unservedMw());
    figures.put("heavy", of.limits() == null ? null : of.limits().heavyCount());
    figures.put("violations", of.limits() == null ? null : of.limits().violationCount());
    return figures;
  }

  /** A table whose rows begin with the snapshot where there is a plan. */
  private CsvFile file(String name, String... columns) {
    Stream<String> first = plan ? Stream.of("snapshot") : Stream.empty();
    return new CsvFile(
        folder.resolve(name), Stream.concat(first, Stream.of(columns)).toArray(String[]::new));
  }

  private void row(CsvFile file, Solved of, Object... cells) {
    Stream<Object> first = plan ? Stream.of(of.point().name()) : Stream.empty();
    file.row(Stream.concat(first, java.util.Arrays.stream(cells)).toArray());
  }

  private void buses() {
    try (CsvFile file =
        file(
            "buses.csv",
            "bus",
            "name",
            "baseKv",
            "zone",
            "vmPu",
            "vaDeg",
            "injectionMw",
            "injectionMvar",
            "reactiveLimit")) {
      for (Solved of : solved) {
        for (int b = 0; b < network.buses().size(); b++) {
          Bus bus = network.buses().get(b);
          int side = of.result().reactiveSide()[b];
          row(
              file,
              of,
              bus.id(),
              bus.name(),
              bus.baseKv() > 0 ? bus.baseKv() : "",
              bus.zone(),
              of.result().voltagePu()[b],
              of.result().angleDeg()[b],
              of.result().injectionMw()[b],
              of.result().injectionMvar()[b],
              side > 0 ? "UPPER" : side < 0 ? "LOWER" : "");
        }
      }
    }
  }

  private void branches() {
    try (CsvFile file =
        file(
            "branches.csv",
            "branch",
            "from",
            "to",
            "kind",
            "inService",
            "pFromMw",
            "qFromMvar",
            "pToMw",
            "qToMvar",
            "limitMva",
            "loading")) {
      for (Solved of : solved) {
        for (int l = 0; l < network.branches().size(); l++) {
          branch(file, of, l);
        }
      }
    }
  }

  private void branch(CsvFile file, Solved of, int l) {
    Branch branch = network.branches().get(l);
    PowerFlowResult result = of.result();
    double limit = Monitored.limitMva(network, of.point(), options.rating(), l);
    double from = Math.hypot(result.fromMw()[l], result.fromMvar()[l]);
    double to = Math.hypot(result.toMw()[l], result.toMvar()[l]);
    row(
        file,
        of,
        branch.id(),
        branch.from(),
        branch.to(),
        branch.kind().name(),
        of.point().branchOn()[l],
        result.fromMw()[l],
        result.fromMvar()[l],
        result.toMw()[l],
        result.toMvar()[l],
        limit > 0 ? limit : "",
        limit > 0 ? Math.max(from, to) / limit : "");
  }

  private void flowgates() {
    NetworkIndex index = new NetworkIndex(network);
    try (CsvFile file = file("flowgates.csv", "flowgate", "flowMw", "limitMw", "loading")) {
      for (Solved of : solved) {
        for (int g = 0; g < network.flowgates().size(); g++) {
          Flowgate gate = network.flowgates().get(g);
          double flow = 0;
          for (Flowgate.Term term : gate.terms()) {
            flow += term.weight() * of.result().fromMw()[index.branch(term.branch())];
          }
          double limit = flow >= 0 ? of.point().gateMw(g, gate) : of.point().gateReverseMw(g, gate);
          row(file, of, gate.id(), flow, limit, Math.abs(flow) / limit);
        }
      }
    }
  }

  private void limits() {
    List<Monitored.Device> devices = Monitored.devices(network);
    try (CsvFile file =
        file(
            "limits.csv",
            "device",
            "deviceKind",
            "kv",
            "zone",
            "state",
            "value",
            "limit",
            "degree")) {
      for (Solved of : solved) {
        List<Loading> loadings = of.limits() == null ? new ArrayList<>() : of.limits().loadings();
        for (Loading loading : loadings) {
          Monitored.Device device = devices.get(loading.device());
          row(
              file,
              of,
              device.id(),
              ScreeningWords.kind(device),
              device.kv(),
              device.zone(),
              ScreeningTables.state(loading),
              loading.after(),
              loading.limit(),
              (Math.abs(loading.after()) - loading.limit()) / loading.limit());
        }
      }
    }
  }
}

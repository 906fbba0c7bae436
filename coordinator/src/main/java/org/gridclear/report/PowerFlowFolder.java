package org.gridclear.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.Network;
import org.gridclear.powerflow.PowerFlowResult;
import org.gridclear.scenario.resolved.ScreeningOptions;
import org.gridclear.screening.BaseResult;
import org.gridclear.screening.Loading;
import org.gridclear.screening.Monitored;
import org.gridclear.table.CsvFile;
import org.gridclear.table.DataPackage;
import org.gridclear.table.Figures;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Severity;

/** Writes a power flow into one folder. */
public final class PowerFlowFolder {
  private PowerFlowFolder() {}

  /**
   * Writes the folder.
   *
   * @param remarks warnings and notices about the input
   * @param limits heavy and violated devices; null if there is no solution
   * @param parquet whether every table is written as Parquet too
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public static void write(
      Path folder,
      Network network,
      List<Issue> remarks,
      ScreeningOptions options,
      PowerFlowResult result,
      BaseResult limits,
      double setUpSeconds,
      double solveSeconds,
      boolean parquet)
      throws IOException {
    FolderSwap.write(
        folder,
        aside -> {
          buses(aside, network, result);
          branches(aside, network, options, result);
          if (limits != null) {
            limits(aside, network, limits);
          }
          Map<String, Object> summary = new LinkedHashMap<>();
          summary.put("network", network.name());
          summary.put("method", options.method());
          summary.put("converged", result.converged());
          summary.put("reason", result.text());
          summary.put("mismatchPu", result.mismatchPu());
          summary.put("mismatchBus", network.buses().get(result.mismatchBus()).id());
          summary.put("iterations", result.iterations());
          summary.put("islands", result.islands());
          summary.put("deadIslands", result.deadIslands());
          summary.put("violations", limits == null ? null : limits.violationCount());
          summary.put("warnings", Issue.lines(remarks, Severity.WARNING));
          summary.put("notices", Issue.lines(remarks, Severity.NOTICE));
          summary.put("setUpSeconds", setUpSeconds);
          summary.put("solveSeconds", solveSeconds);
          Files.write(aside.resolve("summary.json"), Figures.bytes(summary));
          DataPackage.write(aside, "Power flow of " + network.name(), MarketDay.YUAN, parquet);
        });
  }

  private static void buses(Path folder, Network network, PowerFlowResult result) {
    try (CsvFile file =
        new CsvFile(
            folder.resolve("buses.csv"),
            "bus",
            "name",
            "baseKv",
            "zone",
            "vmPu",
            "vaDeg",
            "injectionMw",
            "injectionMvar",
            "reactiveLimit")) {
      for (int b = 0; b < network.buses().size(); b++) {
        Bus bus = network.buses().get(b);
        int side = result.reactiveSide()[b];
        file.row(
            bus.id(),
            bus.name(),
            bus.baseKv(),
            bus.zone(),
            result.voltagePu()[b],
            result.angleDeg()[b],
            result.injectionMw()[b],
            result.injectionMvar()[b],
            side > 0 ? "UPPER" : side < 0 ? "LOWER" : "");
      }
    }
  }

  private static void branches(
      Path folder, Network network, ScreeningOptions options, PowerFlowResult result) {
    try (CsvFile file =
        new CsvFile(
            folder.resolve("branches.csv"),
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
      for (int l = 0; l < network.branches().size(); l++) {
        Branch branch = network.branches().get(l);
        double limit = options.rating().of(branch.ratings());
        double from = Math.hypot(result.fromMw()[l], result.fromMvar()[l]);
        double to = Math.hypot(result.toMw()[l], result.toMvar()[l]);
        file.row(
            branch.id(),
            branch.from(),
            branch.to(),
            branch.kind().name(),
            branch.inService(),
            result.fromMw()[l],
            result.fromMvar()[l],
            result.toMw()[l],
            result.toMvar()[l],
            limit > 0 ? limit : "",
            limit > 0 ? Math.max(from, to) / limit : "");
      }
    }
  }

  private static void limits(Path folder, Network network, BaseResult limits) {
    List<Monitored.Device> devices = Monitored.devices(network);
    try (CsvFile file =
        new CsvFile(
            folder.resolve("limits.csv"),
            "device",
            "deviceKind",
            "kv",
            "zone",
            "state",
            "value",
            "limit",
            "degree")) {
      for (Loading loading : limits.loadings()) {
        Monitored.Device device = devices.get(loading.device());
        file.row(
            device.id(),
            ScreeningFolder.kind(device),
            device.kv(),
            device.zone(),
            loading.violation() ? "VIOLATION" : "HEAVY",
            loading.after(),
            loading.limit(),
            (Math.abs(loading.after()) - loading.limit()) / loading.limit());
      }
    }
  }
}

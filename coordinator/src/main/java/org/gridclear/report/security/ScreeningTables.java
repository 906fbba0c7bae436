package org.gridclear.report.security;

import java.nio.file.Path;
import java.util.List;
import org.gridclear.run.Job;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.result.BaseResult;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.result.OutageResult;
import org.gridclear.table.CsvFile;
import org.jspecify.annotations.Nullable;

/** The tables of a screening as CSV, written snapshot by snapshot (docs/formats.md). */
final class ScreeningTables implements AutoCloseable {
  private static final String[] LOADING_HEADER = {
    "snapshot",
    "outage",
    "device",
    "deviceKind",
    "kv",
    "zone",
    "kind",
    "unit",
    "pre",
    "post",
    "limit",
    "loading"
  };

  private final Path folder;
  private final Job.Screening job;
  private final List<Monitored.Device> devices;
  private final String flowUnit;
  private final CsvFile outages;
  private final CsvFile violations;
  private final CsvFile flows;
  private final CsvFile base;

  ScreeningTables(Path folder, Job.Screening job, List<Monitored.Device> devices) {
    this.folder = folder;
    this.job = job;
    this.devices = devices;
    this.flowUnit = job.options().method() == Method.DC ? "MW" : "MVA";
    violations = new CsvFile(folder.resolve("violations.csv"), LOADING_HEADER);
    flows = new CsvFile(folder.resolve("flows.csv"), LOADING_HEADER);
    base =
        new CsvFile(
            folder.resolve("base.csv"),
            "snapshot",
            "device",
            "deviceKind",
            "kv",
            "zone",
            "kind",
            "unit",
            "value",
            "limit",
            "loading");
    outages =
        new CsvFile(
            folder.resolve("outages.csv"),
            "snapshot",
            "outage",
            "kind",
            "status",
            "violations",
            "worstDevice",
            "worstLoading",
            "excessMw",
            "excessPu",
            "severity",
            "lostBuses",
            "lostLoadMw",
            "lostGenerationMw",
            "missingMw",
            "mismatchPu",
            "iterations",
            "equivalentTo",
            "reason");
  }

  void snapshot(
      String snapshot,
      OutageResult[] results,
      List<Loading> listed,
      @Nullable BaseResult baseResult) {
    for (OutageResult r : results) {
      outages.row(
          snapshot,
          ScreeningWords.id(job, r.outage()),
          ScreeningWords.kind(job.scope().contingencies().get(r.outage())),
          r.status().name(),
          r.violations(),
          r.worstDevice() < 0 ? "" : devices.get(r.worstDevice()).id(),
          r.worstLoading(),
          r.excessMw(),
          r.excessPu(),
          r.severity(),
          r.lostBuses(),
          r.lostLoadMw(),
          r.lostGenerationMw(),
          r.missingMw(),
          r.mismatchPu(),
          r.iterations(),
          ScreeningWords.id(job, r.equivalentTo()),
          r.text());
    }
    for (Loading loading : listed) {
      loading(flows, snapshot, loading);
      if (loading.violation()) {
        loading(violations, snapshot, loading);
      }
    }
    if (baseResult != null) {
      baseResult.loadings().forEach(loading -> base(snapshot, loading));
    }
  }

  private void loading(CsvFile file, String snapshot, Loading loading) {
    Monitored.Device device = devices.get(loading.device());
    file.row(
        snapshot,
        ScreeningWords.id(job, loading.outage()),
        device.id(),
        ScreeningWords.kind(device),
        device.kv(),
        device.zone(),
        loading.kind().name(),
        unit(device),
        loading.before(),
        loading.after(),
        loading.limit(),
        ScreeningWords.loading(job.network(), loading));
  }

  private void base(String snapshot, Loading loading) {
    Monitored.Device device = devices.get(loading.device());
    base.row(
        snapshot,
        device.id(),
        ScreeningWords.kind(device),
        device.kv(),
        device.zone(),
        state(loading),
        unit(device),
        loading.after(),
        loading.limit(),
        ScreeningWords.loading(job.network(), loading));
  }

  /** What a device of the base case is called: it has no outage that could make it new. */
  static String state(Loading loading) {
    return loading.violation() ? "VIOLATION" : loading.kind().name();
  }

  private String unit(Monitored.Device device) {
    return switch (device.kind()) {
      case BUS -> "p.u.";
      case FLOWGATE -> "MW";
      case LINE, TRANSFORMER -> flowUnit;
    };
  }

  /** The tables over all snapshots: by device, by time, by outage. */
  void totals(ScreeningTotals totals) {
    try (CsvFile file =
        new CsvFile(
            folder.resolve("devices.csv"),
            "device",
            "deviceKind",
            "kv",
            "zone",
            "heavySnapshots",
            "baseViolatedSnapshots",
            "outageHeavySnapshots",
            "outageViolatedSnapshots",
            "violations",
            "worstLoading",
            "worstOutage",
            "worstSnapshot")) {
      totals
          .devices()
          .forEach(
              (number, total) -> {
                Monitored.Device device = devices.get(number);
                file.row(
                    device.id(),
                    ScreeningWords.kind(device),
                    device.kv(),
                    device.zone(),
                    total.heavySnapshots,
                    total.baseViolatedSnapshots,
                    total.outageHeavySnapshots,
                    total.outageViolatedSnapshots,
                    total.violations,
                    total.worstLoading,
                    ScreeningWords.id(job, total.worstOutage),
                    total.worstSnapshot);
              });
    }
    snapshots(totals);
    contingencies(totals);
  }

  private void snapshots(ScreeningTotals totals) {
    try (CsvFile file =
        new CsvFile(
            folder.resolve("snapshots.csv"),
            "snapshot",
            "secure",
            "violated",
            "islanded",
            "unbalanced",
            "diverged",
            "skipped",
            "baseHeavy",
            "baseViolations",
            "outageHeavy",
            "outageViolations",
            "unservedMw",
            "failure")) {
      for (ScreeningTotals.SnapshotTotal total : totals.snapshots()) {
        int[] n = total.counts();
        file.row(
            total.name(),
            n[0],
            n[1],
            n[2],
            n[3],
            n[4],
            n[5],
            total.baseHeavy(),
            total.baseViolations(),
            total.outageHeavy(),
            total.outageViolations(),
            total.unservedMw(),
            total.failure());
      }
    }
  }

  private void contingencies(ScreeningTotals totals) {
    try (CsvFile file =
        new CsvFile(
            folder.resolve("contingencies.csv"),
            "outage",
            "heavySnapshots",
            "violatedSnapshots",
            "worstDevice",
            "worstLoading",
            "worstSnapshot",
            "greatestExcessMw",
            "greatestSeverity")) {
      for (int o = 0; o < job.scope().contingencies().size(); o++) {
        ScreeningTotals.OutageTotal total = totals.outage(o);
        file.row(
            ScreeningWords.id(job, o),
            total.heavySnapshots,
            total.violatedSnapshots,
            total.worstDevice < 0 ? "" : devices.get(total.worstDevice).id(),
            total.worstLoading,
            total.worstSnapshot,
            total.greatestExcessMw,
            total.greatestSeverity);
      }
    }
  }

  @Override
  public void close() {
    outages.close();
    violations.close();
    flows.close();
    base.close();
  }
}

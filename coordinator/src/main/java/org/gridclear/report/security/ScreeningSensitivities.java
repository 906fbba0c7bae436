package org.gridclear.report.security;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.numerics.OutageFactors;
import org.gridclear.numerics.ShiftFactors;
import org.gridclear.run.Job;
import org.gridclear.security.result.Monitored;
import org.gridclear.table.CsvFile;

/**
 * What moves the devices that a screening found violated (H-10 to H-12): shift factors of the
 * generators, and the outage factor of the worst outage. On the topology of the first snapshot.
 */
final class ScreeningSensitivities {
  private static final int DEVICES_MAX = 50;

  /** Factors smaller than this are left out. */
  private static final double FACTOR_MIN = 0.01;

  private final Job.Screening job;
  private final Network network;
  private final NetworkIndex index;
  private final ShiftFactors factors;
  private final OutageFactors outages;

  /** Buses of the generators, looked up once. */
  private final int[] generatorBus;

  private ScreeningSensitivities(Job.Screening job) {
    this.job = job;
    this.network = job.network();
    this.index = new NetworkIndex(network);
    this.factors = new ShiftFactors(index, job.snapshots().get(0).branchOn());
    this.outages = new OutageFactors(index, factors);
    this.generatorBus = network.generators().stream().mapToInt(g -> index.bus(g.bus())).toArray();
  }

  /** Writes {@code sensitivities.csv} for the worst violated branches and flowgates, if any. */
  static void write(
      Path folder, Job.Screening job, List<Monitored.Device> devices, ScreeningTotals totals) {
    List<Map.Entry<Integer, ScreeningTotals.DeviceTotal>> violated =
        totals.devices().entrySet().stream()
            .filter(
                entry -> entry.getValue().violations + entry.getValue().baseViolatedSnapshots > 0)
            .filter(entry -> devices.get(entry.getKey()).kind() != Monitored.Kind.BUS)
            .sorted(Comparator.comparingDouble(entry -> -entry.getValue().greatestLoading))
            .limit(DEVICES_MAX)
            .toList();
    try (CsvFile file =
        new CsvFile(folder.resolve("sensitivities.csv"), "device", "by", "element", "factor")) {
      if (violated.isEmpty()) {
        return;
      }
      ScreeningSensitivities of = new ScreeningSensitivities(job);
      for (Map.Entry<Integer, ScreeningTotals.DeviceTotal> entry : violated) {
        String id = devices.get(entry.getKey()).id();
        of.generators(file, id, of.row(entry.getKey()));
        of.outage(file, id, entry.getKey(), entry.getValue().worstOutage);
      }
    }
  }

  private double[] row(int device) {
    int branchCount = network.branches().size();
    if (device < branchCount) {
      return factors.row(device);
    }
    Flowgate gate = network.flowgates().get(device - branchCount);
    return factors.row(gate);
  }

  private void generators(CsvFile file, String device, double[] row) {
    for (int g = 0; g < generatorBus.length; g++) {
      double factor = row[generatorBus[g]];
      if (Math.abs(factor) >= FACTOR_MIN) {
        file.row(device, "generator", network.generators().get(g).id(), factor);
      }
    }
  }

  private void outage(CsvFile file, String id, int device, int outage) {
    Contingency worst = outage < 0 ? null : job.scope().contingencies().get(outage);
    if (worst == null || worst.branches().size() != 1 || device >= network.branches().size()) {
      return;
    }
    outages
        .of(index.branch(worst.branches().get(0)))
        .ifPresent(column -> file.row(id, "outage", worst.branches().get(0), column[device]));
  }
}

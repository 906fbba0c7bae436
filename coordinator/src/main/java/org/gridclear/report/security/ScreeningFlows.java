package org.gridclear.report.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gridclear.network.OperatingPoint;
import org.gridclear.run.Job;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.security.screening.ScreeningKernel;
import org.gridclear.security.screening.ScreeningModel;
import org.gridclear.solver.Deadline;
import org.gridclear.validate.UnknownNameException;

/**
 * Flows and voltages of the monitored devices at one snapshot (H-26).
 *
 * @param snapshot name of the snapshot
 * @param outage id of the outage; empty for the intact grid
 * @param status how the outage ended; of the intact grid SOLVED, or DIVERGED without a solution.
 *     Flows of an UNBALANCED outage are no operating point (docs/security.md).
 * @param reason why there are none or what is missing; empty for nothing
 * @param rows one per device that is wanted; none where there is no solution
 */
public record ScreeningFlows(
    String snapshot, String outage, String status, String reason, List<Map<String, Object>> rows) {
  private static final String SOLVED = "SOLVED";
  private static final String DIVERGED = "DIVERGED";

  public ScreeningFlows {
    rows = List.copyOf(rows);
  }

  /**
   * Computes them.
   *
   * @throws IllegalArgumentException if the snapshot or the outage is none of the screening
   */
  static ScreeningFlows of(Job.Screening job, ScreeningQueries.Filter filter) {
    OperatingPoint point = point(job, filter.snapshot());
    NetworkStructure structure = NetworkStructure.of(job.network());
    List<Outage> outages =
        filter.outage().isEmpty() ? List.of() : List.of(outage(job, filter.outage(), structure));
    ScreeningQueries.known(filter, job, Monitored.devices(job.network()));
    ScreeningOptions all = job.options().listing(ScreeningOptions.Rows.ALL);
    ScreeningModel model;
    try {
      model = new ScreeningModel(structure, point, outages, all, job.scope().watched());
    } catch (ArithmeticException e) {
      String why = "The intact grid has no solution: " + e.getMessage();
      return new ScreeningFlows(point.name(), filter.outage(), DIVERGED, why, List.of());
    }
    if (outages.isEmpty()) {
      return new ScreeningFlows(
          point.name(),
          "",
          SOLVED,
          model.base().text(),
          rows(job, filter, model.base().loadings()));
    }
    ScreeningBlock block = ScreeningKernel.screen(model, 0, 1, Deadline.never());
    OutageResult result = block.results().get(0);
    return new ScreeningFlows(
        point.name(),
        filter.outage(),
        result.status().name(),
        result.text(),
        rows(job, filter, block.loadings()));
  }

  private static List<Map<String, Object>> rows(
      Job.Screening job, ScreeningQueries.Filter filter, List<Loading> loadings) {
    List<Monitored.Device> devices = Monitored.devices(job.network());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Loading loading : loadings) {
      Monitored.Device device = devices.get(loading.device());
      if (rows.size() < filter.rows() && filter.takes(device)) {
        Map<String, Object> row = row(job, device, filter.snapshot(), loading);
        row.put("outage", filter.outage());
        rows.add(row);
      }
    }
    return rows;
  }

  private static OperatingPoint point(Job.Screening job, String snapshot) {
    for (OperatingPoint point : job.snapshots()) {
      if (ScreeningQueries.fits(snapshot, point.name()) && !snapshot.isEmpty()) {
        return point;
      }
    }
    throw new UnknownNameException(
        "snapshot",
        snapshot,
        new TreeSet<>(job.snapshots().stream().map(OperatingPoint::name).toList()));
  }

  private static Outage outage(Job.Screening job, String id, NetworkStructure structure) {
    return job.scope().contingencies().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .map(each -> Outage.of(each, structure.index()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The outage '%s' is none of this screening.".formatted(id)));
  }

  /** What a device carries, as {@code flows.csv} has it. */
  static Map<String, Object> row(
      Job.Screening job, Monitored.Device device, String snapshot, Loading loading) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("snapshot", snapshot);
    row.put("outage", ScreeningWords.id(job, loading.outage()));
    row.put("device", device.id());
    row.put("deviceKind", ScreeningWords.kind(device));
    row.put("kv", device.kv());
    row.put("zone", device.zone());
    row.put("kind", loading.kind());
    row.put("pre", loading.before());
    row.put("post", loading.after());
    row.put("limit", loading.limit());
    row.put("loading", ScreeningWords.loading(job.network(), loading));
    return row;
  }
}

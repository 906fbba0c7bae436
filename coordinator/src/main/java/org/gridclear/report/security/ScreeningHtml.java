package org.gridclear.report.security;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.network.Branch;
import org.gridclear.report.page.HtmlReport;
import org.gridclear.report.page.NetworkPicture;
import org.gridclear.report.page.Timeline;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.security.result.BaseResult;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.Monitored;
import org.jspecify.annotations.Nullable;

/** The report page of a screening. */
final class ScreeningHtml {
  private static final int DURATION_POINTS = 400;
  private static final int TABLE_ROWS_MAX = 500;
  private static final int MATRIX_MAX = 25;

  private ScreeningHtml() {}

  static String of(
      RunResult result,
      List<Monitored.Device> devices,
      ScreeningTotals totals,
      ScreeningSummary summary,
      @Nullable BaseResult base,
      List<String> files,
      Map<String, Object> map) {
    Job.Screening job = (Job.Screening) result.job();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", job.name());
    data.put("timeline", Timeline.of(result));
    data.put("timelineOmitted", Timeline.omitted(result));
    data.put("summary", summary.map());
    data.put("snapshots", totals.snapshots());
    data.put("duration", totals.loadingDuration(DURATION_POINTS));
    data.put("durationShare", totals.loadedShare());
    data.put("devices", devices(job, devices, totals));
    data.put("base", base == null ? List.of() : base(job, devices, base));
    data.put("matrix", matrix(job, devices, totals));
    data.put("picture", picture(job, totals));
    data.put("map", map);
    data.put("files", files);
    return HtmlReport.page("screening", data);
  }

  private static List<Object[]> devices(
      Job.Screening job, List<Monitored.Device> devices, ScreeningTotals totals) {
    return totals.devices().entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> -entry.getValue().worstLoading))
        .limit(TABLE_ROWS_MAX)
        .map(
            entry -> {
              Monitored.Device device = devices.get(entry.getKey());
              ScreeningTotals.DeviceTotal t = entry.getValue();
              return new Object[] {
                device.id(),
                ScreeningWords.kind(device),
                device.kv(),
                device.zone(),
                t.heavySnapshots,
                t.baseViolatedSnapshots,
                t.outageViolatedSnapshots,
                t.violations,
                t.worstLoading,
                ScreeningWords.id(job, t.worstOutage),
                t.worstSnapshot
              };
            })
        .toList();
  }

  private static List<Object[]> base(
      Job.Screening job, List<Monitored.Device> devices, BaseResult base) {
    return base.loadings().stream()
        .filter(l -> l.kind() != Loading.Kind.LISTED)
        .sorted(Comparator.comparingDouble(l -> -ScreeningWords.loading(job.network(), l)))
        .limit(TABLE_ROWS_MAX)
        .map(
            l -> {
              Monitored.Device device = devices.get(l.device());
              return new Object[] {
                device.id(),
                ScreeningWords.kind(device),
                device.kv(),
                device.zone(),
                l.violation() ? "violation" : "heavy",
                l.after(),
                l.limit(),
                ScreeningWords.loading(job.network(), l)
              };
            })
        .toList();
  }

  /** The worst loadings as a matrix of outages and devices. */
  private static Map<String, Object> matrix(
      Job.Screening job, List<Monitored.Device> devices, ScreeningTotals totals) {
    Set<Integer> rows = new LinkedHashSet<>();
    Set<Integer> columns = new LinkedHashSet<>();
    for (Loading loading : totals.severe()) {
      if (rows.size() < MATRIX_MAX) {
        rows.add(loading.device());
      }
      if (columns.size() < MATRIX_MAX) {
        columns.add(loading.outage());
      }
    }
    List<Integer> rowList = new ArrayList<>(rows);
    List<Integer> columnList = new ArrayList<>(columns);
    List<double[]> cells = new ArrayList<>();
    for (Loading loading : totals.severe()) {
      int row = rowList.indexOf(loading.device());
      int column = columnList.indexOf(loading.outage());
      if (row >= 0 && column >= 0) {
        cells.add(new double[] {column, row, ScreeningWords.loading(job.network(), loading)});
      }
    }
    return Map.of(
        "devices",
        rowList.stream().map(d -> devices.get(d).id()).toList(),
        "outages",
        columnList.stream().map(o -> ScreeningWords.id(job, o)).toList(),
        "cells",
        cells);
  }

  /** Buses and branches; of a branch whether it has a limit. */
  private static Map<String, Object> picture(Job.Screening job, ScreeningTotals totals) {
    int[] limited = new int[job.network().branches().size()];
    for (int l = 0; l < limited.length; l++) {
      Branch branch = job.network().branches().get(l);
      boolean has = job.options().rating().of(branch.ratings()) > 0;
      limited[l] = branch.inService() && has ? 0 : NetworkPicture.NONE;
    }
    Map<String, Object> picture = NetworkPicture.of(job.network());
    picture.put("loadings", limited);
    int first = limited.length + job.network().flowgates().size();
    if (totals.devices().keySet().stream().anyMatch(device -> device >= first)) {
      picture.put("marked", List.of());
    }
    return picture;
  }
}

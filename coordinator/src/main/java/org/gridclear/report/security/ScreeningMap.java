package org.gridclear.report.security;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.network.Network;
import org.gridclear.run.Job;
import org.gridclear.security.result.BaseResult;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.Monitored;
import org.jspecify.annotations.Nullable;

/**
 * Heavy and violated devices by snapshot and outage, as the picture of a page shows them (H-22,
 * H-23): the most loaded ones where they are too many for a page.
 */
final class ScreeningMap {
  /** Loadings that a page holds. */
  static final int CELLS_MAX = 20_000;

  /** The base case in the place of an outage. */
  static final int BASE = -1;

  private static final Comparator<Cell> MOST_LOADED =
      Comparator.comparingDouble((Cell cell) -> -cell.share())
          .thenComparingInt(Cell::snapshot)
          .thenComparingInt(Cell::outage)
          .thenComparingInt(Cell::device);

  private final Network network;
  private final List<Cell> cells = new ArrayList<>();
  private int snapshots;
  private long count;

  ScreeningMap(Network network) {
    this.network = network;
  }

  private record Cell(int snapshot, int outage, int device, double share, boolean violation) {}

  /** Takes the next snapshot; {@code base} is null if it has no base case. */
  void add(List<Loading> listed, @Nullable BaseResult base) {
    if (base != null) {
      base.loadings().forEach(loading -> add(BASE, loading));
    }
    listed.forEach(loading -> add(loading.outage(), loading));
    snapshots++;
  }

  private void add(int outage, Loading loading) {
    if (loading.kind() == Loading.Kind.LISTED) {
      return;
    }
    double share = ScreeningWords.loading(network, loading);
    cells.add(new Cell(snapshots, outage, loading.device(), share, loading.violation()));
    count++;
    if (cells.size() > 4 * CELLS_MAX) {
      trim();
    }
  }

  private void trim() {
    cells.sort(MOST_LOADED);
    cells.subList(Math.min(cells.size(), CELLS_MAX), cells.size()).clear();
  }

  /**
   * {@code cells} of {@code [snapshot, outage or -1, device, loading in percent, 1 for a
   * violation]}, most loaded first, the {@code outages} and {@code devices} in them by number, as
   * {@code [id, kind]}, and the {@code count} of all there are.
   */
  Map<String, Object> map(Job.Screening job, List<Monitored.Device> devices) {
    trim();
    Map<String, Object> outages = new TreeMap<>();
    Map<String, Object> named = new TreeMap<>();
    List<int[]> rows = new ArrayList<>();
    for (Cell cell : cells) {
      int percent = (int) Math.rint(100 * cell.share());
      rows.add(
          new int[] {
            cell.snapshot(), cell.outage(), cell.device(), percent, cell.violation() ? 1 : 0
          });
      if (cell.outage() != BASE) {
        outages.put(String.valueOf(cell.outage()), ScreeningWords.id(job, cell.outage()));
      }
      Monitored.Device device = devices.get(cell.device());
      named.put(
          String.valueOf(cell.device()), new Object[] {device.id(), ScreeningWords.kind(device)});
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("cells", rows);
    map.put("outages", outages);
    map.put("devices", named);
    map.put("count", count);
    map.put("firstBus", network.branches().size() + network.flowgates().size());
    return map;
  }
}

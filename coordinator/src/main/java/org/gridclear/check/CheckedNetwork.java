package org.gridclear.check;

import java.nio.file.Path;
import java.util.List;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.LimitReader;
import org.gridclear.network.DeviceLimit;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.correction.ClearedSnapshots;
import org.gridclear.security.input.SnapshotReader;
import org.gridclear.synthetic.SyntheticSnapshots;
import org.gridclear.validate.Issue;
import org.jspecify.annotations.Nullable;

/**
 * What a check is about: a network at operating points of its own, or the periods of a cleared plan
 * (H-02, H-19).
 *
 * @param network the network
 * @param points its operating points
 * @param plan whether they are the periods of a cleared plan
 * @param remarks warnings and notices about the input
 */
public record CheckedNetwork(
    Network network, List<OperatingPoint> points, boolean plan, List<Issue> remarks) {
  public CheckedNetwork {
    points = List.copyOf(points);
    remarks = List.copyOf(remarks);
  }

  /** The network of a file at the file's own operating point. */
  public static CheckedNetwork of(CaseFiles.Loaded loaded) {
    Network network = loaded.network();
    return new CheckedNetwork(
        network, List.of(OperatingPoint.of(network)), false, loaded.log().issues());
  }

  /** The network of a file on so many snapshots of a synthetic day; one is the file's own. */
  public static CheckedNetwork ofDay(CaseFiles.Loaded loaded, int snapshots) {
    return of(loaded).at(SyntheticSnapshots.ofDay(loaded.network(), snapshots));
  }

  /**
   * Periods of a cleared plan.
   *
   * @param from first period, counted from 0
   * @param to one past the last
   */
  public static CheckedNetwork ofPlan(
      ClearingCase cleared, ClearingResult result, int from, int to, List<Issue> remarks) {
    ClearedSnapshots snapshots = ClearedSnapshots.of(cleared, result, from, to);
    return new CheckedNetwork(snapshots.network(), snapshots.points(), true, remarks);
  }

  /**
   * The network at other operating points.
   *
   * @throws IllegalArgumentException if these are the periods of a plan
   */
  public CheckedNetwork at(List<OperatingPoint> others) {
    if (plan) {
      throw new IllegalArgumentException(
          "Snapshots are for a network: those of a cleared case are its periods.");
    }
    return new CheckedNetwork(network, others, false, remarks);
  }

  /**
   * The network on the snapshots that a text names: a number of those of a synthetic day, or a
   * file.
   *
   * @param snapshots the text; null for the operating points that it has
   * @throws IllegalArgumentException if these are the periods of a plan
   */
  public CheckedNetwork on(@Nullable String snapshots) {
    return snapshots == null ? this : at(SnapshotReader.read(snapshots, network));
  }

  /** The network with the limits of a file; null for its own. */
  public CheckedNetwork limitedBy(@Nullable Path limits) {
    return limits == null ? this : limited(LimitReader.read(limits, network));
  }

  /** The network with other limits of devices (H-18). */
  public CheckedNetwork limited(List<DeviceLimit> limits) {
    return new CheckedNetwork(
        DeviceLimit.applyTo(network, limits),
        points.stream().map(point -> DeviceLimit.applyTo(point, network, limits)).toList(),
        plan,
        remarks);
  }
}

package org.gridclear.security.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.io.TempDir;

/** A grid of three voltages and two zones. */
abstract class ScreenedGrid {
  static final Network GRID =
      new Network(
          "grid",
          100,
          List.of(bus("a", 500, "north"), bus("b", 220, "north"), bus("c", 110, "south")),
          List.of(
              branch("ab", "a", "b", BranchKind.TRANSFORMER, true),
              branch("bc", "b", "c", BranchKind.LINE, true),
              branch("ac", "a", "c", BranchKind.LINE, true),
              branch("out", "a", "c", BranchKind.LINE, false)),
          List.of(
              Generator.of("ga", "a"),
              Generator.of("gc", "c"),
              Generator.of("gout", "c").withInService(false)),
          List.of(new Load("l", "c", 100, 20)),
          List.of(),
          List.of(
              new HvdcLine("d", "b", "c", 0, 0, 1, 0, 0, true),
              new HvdcLine("dout", "b", "c", 0, 0, 1, 0, 0, false)),
          List.of(new Flowgate("f", List.of(new Flowgate.Term("ab", 1)), 9, 9)));

  static Bus bus(String id, double kv, String zone) {
    return new Bus(id, id, BusType.PQ, kv, zone, 1, 0, 0.9, 1.1);
  }

  static Branch branch(String id, String from, String to, BranchKind kind, boolean on) {
    return new Branch(id, from, to, kind, 0, 0.1, 0, 1, 0, Branch.Ratings.UNLIMITED, on);
  }

  static String outages(String kinds, double least, double most, String... zones) {
    OutageScope scope = new OutageScope(OutageScope.kinds(kinds), least, most, Set.of(zones));
    return String.join(" ", scope.contingencies(GRID).stream().map(Contingency::id).toList());
  }

  static ScreeningOptions options(double tolerance, double heavy, double worsened, int exponent) {
    ScreeningOptions d = ScreeningOptions.DEFAULT;
    return new ScreeningOptions(
        d.method(),
        d.start(),
        d.reactiveLimits(),
        d.baseSharing(),
        d.outageSharing(),
        d.rating(),
        tolerance,
        heavy,
        worsened,
        exponent,
        d.rows());
  }

  static void assertRefused(
      String message, double tolerance, double heavy, double worsened, int exponent) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class, () -> options(tolerance, heavy, worsened, exponent))
            .getMessage());
  }

  // Questions of sensitivity.
  static List<String> issues(IssueLog log) {
    return log.issues().stream()
        .map(issue -> issue.field() + " | " + issue.value() + " | " + issue.advice())
        .toList();
  }

  static SensitivityQuestion question(String json, IssueLog log) {
    return SensitivityReader.read(
        new JsonFields(Json.MAPPER.readTree(json), "sensitivities", log), log);
  }

  // Snapshots.
  @TempDir Path folder;

  List<OperatingPoint> snapshots(String csv) throws IOException {
    Path file = folder.resolve("snapshots.csv");
    Files.writeString(file, csv);
    return SnapshotReader.read(file.toString(), GRID);
  }

  static List<Double> loads(List<OperatingPoint> points) {
    List<Double> loads = new ArrayList<>();
    points.forEach(point -> loads.add(point.loadMw()[0]));
    return loads;
  }
}

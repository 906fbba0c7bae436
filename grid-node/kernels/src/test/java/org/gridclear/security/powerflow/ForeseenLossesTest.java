package org.gridclear.security.powerflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.audit.OutageAudit;
import org.gridclear.security.input.PowerFlowOptions;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.PowerFlowOptions.Start;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A reference behind a line of 1 p.u., which brings no more than 100 MW: it gives 95 MW and cannot
 * take the 25 MW that the line between the other two buses loses. Shared by room, they have a
 * solution.
 */
class ForeseenLossesTest {
  private static final String WEAK =
      """
      function mpc = weak
      mpc.version = '2';
      mpc.baseMVA = 100;
      mpc.bus = [
        1 3   0 0 0 0 1 1 0 230 1 1.1 0.9;
        2 2   0 0 0 0 1 1 0 230 1 1.1 0.9;
        3 2 600 0 0 0 1 1 0 230 1 1.1 0.9;
      ];
      mpc.gen = [
        1  95 0 999 -999 1 100 1  100 0;
        2 355 0 999 -999 1 100 1 1000 0;
        3 150 0 999 -999 1 100 1  150 0;
      ];
      mpc.branch = [
        1 2 0    1    0 0 0 0 0 0 1;
        2 3 0.01 0.05 0 0 0 0 0 0 1;
      ];
      """;

  @TempDir Path folder;

  private Network network() throws IOException {
    Path file = Files.writeString(folder.resolve("weak.m"), WEAK);
    return CaseFiles.load(file.toString(), Path.of(""), Set.of()).content()
            instanceof CaseFiles.Content.OnlyNetwork only
        ? only.network()
        : fail("no network");
  }

  @ParameterizedTest
  @EnumSource(Start.class)
  void lossesThatTheReferenceCannotTakeAreSharedFromTheFirstStepOn(Start start) throws IOException {
    Network network = network();
    OperatingPoint point = OperatingPoint.of(network);
    PowerFlowModel model = new PowerFlowModel(NetworkStructure.of(network), point);
    PowerFlowOptions byReference = new PowerFlowOptions(start, false, Sharing.REFERENCE, 1e-9);
    PowerFlowOptions byRoom = new PowerFlowOptions(start, false, Sharing.HEADROOM, 1e-9);
    assertFalse(AcPowerFlow.solve(model, byReference).converged(), "a line brings 100 MW at most");
    AcSolution solution = AcPowerFlow.solve(model, byRoom);
    assertTrue(solution.converged(), solution.text());
    PowerFlowResult flow = PowerFlowResult.ac(model, byRoom);
    double lossMw = flow.fromMw()[1] + flow.toMw()[1];
    assertTrue(lossMw > 15, "the line between the others loses " + lossMw);
    assertEquals(95 + lossMw * 5 / 650, flow.fromMw()[0], 1e-5, "5 of 650 MW of room");
    assertEquals(sine(flow.fromMw()[0]), flow.angleDeg()[0] - flow.angleDeg()[1], 1e-6);
    OutageAudit audit =
        new OutageAudit(
            network,
            point,
            new ScreeningOptions(
                Method.AC,
                start,
                false,
                Sharing.HEADROOM,
                Sharing.HEADROOM,
                ScreeningOptions.Rating.NORMAL,
                1e-9,
                1,
                0.01,
                4,
                ScreeningOptions.Rows.ALL),
            new double[0]);
    assertTrue(audit.baseMismatchPu() < 1e-9, "auditor: " + audit.baseMismatchPu());
    assertEquals(flow.fromMw()[0], audit.before(new double[0]).activeMw()[0], 1e-4, "auditor");
  }

  /** Angle of a line of 1 p.u. between two voltages of 1 p.u. that carries so much, in degrees. */
  private static double sine(double mw) {
    return Math.toDegrees(Math.asin(mw / 100));
  }
}

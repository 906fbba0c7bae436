package org.gridclear.report.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.run.Job;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.PowerFlowOptions.Start;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rating;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.work.ScreeningScope;
import org.junit.jupiter.api.Test;

/** Flows that are asked for say how the power flow ended, whether there are any or none. */
// Rows: H-26, H-28, H-32
class ScreeningFlowsTest {
  private static Job.Screening job(Method method, double timesLoad) {
    Network ieee14 = CaseFiles.load("ieee14", Path.of(""), Set.of()).network();
    List<Load> loads =
        ieee14.loads().stream()
            .map(l -> new Load(l.id(), l.bus(), timesLoad * l.pMw(), timesLoad * l.qMvar()))
            .toList();
    List<Contingency> outages =
        java.util.stream.Stream.concat(
                ieee14.branches().stream().map(Branch::id).map(Contingency::ofBranch),
                java.util.stream.Stream.of(Contingency.ofGenerator("G1")))
            .toList();
    Network network = ieee14.withLoads(loads);
    ScreeningOptions options =
        new ScreeningOptions(
            method,
            Start.FLAT,
            false,
            Sharing.REFERENCE,
            Sharing.HEADROOM,
            Rating.NORMAL,
            1e-6,
            0.8,
            0.01,
            ScreeningOptions.DEFAULT.severityExponent(),
            Rows.VIOLATIONS);
    return new Job.Screening(
        "s",
        network,
        List.of(OperatingPoint.of(network)),
        new ScreeningScope(outages, null),
        options,
        List.of());
  }

  private static ScreeningFlows flows(Job.Screening job, String outage) {
    String snapshot = job.snapshots().get(0).name();
    return ScreeningFlows.of(
        job, new ScreeningQueries.Filter(snapshot, outage, "", "", "", "", "", 1000));
  }

  @Test
  void theIntactGridIsSolvedOrSaysThatItIsNot() {
    ScreeningFlows solved = flows(job(Method.AC, 1), "");
    assertEquals("SOLVED", solved.status());
    assertFalse(solved.rows().isEmpty());
    for (String outage : List.of("", "L1")) {
      ScreeningFlows none = flows(job(Method.AC, 30), outage);
      assertEquals("DIVERGED", none.status());
      assertTrue(none.reason().contains("intact grid"), none.reason());
      assertEquals(List.of(), none.rows());
    }
  }

  @Test
  void anOutageWithoutASolutionSaysSo() {
    int diverged = 0;
    for (double times = 2; diverged == 0 && times < 6; times += 0.25) {
      Job.Screening job = job(Method.AC, times);
      if (flows(job, "").status().equals("SOLVED")) {
        for (Branch branch : job.network().branches()) {
          ScreeningFlows after = flows(job, branch.id());
          if (after.status().equals("DIVERGED")) {
            diverged++;
            assertFalse(after.reason().isEmpty());
            assertEquals(List.of(), after.rows());
          }
        }
      }
    }
    assertTrue(diverged > 0, "no outage diverged");
  }

  /** 518 MW of load are more than the 440 MW that the units left can give. */
  @Test
  void flowsThatAreNoOperatingPointSaySo() {
    ScreeningFlows after = flows(job(Method.DC, 2), "G1");
    assertEquals("UNBALANCED", after.status());
    assertFalse(after.reason().isEmpty());
    assertTrue(after.rows().stream().allMatch(row -> row.get("outage").equals("G1")));
  }

  @Test
  void aSnapshotThatThereIsNotIsRefused() {
    Job.Screening job = job(Method.DC, 1);
    for (String snapshot : List.of("", "noon")) {
      ScreeningQueries.Filter filter =
          new ScreeningQueries.Filter(snapshot, "", "", "", "", "", "", 10);
      assertThrows(IllegalArgumentException.class, () -> ScreeningFlows.of(job, filter));
    }
  }
}

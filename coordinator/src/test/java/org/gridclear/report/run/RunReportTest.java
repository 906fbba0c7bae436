package org.gridclear.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridclear.run.Job;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunResult;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.table.Figures;
import org.gridclear.work.UnitSummary;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What runs come to that clear no cases: they are asked for by the same call as studies. */
class RunReportTest {
  @Test
  void aRunThatClearsNoCasesTellsHowItWentAndWhatItsUnitsFound() throws Exception {
    try (LocalGrid grid = new LocalGrid(1);
        ActorStudyRuns runs =
            new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC())) {
      RunResult result =
          runs.submit(new Job.Probing("load", 2, 1000)).result().get(60, TimeUnit.SECONDS);
      JsonNode summary = Figures.of(RunReport.summary(result, runs.store()));
      assertEquals(result.status().runId(), summary.get("runId").stringValue());
      assertEquals("DONE", summary.get("state").stringValue());
      assertEquals(2, summary.get("units").size());
      List<UnitSummary.Probe> found =
          result.cases().stream()
              .map(each -> (UnitSummary.Probe) each.receipt().summary())
              .toList();
      for (int u = 0; u < 2; u++) {
        JsonNode unit = summary.get("units").get(u);
        assertEquals(result.cases().get(u).name(), unit.get("name").stringValue());
        assertEquals("DONE", unit.get("status").stringValue());
        assertEquals(found.get(u).value(), unit.get("figures").get("value").longValue());
      }
      assertFalse(summary.has("cases"), "it has none");
    }
  }
}

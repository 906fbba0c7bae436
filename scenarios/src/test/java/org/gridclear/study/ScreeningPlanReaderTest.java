package org.gridclear.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Network;
import org.gridclear.security.input.OutageScope;
import org.gridclear.security.input.ScreeningPlan;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;
import org.junit.jupiter.api.Test;

/** What a study has screened: a scope that leaves nothing to look at is no scope. */
// Rows: H-06, H-17
class ScreeningPlanReaderTest {
  private static ScreeningPlan plan(String fields) {
    String study = "study: s\nbase: {case: ieee14}\nscreening: {%s}".formatted(fields);
    return StudyReader.read(study, "study.yaml", Path.of("")).screening().orElseThrow();
  }

  private static List<Issue> issues(String fields) {
    return assertThrows(InvalidInputException.class, () -> plan(fields)).issues();
  }

  private static Network network() {
    return CaseFiles.load("ieee14", Path.of(""), Set.of()).network();
  }

  @Test
  void zonesThatTheNetworkLacksAreRefusedAllAtOnce() {
    List<Issue> issues = issues("zones: [Norht], watchZones: [Suoth]");
    assertEquals(
        List.of("zones Norht", "watchZones Suoth"),
        issues.stream()
            .filter(issue -> issue.rule() == Rule.REFERENCE_EXISTS)
            .map(issue -> issue.field() + " " + issue.value())
            .toList());
  }

  /** In DC they would change nothing, and nobody would know. */
  @Test
  void whatOnlyAnAcPowerFlowHasIsRefusedInDcAllAtOnce() {
    String fields = "start: flat, reactiveLimits: true, tolerancePu: 0.001";
    assertEquals(
        List.of("start FLAT", "reactiveLimits true", "tolerancePu 0.001"),
        issues(fields).stream().map(issue -> issue.field() + " " + issue.value()).toList());
    assertTrue(plan("method: ac, " + fields).options().reactiveLimits());
    assertEquals(1e-5, plan("method: dc, start: file, tolerancePu: 1e-5").options().tolerancePu());
  }

  @Test
  void zonesThatTheNetworkHasAreTaken() {
    String zone = network().buses().get(0).zone();
    ScreeningPlan plan = plan("zones: ['%s'], watchZones: ['%s']".formatted(zone, zone));
    assertEquals(List.of(zone), plan.watch().zones());
  }

  @Test
  void aVoltageThatNothingHasLeavesNothingToWatchAndIsRefused() {
    List<Issue> issues = issues("watchKvMin: 7000, watchKvMax: 8000");
    assertEquals(1, issues.size());
    assertTrue(issues.get(0).advice().contains("No branch and no bus"), issues.toString());
    OutageScope none = new OutageScope(OutageScope.BRANCHES.kinds(), 7000, 8000, Set.of());
    assertThrows(IllegalArgumentException.class, () -> none.watched(network()));
  }
}

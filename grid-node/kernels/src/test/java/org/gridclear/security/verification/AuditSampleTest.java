package org.gridclear.security.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which grids the audit of an AC check solves again. */
class AuditSampleTest {
  private static int outages(AuditSample.Visit visit) {
    return visit.spread().size() + visit.gravest();
  }

  @ParameterizedTest
  @CsvSource({
    "24, 300, 411, 10, 10",
    "24, 2000, 3206, 2, 2",
    "96, 118, 186, 25, 25",
    "96, 10000, 12706, 2, 2",
    "1, 300, 411, 1, 19",
    "24, 14, 20, 24, 404",
    "24, 300, 1, 10, 10",
    "24, 300, 0, 20, 0",
    "2, 2, 3, 2, 6"
  })
  void everyVisitedPeriodHasOutages(
      int periods, int buses, int outages, int visited, int solvedAfterOutages) {
    List<AuditSample.Visit> visits = AuditSample.of(periods, buses, outages);
    assertEquals(visited, visits.size());
    assertEquals(visited, visits.stream().mapToInt(AuditSample.Visit::period).distinct().count());
    assertEquals(solvedAfterOutages, visits.stream().mapToInt(AuditSampleTest::outages).sum());
    for (AuditSample.Visit visit : visits) {
      assertTrue(outages == 0 || outages(visit) > 0, "no outage in " + visit);
      assertTrue(visit.period() < periods);
      assertTrue(outages(visit) <= outages && visit.gravest() >= 0, visit.toString());
      assertTrue(visit.spread().stream().allMatch(o -> o >= 0 && o < outages), visit.toString());
    }
    assertTrue(solvedAfterOutages + visited <= Math.max(4, 6000 / buses), "the cost stays bounded");
  }

  @Test
  void thoseThatTakeMostAwayAreSolvedEachOnce() {
    double[] takenMva = {1, 50, 50.4, 90, 3};
    Set<Integer> looked = new HashSet<>();
    AuditSample.Visit two = new AuditSample.Visit(0, List.of(4), 2);
    assertEquals(List.of(1, 3, 4), two.taken(takenMva, looked), "of equals the first");
    assertEquals(List.of(0, 2, 4), two.taken(takenMva, looked), "those not looked at yet");
    assertEquals(List.of(1, 3, 4), two.taken(takenMva, looked), "all were: the gravest again");
  }

  @Test
  void theSpreadOnesReachOverTheWholeList() {
    List<Integer> spread =
        AuditSample.of(96, 118, 186).stream().flatMap(v -> v.spread().stream()).sorted().toList();
    assertEquals(spread.size(), Set.copyOf(spread).size());
    assertTrue(spread.get(0) < 20 && spread.get(spread.size() - 1) > 160, spread.toString());
  }
}

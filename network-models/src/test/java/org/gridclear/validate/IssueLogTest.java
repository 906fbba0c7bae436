package org.gridclear.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class IssueLogTest {
  private final IssueLog log = new IssueLog("x.m");

  @Test
  void noticesOfOneFieldAreOneIssueWithTheirCount() {
    log.notice(Rule.FIELD_USED, "bus", "1", "AREA", 7, "Areas are not modelled.");
    log.notice(Rule.FIELD_USED, "bus", "2", "AREA", 8, "Areas are not modelled.");
    log.notice(Rule.FIELD_USED, "bus", "3", "LAM_P", 9, "Results are not read.");
    List<Issue> issues = log.issues();
    assertEquals(2, issues.size());
    assertEquals("bus 1 and 1 more", issues.get(0).element());
    assertEquals("7", issues.get(0).value());
    assertEquals("bus 3", issues.get(1).element());
    assertTrue(issues.get(0).line().startsWith("NOTICE FMT-09 x.m: bus 1 and 1 more, AREA = 7;"));
  }

  @Test
  void noticesAreNoErrorsAndComeAfterThem() {
    log.notice(Rule.TAKEN_AS, "bus", "1", "type", 3, "Bus 1 is the reference.");
    assertFalse(log.hasErrors());
    log.throwIfErrors();
    log.add(Rule.TAP_POSITIVE, "branch L1", "ratio", -1, "");
    InvalidInputException thrown =
        assertThrows(InvalidInputException.class, () -> log.throwIfErrors());
    assertEquals(
        List.of(Severity.ERROR, Severity.NOTICE),
        thrown.issues().stream().map(issue -> issue.rule().severity()).toList());
  }

  @Test
  void anErrorIsNoNotice() {
    assertThrows(
        IllegalArgumentException.class,
        () -> log.notice(Rule.TAP_POSITIVE, "branch", "L1", "ratio", -1, ""));
  }
}

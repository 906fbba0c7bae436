package org.gridclear.market.intervention;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.market.day.DayVersion;

/** What stands on top of a version that was made by hand, whatever it is. */
final class HandAlarms {
  /** Lines of one sort that are alarms of their own; of more the number is said. */
  private static final int SHOWN = 20;

  private HandAlarms() {}

  static String byHand(int count, DayVersion parent, String by, String reason) {
    return "BY HAND: %d changes of version %d by %s: %s"
        .formatted(count, parent.version(), by, line(reason));
  }

  /** What the auditor says of a case that was cleared again. */
  static List<String> verdict(List<Finding> findings) {
    if (findings.isEmpty()) {
      return List.of("AUDITOR PASSES: finds nothing wrong with it");
    }
    List<String> alarms = new ArrayList<>();
    alarms.add("AUDITOR OBJECTS: %d findings".formatted(findings.size()));
    findings.stream()
        .limit(SHOWN)
        .forEach(finding -> alarms.add("AUDITOR OBJECTS: " + line(finding.line())));
    return alarms;
  }

  /** That nobody could audit it, and what the numbers that were set break. */
  static List<String> notAudited(List<String> remarks) {
    List<String> alarms = new ArrayList<>();
    alarms.add(
        "NOT AUDITED: its case is not kept, numbers are as they were set%s"
            .formatted(remarks.isEmpty() ? "" : ", %d remarks".formatted(remarks.size())));
    remarks.stream().limit(SHOWN).forEach(remark -> alarms.add("NOT AUDITED: " + remark));
    return alarms;
  }

  /** Alarms of the version before, which a number set by hand does not end. */
  static List<String> inherited(DayVersion parent) {
    return parent.alarms().stream().map(alarm -> "OF VERSION BEFORE: " + alarm).toList();
  }

  private static String line(String text) {
    return text.replaceAll("\\R", " ");
  }
}

package org.gridclear.report.demo;

import java.util.List;
import java.util.Optional;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.Transition;
import org.gridclear.market.approval.VersionState;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.fallback.DayFallback;

/**
 * A run of the day and what became of it.
 *
 * @param key market, date and cycle
 * @param startMinute minute after midnight at which it begins
 * @param minutes how long what it binds holds
 * @param decision how it came in force, or why it is not
 * @param people accounts that brought it on until it was in force, in their order; a rule is none
 * @param alarms what its version says before it is used
 */
public record DemoRun(
    DayKey key,
    int startMinute,
    int minutes,
    Decision decision,
    List<String> people,
    List<String> alarms) {
  public DemoRun {
    people = List.copyOf(people);
    alarms = List.copyOf(alarms);
  }

  /** How a run came in force. */
  public enum Decision {
    /** Nothing stood against it, and the rule of its market approved it. */
    BY_RULE,
    /** One person made or submitted it, another approved it. */
    BY_TWO_PERSONS,
    /** Another result stands in its place; two persons approved that. */
    FALLBACK,
    /** It has a version that is not in force. */
    NOT_IN_FORCE,
    /** It has no version. */
    MISSING
  }

  /** A run that was to be, and the version that counts of it. */
  static DemoRun of(
      DayKey key, int startMinute, int minutes, Optional<DayApproval.Standing> standing) {
    if (standing.isEmpty()) {
      return new DemoRun(key, startMinute, minutes, Decision.MISSING, List.of(), List.of());
    }
    DayApproval.Standing found = standing.get();
    List<String> alarms = found.version().alarms();
    return new DemoRun(
        key, startMinute, minutes, decision(found, isFallback(alarms)), people(found), alarms);
  }

  private static boolean isFallback(List<String> alarms) {
    return alarms.stream().anyMatch(alarm -> alarm.startsWith(DayFallback.ALARM));
  }

  private static Decision decision(DayApproval.Standing standing, boolean fallback) {
    if (!standing.state().isInForce()) {
      return Decision.NOT_IN_FORCE;
    }
    if (fallback) {
      return Decision.FALLBACK;
    }
    boolean byRule =
        standing.transitions().stream()
            .filter(step -> step.to() == VersionState.APPROVED)
            .allMatch(step -> step.by().equals(DayApproval.AUTOMATIC));
    return byRule ? Decision.BY_RULE : Decision.BY_TWO_PERSONS;
  }

  private static List<String> people(DayApproval.Standing standing) {
    return standing.transitions().stream()
        .filter(step -> step.to() != VersionState.PUBLISHED)
        .map(Transition::by)
        .filter(by -> !by.equals(DayApproval.AUTOMATIC))
        .distinct()
        .toList();
  }
}

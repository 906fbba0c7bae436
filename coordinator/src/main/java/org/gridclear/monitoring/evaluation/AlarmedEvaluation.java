package org.gridclear.monitoring.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gridclear.market.store.index.IndexAlarmRow;

/**
 * An evaluation with the alarms of its dates.
 *
 * @param done what was evaluated
 * @param raised open alarms that were not there before
 * @param severe severe alarms that are open, new or not
 */
public record AlarmedEvaluation(
    IndexEvaluation.Evaluated done, List<IndexAlarmRow> raised, List<IndexAlarmRow> severe) {
  public AlarmedEvaluation {
    raised = List.copyOf(raised);
    severe = List.copyOf(severe);
  }

  /**
   * Evaluates what is not there yet.
   *
   * @param told how many runs of those to be computed are done
   */
  public static AlarmedEvaluation of(
      IndexEvaluation evaluation, IndexAlarms alarms, IndexQuery query, Consumer<String> told) {
    Set<Long> before =
        alarms.of(query, false).stream().map(IndexAlarmRow::number).collect(Collectors.toSet());
    IndexEvaluation.Evaluated done = evaluation.evaluate(query, told);
    List<IndexAlarmRow> open = alarms.of(query, true);
    return new AlarmedEvaluation(
        done,
        open.stream().filter(each -> !before.contains(each.number())).toList(),
        open.stream().filter(each -> each.passed().severity().equals("severe")).toList());
  }

  /** Whether every date has results with all that is evaluated, and no severe alarm is open. */
  public boolean clean() {
    return done.missing().isEmpty() && done.without().isEmpty() && severe.isEmpty();
  }

  /** What needs an eye, a line each. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    List<LocalDate> missing = done.missing();
    if (!missing.isEmpty()) {
      remarks.add(
          "%d date(s) have no results, from %s to %s"
              .formatted(missing.size(), missing.get(0), missing.get(missing.size() - 1)));
    }
    done.without().forEach(run -> remarks.add(run + " has no prices, units or loads"));
    if (!severe.isEmpty()) {
      remarks.add(
          "%d severe alarm(s) of these dates are open, the first %s"
              .formatted(severe.size(), text(severe.get(0))));
    }
    return remarks;
  }

  /** What was evaluated, in a line. */
  public String line(double seconds) {
    return "%d values, %d of them computed now, %d new alarm(s), in %.1f s; sha256 %s"
        .formatted(done.items(), done.computed(), done.raised(), seconds, done.hash());
  }

  /** An alarm in words. */
  public static String text(IndexAlarmRow alarm) {
    return "%s: %s of %s, %s: %s, limit %s"
        .formatted(
            alarm.passed().severity(),
            alarm.item().index(),
            alarm.item().zone().isEmpty() ? "the system" : "zone " + alarm.item().zone(),
            alarm.item().date(),
            alarm.passed().value(),
            alarm.passed().limit());
  }
}

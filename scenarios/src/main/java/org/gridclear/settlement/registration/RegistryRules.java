package org.gridclear.settlement.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * The rules of the registry, REG-01 to REG-27. What a proposal would break is told, not what was
 * broken before it.
 */
public final class RegistryRules {
  private final RegistryLimits limits;

  /** The rules with their parameters. */
  public RegistryRules(RegistryLimits limits) {
    this.limits = limits;
  }

  /**
   * What changes do and what is wrong with it.
   *
   * @param plan what they do
   * @param issues errors and warnings
   */
  public record Judged(ChangePlan plan, List<Issue> issues) {
    /** Whether an error was found. */
    public boolean refused() {
      return issues.stream()
          .anyMatch(issue -> issue.rule().severity() == org.gridclear.validate.Severity.ERROR);
    }
  }

  /**
   * Judges changes.
   *
   * @param file where they were read, for messages
   * @param before the registry before
   * @param changes what is proposed
   * @param today the day of the proposal
   */
  public Judged judge(String file, RegistryState before, List<Change> changes, LocalDate today) {
    IssueLog log = new IssueLog(file);
    ChangePlan plan = ChangePlan.of(before, changes, log);
    backdated(plan, changes, today, log);
    List<Issue> issues = new ArrayList<>(log.issues());
    if (!log.hasErrors()) {
      plan.changed().values().stream()
          .flatMap(List::stream)
          .forEach(entry -> new EntryCheck(entry, limits, log).run());
      issues = new ArrayList<>(log.issues());
      issues.addAll(broken(file, before, plan.after()));
    }
    return new Judged(plan, List.copyOf(issues));
  }

  /** Changes of what is registered that begin before they are proposed, told as one. */
  private void backdated(ChangePlan plan, List<Change> changes, LocalDate today, IssueLog log) {
    List<Change> early =
        changes.stream()
            .filter(change -> plan.changed().containsKey(change.key()))
            .filter(change -> !plan.before().of(change.key()).isEmpty())
            .filter(c -> c.effective().isBefore(today.minusDays(limits.backdatedDaysMax())))
            .sorted(Comparator.comparing(Change::effective))
            .toList();
    if (!early.isEmpty()) {
      Change first = early.get(0);
      String others = early.size() == 1 ? "" : " and %d more".formatted(early.size() - 1);
      log.add(
          Rule.BACKDATED,
          first.place() + ", " + first.key() + others,
          EntryFields.FROM,
          first.effective(),
          "Days that are settled already are to be corrected.");
    }
  }

  /** What is wrong with a registry as a whole and was not before. */
  private List<Issue> broken(String file, RegistryState before, RegistryState after) {
    List<Issue> then = all(file, after);
    if (then.isEmpty()) {
      return then;
    }
    Set<Issue> known = new HashSet<>(all(file, before));
    return then.stream().filter(issue -> !known.contains(issue)).toList();
  }

  /** What is wrong with a registry as a whole. */
  private List<Issue> all(String file, RegistryState state) {
    IssueLog log = new IssueLog(file);
    new SuccessionCheck(state, limits, log).run();
    new ReferenceCheck(state, log).run();
    new MeterCheck(state, log).run();
    new PlaceCheck(state, log).run();
    return log.issues();
  }
}

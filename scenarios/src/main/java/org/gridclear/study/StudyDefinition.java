package org.gridclear.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.market.MarketDay;
import org.gridclear.security.input.ScreeningPlan;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;

/**
 * A study that has been read and checked: its base and every case it expands to.
 *
 * @param name what it is called in reports
 * @param base what the cases vary
 * @param options how cases are cleared
 * @param cases the expansion, the base case first
 * @param screening what is screened once the cases are cleared
 * @param remarks warnings and notices: what there is to say about the input
 */
public record StudyDefinition(
    String name,
    MarketDay base,
    ClearingOptions options,
    List<CaseOverlay> cases,
    Optional<ScreeningPlan> screening,
    List<Issue> remarks) {
  /** The most cases that a study may expand to. */
  public static final int CASES_MAX = 100_000;

  public StudyDefinition {
    cases = List.copyOf(cases);
    remarks = List.copyOf(remarks);
  }

  /** A day by itself: one case, called after the day, without a screening. */
  public static StudyDefinition of(MarketDay day, ClearingOptions options) {
    return new StudyDefinition(
        day.name(), day, options, List.of(CaseOverlay.base()), Optional.empty(), List.of());
  }

  /**
   * What it expands to without being run: its cases, each of which was made as a run would have it.
   *
   * @throws InvalidInputException with the issues of all cases, if there is one that cannot be made
   */
  public List<CaseOverlay> expansion() {
    List<Issue> issues = new ArrayList<>();
    for (CaseOverlay overlay : cases) {
      try {
        overlay.resolve(base);
      } catch (InvalidInputException e) {
        issues.addAll(e.issues());
      }
    }
    if (!issues.isEmpty()) {
      throw new InvalidInputException(issues);
    }
    return cases;
  }

  /**
   * Its expansion: a line about the study, and one for each case with its changes.
   *
   * @throws InvalidInputException if there is a case that cannot be made
   */
  public String text() {
    StringBuilder text =
        new StringBuilder(
            "Study %s: %d cases of %d periods of %d min on %s, market %s, %s%n"
                .formatted(
                    name,
                    cases.size(),
                    base.periodCount(),
                    base.horizon().minutesPerPeriod(),
                    base.network().name(),
                    options.market(),
                    options.lossesInWords()));
    expansion()
        .forEach(overlay -> text.append("%s: %s%n".formatted(overlay.name(), overlay.changes())));
    return text.toString();
  }
}

package org.gridclear.market.remedy;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A change of a case after which a limit that could not be met is met.
 *
 * @param kind what is changed
 * @param constraint id in the catalogue of docs/model.md of what could not be met
 * @param element id of the bus, requirement, branch, flowgate or unit; where nothing can be changed
 *     for it, what could not be met in words
 * @param amounts by how much, by period counted from 0; -1 for the whole horizon
 * @param unit unit of the amounts
 * @param penaltyYuan what the violation costs in the objective; 0 for one of the AC check alone
 */
public record Change(
    Kind kind,
    String constraint,
    String element,
    Map<Integer, Double> amounts,
    String unit,
    double penaltyYuan) {
  public Change {
    amounts = Collections.unmodifiableMap(new TreeMap<>(amounts));
  }

  /** What is changed. */
  public enum Kind {
    /** Less load at a bus. */
    LOAD("less load at bus"),
    /** Less reserve is required. */
    RESERVE("less of the requirement"),
    /** More on a branch in the intact grid. */
    BRANCH("a higher limit of branch"),
    /** More on a branch after outages. */
    BRANCH_AFTER_OUTAGES("a higher limit after outages of branch"),
    /** More on a flowgate, in both directions. */
    FLOWGATE("a higher limit of flowgate"),
    /** A faster rise of a unit. */
    RAMP_UP("a faster rise of unit"),
    /** A faster fall of a unit. */
    RAMP_DOWN("a faster fall of unit"),
    /** The clearing decides on a unit's status. */
    STATUS("a free status of unit"),
    /** Nothing that could be changed by a rule. */
    NONE("no change by rule for");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** In words, before the id. */
    public String text() {
      return text;
    }
  }

  /** Whether a case can be made with it. */
  public boolean isApplicable() {
    return kind != Kind.NONE;
  }

  /** The greatest amount of a period. */
  public double greatest() {
    return amounts.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /** A line about it: what, of what, at most by how much, in how many periods. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%s %s: %.3f %s in %d periods",
        kind.text(),
        element,
        greatest(),
        unit,
        amounts.size());
  }
}

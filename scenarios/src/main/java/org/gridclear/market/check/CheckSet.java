package org.gridclear.market.check;

import static org.gridclear.market.check.CheckRule.Threshold.minutes;
import static org.gridclear.market.check.CheckRule.Threshold.range;
import static org.gridclear.market.check.CheckRule.Threshold.share;
import static org.gridclear.market.series.SeriesKind.*;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.market.check.CheckRule.Threshold;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.validate.Rule;
import org.gridclear.validate.Severity;

/**
 * The rules of a market: one set for every command that checks.
 *
 * @param rules checks of series
 * @param off ids of rules of files (docs/formats.md) that are out of effect
 */
public record CheckSet(List<CheckRule> rules, Set<String> off) {
  private static final List<SeriesKind> LOADS =
      List.of(LOAD_FORECAST_HORIZON, LOAD_FORECAST_SHORT, LOAD_FORECAST_ULTRA_SHORT);
  private static final double MOST_MW = 1e7;

  /** The rules of a market that has set none. */
  public static final CheckSet STANDARD = new CheckSet(standard(), Set.of());

  public CheckSet {
    rules = List.copyOf(rules);
    off = java.util.Collections.unmodifiableSet(new TreeSet<>(off));
  }

  private static List<CheckRule> standard() {
    return List.of(
        error("LOAD-RANGE", CheckType.RANGE, all(LOADS, LOAD_ACTUAL), range(0, MOST_MW)),
        error("FACTOR-RANGE", CheckType.RANGE, List.of(BUS_FACTOR), range(0, 1)),
        error("LIMIT-RANGE", CheckType.RANGE, limits(), range(0, MOST_MW)),
        warning("LOAD-JUMP", CheckType.JUMP, all(LOADS, LOAD_ACTUAL), share(0.4)),
        error("LOAD-HISTORY", CheckType.HISTORY, LOADS, share(0.6, 7)),
        warning("LOAD-SHIFTED", CheckType.SHIFTED, LOADS, share(0.1, 7)),
        warning("LOAD-REPEATED", CheckType.REPEATED, LOADS, share(0, 1)),
        error("LOAD-CAPACITY", CheckType.CAPACITY, LOADS, share(1.5)),
        error("FACTOR-SUM", CheckType.FACTOR_SUM, List.of(BUS_FACTOR), share(1e-6)),
        error("BUS-SUM", CheckType.BUS_SUM, List.of(BUS_LOAD_FORECAST), share(0.01)),
        warning("ZONE-SUM", CheckType.ZONE_SUM, List.of(ZONE_LOAD_FORECAST), share(0.02)),
        warning("RENEWABLE-SUM", CheckType.MEMBER_SUM, List.of(RENEWABLE_FORECAST), share(0.02)),
        warning("LOAD-WHOLE", CheckType.WHOLE, LOADS, Threshold.NONE),
        warning("LOAD-TIMELY", CheckType.TIMELY, List.of(LOAD_FORECAST_SHORT), minutes(720)));
  }

  private static List<SeriesKind> limits() {
    return List.of(BRANCH_LIMIT, INTERFACE_LIMIT, INTERFACE_REVERSE_LIMIT, RESERVE_REQUIREMENT);
  }

  private static List<SeriesKind> all(List<SeriesKind> kinds, SeriesKind more) {
    List<SeriesKind> all = new java.util.ArrayList<>(kinds);
    all.add(more);
    return all;
  }

  private static CheckRule error(
      String id, CheckType type, List<SeriesKind> kinds, Threshold threshold) {
    return new CheckRule(id, type, kinds, Severity.ERROR, true, threshold);
  }

  private static CheckRule warning(
      String id, CheckType type, List<SeriesKind> kinds, Threshold threshold) {
    return new CheckRule(id, type, kinds, Severity.WARNING, true, threshold);
  }

  /** Rules in effect for a kind. */
  public List<CheckRule> of(SeriesKind kind) {
    return rules.stream().filter(rule -> rule.inEffect() && rule.kinds().contains(kind)).toList();
  }

  /** Rules of files that are out of effect. */
  public Set<Rule> rulesOff() {
    Set<Rule> rulesOff = java.util.EnumSet.noneOf(Rule.class);
    off.forEach(id -> rulesOff.add(Rule.byId(id).orElseThrow()));
    return rulesOff;
  }
}

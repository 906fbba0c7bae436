package org.gridclear.market.rule;

import java.util.List;
import org.gridclear.quantity.PeriodMap;

/**
 * A mode in which the grid is operated, such as a storm or a line under repair, and what it makes
 * of the reserve requirements (G-04).
 *
 * @param id what it is called; a mode may come back in other periods
 * @param from first period
 * @param to one past the last
 * @param requirements by how much each requirement is multiplied; those not named stay
 */
public record OperatingMode(String id, int from, int to, List<Factor> requirements) {
  /**
   * A changed requirement.
   *
   * @param reserve id of the requirement
   * @param factor what it is multiplied by, 0 or more
   */
  public record Factor(String reserve, double factor) {}

  public OperatingMode {
    requirements = List.copyOf(requirements);
  }

  /** Whether it rules period {@code t}. */
  public boolean holds(int t) {
    return t >= from && t < to;
  }

  /** What it multiplies a requirement by; 1 where it does not name it. */
  public double factor(String reserve) {
    return requirements.stream()
        .filter(each -> each.reserve().equals(reserve))
        .mapToDouble(Factor::factor)
        .findFirst()
        .orElse(1);
  }

  /** The same mode on other periods; several where its periods do not hang together there. */
  public List<OperatingMode> on(PeriodMap map) {
    return map.runs(from, to).stream()
        .map(run -> new OperatingMode(id, run[0], run[1], requirements))
        .toList();
  }
}

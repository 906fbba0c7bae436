package org.gridclear.market.constraint;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.gridclear.network.Contingency;

/**
 * The outages that a schedule must survive within emergency ratings (B-20).
 *
 * @param everyBranch whether the outage of every single branch counts that does not split the grid
 * @param listed further outages, of one branch each or of several
 */
public record ContingencySet(boolean everyBranch, List<Contingency> listed) {
  /** No outage counts. */
  public static final ContingencySet NONE = new ContingencySet(false, List.of());

  public ContingencySet {
    listed = List.copyOf(listed);
  }

  /** Whether nothing counts. */
  @JsonIgnore
  public boolean isEmpty() {
    return !everyBranch && listed.isEmpty();
  }
}

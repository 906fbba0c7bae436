package org.gridclear.market.workflow;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who does something to a workflow by hand.
 *
 * @param name the account
 * @param groups its groups; empty where there are no accounts, so that everybody is of all groups
 */
public record Doer(String name, Optional<Set<String>> groups) {
  public Doer {
    groups = groups.map(Set::copyOf);
  }

  /** Whether it is of one of some groups. */
  boolean isOf(List<String> wanted) {
    return groups.isEmpty() || !Collections.disjoint(groups.get(), wanted);
  }
}

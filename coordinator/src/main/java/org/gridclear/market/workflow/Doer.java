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
 * @param operates whether it operates the market, and so may do what is for no group
 */
public record Doer(String name, Optional<Set<String>> groups, boolean operates) {
  public Doer {
    groups = groups.map(Set::copyOf);
  }

  /** Whether it may do what is for some groups, or for whoever operates the market if for none. */
  boolean mayActFor(List<String> wanted) {
    return wanted.isEmpty()
        ? operates
        : groups.isEmpty() || !Collections.disjoint(groups.get(), wanted);
  }
}

package org.gridclear.market.workflow.book;

import java.util.List;
import java.util.Optional;

/**
 * What a node waits for: all of what is given. One that waits for nothing begins with its instance.
 *
 * @param after nodes that have to be done or skipped
 * @param time when, at the earliest
 * @param event an event that has to be raised
 * @param byHand groups of which somebody has to let it run; empty for nobody
 */
public record Trigger(
    List<String> after, Optional<When> time, Optional<String> event, List<String> byHand) {
  public Trigger {
    after = List.copyOf(after);
    byHand = List.copyOf(byHand);
  }
}

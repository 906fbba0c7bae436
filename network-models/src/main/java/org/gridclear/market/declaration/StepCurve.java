package org.gridclear.market.declaration;

import java.util.List;

/**
 * Steps of quantity and price from 0 MW on.
 *
 * @param segments the steps by rising quantity
 */
public record StepCurve(List<Segment> segments) {
  public StepCurve {
    segments = List.copyOf(segments);
  }

  /** Where the last step ends, 0.0001 MW; 0 where there is none. */
  public long endMw() {
    return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).toMw();
  }
}

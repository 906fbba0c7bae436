package org.gridclear.work;

import java.util.List;
import org.gridclear.network.Contingency;
import org.jspecify.annotations.Nullable;

/**
 * What is screened and what is watched.
 *
 * @param contingencies the outages, in the order of their numbers
 * @param watched per device, whether its limit is checked; null for all
 */
public record ScreeningScope(List<Contingency> contingencies, boolean @Nullable [] watched) {
  public ScreeningScope(List<Contingency> contingencies, boolean @Nullable [] watched) {
    this.contingencies = List.copyOf(contingencies);
    this.watched = watched;
  }
}

package org.gridclear.security.result;

import java.util.List;

/**
 * What became of a range of outages.
 *
 * @param results a result per outage, in no particular order; where one is equivalent to another,
 *     the link alone
 * @param loadings listed loadings, by outage
 */
public record ScreeningBlock(List<OutageResult> results, List<Loading> loadings) {
  public ScreeningBlock {
    results = List.copyOf(results);
    loadings = List.copyOf(loadings);
  }
}

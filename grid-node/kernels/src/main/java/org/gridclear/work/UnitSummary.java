package org.gridclear.work;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run is told at once of a unit: the figures of its outcome, which itself stays in the grid,
 * or why there is none. One kind of figures a kind of unit.
 */
public sealed interface UnitSummary
    permits CaseSummary,
        BlockSummary,
        ChargeSummary,
        Failure,
        UnitSummary.Sensitivities,
        UnitSummary.Monitoring,
        UnitSummary.Probe,
        UnitSummary.Figures {
  /**
   * Of sensitivities at an operating point.
   *
   * @param count how many were found
   */
  record Sensitivities(int count) implements UnitSummary {}

  /**
   * Of a task of monitoring.
   *
   * @param figures how many figures were found
   */
  record Monitoring(int figures) implements UnitSummary {}

  /**
   * Of a probe.
   *
   * @param value what its steps led to
   */
  record Probe(long value) implements UnitSummary {}

  /**
   * Of a kind of unit from outside this house.
   *
   * @param byName figures by their names, which end in their dimension
   */
  record Figures(SortedMap<String, Double> byName) implements UnitSummary {
    public Figures {
      byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }
  }
}

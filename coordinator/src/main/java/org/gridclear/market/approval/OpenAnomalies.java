package org.gridclear.market.approval;

import java.util.List;
import org.gridclear.market.day.DayVersion;

/** Which severe anomalies of a version nobody has dealt with yet. */
@FunctionalInterface
public interface OpenAnomalies {
  /** No rules of anomalies are evaluated. */
  OpenAnomalies NONE = version -> List.of();

  /** What is open and severe, a line each; empty if nothing is. */
  List<String> severe(DayVersion version);
}

package org.gridclear.market.result;

import java.util.List;
import java.util.Map;
import org.gridclear.market.day.DayVersion;

/** What somebody must know of versions beside their own alarms, such as anomalies found since. */
@FunctionalInterface
public interface VersionNotices {
  /** Nothing beside the alarms. */
  VersionNotices NONE = (versions, viewer) -> Map.of();

  /** Lines for a viewer by version; those of which nothing is to be said are left out. */
  Map<DayVersion, List<String>> of(List<DayVersion> versions, Viewer viewer);
}

package org.gridclear.market.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that came to a market from outside on a day, and what it made of it.
 *
 * @param terms what holds for the whole day
 * @param events what came, in its order
 * @param versions what was made of it
 */
public record DayLog(DayTerms terms, List<TimedEvent> events, List<VersionHash> versions) {
  public DayLog {
    events = List.copyOf(events);
    versions = List.copyOf(versions);
  }

  /**
   * Where versions that were made again differ from those of the log.
   *
   * @return a line each, naming the version
   */
  public List<String> differences(List<VersionHash> made) {
    Map<String, String> logged = new LinkedHashMap<>();
    versions.forEach(each -> logged.put(each.version(), each.hash()));
    List<String> differences = new ArrayList<>();
    for (VersionHash each : made) {
      String before = logged.remove(each.version());
      if (before == null) {
        differences.add("%s: the log has no such version".formatted(each.version()));
      } else if (!Objects.equals(before, each.hash())) {
        differences.add("%s: %s in the log, %s now".formatted(each.version(), before, each.hash()));
      }
    }
    logged.keySet().forEach(missing -> differences.add(missing + ": was not made again"));
    return differences;
  }
}

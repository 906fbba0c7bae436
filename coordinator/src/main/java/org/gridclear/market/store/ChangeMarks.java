package org.gridclear.market.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Marks that change whenever something is stored, so that whoever shows it knows that it is old.
 *
 * @param database where it is stored
 */
public record ChangeMarks(MarketDatabase database) {
  /** Rows are only ever added to these tables, or counted in their heads. */
  private static final Map<String, String> COUNTS =
      Map.of(
          "day",
          "SELECT (SELECT COUNT(*) FROM day_version) + (SELECT COUNT(*) FROM version_transition)"
              + " + (SELECT COUNT(*) FROM day_measure)",
          "anomaly",
          "SELECT (SELECT COUNT(*) FROM anomaly) + (SELECT COUNT(*) FROM anomaly_transition)",
          "workflow",
          "SELECT (SELECT COUNT(*) FROM workflow_transition) + (SELECT COUNT(*) FROM"
              + " workflow_event)",
          "publication",
          "SELECT (SELECT COUNT(*) FROM publication) + (SELECT COUNT(acknowledged_at) FROM"
              + " message)",
          "declaration",
          "SELECT (SELECT COUNT(*) FROM declaration) + (SELECT COUNT(*) FROM declaration_refusal)",
          "rule",
          "SELECT (SELECT COUNT(*) FROM rule_proposal) + (SELECT COUNT(*) FROM rule_review)");

  /** The mark of each topic as it is now: day, anomaly, workflow, publication and so on. */
  public Map<String, Long> read() {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              Map<String, Long> marks = new LinkedHashMap<>();
              COUNTS.forEach(
                  (topic, count) ->
                      marks.put(topic, handle.createQuery(count).mapTo(Long.class).one()));
              return marks;
            });
  }
}

package org.gridclear.market.anomaly.rule;

import java.util.List;

/**
 * What rules found in a version.
 *
 * @param anomalies the gravest first, then in the order of the rules
 * @param notJudged rules that could not be judged, which is not the same as nothing found
 */
public record Evaluation(List<Anomaly> anomalies, List<NotJudged> notJudged) {
  public Evaluation {
    anomalies = List.copyOf(anomalies);
    notJudged = List.copyOf(notJudged);
  }

  /**
   * A rule that could not be judged.
   *
   * @param rule its id
   * @param why what is missing
   */
  public record NotJudged(String rule, String why) {
    /** On one line. */
    public String text() {
      return rule + " is not judged: " + why;
    }
  }

  /** How many are of a severity. */
  public long count(AnomalySeverity severity) {
    return anomalies.stream().filter(each -> each.severity() == severity).count();
  }
}

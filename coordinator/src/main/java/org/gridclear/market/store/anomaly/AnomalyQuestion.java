package org.gridclear.market.store.anomaly;

import java.util.List;
import java.util.Optional;

/**
 * Which anomalies, for whom.
 *
 * @param wanted of which dates, market and states
 * @param seen what the one who asks may see
 * @param match what is looked for among them
 */
public record AnomalyQuestion(AnomalyStore.Wanted wanted, Seen seen, Match match) {
  /**
   * What somebody may see; nothing in an optional list means that all are seen.
   *
   * @param markets words of markets
   * @param zones zones
   * @param members members
   * @param ofMarket whether it may read what is of the market
   * @param own whether it may read what belongs to a member
   */
  public record Seen(
      Optional<List<String>> markets,
      Optional<List<String>> zones,
      Optional<List<String>> members,
      boolean ofMarket,
      boolean own) {}

  /**
   * What is looked for: the rule as a whole, of the others a part, capital or small; "" for all.
   *
   * @param rule id of the rule
   * @param severity a part of the label of the severity
   * @param element a part of the id of what it is about
   * @param outage a part of the contingency
   * @param owner a part of the owner's id
   */
  public record Match(String rule, String severity, String element, String outage, String owner) {
    /** Everything. */
    public static final Match ALL = new Match("", "", "", "", "");
  }
}

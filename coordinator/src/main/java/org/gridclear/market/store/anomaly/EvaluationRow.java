package org.gridclear.market.store.anomaly;

import java.time.OffsetDateTime;

/**
 * That a version was judged.
 *
 * @param of the version
 * @param rulesVersion version of the rules; 0 for those of a market that has set none
 * @param evidenceHash content hash of the evidence; "" for none
 * @param raised anomalies that were new
 * @param notJudged rules that could not be judged and why, a line each
 * @param by account
 * @param at when
 */
public record EvaluationRow(
    VersionRow of,
    int rulesVersion,
    String evidenceHash,
    int raised,
    String notJudged,
    String by,
    OffsetDateTime at) {
  EvaluationRow raised(int count) {
    return new EvaluationRow(of, rulesVersion, evidenceHash, count, notJudged, by, at);
  }
}

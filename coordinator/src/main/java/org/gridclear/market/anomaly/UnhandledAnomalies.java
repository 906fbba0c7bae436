package org.gridclear.market.anomaly;

import java.util.List;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.day.DayVersion;

/**
 * Severe anomalies of a version about which nothing was done yet. A version that was never judged
 * is judged when it is asked about: what nobody looked at is not clean.
 *
 * @param anomalies the anomalies of the market
 * @param by account in whose name a version is judged
 */
public record UnhandledAnomalies(MarketAnomalies anomalies, String by) implements OpenAnomalies {
  @Override
  public List<String> severe(DayVersion version) {
    List<KeptAnomaly> kept =
        anomalies.isJudged(version)
            ? anomalies.of(version)
            : anomalies.again(version, by).anomalies();
    return kept.stream()
        .filter(KeptAnomaly::isOpenSevere)
        .map(each -> "anomaly %d, %s".formatted(each.number(), each.anomaly().text()))
        .toList();
  }
}

package org.gridclear.market.anomaly.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.anomaly.rule.Anomaly.Periods;
import org.gridclear.market.anomaly.rule.Evaluation.NotJudged;

/** What rules find while they look; of one rule and place the worst period stands for all. */
final class Findings {
  private final List<Anomaly> anomalies = new ArrayList<>();
  private final List<NotJudged> notJudged = new ArrayList<>();

  /** What one rule finds. */
  final class OfRule {
    private final AnomalyRule rule;
    private final String unit;
    private final Map<Place, Worst> worst;

    private OfRule(AnomalyRule rule, String unit, Map<Place, Worst> worst) {
      this.rule = rule;
      this.unit = unit;
      this.worst = worst;
    }

    /** The same findings, noted in another unit. */
    OfRule in(String other) {
      return new OfRule(rule, other, worst);
    }

    /**
     * Notes a value.
     *
     * @param period counted from 1; 0 for the whole horizon
     * @param beyond by how much it is beyond the threshold; more is worse
     */
    void add(Place place, int period, double value, double threshold, double beyond) {
      Worst one = new Worst(period, 1, value, threshold, beyond, unit);
      worst.merge(place, one, Worst::and);
    }

    private void end() {
      worst.forEach(
          (place, found) ->
              anomalies.add(
                  new Anomaly(
                      rule.id(),
                      rule.type(),
                      rule.severity(),
                      place,
                      found.period == 0 ? Periods.WHOLE : new Periods(found.period, found.count),
                      found.value,
                      found.threshold,
                      found.unit)));
    }
  }

  private record Worst(
      int period, int count, double value, double threshold, double beyond, String unit) {
    Worst and(Worst other) {
      Worst greater = other.beyond > beyond ? other : this;
      return new Worst(
          greater.period,
          count + other.count,
          greater.value,
          greater.threshold,
          greater.beyond,
          greater.unit);
    }
  }

  /** What looks with a rule. */
  interface Look {
    void with(OfRule found);
  }

  void look(AnomalyRule rule, String unit, Look look) {
    OfRule found = new OfRule(rule, unit, new LinkedHashMap<>());
    look.with(found);
    found.end();
  }

  void notJudged(AnomalyRule rule, String why) {
    notJudged.add(new NotJudged(rule.id(), why));
  }

  Evaluation evaluation() {
    anomalies.sort(Comparator.comparing(Anomaly::severity));
    return new Evaluation(anomalies, notJudged);
  }
}

package org.gridclear.market.anomaly;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import org.gridclear.market.anomaly.rule.Anomaly;
import org.gridclear.market.anomaly.rule.Anomaly.Periods;
import org.gridclear.market.anomaly.rule.AnomalySeverity;
import org.gridclear.market.anomaly.rule.AnomalyType;
import org.gridclear.market.anomaly.rule.Place;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.anomaly.AnomalyRow;
import org.gridclear.market.store.anomaly.VersionRow;

/**
 * An anomaly that is kept.
 *
 * @param number its number
 * @param key the day
 * @param version the version of the day; 0 for a result that did not come
 * @param anomaly what was found
 * @param raisedAt when
 * @param state what became of it
 * @param step number of transitions
 */
public record KeptAnomaly(
    long number,
    DayKey key,
    int version,
    Anomaly anomaly,
    OffsetDateTime raisedAt,
    AnomalyState state,
    int step) {

  static KeptAnomaly of(AnomalyRow row) {
    VersionRow of = row.of();
    AnomalyRow.PlaceRow place = row.place();
    AnomalyRow.FoundRow found = row.found();
    Anomaly anomaly =
        new Anomaly(
            row.rule().id(),
            AnomalyType.valueOf(constant(row.rule().type())),
            AnomalySeverity.valueOf(constant(row.rule().severity())),
            new Place(place.kind(), place.element(), place.outage(), place.zone(), place.owner()),
            new Periods(found.period(), found.periodCount()),
            found.value(),
            found.threshold(),
            found.unit());
    return new KeptAnomaly(
        row.number(),
        new DayKey(DayKey.market(of.market()), of.date(), of.cycle()),
        of.version(),
        anomaly,
        row.raisedAt(),
        AnomalyState.valueOf(constant(row.state())),
        row.step());
  }

  private static String constant(String label) {
    return label.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The row of an anomaly that is new. */
  static AnomalyRow row(VersionRow of, Anomaly anomaly, OffsetDateTime at) {
    Place place = anomaly.place();
    return new AnomalyRow(
        0,
        of,
        new AnomalyRow.RuleRow(anomaly.rule(), anomaly.type().label(), anomaly.severity().label()),
        new AnomalyRow.PlaceRow(
            place.kind(), place.element(), place.outage(), place.zone(), place.owner()),
        new AnomalyRow.FoundRow(
            anomaly.periods().worst(),
            anomaly.periods().count(),
            anomaly.value(),
            anomaly.threshold(),
            anomaly.unit()),
        at,
        AnomalyState.OPEN.label(),
        0);
  }

  static VersionRow versionRow(DayKey key, int version) {
    return new VersionRow(DayKey.word(key.market()), key.date(), key.cycle(), version);
  }

  /** Whether it is of a version. */
  public boolean isOf(DayVersion of) {
    return of.key().equals(key) && of.version() == version;
  }

  /** Whether it is severe and nothing was done about it yet. */
  public boolean isOpenSevere() {
    return anomaly.severity() == AnomalySeverity.SEVERE && state.isUnsettled();
  }

  /** Whether none of them is severe with nothing done about it: the rule of every door. */
  public static boolean noneOpenSevere(Collection<KeptAnomaly> anomalies) {
    return anomalies.stream().noneMatch(KeptAnomaly::isOpenSevere);
  }

  /** The anomaly on one line, with its number and severity. */
  public String text() {
    return "%d %s %s".formatted(number, anomaly.severity(), anomaly.text());
  }
}

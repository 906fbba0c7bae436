package org.gridclear.market.rulebase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.rule.Anomaly;
import org.gridclear.market.anomaly.rule.AnomalyRules;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/**
 * Judges versions that are kept by two sets of rules of anomalies, such as another cap or another
 * limit of flows, and puts what each finds beside the other. Nothing is kept.
 *
 * @param days the days of the market
 * @param anomalies what is known of them
 */
public record ShadowJudgement(DayStore days, MarketAnomalies anomalies) {
  /**
   * What two sets of rules find of a version.
   *
   * @param version the version
   * @param before how many the first finds
   * @param after how many the second finds
   * @param gone what the first alone finds, rule and place
   * @param come what the second alone finds
   */
  public record Judged(
      DayVersion version, int before, int after, Set<String> gone, Set<String> come) {}

  /** The newest version of each run from one date to another, judged by both. */
  public List<Judged> of(
      Market market, LocalDate from, LocalDate to, AnomalyRules before, AnomalyRules after) {
    List<Judged> judged = new ArrayList<>();
    for (DayVersion version : days.versions(market, from, to)) {
      if (days.standing(version.key()).filter(version::equals).isPresent()) {
        Set<String> first = found(version, before);
        Set<String> second = found(version, after);
        Set<String> gone = new TreeSet<>(first);
        gone.removeAll(second);
        Set<String> come = new TreeSet<>(second);
        come.removeAll(first);
        judged.add(new Judged(version, first.size(), second.size(), gone, come));
      }
    }
    return judged;
  }

  private Set<String> found(DayVersion version, AnomalyRules rules) {
    Set<String> found = new TreeSet<>();
    for (Anomaly each : anomalies.shadow(version, rules).anomalies()) {
      found.add("%s %s".formatted(each.rule(), each.place().text()));
    }
    return found;
  }

  /** Both beside each other as a table. */
  public static Table table(List<Judged> judged) {
    Table.Rows rows =
        new Table.Rows(
            "shadow",
            "A version, judged by the rules that hold and by those that are proposed.",
            Column.text("version", "The version."),
            Column.whole("before", "Anomalies by the rules that hold."),
            Column.whole("after", "Anomalies by those that are proposed."),
            Column.text("gone", "What those that hold find alone."),
            Column.text("come", "What those that are proposed find alone."));
    for (Judged each : judged) {
      rows.add(
          each.version().text(),
          (long) each.before(),
          (long) each.after(),
          String.join("; ", each.gone()),
          String.join("; ", each.come()));
    }
    return rows.table();
  }
}

package org.gridclear.market.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.approval.InterventionRow;
import org.gridclear.market.store.approval.InterventionRows;
import org.gridclear.market.store.approval.MeasureRow;
import org.gridclear.market.store.approval.MeasureRows;
import org.gridclear.market.store.approval.RunOfDay;
import org.gridclear.market.store.approval.TransitionRow;
import org.gridclear.market.store.approval.TransitionRows;

/**
 * The operation record of a trading date (M-14): all that happened to it in one list, in order.
 *
 * @param market the market
 * @param others events of other parts of the market day
 */
public record DayHistory(MarketFolder market, List<DayEvents> others) {
  public DayHistory {
    others = List.copyOf(others);
  }

  /** All events of a date of a market, the earliest first. */
  public List<DayEvent> of(Market trade, LocalDate date) {
    List<DayVersion> versions = DayStore.of(market).versions(trade, date, date);
    List<DayEvent> events = new ArrayList<>();
    versions.forEach(version -> events.add(made(version)));
    Set<DayKey> keys = new LinkedHashSet<>();
    versions.forEach(version -> keys.add(version.key()));
    for (DayKey key : keys) {
      RunOfDay day = new RunOfDay(DayKey.word(trade), date, key.cycle());
      new InterventionRows(market.database())
          .of(day)
          .forEach(row -> events.add(intervention(key.cycle(), row)));
      new TransitionRows(market.database())
          .of(day)
          .forEach(row -> events.add(transition(key.cycle(), row)));
      new MeasureRows(market.database())
          .of(day)
          .forEach(row -> events.add(measure(key.cycle(), row)));
    }
    others.forEach(other -> events.addAll(other.of(trade, date)));
    events.sort(Comparator.comparing(event -> event.at().toInstant()));
    return events;
  }

  private static DayEvent made(DayVersion version) {
    String alarms = version.alarms().isEmpty() ? "no alarm" : String.join("; ", version.alarms());
    return new DayEvent(
        version.made().at(),
        version.key().cycle(),
        version.version(),
        "version",
        version.made().by(),
        "made, %s; case %s".formatted(alarms, version.caseHash()),
        "",
        Map.of());
  }

  private static DayEvent intervention(int cycle, InterventionRow row) {
    return new DayEvent(
        row.at(),
        cycle,
        row.version(),
        "intervention",
        row.account(),
        "made by hand from version %d, changes %s".formatted(row.parent(), row.changesHash()),
        row.reason(),
        row.attachments());
  }

  private static DayEvent transition(int cycle, TransitionRow row) {
    String objections =
        row.objections().isEmpty() ? "" : ", against it: " + String.join("; ", row.objections());
    return new DayEvent(
        row.at(),
        cycle,
        row.version(),
        "transition",
        row.account(),
        "%s → %s%s".formatted(row.from(), row.to(), objections),
        row.reason(),
        Map.of());
  }

  private static DayEvent measure(int cycle, MeasureRow row) {
    return new DayEvent(
        row.at(),
        cycle,
        row.version(),
        "measure",
        row.account(),
        row.words(),
        "",
        row.attachments());
  }
}

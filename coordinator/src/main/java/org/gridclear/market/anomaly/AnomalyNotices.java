package org.gridclear.market.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.result.VersionNotices;
import org.gridclear.market.result.Viewer;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.anomaly.AnomalyRow;
import org.gridclear.market.store.anomaly.AnomalyStore;
import org.gridclear.market.store.anomaly.VersionRow;

/**
 * Severe anomalies of versions about which nothing was done, on top of answers, as far as the
 * viewer sees them.
 *
 * @param store the anomalies of a market
 */
public record AnomalyNotices(AnomalyStore store) implements VersionNotices {
  /** The notices of a market. */
  public static AnomalyNotices of(MarketDatabase database) {
    return new AnomalyNotices(new AnomalyStore(database));
  }

  @Override
  public Map<DayVersion, List<String>> of(List<DayVersion> versions, Viewer viewer) {
    Map<DayVersion, List<String>> notices = new LinkedHashMap<>();
    if (versions.isEmpty()) {
      return notices;
    }
    Map<VersionRow, List<KeptAnomaly>> seen = unsettled(versions, viewer);
    for (DayVersion version : versions) {
      List<KeptAnomaly> of =
          seen.getOrDefault(KeptAnomaly.versionRow(version.key(), version.version()), List.of());
      List<String> lines = AnomalyNotice.of(version.alarms(), of);
      if (!lines.isEmpty()) {
        notices.put(version, lines);
      }
    }
    return notices;
  }

  /** One question for all versions, which are of one market. */
  private Map<VersionRow, List<KeptAnomaly>> unsettled(List<DayVersion> versions, Viewer viewer) {
    AnomalyViewer sees = new AnomalyViewer(viewer.scope(), viewer.rights());
    List<LocalDate> dates =
        versions.stream().map(version -> version.key().date()).sorted().toList();
    AnomalyStore.Wanted wanted =
        new AnomalyStore.Wanted(
            DayKey.word(versions.get(0).key().market()),
            dates.get(0),
            dates.get(dates.size() - 1),
            AnomalyState.unsettledLabels());
    Map<VersionRow, List<KeptAnomaly>> seen = new HashMap<>();
    for (AnomalyRow row : store.list(wanted)) {
      KeptAnomaly kept = KeptAnomaly.of(row);
      if (kept.isOpenSevere() && sees.sees(kept)) {
        seen.computeIfAbsent(row.of(), of -> new ArrayList<>()).add(kept);
      }
    }
    return seen;
  }
}

package org.gridclear.report.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.evaluation.IndexAlarms;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.monitoring.evaluation.IndexEvaluation.StoredIndex;
import org.gridclear.monitoring.evaluation.IndexQuery;
import org.gridclear.monitoring.impact.Mitigations;

/**
 * Reports of what a market keeps.
 *
 * @param folder the market
 * @param days its days
 * @param clock now
 */
public record KeptReports(MarketFolder folder, DayStore days, Clock clock) {
  /** The report of what was evaluated; dates that were not are named in it. */
  public IndexReport of(IndexQuery query, ReportLanguage language) {
    List<StoredIndex> values = new IndexEvaluation(folder, days, clock).values(query);
    Set<LocalDate> there =
        values.stream().map(each -> each.run().key().date()).collect(Collectors.toSet());
    Set<String> asked = values.stream().map(each -> each.index().id()).collect(Collectors.toSet());
    String market = DayKey.word(query.market());
    return new IndexReport(
        new IndexReport.Facts(
            folder.facts().name(),
            query.from(),
            query.to(),
            query
                .from()
                .datesUntil(query.to().plusDays(1))
                .filter(date -> !there.contains(date))
                .toList(),
            folder.facts().currency()),
        values,
        new IndexAlarms(folder.database(), clock)
            .of(query, true).stream()
                .filter(alarm -> asked.contains(alarm.item().index()))
                .toList(),
        new Mitigations(folder, clock)
            .list().stream()
                .filter(each -> each.market().equals(market))
                .filter(each -> !each.date().isBefore(query.from()))
                .filter(each -> !each.date().isAfter(query.to()))
                .toList(),
        language);
  }
}

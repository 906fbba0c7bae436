package org.gridclear.report.monitoring;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.market.store.index.MitigationRow;
import org.gridclear.monitoring.evaluation.IndexEvaluation.StoredIndex;

/**
 * The report of a market over a range of dates: of structure, conduct and performance, of the
 * profit and loss of members, or of risk. The same values give the same content.
 *
 * @param facts what the report is of
 * @param values values of the range
 * @param alarms alarms of the range
 * @param mitigations mitigations of the range
 * @param language its language
 */
public record IndexReport(
    Facts facts,
    List<StoredIndex> values,
    List<IndexAlarmRow> alarms,
    List<MitigationRow> mitigations,
    ReportLanguage language) {

  /**
   * What a report is of.
   *
   * @param market name of the market
   * @param from first trading date
   * @param to last trading date
   * @param missing dates without results
   * @param currency what money is counted in
   */
  public record Facts(
      String market, LocalDate from, LocalDate to, List<LocalDate> missing, String currency) {
    public Facts {
      missing = List.copyOf(missing);
    }
  }

  public IndexReport {
    values = List.copyOf(values);
    alarms = List.copyOf(alarms);
    mitigations = List.copyOf(mitigations);
  }
}

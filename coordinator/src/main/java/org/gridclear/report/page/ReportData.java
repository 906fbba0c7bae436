package org.gridclear.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.run.CaseResult;
import org.gridclear.run.RunResult;
import org.gridclear.work.CaseSummary;

/** The data that the page draws, as a tree. */
public final class ReportData {
  private ReportData() {}

  /** A case with its result in full, and the folder of its tables. */
  public record Detail(
      String name, String folder, ClearingCase clearingCase, ClearingResult result) {}

  static Map<String, Object> of(RunResult result, List<Detail> details) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("summary", SummaryJson.map(result));
    MarketDay base = result.study().base();
    List<String> labels = new ArrayList<>();
    for (int t = 0; t < base.periodCount(); t++) {
      labels.add(base.horizon().label(t));
    }
    data.put("periods", labels);
    data.put("minutes", base.horizon().minutesPerPeriod());
    List<Object> series = new ArrayList<>();
    for (CaseResult cell : result.cases()) {
      if (cell.receipt().summary() instanceof CaseSummary s) {
        series.add(
            Map.of("name", cell.name(), "lmp", s.lmpMeanByPeriod(), "load", s.loadMwByPeriod()));
      }
    }
    data.put("series", series);
    data.put("timeline", Timeline.of(result));
    data.put("timelineOmitted", Timeline.omitted(result));
    data.put(
        "details",
        details.stream()
            .map(d -> new CaseDetail(d.clearingCase(), d.result()).map(d.name(), d.folder()))
            .toList());
    data.put("network", NetworkPicture.of(base.network()));
    return data;
  }
}

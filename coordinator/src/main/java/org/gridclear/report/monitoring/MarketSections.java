package org.gridclear.report.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gridclear.market.store.index.MitigationRow;
import org.gridclear.monitoring.evaluation.IndexEvaluation.StoredIndex;
import org.gridclear.monitoring.index.IndexDefinition;
import org.gridclear.monitoring.index.IndexDefinition.Family;
import org.gridclear.report.monitoring.ReportContent.Cell;
import org.gridclear.report.monitoring.ReportContent.Chart;
import org.gridclear.report.monitoring.ReportContent.Head;
import org.gridclear.report.monitoring.ReportContent.Section;

/** The state of the market: alarms, scores, structure, conduct, performance. */
final class MarketSections {
  /** Indices that say how members behave. */
  private static final Set<String> CONDUCT =
      Set.of("withheld", "offer-price", "lerner", "market-depth", "bid-success");

  private final IndexReport report;
  private final IndexCourses courses;
  private final ReportLanguage language;

  MarketSections(IndexReport report, IndexCourses courses) {
    this.report = report;
    this.courses = courses;
    this.language = report.language();
  }

  List<Section> all() {
    List<Section> sections = new ArrayList<>();
    sections.add(AlarmSection.of(report));
    add(sections, language.of(Family.COMPOSITE), of(Family.COMPOSITE), "market-power");
    add(
        sections,
        language.of("Structure", "市场结构"),
        of(Family.STRUCTURE),
        "hhi-cleared",
        "residual-supply");
    add(
        sections,
        language.of("Conduct", "市场行为"),
        index -> CONDUCT.contains(index.id()),
        "withheld",
        "lerner");
    if (!report.mitigations().isEmpty()) {
      sections.add(mitigations());
    }
    String performance = language.of("Performance: ", "市场绩效：");
    add(
        sections,
        performance + language.of(Family.BENEFIT),
        of(Family.BENEFIT),
        "price",
        "congestion-cost");
    add(sections, performance + language.of(Family.OPERATION), of(Family.OPERATION), "demand");
    add(
        sections,
        performance + language.of(Family.SECURITY),
        of(Family.SECURITY),
        "reserve-margin");
    add(sections, performance + language.of(Family.DISPATCH), of(Family.DISPATCH));
    Map<String, Double> fuels = mean("fuel-mix");
    if (!fuels.isEmpty()) {
      sections.add(fuels(fuels));
    }
    return sections;
  }

  private void add(
      List<Section> sections, String title, Predicate<IndexDefinition> wanted, String... charts) {
    courses.table(title, wanted, courses.charts(charts)).ifPresent(sections::add);
  }

  private static Predicate<IndexDefinition> of(Family family) {
    return index -> index.family() == family && !CONDUCT.contains(index.id());
  }

  private Section mitigations() {
    List<List<Cell>> rows = new ArrayList<>();
    for (MitigationRow each : report.mitigations()) {
      rows.add(
          List.of(
              Cell.of(each.date().toString()),
              Cell.of(each.owners()),
              Cell.of(
                  each.decision()
                      .map(decision -> language.decided(decision.state()))
                      .orElse(language.of("proposed", "待审批"))),
              Cell.of(each.decision().map(MitigationRow.DecisionRow::by).orElse(""))));
    }
    return new Section(
        language.of("Conduct: mitigations", "市场行为：市场力缓解"),
        List.of(
            new Head(language.of("Date", "日期"), false),
            new Head(language.of("Owners", "主体"), false),
            new Head(language.of("Decision", "决定"), false),
            new Head(language.of("By", "审批人"), false)),
        rows,
        List.of());
  }

  private Map<String, Double> mean(String index) {
    Map<String, Double> sums = new TreeMap<>();
    int days = 0;
    for (StoredIndex each : report.values()) {
      if (each.index().id().equals(index) && each.zone().isEmpty() && each.value().defined()) {
        each.value().elements().forEach((name, value) -> sums.merge(name, value, Double::sum));
        days++;
      }
    }
    int of = days;
    sums.replaceAll((name, sum) -> 100 * sum / of);
    return sums;
  }

  private Section fuels(Map<String, Double> shares) {
    List<List<Cell>> rows = new ArrayList<>();
    shares.forEach((fuel, share) -> rows.add(List.of(Cell.of(fuel), Cell.of(share))));
    String title = language.of("Fuel mix, mean share, %", "电源结构，平均占比，%");
    return new Section(
        language.of("Performance: fuel mix", "市场绩效：电源结构"),
        List.of(
            new Head(language.of("Fuel", "电源"), false),
            new Head(language.of("Share, %", "占比，%"), true)),
        rows,
        List.of(
            new Chart(title, true, List.copyOf(shares.keySet()), List.copyOf(shares.values()))));
  }
}

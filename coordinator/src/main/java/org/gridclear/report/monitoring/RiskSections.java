package org.gridclear.report.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.monitoring.evaluation.IndexEvaluation.StoredIndex;
import org.gridclear.monitoring.index.IndexDefinition;
import org.gridclear.monitoring.index.IndexDefinition.Family;
import org.gridclear.report.monitoring.ReportContent.Cell;
import org.gridclear.report.monitoring.ReportContent.Head;
import org.gridclear.report.monitoring.ReportContent.Section;

/** Risk: what lies beyond its limits and how often, by kind of risk (K-03 to K-07). */
final class RiskSections {
  private static final Set<String> POWER =
      Set.of(
          "hhi-offered",
          "hhi-cleared",
          "largest-share",
          "four-largest-share",
          "residual-supply",
          "pivotal-suppliers",
          "three-pivotal",
          "lerner",
          "withheld");
  private static final Set<String> GRID =
      Set.of(
          "transmission-margin",
          "congested-limits",
          "congestion-cost",
          "congestion-share",
          "ancillary-cost",
          "ancillary-share");
  private static final Set<String> TRADE =
      Set.of(
          "volatility",
          "price-variation",
          "highest-price",
          "lowest-price",
          "negative-hours",
          "bid-success",
          "offer-price");

  private final IndexReport report;
  private final IndexCourses courses;
  private final ReportLanguage language;

  RiskSections(IndexReport report, IndexCourses courses) {
    this.report = report;
    this.courses = courses;
    this.language = report.language();
  }

  List<Section> all() {
    List<Section> sections = new ArrayList<>();
    sections.add(AlarmSection.of(report));
    courses
        .table(
            language.of("Composite risk, 100 is best", "综合风险评分（100 为最好）"),
            index -> index.family() == Family.COMPOSITE,
            courses.charts("market-power", "supply-security", "price-stability"))
        .ifPresent(sections::add);
    add(
        sections,
        language.of("Supply and demand", "供需风险"),
        index -> index.family() == Family.SECURITY && !GRID.contains(index.id()));
    add(sections, language.of("Market power", "市场力风险"), index -> POWER.contains(index.id()));
    add(
        sections,
        language.of("Trading and prices", "交易与价格风险"),
        index -> TRADE.contains(index.id()));
    add(sections, language.of("Grid security", "电网安全风险"), index -> GRID.contains(index.id()));
    return sections;
  }

  /** What is asked of an index. */
  private interface Wanted {
    boolean of(IndexDefinition index);
  }

  private void add(List<Section> sections, String title, Wanted wanted) {
    Map<IndexDefinition, List<Double>> found = courses.of(wanted::of);
    if (found.isEmpty()) {
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    found.forEach((index, of) -> rows.add(row(index, of)));
    sections.add(
        new Section(
            title,
            List.of(
                new Head(language.of("Index", "指标"), false),
                new Head(language.of("Unit", "单位"), false),
                new Head(language.of("Last", "最近"), true),
                new Head(language.of("State", "状态"), false),
                new Head(language.of("Days warned", "预警天数"), true),
                new Head(language.of("Days severe", "严重天数"), true),
                new Head(language.of("Score", "评分"), true),
                new Head(language.of("Course", "走势"), false)),
            rows,
            List.of()));
  }

  private List<Cell> row(IndexDefinition index, List<Double> of) {
    double last = of.get(of.size() - 1);
    String state = IndexCourses.state(index, last);
    return List.of(
        Cell.of(language.of(index.names())),
        Cell.of(courses.unit(index)),
        Cell.of(last),
        new Cell(
            state.isEmpty() ? language.of("fine", "正常") : language.severity(state),
            Optional.empty(),
            state,
            List.of()),
        days(index, "warning"),
        days(index, "severe"),
        Cell.of(index.bounds().scale().map(scale -> scale.score(last)).orElse(Double.NaN)),
        new Cell("", Optional.empty(), "", of));
  }

  /** Dates on which a run passes a limit of a severity and none that is worse. */
  private Cell days(IndexDefinition index, String severity) {
    Map<LocalDate, Set<String>> states = new TreeMap<>();
    for (StoredIndex each : report.values()) {
      if (each.index().equals(index) && each.zone().isEmpty() && each.value().defined()) {
        states
            .computeIfAbsent(each.run().key().date(), none -> new TreeSet<>())
            .add(IndexCourses.state(index, each.value().value()));
      }
    }
    boolean severe = severity.equals("severe");
    long days =
        states.values().stream()
            .filter(of -> of.contains(severity) && (severe || !of.contains("severe")))
            .count();
    return new Cell(
        Long.toString(days), Optional.of((double) days), days > 0 ? severity : "", List.of());
  }
}

package org.gridclear.report.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gridclear.monitoring.evaluation.IndexEvaluation.StoredIndex;
import org.gridclear.monitoring.index.Bounds;
import org.gridclear.monitoring.index.IndexDefinition;
import org.gridclear.report.monitoring.ReportContent.Cell;
import org.gridclear.report.monitoring.ReportContent.Chart;
import org.gridclear.report.monitoring.ReportContent.Head;
import org.gridclear.report.monitoring.ReportContent.Section;

/** How the indices of the whole system went over the range of a report. */
final class IndexCourses {
  private final IndexReport report;
  private final ReportLanguage language;

  IndexCourses(IndexReport report) {
    this.report = report;
    this.language = report.language();
  }

  /** Defined values of indices of the system, by index in their order. */
  Map<IndexDefinition, List<Double>> of(Predicate<IndexDefinition> wanted) {
    Map<IndexDefinition, List<Double>> courses = new LinkedHashMap<>();
    for (StoredIndex each : report.values()) {
      if (wanted.test(each.index()) && each.zone().isEmpty() && each.value().defined()) {
        courses.computeIfAbsent(each.index(), none -> new ArrayList<>()).add(each.value().value());
      }
    }
    return courses;
  }

  /** A table of indices with their course; nothing where there are none. */
  Optional<Section> table(String title, Predicate<IndexDefinition> wanted, List<Chart> charts) {
    Map<IndexDefinition, List<Double>> courses = of(wanted);
    if (courses.isEmpty()) {
      return Optional.empty();
    }
    List<Head> heads =
        List.of(
            new Head(language.of("Index", "指标"), false),
            new Head(language.of("Unit", "单位"), false),
            new Head(language.of("Mean", "平均"), true),
            new Head(language.of("Lowest", "最低"), true),
            new Head(language.of("Highest", "最高"), true),
            new Head(language.of("Last", "最近"), true),
            new Head(language.of("Course", "走势"), false));
    List<List<Cell>> rows = new ArrayList<>();
    courses.forEach((index, of) -> rows.add(row(index, of)));
    return Optional.of(new Section(title, heads, rows, charts));
  }

  private List<Cell> row(IndexDefinition index, List<Double> of) {
    double last = of.get(of.size() - 1);
    return List.of(
        Cell.of(language.of(index.names())),
        Cell.of(unit(index)),
        Cell.of(of.stream().mapToDouble(Double::doubleValue).average().orElseThrow()),
        Cell.of(of.stream().mapToDouble(Double::doubleValue).min().orElseThrow()),
        Cell.of(of.stream().mapToDouble(Double::doubleValue).max().orElseThrow()),
        new Cell(
            ReportNumbers.shown(last), ReportNumbers.known(last), state(index, last), List.of()),
        new Cell("", Optional.empty(), "", of));
  }

  /** The unit of an index in the currency of the market. */
  String unit(IndexDefinition index) {
    return index.unit().replace("yuan", report.facts().currency());
  }

  /** Which limit a value passes: severe, warning, or "" for none. */
  static String state(IndexDefinition index, double value) {
    Optional<Bounds.Passed> passed = index.bounds().passed(value);
    return passed.map(limit -> limit.severe() ? "severe" : "warning").orElse("");
  }

  /** The course of an index by date, or of its periods where there is one date. */
  Optional<Chart> chart(String id) {
    List<StoredIndex> found =
        report.values().stream()
            .filter(each -> each.index().id().equals(id) && each.zone().isEmpty())
            .toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    IndexDefinition index = found.get(0).index();
    String unit = unit(index);
    String title =
        language.of(index.names()) + (unit.equals("1") ? "" : language.of(", ", "，") + unit);
    List<String> labels = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    if (found.size() == 1) {
      double[] periods = found.get(0).value().byPeriod();
      for (int t = 0; t < periods.length; t++) {
        labels.add(Integer.toString(t + 1));
        values.add(periods[t]);
      }
    } else {
      for (StoredIndex each : found) {
        labels.add(each.run().key().date().toString());
        values.add(each.value().value());
      }
    }
    return values.size() < 2
        ? Optional.empty()
        : Optional.of(new Chart(title, false, labels, values));
  }

  /** Charts of indices, of those that have one. */
  List<Chart> charts(String... ids) {
    List<Chart> charts = new ArrayList<>();
    for (String id : ids) {
      chart(id).ifPresent(charts::add);
    }
    return charts;
  }
}

package org.gridclear.report.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridclear.monitoring.evaluation.IndexEvaluation.StoredIndex;
import org.gridclear.report.monitoring.ReportContent.Cell;
import org.gridclear.report.monitoring.ReportContent.Chart;
import org.gridclear.report.monitoring.ReportContent.Head;
import org.gridclear.report.monitoring.ReportContent.Section;

/** Profit and loss of members: energy at its price less what it costs by the offers. */
final class MemberSections {
  private static final String PROFIT = "member-profit";

  private final IndexReport report;
  private final ReportLanguage language;

  MemberSections(IndexReport report) {
    this.report = report;
    this.language = report.language();
  }

  private List<StoredIndex> found() {
    return report.values().stream()
        .filter(each -> each.index().id().equals(PROFIT) && each.zone().isEmpty())
        .toList();
  }

  /** Profit of each member by date, or by run where a date has several. */
  private static SortedMap<String, List<Double>> profits(List<StoredIndex> found) {
    SortedMap<String, List<Double>> profits = new TreeMap<>();
    for (StoredIndex each : found) {
      each.value()
          .elements()
          .forEach(
              (member, value) ->
                  profits.computeIfAbsent(member, none -> new ArrayList<>()).add(value));
    }
    return profits;
  }

  /** The first date with several runs, and how many; nothing where each date has one. */
  private static Optional<Map.Entry<LocalDate, Long>> several(List<StoredIndex> found) {
    SortedMap<LocalDate, Long> runs =
        found.stream()
            .map(StoredIndex::run)
            .distinct()
            .collect(
                Collectors.groupingBy(
                    run -> run.key().date(), TreeMap::new, Collectors.counting()));
    return runs.entrySet().stream().filter(date -> date.getValue() > 1).findFirst();
  }

  /** Runs of one date overlap in time, so their profits are shown and not added. */
  List<Section> all() {
    List<StoredIndex> found = found();
    SortedMap<String, List<Double>> profits = profits(found);
    Optional<Map.Entry<LocalDate, Long>> several = several(found);
    return List.of(several.map(date -> byRun(profits, date)).orElseGet(() -> byDate(profits)));
  }

  private Section byDate(SortedMap<String, List<Double>> profits) {
    List<List<Cell>> rows = new ArrayList<>();
    List<Double> sums = new ArrayList<>();
    profits.forEach(
        (member, of) -> {
          double sum = of.stream().mapToDouble(Double::doubleValue).sum();
          sums.add(sum);
          List<Cell> row = new ArrayList<>();
          row.add(Cell.of(member));
          row.add(
              new Cell(
                  ReportNumbers.shown(sum),
                  ReportNumbers.known(sum),
                  sum < 0 ? "severe" : "",
                  List.of()));
          row.add(Cell.of(sum / of.size()));
          row.addAll(course(of));
          rows.add(row);
        });
    String money = report.facts().currency();
    String title = language.of("Profit of the range, ", "本期盈亏，") + money;
    List<Chart> charts =
        sums.isEmpty()
            ? List.of()
            : List.of(new Chart(title, true, List.copyOf(profits.keySet()), sums));
    List<Head> heads =
        List.of(
            new Head(language.of("Member", "成员"), false),
            new Head(language.of("Sum, ", "合计，") + money, true),
            new Head(language.of("Mean a day", "日均"), true),
            new Head(language.of("Best day", "最好日"), true),
            new Head(language.of("Worst day", "最差日"), true),
            new Head(language.of("Days at a loss", "亏损天数"), true),
            new Head(language.of("Course", "走势"), false));
    return new Section(language.of("Profit and loss", "盈亏"), heads, rows, charts);
  }

  private Section byRun(
      SortedMap<String, List<Double>> profits, Map.Entry<LocalDate, Long> several) {
    List<List<Cell>> rows = new ArrayList<>();
    profits.forEach(
        (member, of) -> {
          List<Cell> row = new ArrayList<>();
          row.add(Cell.of(member));
          row.addAll(course(of));
          rows.add(row);
        });
    String money = report.facts().currency();
    List<Head> heads =
        List.of(
            new Head(language.of("Member", "成员"), false),
            new Head(language.of("Best run, ", "最好场次，") + money, true),
            new Head(language.of("Worst run, ", "最差场次，") + money, true),
            new Head(language.of("Runs at a loss", "亏损场次"), true),
            new Head(language.of("Course", "走势"), false));
    String title =
        language
            .of(
                "Profit and loss by run; not added up: %s has %d runs, which overlap",
                "各场次盈亏；不予合计：%s 有 %d 场，时段重叠")
            .formatted(several.getKey(), several.getValue());
    return new Section(title, heads, rows, List.of());
  }

  /** Best, worst, how many at a loss, and how they went. */
  private static List<Cell> course(List<Double> of) {
    long losses = of.stream().filter(value -> value < 0).count();
    return List.of(
        Cell.of(of.stream().mapToDouble(Double::doubleValue).max().orElseThrow()),
        Cell.of(of.stream().mapToDouble(Double::doubleValue).min().orElseThrow()),
        new Cell(
            Long.toString(losses),
            Optional.of((double) losses),
            losses > 0 ? "warning" : "",
            List.of()),
        new Cell("", Optional.empty(), "", of));
  }
}

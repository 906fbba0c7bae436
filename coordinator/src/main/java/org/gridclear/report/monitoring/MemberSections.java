package org.gridclear.report.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** Profit of each member by date. */
  SortedMap<String, List<Double>> profits() {
    SortedMap<String, List<Double>> profits = new TreeMap<>();
    for (StoredIndex each : report.values()) {
      if (each.index().id().equals(PROFIT) && each.zone().isEmpty()) {
        each.value()
            .elements()
            .forEach(
                (member, value) ->
                    profits.computeIfAbsent(member, none -> new ArrayList<>()).add(value));
      }
    }
    return profits;
  }

  List<Section> all() {
    SortedMap<String, List<Double>> profits = profits();
    List<List<Cell>> rows = new ArrayList<>();
    List<Double> sums = new ArrayList<>();
    profits.forEach(
        (member, of) -> {
          double sum = of.stream().mapToDouble(Double::doubleValue).sum();
          double worst = of.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
          sums.add(sum);
          long losses = of.stream().filter(value -> value < 0).count();
          rows.add(
              List.of(
                  Cell.of(member),
                  new Cell(
                      ReportNumbers.shown(sum),
                      ReportNumbers.known(sum),
                      sum < 0 ? "severe" : "",
                      List.of()),
                  Cell.of(sum / of.size()),
                  Cell.of(of.stream().mapToDouble(Double::doubleValue).max().orElseThrow()),
                  Cell.of(worst),
                  new Cell(
                      Long.toString(losses),
                      Optional.of((double) losses),
                      losses > 0 ? "warning" : "",
                      List.of()),
                  new Cell("", Optional.empty(), "", of)));
        });
    String money = report.facts().currency();
    String title = language.of("Profit of the range, ", "本期盈亏，") + money;
    List<Chart> charts =
        sums.isEmpty()
            ? List.of()
            : List.of(new Chart(title, true, List.copyOf(profits.keySet()), sums));
    Section members = new Section(language.of("Profit and loss", "盈亏"), heads(money), rows, charts);
    return List.of(members);
  }

  private List<Head> heads(String money) {
    return List.of(
        new Head(language.of("Member", "成员"), false),
        new Head(language.of("Sum, ", "合计，") + money, true),
        new Head(language.of("Mean a day", "日均"), true),
        new Head(language.of("Best day", "最好日"), true),
        new Head(language.of("Worst day", "最差日"), true),
        new Head(language.of("Days at a loss", "亏损天数"), true),
        new Head(language.of("Course", "走势"), false));
  }
}

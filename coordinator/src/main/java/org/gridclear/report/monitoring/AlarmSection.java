package org.gridclear.report.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.report.monitoring.ReportContent.Cell;
import org.gridclear.report.monitoring.ReportContent.Head;
import org.gridclear.report.monitoring.ReportContent.Section;

/** Alarms that nobody has cleared, the severe ones first. */
final class AlarmSection {
  private AlarmSection() {}

  /** Alarms of an index and zone. */
  private record Alarmed(String index, String zone, String severity) {}

  static Section of(IndexReport report) {
    ReportLanguage language = report.language();
    Map<Alarmed, List<IndexAlarmRow>> open = new LinkedHashMap<>();
    for (String severity : List.of("severe", "warning")) {
      for (IndexAlarmRow alarm : report.alarms()) {
        if (alarm.cleared().isEmpty() && alarm.passed().severity().equals(severity)) {
          open.computeIfAbsent(
                  new Alarmed(alarm.item().index(), alarm.item().zone(), severity),
                  none -> new ArrayList<>())
              .add(alarm);
        }
      }
    }
    List<List<Cell>> rows = new ArrayList<>();
    open.forEach(
        (of, alarms) ->
            rows.add(
                List.of(
                    new Cell(
                        language.severity(of.severity()),
                        Optional.empty(),
                        of.severity(),
                        List.of()),
                    Cell.of(name(report, of.index())),
                    Cell.of(language.zone(of.zone())),
                    days(alarms),
                    Cell.of(alarms.get(0).passed().limit()))));
    return new Section(
        language.of("Open alarms", "未处理告警"),
        List.of(
            new Head(language.of("Severity", "级别"), false),
            new Head(language.of("Index", "指标"), false),
            new Head(language.of("Zone", "分区"), false),
            new Head(language.of("Days", "天数"), true),
            new Head(language.of("Limit", "限值"), true)),
        rows,
        List.of());
  }

  /** A date counts once, however many runs or versions of it have an alarm. */
  private static Cell days(List<IndexAlarmRow> alarms) {
    long days = alarms.stream().map(alarm -> alarm.item().date()).distinct().count();
    return new Cell(Long.toString(days), Optional.of((double) days), "", List.of());
  }

  private static String name(IndexReport report, String index) {
    return report.values().stream()
        .filter(each -> each.index().id().equals(index))
        .findFirst()
        .map(each -> report.language().of(each.index().names()))
        .orElse(index);
  }
}

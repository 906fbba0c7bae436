package org.gridclear.report.monitoring;

import org.gridclear.monitoring.index.IndexDefinition.Family;
import org.gridclear.monitoring.index.IndexDefinition.Names;

/** Words of a report. */
public enum ReportLanguage {
  /** Chinese. */
  ZH,
  /** English. */
  EN;

  String of(String en, String zh) {
    return this == EN ? en : zh;
  }

  String of(Names names) {
    return of(names.en(), names.zh());
  }

  String of(Family family) {
    return switch (family) {
      case COMPOSITE -> of("Scores", "综合评分");
      case STRUCTURE -> of("Structure", "市场结构");
      case SECURITY -> of("Security", "市场安全");
      case OPERATION -> of("Operation", "市场运行");
      case BENEFIT -> of("Benefit", "市场效益");
      case DISPATCH -> of("Dispatch", "调度运行");
    };
  }

  /** A zone; that of the whole system has a word. */
  String zone(String zone) {
    return zone.isEmpty() ? of("system", "全系统") : zone;
  }

  String severity(String severity) {
    return severity.equals("severe") ? of("severe", "严重") : of("warning", "预警");
  }
}

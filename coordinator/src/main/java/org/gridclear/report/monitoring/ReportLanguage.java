package org.gridclear.report.monitoring;

import org.gridclear.monitoring.index.IndexDefinition.Family;
import org.gridclear.monitoring.index.IndexDefinition.Names;
import org.gridclear.monitoring.measure.MarketFacts;

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
    return zone.isEmpty() ? of("system", "全系统") : MarketFacts.word(zone);
  }

  String severity(String severity) {
    return severity.equals("severe") ? of("severe", "严重") : of("warning", "预警");
  }

  String of(ReportKind kind) {
    return switch (kind) {
      case MARKET -> of("market report", "市场运行分析报告");
      case MEMBERS -> of("profit and loss of members", "成员盈亏报告");
      case RISK -> of("risk report", "市场风险报告");
    };
  }

  String period(ReportPeriod period) {
    return switch (period) {
      case DAY -> of("Daily", "日度");
      case MONTH -> of("Monthly", "月度");
      case QUARTER -> of("Quarterly", "季度");
      case YEAR -> of("Yearly", "年度");
      case RANGE -> of("Special", "专项");
    };
  }

  String decided(String state) {
    return state.equals("APPROVED") ? of("approved", "已批准") : of("rejected", "已否决");
  }
}

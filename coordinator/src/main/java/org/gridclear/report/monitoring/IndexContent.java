package org.gridclear.report.monitoring;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.report.monitoring.ReportContent.Section;

/** The content of reports of indices. */
public final class IndexContent {
  private IndexContent() {}

  /** The content of a report about something. */
  public static ReportContent of(IndexReport report, ReportKind kind) {
    IndexReport.Facts facts = report.facts();
    ReportLanguage language = report.language();
    String title =
        "%s %s · %s"
            .formatted(
                language.period(ReportPeriod.of(facts.from(), facts.to())),
                language.of(kind),
                facts.market());
    List<String> notices = new ArrayList<>();
    if (!facts.missing().isEmpty()) {
      notices.add(
          language.of("Dates without results: ", "无结果日期：")
              + "%d (%s …)".formatted(facts.missing().size(), facts.missing().get(0)));
    }
    IndexCourses courses = new IndexCourses(report);
    List<Section> sections =
        switch (kind) {
          case MARKET -> new MarketSections(report, courses).all();
          case MEMBERS -> new MemberSections(report).all();
          case RISK -> new RiskSections(report, courses).all();
        };
    return new ReportContent(
        title, facts.from() + " – " + facts.to(), language == ReportLanguage.ZH, notices, sections);
  }
}

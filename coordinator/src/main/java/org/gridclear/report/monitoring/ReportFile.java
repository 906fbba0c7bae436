package org.gridclear.report.monitoring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.gridclear.account.Actor;
import org.gridclear.file.WrittenFile;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.monitoring.evaluation.IndexQuery;

/**
 * A report in a file, which may be published.
 *
 * @param path the file, which is not there yet
 * @param form page, document or workbook, by its name
 */
public record ReportFile(Path path, ReportForm form) {
  /**
   * A file that is to be written.
   *
   * @throws IllegalArgumentException if it is there, or its name says no form
   */
  public static ReportFile of(Path path) {
    if (Files.exists(path)) {
      throw new IllegalArgumentException("The file (%s) exists; name another.".formatted(path));
    }
    return new ReportFile(path, ReportForm.of(String.valueOf(path.getFileName())));
  }

  /**
   * What is reported.
   *
   * @param query of which days
   */
  public record Asked(IndexQuery query, ReportKind about, ReportLanguage language) {}

  /**
   * What was written.
   *
   * @param content of the report
   * @param whole whether no date is without results
   */
  public record Written(ReportContent content, boolean whole) {}

  /** Evaluates what was not, and writes the report. */
  public Written write(MarketFolder market, Asked asked) throws Exception {
    DayStore days = DayStore.of(market);
    Clock clock = Clock.systemUTC();
    new IndexEvaluation(market, days, clock).evaluate(asked.query(), told -> {});
    IndexReport report = new KeptReports(market, days, clock).of(asked.query(), asked.language());
    ReportContent content = IndexContent.of(report, asked.about());
    WrittenFile.write(path, form.bytes(content, asked.query().to()));
    return new Written(content, report.facts().missing().isEmpty());
  }

  /**
   * Publishes what was written as a notice with the file attached.
   *
   * @return what was done, for a person
   */
  public String publish(MarketFolder market, Written written, Actor actor, Set<String> audience)
      throws Exception {
    return new ToldMarket(market, actor)
        .tell(ToldMarket.Told.of(written.content()), audience, List.of(path));
  }
}

package org.gridclear.cli.monitoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.file.WrittenFile;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.index.IndexAlarmStore;
import org.gridclear.monitoring.evaluation.IndexAlarms;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.monitoring.evaluation.IndexEvaluation.StoredIndex;
import org.gridclear.monitoring.evaluation.IndexQuery;
import org.gridclear.report.monitoring.IndexReport;
import org.gridclear.report.monitoring.ReportLanguage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear monitor report}: the market report of a day, a month or any range. */
@Command(
    name = "report",
    description = {
      "Write the market report of a range of dates, a page to read or to print: open alarms,"
          + " scores,",
      "indices with their course, fuel mix, profit of suppliers. What was not evaluated is, first."
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private IndexRangeOptions range;

  @Option(names = "--language", defaultValue = "EN", description = "zh or en (default: en).")
  private ReportLanguage language;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out)) {
      throw new IllegalArgumentException("The file (%s) exists; name another.".formatted(out));
    }
    IndexQuery query = range.query();
    try (MarketFolder folder = market.open()) {
      IndexEvaluation evaluation =
          new IndexEvaluation(folder, DayStore.of(folder), Clock.systemUTC());
      List<LocalDate> missing = evaluation.evaluate(query, told -> {}).missing();
      List<StoredIndex> values = evaluation.values(query);
      Set<String> asked =
          values.stream().map(each -> each.index().id()).collect(Collectors.toSet());
      IndexReport report =
          new IndexReport(
              new IndexReport.Facts(
                  folder.facts().name(),
                  query.from(),
                  query.to(),
                  missing,
                  folder.facts().currency()),
              values,
              new IndexAlarms(folder.database(), Clock.systemUTC())
                      .list(
                          new IndexAlarmStore.Wanted(
                              DayKey.word(query.market()), query.from(), query.to(), true))
                      .stream()
                      .filter(alarm -> asked.contains(alarm.item().index()))
                      .toList(),
              language);
      WrittenFile.write(out, report.html().getBytes(StandardCharsets.UTF_8));
      spec.commandLine().getOut().println("Written: " + out);
      spec.commandLine().getOut().flush();
      return missing.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }
}

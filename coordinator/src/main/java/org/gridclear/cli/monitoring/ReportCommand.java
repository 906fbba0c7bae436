package org.gridclear.cli.monitoring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.file.WrittenFile;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.monitoring.evaluation.IndexQuery;
import org.gridclear.report.monitoring.IndexContent;
import org.gridclear.report.monitoring.IndexReport;
import org.gridclear.report.monitoring.KeptReports;
import org.gridclear.report.monitoring.ReportContent;
import org.gridclear.report.monitoring.ReportForm;
import org.gridclear.report.monitoring.ReportKind;
import org.gridclear.report.monitoring.ReportLanguage;
import org.gridclear.report.monitoring.ReportPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear monitor report}: reports of the market, of members, of risk. */
@Command(
    name = "report",
    description = {
      "Write a report of a range of dates: the state of the market (structure, conduct,",
      "performance), profit and loss of members, or risk. By the name of the file a page (.html),",
      "a document (.pdf) or a workbook (.xlsx). What was not evaluated is, first."
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private IndexRangeOptions range;
  @Mixin private ActorOptions acting;

  @Option(
      names = "--period",
      defaultValue = "RANGE",
      description =
          "day, month, quarter or year that --date lies in; or range (default: range, as given).")
  private ReportPeriod period;

  @Option(
      names = "--about",
      defaultValue = "MARKET",
      description = "market, members or risk (default: market).")
  private ReportKind about;

  @Option(names = "--language", defaultValue = "EN", description = "zh or en (default: en).")
  private ReportLanguage language;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
  private Path out;

  @Option(
      names = "--publish",
      split = ",",
      paramLabel = "AUDIENCE",
      description =
          "Publish it as a notice with the file attached: public, member:ID, regulator, operator.")
  private Set<String> audience = Set.of();

  @Override
  public Integer call() throws Exception {
    if (Files.exists(out)) {
      throw new IllegalArgumentException("The file (%s) exists; name another.".formatted(out));
    }
    Actor actor = ToldMarket.actor(acting, audience);
    ReportForm form = ReportForm.of(String.valueOf(out.getFileName()));
    IndexQuery query = range.query(period);
    try (MarketFolder folder = market.open()) {
      IndexReport report = report(folder, query);
      ReportContent content = IndexContent.of(report, about);
      WrittenFile.write(out, form.bytes(content, query.to()));
      spec.commandLine().getOut().println("Written: " + out);
      if (!audience.isEmpty()) {
        ToldMarket.Told told =
            new ToldMarket.Told(
                "monitor report publish",
                content.title(),
                content.chinese(),
                content.title() + ", " + content.subtitle());
        new ToldMarket(folder, actor, spec.commandLine().getOut())
            .tell(told, audience, List.of(out));
      }
      spec.commandLine().getOut().flush();
      boolean whole = report.facts().missing().isEmpty();
      return ExitCodes.clean(whole);
    }
  }

  private IndexReport report(MarketFolder folder, IndexQuery query) {
    DayStore days = DayStore.of(folder);
    new IndexEvaluation(folder, days, Clock.systemUTC()).evaluate(query, told -> {});
    return new KeptReports(folder, days, Clock.systemUTC()).of(query, language);
  }
}

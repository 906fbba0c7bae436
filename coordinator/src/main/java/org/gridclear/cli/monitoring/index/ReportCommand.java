package org.gridclear.cli.monitoring.index;

import java.nio.file.Path;
import java.util.Set;
import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.report.monitoring.ReportFile;
import org.gridclear.report.monitoring.ReportKind;
import org.gridclear.report.monitoring.ReportLanguage;
import org.gridclear.report.monitoring.ReportPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear monitor report}: reports of the market, of members, of risk. */
@Command(
    name = "report",
    description = {
      "Write a report of a range of dates: the state of the market (structure, conduct,",
      "performance), profit and loss of members, or risk. By the name of the file a page (.html),",
      "a document (.pdf) or a workbook (.xlsx). What was not evaluated is, first."
    })
public final class ReportCommand extends MonitorStepCommand {
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
    ReportFile file = ReportFile.of(out);
    Actor actor = teller(acting, audience);
    ReportFile.Asked asked = new ReportFile.Asked(range.query(period), about, language);
    try (MarketFolder folder = market.open()) {
      ReportFile.Written written = file.write(folder, asked);
      out().println("Written: " + out);
      if (!audience.isEmpty()) {
        out().println(file.publish(folder, written, actor, audience));
      }
      out().flush();
      return ExitCodes.clean(written.whole());
    }
  }
}

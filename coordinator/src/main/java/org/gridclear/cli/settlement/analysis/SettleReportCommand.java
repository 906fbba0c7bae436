package org.gridclear.cli.settlement.analysis;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.settlement.analysis.SettlementReports;
import org.gridclear.settlement.analysis.TwoSides;
import org.gridclear.settlement.close.CloseFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle report CLOSE --show WHAT}: a closed month as a table. */
@Command(
    name = "report",
    description = {
      "A closed month by class, zone, retailer or member; both sides of what was traded; contracts",
      "and purchases; pools from month to month; differences of earlier months. Exit code 1 if two",
      "sides are further apart than their limits."
    })
public final class SettleReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TableOutput output;

  @Parameters(
      arity = "1..*",
      paramLabel = "CLOSE",
      description = "Folder of a close; several for --show BALANCES.")
  private List<Path> folders;

  @Option(
      names = "--show",
      paramLabel = "WHAT",
      defaultValue = "CLASS",
      description = "What is shown: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private SettlementReports.Show show;

  @Option(
      names = "--share-limit",
      converter = OptionNumbers.Gap.class,
      description = "Greatest difference of energy over the greater side, of --show SIDES (0.05).")
  private @Nullable Double share;

  @Option(
      names = "--price-limit",
      converter = OptionNumbers.FromZero.class,
      description = "Greatest difference of mean prices, yuan/MWh, of --show SIDES (200).")
  private @Nullable Integer price;

  @Override
  public Integer call() throws Exception {
    output.check();
    TwoSides.Limits limits =
        SettlementReports.limits(
            show,
            share == null ? null : BigDecimal.valueOf(share),
            price == null ? null : BigDecimal.valueOf(price));
    List<CloseFolder> closes = new ArrayList<>();
    try {
      folders.forEach(folder -> closes.add(CloseFolder.open(folder)));
      SettlementReports.Report report = SettlementReports.of(closes, show, limits);
      output.write(report.table(), spec.commandLine().getOut());
      return ExitCodes.clean(report.within());
    } finally {
      closes.forEach(CloseFolder::close);
    }
  }
}

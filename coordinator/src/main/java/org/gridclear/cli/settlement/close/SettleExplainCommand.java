package org.gridclear.cli.settlement.close;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.report.settlement.DetailText;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.EntityDetail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle explain CLOSE --entity E}: where an amount comes from. */
@Command(
    name = "explain",
    description = {
      "Show where an amount comes from: interval, quantity, price, formula, inputs and their"
          + " versions.",
      "Without --item the items of the entity, without --day the days, without --interval the"
          + " intervals."
    })
public final class SettleExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CLOSE", description = "Folder of the close.")
  private Path folder;

  @Option(names = "--entity", required = true, description = "Settlement entity.")
  private String entity;

  @Option(names = "--item", description = "Item, such as DA_ENERGY.")
  private String item;

  @Option(names = "--day", description = "Day, such as 2026-10-05.")
  private LocalDate day;

  @Option(names = "--interval", description = "Interval of the day, from 1.")
  private Integer interval;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write every line of the month as CSV.")
  private Path csv;

  @Override
  public Integer call() {
    try (CloseFolder close = CloseFolder.open(folder)) {
      EntityDetail detail = EntityDetail.of(close, entity);
      DetailText text = new DetailText(close, detail);
      if (csv != null) {
        text.write(csv);
      }
      spec.commandLine().getOut().print(text.text(item, day, interval));
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.DONE;
  }
}

package org.gridclear.cli.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.registry.ContractCurves;
import org.gridclear.market.registry.ContractCurves.Curve;
import org.gridclear.market.registry.EntryTables;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.folder.DayTypeFile;
import org.gridclear.settlement.folder.FolderFiles;
import org.gridclear.settlement.registry.entry.EnergyCurve.DayType;
import org.gridclear.validate.IssueLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear registry curves}: totals of contracts as curves. */
@Command(
    name = "curves",
    description = "Contracts with a total, decomposed to the intervals of a month.")
final class RegistryCurvesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private RevisionOption revision;
  @Mixin private TableOutput output;

  @Option(names = "--month", required = true, description = "The month, such as 2026-10.")
  private YearMonth month;

  @Option(
      names = "--intervals",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "96",
      description = "Intervals a day: 24, 48 or 96 (default: ${DEFAULT-VALUE}).")
  private int intervals;

  @Option(
      names = "--calendar",
      paramLabel = "DIR",
      description = "Folder with calendar.csv (default: days are what their weekday says).")
  private Path calendar;

  @Option(names = "--contract", paramLabel = "ID", description = "Only this contract.")
  private String contract;

  @Override
  public Integer call() throws IOException {
    output.check();
    IssueLog log = new IssueLog(DayTypeFile.NAME);
    Map<LocalDate, DayType> types =
        calendar == null ? Map.of() : DayTypeFile.read(new FolderFiles(calendar), log);
    log.throwIfErrors();
    try (MarketFolder folder = market.open()) {
      List<Curve> curves =
          new ContractCurves(
                  revision.of(folder).state(), month, intervals, day -> DayTypeFile.of(day, types))
              .all().stream()
                  .filter(curve -> contract == null || curve.contract().id().equals(contract))
                  .toList();
      if (curves.isEmpty()) {
        throw new IllegalArgumentException("No such contract has a total in %s.".formatted(month));
      }
      output.write(EntryTables.curves(curves, month), spec.commandLine().getOut());
      return ExitCodes.DONE;
    }
  }
}

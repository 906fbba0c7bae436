package org.gridclear.cli.settlement.analysis;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.settlement.analysis.Consolidation;
import org.gridclear.settlement.close.CloseFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle consolidate CITY --entity ID}: a city inside its province. */
@Command(
    name = "consolidate",
    description = {
      "A city's books as one entity of the province: --rows writes what its plants and customers",
      "take together, with losses, as rows of awards.csv; --province compares energy and money.",
      "Exit code 1 if the province settled other energy."
    })
public final class SettleConsolidateCommand extends PrintingCommand {
  @Mixin private TableOutput output;

  @Parameters(paramLabel = "CITY", description = "Folder of the city's close.")
  private Path folder;

  @Option(
      names = "--entity",
      paramLabel = "ID",
      required = true,
      description = "Entity that the city is in the province.")
  private String entity;

  @Option(
      names = "--losses",
      defaultValue = "0",
      converter = OptionNumbers.Gap.class,
      description = "Losses of its network over what is taken (default: ${DEFAULT-VALUE}).")
  private double losses;

  @Option(names = "--storage", description = "The entity is a storage: the city may give energy.")
  private boolean storage;

  @Option(
      names = "--rows",
      paramLabel = "DIR",
      description = "Folder for days/<date>/awards.csv; must not exist yet.")
  private Path rows;

  @Option(names = "--province", paramLabel = "CLOSE", description = "Close of the province.")
  private Path province;

  @Override
  public Integer call() throws IOException {
    output.check();
    if ((rows == null) == (province == null)) {
      throw new IllegalArgumentException("Give --rows, or --province.");
    }
    if (province != null && storage) {
      throw new IllegalArgumentException("--storage is of --rows, not of --province.");
    }
    if (rows != null) {
      output.refuse("--province, not of --rows");
    }
    try (CloseFolder city = CloseFolder.open(folder)) {
      Consolidation consolidation = new Consolidation(city, BigDecimal.valueOf(losses));
      return rows != null ? write(consolidation) : compare(consolidation);
    }
  }

  private int write(Consolidation consolidation) throws IOException {
    return said("Written: %s, %d day(s)", rows, consolidation.write(rows, entity, storage));
  }

  private int compare(Consolidation consolidation) throws IOException {
    try (CloseFolder close = CloseFolder.open(province)) {
      List<Consolidation.Day> days = consolidation.beside(close, entity);
      output.write(Consolidation.table(days), out());
      return ExitCodes.clean(days.stream().allMatch(day -> day.cityMwh() == day.provinceMwh()));
    }
  }
}

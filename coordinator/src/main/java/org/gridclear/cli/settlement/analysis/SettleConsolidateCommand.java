package org.gridclear.cli.settlement.analysis;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.settlement.analysis.Consolidation;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.folder.InputFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle consolidate CITY --entity ID}: a city inside its province. */
@Command(
    name = "consolidate",
    description = {
      "A city's books as one entity of the province: --rows writes what its plants and customers",
      "take together, with losses, as rows of awards.csv; --province compares energy and money.",
      "Exit code 1 if the province settled other energy."
    })
public final class SettleConsolidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
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
  public Integer call() throws Exception {
    output.check();
    if ((rows == null) == (province == null)) {
      throw new IllegalArgumentException("Give --rows, or --province.");
    }
    try (CloseFolder city = CloseFolder.open(folder)) {
      Consolidation consolidation = new Consolidation(city, BigDecimal.valueOf(losses));
      return rows != null ? write(consolidation) : compare(consolidation);
    }
  }

  private Integer write(Consolidation consolidation) throws Exception {
    if (Files.exists(rows)) {
      throw new IllegalArgumentException("The folder (%s) exists; name another.".formatted(rows));
    }
    Map<LocalDate, List<String>> days = consolidation.rows(entity, storage);
    for (Map.Entry<LocalDate, List<String>> day : days.entrySet()) {
      Path file = rows.resolve(InputFiles.ofDay(day.getKey(), "awards.csv"));
      Files.createDirectories(file.getParent());
      Files.write(file, day.getValue());
    }
    spec.commandLine().getOut().println("Written: %s, %d day(s)".formatted(rows, days.size()));
    spec.commandLine().getOut().flush();
    return ExitCodes.DONE;
  }

  private Integer compare(Consolidation consolidation) throws Exception {
    try (CloseFolder close = CloseFolder.open(province)) {
      List<Consolidation.Day> days = consolidation.beside(close, entity);
      output.write(Consolidation.table(days), spec.commandLine().getOut());
      return ExitCodes.clean(days.stream().allMatch(day -> day.cityMwh() == day.provinceMwh()));
    }
  }
}

package org.gridclear.cli.settlement.analysis;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.settlement.analysis.Obligations;
import org.gridclear.settlement.close.CloseFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle obligation CLOSE...}: capacity to hold, from peaks. */
@Command(
    name = "obligation",
    description = {
      "Capacity that buyers have to hold, from their load in the intervals of the greatest load of",
      "all over closed months. Exit code 1 if somebody holds less, or what is held is not given."
    })
public final class SettleObligationCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TableOutput output;

  @Parameters(arity = "1..*", paramLabel = "CLOSE", description = "Folders of closes.")
  private List<Path> folders;

  @Option(
      names = "--peaks",
      defaultValue = "20",
      converter = OptionNumbers.FromOne.class,
      description = "Intervals that count (default: ${DEFAULT-VALUE}).")
  private int peaks;

  @Option(
      names = "--margin",
      defaultValue = "0.15",
      converter = OptionNumbers.Gap.class,
      description = "Reserve beyond the load (default: ${DEFAULT-VALUE}).")
  private double margin;

  @Option(
      names = "--rows",
      paramLabel = "FILE",
      description = "Write rows of entities.csv that register the obligations; must not exist yet.")
  private Path rows;

  @Override
  public Integer call() throws Exception {
    output.check();
    if (rows != null && Files.exists(rows)) {
      throw new IllegalArgumentException("The file (%s) exists; name another.".formatted(rows));
    }
    List<CloseFolder> closes = new ArrayList<>();
    try {
      folders.forEach(folder -> closes.add(CloseFolder.open(folder)));
      Obligations obligations = Obligations.of(closes, peaks, BigDecimal.valueOf(margin));
      output.write(obligations.table(), spec.commandLine().getOut());
      if (rows != null) {
        Files.write(rows, obligations.rows());
      }
      return ExitCodes.clean(obligations.shortages().isEmpty());
    } finally {
      closes.forEach(CloseFolder::close);
    }
  }
}

package org.gridclear.cli.settlement.analysis;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.settlement.analysis.Baselines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle baseline FOLDER --date D}: what called loads would have taken. */
@Command(
    name = "baseline",
    description = {
      "What the loads that are called on a day would have taken: the mean of the last days of the",
      "same kind on which they were not called, as rows of services.csv. Exit code 1 if a load has",
      "too few days; it is named and has no row."
    })
public final class SettleBaselineCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Settlement folder.")
  private Path folder;

  @Option(names = "--date", required = true, description = "Day, such as 2026-10-20.")
  private LocalDate date;

  @Option(
      names = "--days",
      defaultValue = "5",
      converter = OptionNumbers.FromOne.class,
      description = "Days that count (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--back",
      defaultValue = "45",
      converter = OptionNumbers.FromOne.class,
      description = "How many days back they may lie (default: ${DEFAULT-VALUE}).")
  private int back;

  @Option(
      names = "--earlier",
      paramLabel = "CLOSE",
      description = "Close of an earlier month; may be given again.")
  private List<Path> earlier = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write, which must not exist yet (default: standard output).")
  private Path out;

  @Override
  public Integer call() throws Exception {
    if (out != null && Files.exists(out)) {
      throw new IllegalArgumentException("The file (%s) exists; name another.".formatted(out));
    }
    Baselines baselines = Baselines.inFolder(folder, earlier, date, new Baselines.Rule(days, back));
    PrintWriter output = spec.commandLine().getOut();
    if (out == null) {
      baselines.rows().forEach(output::println);
    } else {
      Files.write(out, baselines.rows());
      output.println("Written: %s, %d load(s)".formatted(out, baselines.mwh().size()));
    }
    baselines.remarks(days).forEach(spec.commandLine().getErr()::println);
    spec.commandLine().getErr().flush();
    output.flush();
    return ExitCodes.clean(baselines.few().isEmpty());
  }
}

package org.gridclear.cli.settlement.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.OutputFolder;
import org.gridclear.report.FolderSwap;
import org.gridclear.settlement.register.DayLocks;
import org.gridclear.synthetic.SyntheticMonth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle synthesize FOLDER}: a synthetic month of settlement data. */
@Command(
    name = "synthesize",
    description = "Write a synthetic month: the same seed gives the same files.")
public final class SettleSynthesizeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "Folder to write; the same as --out.")
  private Path folder;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder to write.")
  private Path out;

  @Option(
      names = "--entities",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "1000",
      description = "Entities (default: ${DEFAULT-VALUE}).")
  private int entities;

  @Option(
      names = "--points",
      converter = OptionNumbers.FromOne.class,
      description = "Price points (default: one per 50 entities, at most 200).")
  private Integer points;

  @Option(
      names = "--month",
      defaultValue = "2026-10",
      description = "Month (default: ${DEFAULT-VALUE}).")
  private YearMonth month;

  @Option(
      names = "--days",
      converter = OptionNumbers.FromOne.class,
      description = "Days from the first on (default: the whole month).")
  private Integer days;

  @Option(names = "--seed", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--errors",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description = "Errors to sprinkle in (default: none).")
  private int errors;

  @Override
  public Integer call() throws IOException {
    Path target = target();
    OutputFolder.check(target);
    int pointCount = points != null ? points : Math.max(2, Math.min(200, entities / 50));
    int dayCount = days != null ? days : month.lengthOfMonth();
    var options = new SyntheticMonth.Options(month, entities, pointCount, dayCount, seed, errors);
    if (new DayLocks(target).any()) {
      throw new IllegalArgumentException(
          "SET-10 %s has locked days; locked data do not change. Name another folder."
              .formatted(target));
    }
    if (FolderSwap.holdsAnything(target)) {
      throw new IllegalArgumentException(
          "%s holds %s already; name another folder."
              .formatted(
                  target,
                  Files.exists(target.resolve("settlement.yaml")) ? "a settlement" : "something"));
    }
    FolderSwap.writeOnce(target, aside -> SyntheticMonth.write(options, aside));
    spec.commandLine()
        .getOut()
        .printf(
            "%d entities, %d price points, %d days of %s in %s%n",
            entities, pointCount, dayCount, month, target);
    return ExitCodes.DONE;
  }

  private Path target() {
    if ((folder == null) == (out == null)) {
      throw new IllegalArgumentException(
          "Name the folder to write once: as FOLDER, or with --out DIR.");
    }
    return folder != null ? folder : out;
  }
}

package org.gridclear.cli.settlement.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.cli.option.OutputFolder;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.report.FolderSwap;
import org.gridclear.settlement.register.DayLocks;
import org.gridclear.synthetic.SyntheticMonth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle synthesize FOLDER}: a synthetic month of settlement data. */
@Command(
    name = "synthesize",
    description = "Write a synthetic month: the same seed gives the same files.")
public final class SettleSynthesizeCommand extends PrintingCommand {
  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "Folder to write; the same as --out.")
  private Path folder;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder to write.")
  private Path out;

  @Mixin private SyntheticMonthOptions month;

  @Override
  public Integer call() throws IOException {
    Path target = target();
    OutputFolder.check(target);
    SyntheticMonth.Options options = month.options();
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
    return said(
        "%d entities, %d price points, %d days of %s in %s",
        options.entities(), options.points(), options.days(), options.month(), target);
  }

  private Path target() {
    if ((folder == null) == (out == null)) {
      throw new IllegalArgumentException(
          "Name the folder to write once: as FOLDER, or with --out DIR.");
    }
    return folder != null ? folder : out;
  }
}

package org.gridclear.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.close.CloseFolder;
import org.gridclear.close.Closing;
import org.gridclear.close.DayLocks;
import org.gridclear.report.CorrectionTables;
import org.gridclear.scenario.settlement.SettlementReader;
import org.gridclear.scenario.settlement.SettlementSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle correct CLOSE CORRECTION}: a corrected meter, award or price. */
@Command(
    name = "correct",
    description = {
      "Close a month again with corrected files: CORRECTION/days/<date>/meters.csv and the like, with the",
      "corrected series only. Computes what they touch; changes.csv lists who changed, by item and day."
    })
final class SettleCorrectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SettleRun run;

  @Parameters(index = "0", paramLabel = "CLOSE", description = "Folder of the close.")
  private Path closeFolder;

  @Parameters(index = "1", paramLabel = "CORRECTION", description = "Folder with corrected files.")
  private Path correction;

  @Override
  public Integer call() throws IOException {
    if (run.reason().isBlank()) {
      throw new IllegalArgumentException("A correction needs a --reason; it is written down.");
    }
    try (CloseFolder previous = CloseFolder.open(closeFolder)) {
      List<Path> corrections = new ArrayList<>();
      previous.record().corrections().forEach(path -> corrections.add(Path.of(path)));
      corrections.add(correction.toAbsolutePath());
      SettlementSource source =
          SettlementReader.open(Path.of(previous.record().source()))
              .upTo(previous.month().days())
              .with(corrections);
      List<Integer> days = days(previous);
      return run.run(
          Grid::startLight,
          previous.record().month(),
          spec.commandLine().getOut(),
          spec.commandLine().getErr(),
          (closing, aside, target) -> {
            Closing.Outcome outcome =
                closing.correct(previous, source, correction, days, aside, target, run.reason());
            try (CloseFolder close = CloseFolder.open(aside, target)) {
              spec.commandLine().getOut().print(CorrectionTables.write(aside, previous, close));
            }
            return outcome;
          });
    }
  }

  /** Days that the correction has, and those after them: a start may move to the next day. */
  private List<Integer> days(CloseFolder previous) throws IOException {
    YearMonth month = previous.month().month();
    Path folder = correction.resolve("days");
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("%s has no folder 'days'.".formatted(correction));
    }
    List<Integer> days = new ArrayList<>();
    try (var entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        LocalDate date = date(entry);
        if (!YearMonth.from(date).equals(month) || date.getDayOfMonth() > previous.month().days()) {
          throw new IllegalArgumentException(
              "%s is no day of %s that was settled.".formatted(date, month));
        }
        new DayLocks(Path.of(previous.record().source())).refuse(date);
        for (int day = date.getDayOfMonth(); day <= date.getDayOfMonth() + 1; day++) {
          if (day <= previous.month().days() && !days.contains(day)) {
            days.add(day);
          }
        }
      }
    }
    return days;
  }

  private static LocalDate date(Path entry) {
    try {
      return LocalDate.parse(entry.getFileName().toString());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "The folder %s is no date such as 2026-10-05.".formatted(entry), e);
    }
  }
}

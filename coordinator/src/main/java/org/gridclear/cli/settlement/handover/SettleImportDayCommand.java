package org.gridclear.cli.settlement.handover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.market.handover.RunHandOver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code gridclear settle import-day CLEARED FOLDER}: prices and awards of a cleared day (O-14).
 */
@Command(
    name = "import-day",
    description = {
      "Merge prices and awards of a cleared day into a settlement folder: units, storage, loads,"
          + " reserve and its price.",
      "Series are added or replaced by id, never taken away. --map says what is what; without it,"
          + " the same id.",
      "Of a market folder the versions that are in force are taken, by what its registry says.",
      "A day that is not secure, not audited, sheds load or is of another date is refused, unless"
          + " --override names why; that is recorded, with exit code 1."
    })
public final class SettleImportDayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ActorOptions acting;
  @Mixin private HandedDay day;

  @Parameters(
      index = "0",
      paramLabel = "CLEARED",
      description = "Output folder of clear or study, or a market folder.")
  private Path cleared;

  @Parameters(index = "1", paramLabel = "FOLDER", description = "Settlement folder.")
  private Path folder;

  @Option(
      names = "--case",
      defaultValue = "",
      description = "Case of a study (default: the first).")
  private String caseName;

  @Option(
      names = "--override",
      paramLabel = "REASON",
      defaultValue = "",
      description = "Why a day that is refused is taken all the same; needs --by.")
  private String override;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.actor();
    actor.require(Right.SETTLE);
    return actor.change(
        "settle import-day",
        "%s of %s into %s%s"
            .formatted(
                day.date(),
                cleared,
                folder.toAbsolutePath().normalize(),
                override.isBlank() ? "" : ": " + override),
        () -> ApprovedDay.isMarket(cleared) ? handOver(actor.name()) : importDay(actor.name()));
  }

  private int handOver(String by) throws IOException {
    if (!override.isBlank() || !caseName.isEmpty()) {
      throw new IllegalArgumentException(
          "--case and --override are of folders of runs; of a market what is approved is taken.");
    }
    return ApprovedDay.hand(cleared, day.ofMarket(folder, by), spec.commandLine().getOut());
  }

  private int importDay(String by) throws IOException {
    RunHandOver.Wanted wanted = day.ofRun(folder, by, override);
    return ClearedRun.hand(cleared, caseName, wanted, day.words(), spec.commandLine().getOut());
  }
}
